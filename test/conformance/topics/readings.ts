import type { Draft } from "../vector.ts";

/** Every option of every open question, alone; and all combinations of the schedules that have few. */
export const readings = (): readonly Draft[] => [...fmtAlone(), ...fpmt(), ...proposal()];

/** A list on which every open question of the FMT is worth something, in amounts or in dates. */
export const telling = {
  physician: {
    id: "dr",
    zone: "ZIP",
    birthDate: "1958-05-20",
    firstInstallation: "2025-03-01",
    contract: false,
    sector: "1",
    activeFrom: "2025-03-01",
  },
  patients: [
    {
      id: "a",
      birthDate: "1946-02-11",
      ald: false,
      c2s: true,
      lastSeen: "2025-10-02",
      prevention: ["flu", "covid"],
    },
    {
      id: "b",
      birthDate: "1950-08-30",
      ald: true,
      c2s: "free",
      lastSeen: "2022-01-09",
      prevention: [],
    },
    {
      id: "c",
      birthDate: "1940",
      ald: true,
      c2s: "contributory",
      lastSeen: "2023-12-31",
      prevention: ["hba1c"],
    },
    {
      id: "d",
      birthDate: "2019-06",
      ald: false,
      c2s: false,
      lastSeen: "2024-04",
      prevention: ["dental"],
    },
    {
      id: "e",
      birthDate: "1995-12-31",
      ald: false,
      c2s: false,
      lastSeen: "2026-01-20",
      prevention: [],
    },
  ],
} as const;

/** The same list, of a physician who leaves in the third quarter, on the 227th day. */
export const leaver = {
  ...telling,
  physician: { ...telling.physician, activeUntil: "2026-08-15" },
} as const;

/** Options of how the list is read and for what part of a year, other than the default. */
export const LIST_OPTIONS: readonly (readonly [id: string, option: string])[] = [
  ["zone-day", "1/1/N"],
  ["prevention-year", "N-1"],
  ["late-visit", "unseen"],
  ["leaving", "quarters"],
  ["leaving", "days"],
];

/** The option other than the default of what the instalments are equal parts of. */
export const PARTS_OPTION = ["equal-parts", "component"] as const;

/** Options other than the default, by reading. */
export const FMT_OPTIONS: Readonly<Record<string, string>> = {
  "not-seen-c2s": "lost",
  "not-seen-ald": "keeps",
  "zone-and-age": "highest",
  "first-install": "add",
  "uplift-base": "base-and-c2s",
  "install-year": "civil",
  "reference-day": "31/12/N",
  "paid-when": "next-year",
  "odd-cents": "first",
};

/** By default: a 15 + 10, b and c not seen 5 + 10 each, d 15, e 5; four actions; year 1 in a ZIP, and 67 years. */
const AMOUNTS: Readonly<Record<string, string>> = {
  default: "45 + 30 + 20 + 45 * 50% + 45 * 10%",
  "not-seen-c2s": "45 + 10 + 20 + 45 * 50% + 45 * 10%",
  "not-seen-ald": "190 + 30 + 20 + 190 * 50% + 190 * 10%",
  "zone-and-age": "45 + 30 + 20 + 45 * 50%",
  "first-install": "45 + 30 + 20 + 45 * 60% + 45 * 10%",
  "uplift-base": "45 + 30 + 20 + 75 * 50% + 75 * 10%",
  "install-year": "45 + 30 + 20 + 45 * 30% + 45 * 10%",
  "reference-day": "75 + 30 + 20 + 75 * 30% + 75 * 10%",
  "paid-when": "45 + 30 + 20 + 45 * 50% + 45 * 10%",
  "odd-cents": "45 + 30 + 20 + 45 * 50% + 45 * 10%",
};

/** What is taken off each component for the quarters or the days after the departure. */
const LEAVING: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["quarters", "1/4"],
    ["days", "(365 - 227)/365"],
  ].map(([option, missing]) => [
    option,
    ["45", "30", "20", "22.50", "4.50"]
      .map((one) => `${one} - round(${one} * ${missing})`)
      .join(" + "),
  ]),
);

