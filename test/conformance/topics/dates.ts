import type { Draft } from "../vector.ts";
import { nameOf, referenceYear, SCHEDULES, YEARS } from "./hand.ts";

/** Dates of which the month or the day may be unknown, and the reference days on which they are read. */
export const dates = (): readonly Draft[] => [...births(), ...lastSeen(), ...physicians()];

/** Born 80 years before the reference day: every writing of it reads as the year. */
function births(): Draft[] {
  return SCHEDULES.flatMap((schedule) => {
    const year = YEARS[schedule];
    const born = referenceYear(schedule, year) - 80;
    const writings = [
      `${born}`,
      `${born}-01`,
      `${born}-12`,
      `${born}-01-01`,
      `${born}-02-28`,
      `${born}-12-31`,
      `${born}-00`,
      `${born}-13`,
      `${born}-99`,
      `${born}-00-00`,
      `${born}-13-40`,
      `${born}-20-01`,
    ];
    const amount = {
      "fr.fmt.2026": 55,
      "fr.fpmt.2018": 42,
      "fr.fpmt.2024": 46,
      "fr.proposal.2024-02-08": 46,
    }[schedule];
    return [
      ...writings.map((birthDate): Draft => ({
        id: `dates.birth.${nameOf(schedule)}.${birthDate}`,
        why: `${birthDate} reads as ${born}, 80 years on 31 December ${born + 80}: ${amount}`,
        options: { schedule, year, readings: {} },
        input: { patients: [{ birthDate, ald: false, c2s: false }] },
      })),
      {
        id: `dates.birth.${nameOf(schedule)}.age-agrees`,
        why: `an age and a birth date that agree: ${amount}`,
        options: { schedule, year, readings: {} },
        input: { patients: [{ age: 80, birthDate: `${born}-03-04`, ald: false, c2s: false }] },
      },
      {
        id: `dates.birth.${nameOf(schedule)}.on-reference-day`,
        why: `born on the reference day, 0 years: ${schedule === "fr.fmt.2026" ? 15 : 6}`,
        options: { schedule, year, readings: {} },
        input: { patients: [{ birthDate: `${born + 80}-12-31`, ald: false, c2s: false }] },
      },
      {
        id: `dates.birth.${nameOf(schedule)}.lunar-thrice`,
        why: `three births without a known month make one warning, counted: 3 * ${amount}`,
        options: { schedule, year, readings: {} },
        input: {
          patients: [`${born}-00-01`, `${born}-31`, `${born}-98-76`].map((birthDate) => ({
            birthDate,
            ald: false,
            c2s: false,
          })),
        },
      },
    ];
  });
}

/** Seen within two years that end with the reference day: in 2025 or 2024 for a payment in 2026. */
function lastSeen(): Draft[] {
  const days = [
    "2027-03-01",
    "2026-01-01",
    "2026",
    "2025-12-31",
    "2025-01-01",
    "2025",
    "2024-12-31",
    "2024-06",
    "2024-01-01",
    "2023-12-31",
    "2023",
    "2020-02-29",
    "1999-07",
  ];
  return days
    .flatMap((day) =>
      ["31/12/N-1", "31/12/N"].map((on): Draft => {
        const reference = on === "31/12/N" ? 2026 : 2025;
        const seen = reference - Number(day.slice(0, 4)) < 2;
        return {
          id: `dates.last-seen.${day}.${reference}`,
          why: `last seen ${day}, read on 31 December ${reference}, ${seen ? "seen" : "not seen"}: ${seen ? 100 : 5}`,
          options: {
            schedule: "fr.fmt.2026",
            year: 2026,
            readings: on === "31/12/N" ? { "reference-day": on } : {},
          },
          input: { patients: [{ age: 85, ald: true, c2s: false, lastSeen: day }] },
        };
      }),
    )
    .concat([
      {
        id: "dates.last-seen.and-seen",
        why: "seen and lastSeen that agree: 100",
        options: { schedule: "fr.fmt.2026", year: 2026, readings: {} },
        input: {
          patients: [{ age: 85, ald: true, c2s: false, lastSeen: "2024-01-01", seen: true }],
        },
      },
      {
        id: "dates.last-seen.and-not-seen",
        why: "not seen and lastSeen that agree: 5",
        options: { schedule: "fr.fmt.2026", year: 2026, readings: {} },
        input: {
          patients: [{ age: 85, ald: true, c2s: false, lastSeen: "2023-12-31", seen: false }],
        },
      },
      {
        id: "dates.last-seen.either",
        why: "one row has seen, another lastSeen: 100 + 5",
        options: { schedule: "fr.fmt.2026", year: 2026, readings: {} },
        input: {
          patients: [
            { age: 85, ald: true, c2s: false, lastSeen: "2024-01-01" },
            { age: 85, ald: true, c2s: false, seen: false },
          ],
        },
      },
      {
        id: "dates.last-seen.unread",
        why: "the FPMT does not ask who was seen: 70 + 70",
        options: { schedule: "fr.fpmt.2024", year: 2024, readings: {} },
        input: {
          patients: [
            { age: 85, ald: true, c2s: false, lastSeen: "1999-01-01" },
            { age: 85, ald: true, c2s: false, seen: false },
          ],
        },
      },
    ]);
}

/** A physician's partial dates: 67 on the reference day, installed in year 2. */
function physicians(): Draft[] {
  const patients = [{ age: 85, ald: true, c2s: false }];
  return ["1958", "1958-12", "1958-12-31", "1958-01-01"].flatMap((birthDate) =>
    ["2024", "2024-01", "2024-12-31"].map((firstInstallation): Draft => ({
      id: `dates.physician.${birthDate}.${firstInstallation}`,
      why: `physician born ${birthDate}, installed ${firstInstallation}: 100 + 100 * 30% + 100 * 10%`,
      options: { schedule: "fr.fmt.2026", year: 2026, readings: {} },
      input: {
        physician: { birthDate, firstInstallation, zone: "QPV", contract: false },
        patients,
      },
    })),
  );
}
