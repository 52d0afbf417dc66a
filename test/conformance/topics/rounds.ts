import type { Draft } from "../vector.ts";
import { combinations, said } from "./readings.ts";

/** The rounds of the negotiation of 2023 and 2024, which were never in force. */
export const rounds = (): readonly Draft[] => [
  ...december(),
  ...decemberReadings(),
  ...spring("fr.round.2024-03-14"),
  ...spring("fr.round.2024-05-17"),
];

/** Last age of each band, then its amount without ALD and with ALD. */
type Row = readonly [last: number, plain: string, ald: string];

const DECEMBER: Readonly<Record<string, readonly Row[]>> = {
  ald: [
    [6, "6", "53.59"],
    [79, "5", "53.59"],
    [129, "46", "81.56"],
  ],
  "age-75": [
    [6, "6", "46"],
    [74, "5", "46"],
    [129, "46", "70"],
  ],
  seen: [
    [6, "6.70", "51.37"],
    [79, "5.58", "51.37"],
    [129, "51.37", "78.17"],
  ],
};

const SPRING: readonly Row[] = [
  [6, "6", "55"],
  [79, "5", "55"],
  [129, "55", "100"],
];

const AGES = [0, 6, 7, 74, 75, 79, 80, 129];

function baseOf(rows: readonly Row[], age: number, ald: boolean): string {
  const [, plain, withAld] = rows.find(([last]) => age <= last) as Row;
  return ald ? withAld : plain;
}

function december(): Draft[] {
  return Object.entries(DECEMBER).flatMap(([option, rows]) =>
    AGES.flatMap((age) =>
      [false, true].flatMap((ald) =>
        seenIn(option, age).map((seen): Draft => ({
          id: `rounds.2023-12-21.${option}.${age}${ald ? ".ald" : ""}${seen === false ? ".not-seen" : ""}`,
          why: `${option}, ${age} years${ald ? ", ALD" : ""}${seen === false ? ", not seen in the year" : ""}: ${seen === false ? "0" : baseOf(rows, age, ald)}`,
          options: {
            schedule: "fr.round.2023-12-21",
            year: 2024,
            readings: option === "ald" ? {} : { option },
          },
          input: { patients: [{ age, ald, c2s: false, ...(seen !== undefined && { seen }) }] },
        })),
      ),
    ),
  );
}

function seenIn(option: string, age: number): readonly (boolean | undefined)[] {
  if (option !== "seen") return [undefined];
  return age === 80 ? [true, false] : [true];
}

/** A list of half on the C2S, whose physician leaves, under every reading. */
function decemberReadings(): Draft[] {
  const patients = [
    { age: 82, ald: true, c2s: "free" },
    { age: 77, ald: false, c2s: "contributory" },
    { age: 60, ald: true, c2s: false },
    { age: 5, ald: false, c2s: false },
  ];
  const bases: Readonly<Record<string, string>> = {
    ald: "(81.56 + 5 + 53.59 + 6)",
    "age-75": "(70 + 46 + 46 + 6)",
    seen: "(78.17 + 5.58 + 51.37 + 6.70)",
  };
  const choices = [
    ["precarity-cap", ["share", "rate"]],
    ["precarity-of", ["all", "free"]],
    ["leaving", ["quarters", "days"]],
    ["option", ["ald", "age-75", "seen"]],
  ] as const;
  return combinations(choices).map((chosen): Draft => {
    const base = bases[chosen["option"] as string] as string;
    const share = chosen["precarity-of"] === "all" ? "50%" : "25%";
    const counted = chosen["precarity-cap"] === "share" ? "25%" : share;
    const uplift = `round(${base} * (${counted} - 7%) * 50%)`;
    const missing = chosen["leaving"] === "quarters" ? "1/2" : "184/366";
    return {
      id: `rounds.2023-12-21.readings.${Object.values(chosen).join(".")}`,
      why: `${said(chosen)}, leaving on 30 June: ${base} + ${uplift} - round(${base} * ${missing}) - round(${uplift} * ${missing})`,
      options: { schedule: "fr.round.2023-12-21", year: 2024, readings: chosen },
      input: { physician: { activeUntil: "2024-06-30" }, patients },
      shares: true,
    };
  });
}

const SEEN = [[true, false]] as const;
const SEEN_AND_C2S = [true, false].flatMap((seen) =>
  [false, true].map((c2s) => [seen, c2s] as const),
);

type Spring = "fr.round.2024-03-14" | "fr.round.2024-05-17";

function spring(schedule: Spring): Draft[] {
  const name = schedule.slice("fr.round.".length);
  const alone = AGES.flatMap((age) =>
    [false, true].flatMap((ald) =>
      (age === 80 ? SEEN_AND_C2S : SEEN).map(([seen, c2s]): Draft => {
        const amounts = seen ? [baseOf(SPRING, age, ald), ...(c2s ? ["10"] : [])] : ["0"];
        return {
          id: `rounds.${name}.${age}${ald ? ".ald" : ""}${c2s ? ".c2s" : ""}${seen ? "" : ".not-seen"}`,
          why: `${age} years${ald ? ", ALD" : ""}${c2s ? ", C2S" : ""}${seen ? "" : ", not seen for two years"}: ${amounts.join(" + ")}`,
          options: { schedule, year: 2024, readings: {} },
          input: { patients: [{ age, ald, c2s, seen }] },
        };
      }),
    ),
  );
  return [...alone, ...windows(schedule, name), ...springReadings(schedule, name)];
}

/** Both sides of the two years, and a visit of which nothing is told. */
function windows(schedule: Spring, name: string): Draft[] {
  const rows: readonly (readonly [string, object, string])[] = [
    ["2022", { lastSeen: "2022-01-01" }, "55"],
    ["2021", { lastSeen: "2021-12-31" }, "0"],
    ["not-told", {}, "55"],
  ];
  return rows.map(([id, seen, amount]): Draft => ({
    id: `rounds.${name}.window.${id}`,
    why: `80 years, last seen ${id}, on 31 December 2023: ${amount}`,
    options: { schedule, year: 2024, readings: {} },
    input: { patients: [{ age: 80, ald: false, c2s: false, ...seen }] },
  }));
}

function springReadings(schedule: Spring, name: string): Draft[] {
  const patients = [
    { id: "a", age: 82, ald: true, c2s: true, seen: true, prevention: 2 },
    { id: "b", age: 5, ald: false, c2s: false, seen: true, prevention: 1 },
    { id: "c", age: 70, ald: true, c2s: true, seen: false },
  ];
  const choices = [
    ["uplift-base", ["whole", "base"]],
    ["zones", ["ZIP-ZAC", "ZIP"]],
    ["not-seen", ["nothing", "as-signed"]],
  ] as const;
  return combinations(choices).map((chosen): Draft => {
    const signed = chosen["not-seen"] === "as-signed";
    const base = `(100 + 6${signed ? " + 5" : ""})`;
    const whole = `(${base} + ${signed ? "20" : "10"} + 3 * 5)`;
    const of = chosen["uplift-base"] === "whole" ? whole : base;
    return {
      id: `rounds.${name}.readings.${Object.values(chosen).join(".")}`,
      why: `${said(chosen)}, in a ZAC: ${whole}${chosen["zones"] === "ZIP" ? "" : ` + ${of} * 10%`}`,
      options: { schedule, year: 2024, readings: chosen },
      input: { physician: { zone: "ZAC" }, patients },
      shares: true,
    };
  });
}
