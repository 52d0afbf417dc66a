import type { Draft } from "../vector.ts";

/** Uplifts: the zone and its years, the physician's age, the share of C2S patients. */
export const uplifts = (): readonly Draft[] => [
  ...zones(),
  ...installations(),
  ...ages(),
  ...proposals(),
  ...precarity(),
];

const hundred = { age: 82, ald: true, c2s: false };

function zones(): Draft[] {
  const contracts = {
    "no-contract": { contract: false },
    contract: { contract: true },
    "contract-unknown": {},
  };
  return ["ZIP", "QPV", "ZAC", "none"].flatMap((zone) =>
    Object.entries(contracts).map(([name, contract]): Draft => {
      const paid = (zone === "ZIP" || zone === "QPV") && name !== "contract";
      return {
        id: `uplifts.zone.${zone}.${name}`,
        why: `zone ${zone}, ${name.replaceAll("-", " ")}, installed long ago: 100${paid ? " + 100 * 10%" : ""}`,
        options: { schedule: "fr.fmt.2026", year: 2026, readings: {} },
        input: {
          physician: { zone, ...contract, firstInstallation: "1990-09-01" },
          patients: [hundred],
        },
      };
    }),
  );
}

/**
 * 31 December 2025 is the reference day: installed in 2025 is year 1; in 2026 is no activity, or
 * where nobody asks for activity no uplift yet.
 */
function installations(): Draft[] {
  const rates: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    replace: { 2022: "10%", 2023: "10%", 2024: "30%", 2025: "50%", 2026: "-" },
    add: { 2022: "10%", 2023: "10%", 2024: "(30% + 10%)", 2025: "(50% + 10%)", 2026: "-" },
    civil: { 2022: "10%", 2023: "10%", 2024: "10%", 2025: "30%", 2026: "-", 2027: "-" },
    anyone: { 2025: "50%", 2026: "" },
  };
  const readings: Readonly<Record<string, Record<string, string>>> = {
    replace: {},
    add: { "first-install": "add" },
    civil: { "install-year": "civil" },
    anyone: {},
  };
  const said = (rate: string): string =>
    rate === "-" ? "no activity on the day, " : rate ? "" : "not yet counted, ";
  const sum = (rate: string): string =>
    rate === "-" ? "0" : `100${rate ? ` + 100 * ${rate}` : ""}`;
  return Object.entries(rates).flatMap(([reading, years]) =>
    Object.entries(years).flatMap(([installed, rate]) =>
      ["ZIP", "QPV"].map((zone): Draft => ({
        id: `uplifts.installed.${installed}.${reading}.${zone}`,
        why: `first installation in ${installed} in a ${zone}, ${said(rate)}reading ${reading}: ${sum(rate)}`,
        options: {
          schedule: "fr.fmt.2026",
          year: 2026,
          readings: readings[reading] as Record<string, string>,
          ...(reading === "anyone" && { patch: { "eligible.when.active": null } }),
        },
        input: {
          physician: {
            zone,
            contract: false,
            firstInstallation: zone === "ZIP" ? `${installed}-12-31` : installed,
          },
          patients: [hundred],
        },
      })),
    ),
  );
}

function ages(): Draft[] {
  const told = [66, 67, 68, 129].flatMap((age) => [
    { name: `age-${age}`, age, facts: { age } },
    ...(age < 129
      ? [{ name: `born-${2025 - age}`, age, facts: { birthDate: `${2025 - age}-12-31` } }]
      : []),
  ]);
  return told.flatMap(({ name, age, facts }) =>
    [
      { zone: "none", rate: 0 },
      { zone: "ZIP", rate: 10 },
      { zone: "ZIP", rate: 50 },
    ].flatMap(({ zone, rate }) =>
      ["added", "highest"].map((together): Draft => {
        const own = age >= 67 ? 10 : 0;
        const rates = [rate, own].filter((one) => one > 0);
        const paid = together === "added" ? rates : rates.slice(0, 1);
        return {
          id: `uplifts.${name}.zone-${rate}.${together}`,
          why: `physician of ${age}, zone uplift of ${rate} %, uplifts ${together === "added" ? "added" : "the highest only, the first on a tie"}: ${["100", ...paid.map((one) => `100 * ${one}%`)].join(" + ")}`,
          options: {
            schedule: "fr.fmt.2026",
            year: 2026,
            readings: together === "added" ? {} : { "zone-and-age": "highest" },
          },
          input: {
            physician: {
              ...facts,
              zone,
              contract: false,
              firstInstallation: rate === 50 ? "2025-03-01" : "1990",
            },
            patients: [hundred],
          },
        };
      }),
    ),
  );
}

