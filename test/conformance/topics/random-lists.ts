import { randomFrom, type Random } from "../random.ts";
import type { Draft } from "../vector.ts";
import { INDICATORS, isFpmt, nameOf, type ScheduleId } from "./hand.ts";
import { FMT_OPTIONS, said } from "./readings.ts";

const EDGES = [0, 1, 6, 7, 66, 67, 74, 75, 79, 80, 81, 100];
const OPTIONS: Readonly<Record<ScheduleId, Readonly<Record<string, string>>>> = {
  "fr.fmt.2026": FMT_OPTIONS,
  "fr.fpmt.2018": { "precarity-cap": "rate", "precarity-of": "free", leaving: "days" },
  "fr.fpmt.2024": { "precarity-cap": "rate", "precarity-of": "free", leaving: "days" },
  "fr.proposal.2024-02-08": { "uplift-base": "base", zones: "ZIP" },
};
const IN_FORCE: Readonly<Record<ScheduleId, readonly [number, number]>> = {
  "fr.fmt.2026": [2026, 2029],
  "fr.fpmt.2018": [2018, 2023],
  "fr.fpmt.2024": [2024, 2025],
  "fr.proposal.2024-02-08": [2024, 2026],
};

/** Lists that nobody designed, of which a seed gives all; the shares of half of them are expected too. */
export function randomLists(schedule: ScheduleId, count: number, seed: number): readonly Draft[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, number) => randomList(random, schedule, number));
}

function randomList(random: Random, schedule: ScheduleId, number: number): Draft {
  const year = random.between(...IN_FORCE[schedule]);
  const readings = Object.fromEntries(random.some(Object.entries(OPTIONS[schedule]), 0.3));
  const on = isFpmt(schedule) || readings["reference-day"] === "31/12/N" ? year : year - 1;
  const kinds = readings["precarity-of"] === "free";
  const size = number % 40 === 39 ? random.between(40, 60) : random.between(1, 10);
  const patients = listOf(random, schedule, size, on, kinds);
  const previous =
    isFpmt(schedule) && random.chance(0.5)
      ? { previousPatients: listOf(random, schedule, random.between(1, 10), on - 1, kinds) }
      : {};
  return {
    id: `random.${nameOf(schedule)}.${String(number + 1).padStart(3, "0")}`,
    why: `${size} patients at random in ${year}, ${said(readings) || "every default"}`,
    options: { schedule, year, readings },
    input: { physician: physicianOf(random, year, on), patients, ...previous },
    shares: number % 2 === 0,
  };
}

const two = (value: number): string => String(value).padStart(2, "0");
const dayIn = (random: Random, year: number): string =>
  `${year}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`;

function physicianOf(random: Random, year: number, on: number): object {
  const activity = random.one(["known", "unknown", "unknown", "coming", "leaving", "both"]);
  const from =
    activity === "coming" || activity === "both"
      ? dayIn(random, year - random.between(0, 2))
      : activity === "known"
        ? `${year - random.between(5, 30)}-09-01`
        : undefined;
  const until =
    activity === "leaving" || activity === "both"
      ? dayIn(random, year + random.between(0, 1))
      : undefined;
  const ordered =
    from !== undefined && until !== undefined && until < from ? [until, from] : [from, until];
  return {
    id: `dr-${random.between(1, 999)}`,
    ...(random.chance(0.8) && { zone: random.one(["ZIP", "QPV", "ZAC", "none"]) }),
    ...(random.chance(0.7) &&
      (random.chance(0.5)
        ? { age: random.one([40, 66, 67, 80]) }
        : { birthDate: dayIn(random, on - random.one([40, 66, 67, 80])) })),
    ...(random.chance(0.7) && { firstInstallation: dayIn(random, year - random.between(-1, 4)) }),
    ...(random.chance(0.7) && { contract: random.chance(0.2) }),
    ...(random.chance(0.7) && { sector: random.one(["1", "1", "1", "2-optam", "2"]) }),
    ...(ordered[0] !== undefined && { activeFrom: ordered[0] }),
    ...(ordered[1] !== undefined && { activeUntil: ordered[1] }),
  };
}

/** A column exists for the whole list or not at all. */
function listOf(
  random: Random,
  schedule: ScheduleId,
  size: number,
  on: number,
  kinds: boolean,
): object[] {
  const asks = schedule === "fr.fmt.2026";
  const seenBy = random.one(asks ? ["seen", "lastSeen", "lastSeen", "none"] : ["none"]);
  const counts = !isFpmt(schedule) && random.chance(0.7);
  const byBirth = random.chance(0.5);
  return Array.from({ length: size }, (_, i) => {
    const age = random.chance(0.5) ? random.one(EDGES) : random.between(0, 99);
    const born = on - age;
    return {
      id: `p${i + 1}`,
      ...(byBirth
        ? {
            birthDate: random.one([
              `${born}`,
              `${born}-${two(random.between(1, 12))}`,
              dayIn(random, born),
              dayIn(random, born),
            ]),
          }
        : { age }),
      ald: random.chance(age > 60 ? 0.6 : 0.25),
      c2s: random.one([false, false, false, "free", "contributory", kinds ? "free" : true]),
      ...(seenBy === "seen" && { seen: random.chance(0.7) }),
      ...(seenBy === "lastSeen" && { lastSeen: dayIn(random, on - random.between(-1, 4)) }),
      ...(counts && {
        prevention: random.chance(0.7) ? random.some(INDICATORS, 0.2) : random.between(0, 15),
      }),
    };
  });
}