function fmtAlone(): Draft[] {
  const options = (chosen: Record<string, string>): Draft["options"] => ({
    schedule: "fr.fmt.2026",
    year: 2026,
    readings: chosen,
  });
  const defaults: Readonly<Record<string, string>> = {
    "not-seen-c2s": "kept",
    "not-seen-ald": "falls",
    "zone-and-age": "added",
    "first-install": "replace",
    "uplift-base": "base",
    "install-year": "reference-day",
    "reference-day": "31/12/N-1",
    "paid-when": "with-base",
    "odd-cents": "last",
  };
  const ofList = { "zone-day": "31/12/N-1", "prevention-year": "N", "late-visit": "seen" };
  return [
    {
      id: "readings.fmt.default",
      why: `no reading is chosen: ${AMOUNTS["default"]}`,
      options: options({}),
      input: telling,
      shares: true,
    },
    ...Object.entries(defaults).map(([id, option]): Draft => ({
      id: `readings.fmt.${id}.${option}`,
      why: `${id} = ${option}, the default, is the document itself: ${AMOUNTS["default"]}`,
      options: options({ [id]: option }),
      input: telling,
    })),
    ...Object.entries(FMT_OPTIONS).map(([id, option]): Draft => ({
      id: `readings.fmt.${id}.${option}`,
      why: `${id} = ${option}: ${AMOUNTS[id]}`,
      options: options({ [id]: option }),
      input: telling,
      shares: true,
    })),
    ...Object.entries({ ...ofList, leaving: "whole", "equal-parts": "sum" }).map(
      ([id, option]): Draft => ({
        id: `readings.fmt.${id}.${option}`,
        why: `${id} = ${option}, the default, of a physician who leaves: ${AMOUNTS["default"]}`,
        options: options({ [id]: option }),
        input: leaver,
      }),
    ),
    ...[...LIST_OPTIONS, PARTS_OPTION].map(([id, option]): Draft => ({
      id: `readings.fmt.${id}.${option}`,
      why: `${id} = ${option}, of a physician who leaves: ${LEAVING[option] ?? AMOUNTS["default"]}`,
      options: options({ [id]: option }),
      input: leaver,
      shares: true,
    })),
    {
      id: "readings.fmt.every-default",
      why: `every reading is named with its default: ${AMOUNTS["default"]}`,
      options: options({ ...defaults, ...ofList, leaving: "whole", "equal-parts": "sum" }),
      input: telling,
    },
  ];
}

/** Two of four on the free C2S, one on the contributory: shares of 75 % and 50 %; leaving on 15 February, 46 of 365 days. */
function fpmt(): Draft[] {
  const patients = [
    { id: "a", age: 82, ald: true, c2s: "free" },
    { id: "b", age: 40, ald: false, c2s: "free" },
    { id: "c", age: 5, ald: false, c2s: "contributory" },
    { id: "d", age: 79, ald: false, c2s: false },
  ];
  const choices = [
    ["precarity-cap", ["share", "rate"]],
    ["precarity-of", ["all", "free"]],
    ["leaving", ["quarters", "days"]],
  ] as const;
  return [
    ["fr.fpmt.2018", 2019],
    ["fr.fpmt.2024", 2025],
  ].flatMap(([schedule, year]) =>
    combinations(choices).map((chosen): Draft => {
      const rate =
        chosen["precarity-cap"] === "share"
          ? "(25% - 7%) * 50%"
          : chosen["precarity-of"] === "all"
            ? "25%"
            : "(2/4 - 7%) * 50%";
      const missing = chosen["leaving"] === "quarters" ? "3/4" : "(365 - 31 - 15)/365";
      return {
        id: `readings.${String(schedule).slice(3).replace(".", "-")}.${Object.values(chosen).join(".")}`,
        why: `${said(chosen)}, leaving on 15 February: 86 - round(86 * ${missing}) + round(86 * ${rate}) - round(round(86 * ${rate}) * ${missing})`,
        options: { schedule: String(schedule), year: Number(year), readings: chosen },
        input: { physician: { activeUntil: `${year}-02-15` }, patients },
        shares: true,
      };
    }),
  );
}

function proposal(): Draft[] {
  const patients = [
    { id: "a", age: 82, ald: true, c2s: true, prevention: 1 },
    { id: "b", age: 5, ald: false, c2s: false, prevention: 2 },
    { id: "c", age: 79, ald: false, c2s: true, prevention: 0 },
  ];
  const choices = [
    ["uplift-base", ["whole", "base"]],
    ["zones", ["ZIP-ZAC", "ZIP"]],
  ] as const;
  return combinations(choices).map((chosen): Draft => ({
    id: `readings.proposal.${Object.values(chosen).join(".")}`,
    why: `${said(chosen)}, in a ZAC: 81 + 10 + 15${chosen["zones"] === "ZIP" ? "" : chosen["uplift-base"] === "whole" ? " + (81 + 10 + 15) * 10%" : " + 81 * 10%"}`,
    options: { schedule: "fr.proposal.2024-02-08", year: 2024, readings: chosen },
    input: { physician: { zone: "ZAC" }, patients },
    shares: true,
  }));
}

/** Every way to take one option of each reading. */
export function combinations(
  choices: readonly (readonly [string, readonly string[]])[],
): Record<string, string>[] {
  return choices.reduce<Record<string, string>[]>(
    (all, [id, options]) =>
      all.flatMap((before) => options.map((option) => ({ ...before, [id]: option }))),
    [{}],
  );
}

export function said(chosen: Readonly<Record<string, string>>): string {
  return Object.entries(chosen)
    .map((pair) => pair.join(" = "))
    .join(", ");
}