/** 70 EUR of base and 5 EUR of C2S, with one action of 5 EUR. */
function proposals(): Draft[] {
  const patient = { age: 82, ald: true, c2s: true, prevention: 1 };
  return ["ZIP", "QPV", "ZAC", "none"].flatMap((zone) =>
    ["ZIP-ZAC", "ZIP"].flatMap((zoned) =>
      ["whole", "base"].map((of): Draft => {
        const paid = zone === "ZIP" || (zone === "ZAC" && zoned === "ZIP-ZAC");
        return {
          id: `uplifts.proposal.${zone}.${zoned}.${of}`,
          why: `the proposal in zone ${zone}, under-served zones read as ${zoned}, uplift of the ${of}: 70 + 5 + 5${paid ? ` + ${of === "whole" ? "(70 + 5 + 5)" : "70"} * 10%` : ""}`,
          options: {
            schedule: "fr.proposal.2024-02-08",
            year: 2024,
            readings: { zones: zoned, "uplift-base": of },
          },
          input: { physician: { zone }, patients: [patient] },
        };
      }),
    ),
  );
}

/** Lists of adults of 5 EUR, some on the C2S: the share against 7 % and 25 %, and what caps. */
function precarity(): Draft[] {
  const lists = [
    [0, 1],
    [1, 1],
    [1, 2],
    [1, 3],
    [2, 3],
    [1, 4],
    [1, 5],
    [2, 7],
    [4, 7],
    [1, 8],
    [5, 8],
    [1, 9],
    [1, 10],
    [1, 11],
    [3, 11],
    [1, 12],
    [1, 13],
    [4, 13],
    [1, 14],
    [1, 15],
    [2, 15],
    [1, 16],
    [4, 16],
    [5, 16],
    [1, 20],
    [2, 20],
  ] as const;
  return ["fr.fpmt.2018", "fr.fpmt.2024"].flatMap((schedule) =>
    [
      ...lists,
      [7, 100] as const,
      [8, 100] as const,
      [25, 100] as const,
      [26, 100] as const,
      [57, 100] as const,
      [58, 100] as const,
    ].flatMap(([count, of]) =>
      (schedule === "fr.fpmt.2018" && of === 100 ? [] : ["share", "rate"]).map((cap): Draft => ({
        id: `uplifts.precarity.${schedule.slice(3).replace(".", "-")}.${count}-of-${of}.cap-${cap}`,
        why: `${count} of ${of} patients on the C2S, cap on the ${cap}: ${5 * of}${precarityOf(count, of, cap)}`,
        options: {
          schedule,
          year: schedule === "fr.fpmt.2018" ? 2019 : 2024,
          readings: cap === "share" ? {} : { "precarity-cap": "rate" },
        },
        input: {
          patients: Array.from({ length: of }, (_, i) => ({ age: 40, ald: false, c2s: i < count })),
        },
        shares: of < 10,
      })),
    ),
  );
}

function precarityOf(count: number, of: number, cap: string): string {
  if (count * 100 <= of * 7) return "";
  if (cap === "share" && count * 4 > of) return ` + round(${5 * of} * (25% - 7%) * 50%)`;
  if (cap === "rate" && count * 100 > of * 57) return ` + round(${5 * of} * 25%)`;
  return ` + round(${5 * of} * (${count}/${of} - 7%) * 50%)`;
}
