import type { Draft } from "../vector.ts";
import { isFpmt, nameOf, SCHEDULES, YEARS } from "./hand.ts";

/** Part of a year: the quarters begun or the days of an FPMT; the reference day alone of the others. */
export const partYear = (): readonly Draft[] => [...leaving(), ...activeOrNot(), ...precise()];

/** 70 EUR of base, and 9 % of it, 6.30 EUR, for a list of one on the C2S. */
const patient = { age: 82, ald: true, c2s: true };

/** Months and days, the quarters begun on that day, and the days of the year until it. */
const DAYS = [
  ["01-01", 1, 1],
  ["02-28", 1, 59],
  ["02-29", 1, 60],
  ["03-31", 1, 90],
  ["04-01", 2, 91],
  ["06-30", 2, 181],
  ["07-01", 3, 182],
  ["08-15", 3, 227],
  ["09-30", 3, 273],
  ["10-01", 4, 274],
  ["12-30", 4, 364],
  ["12-31", 4, 365],
] as const;

function leaving(): Draft[] {
  return (
    [
      ["fr.fpmt.2018", 2020],
      ["fr.fpmt.2018", 2023],
      ["fr.fpmt.2024", 2024],
      ["fr.fpmt.2024", 2025],
    ] as const
  ).flatMap(([schedule, year]) =>
    DAYS.flatMap(([day, quarters, days]) =>
      day === "02-29" && year % 4 !== 0
        ? []
        : ["quarters", "days"].map((reading): Draft => {
            const leap = year % 4 === 0;
            const elapsed = days + (leap && day > "02-29" ? 1 : 0);
            const missing =
              reading === "quarters"
                ? `${4 - quarters}/4`
                : `${(leap ? 366 : 365) - elapsed}/${leap ? 366 : 365}`;
            return {
              id: `part-year.${nameOf(schedule)}.${year}-${day}.${reading}`,
              why: `leaving on ${year}-${day}, ${reading === "quarters" ? `${quarters} quarters begun` : `${elapsed} days`}: 70 - round(70 * ${missing}) + 6.30 - round(6.30 * ${missing})`,
              options: {
                schedule,
                year,
                readings: reading === "quarters" ? {} : { leaving: "days" },
              },
              input: { physician: { activeUntil: `${year}-${day}` }, patients: [patient] },
            };
          }),
    ),
  );
}

/** Around the reference day and the year, of every schedule. */
function activeOrNot(): Draft[] {
  return SCHEDULES.flatMap((schedule) => {
    const year = YEARS[schedule];
    const day = isFpmt(schedule) ? year : year - 1;
    const whole = isFpmt(schedule)
      ? "70 + 6.30"
      : schedule === "fr.fmt.2026"
        ? "100 + 10"
        : "70 + 5";
    const rows: readonly (readonly [string, object, string])[] = [
      ["from-reference-day", { activeFrom: `${day}-12-31` }, whole],
      ["from-the-day-after", { activeFrom: `${day + 1}-01-01` }, "0"],
      ["until-reference-day", { activeUntil: `${day}-12-31` }, whole],
      ["until-the-day-before", { activeUntil: `${day}-12-30` }, isFpmt(schedule) ? whole : "0"],
      ["until-the-year-before", { activeUntil: `${day - 1}-12-31` }, "0"],
      ["from-long-ago", { activeFrom: "1998-10-01" }, whole],
      ["until-later", { activeUntil: `${day + 1}-01-01` }, whole],
      ["that-day-only", { activeFrom: `${day}-12-31`, activeUntil: `${day}-12-31` }, whole],
    ];
    return rows.map(([name, activity, sum]): Draft => ({
      id: `part-year.${nameOf(schedule)}.${name}`,
      why: `in activity ${name.replaceAll("-", " ")}, ${JSON.stringify(Object.values(activity))}: ${sum}`,
      options: { schedule, year, readings: {} },
      input: { physician: activity, patients: [patient] },
    }));
  });
}

/** Coming and leaving in one year, and shares of the reduction. */
function precise(): Draft[] {
  const stays = [
    ["2023-03-31", "2023-04-01", 2, 2],
    ["2023-04-01", "2023-09-30", 2, 183],
    ["2023-08-15", "2023-08-15", 1, 1],
    ["2023-07-01", "2023-07-31", 1, 31],
    ["2021-07-01", "2023-01-31", 1, 31],
    ["2023-01-01", "2023-12-30", 4, 364],
    ["2023-12-01", "2023-12-31", 4, 365],
  ] as const;
  const patients = [
    { id: "a", age: 82, ald: true, c2s: true },
    { id: "b", age: 3, ald: false, c2s: false },
    { id: "c", age: 50, ald: false, c2s: true },
  ];
  return stays.flatMap(([activeFrom, activeUntil, quarters, days]) =>
    ["quarters", "days"].map((reading): Draft => {
      const missing = reading === "quarters" ? `${4 - quarters}/4` : `${365 - days}/365`;
      return {
        id: `part-year.stay.${activeFrom}.${activeUntil}.${reading}`,
        why: `in activity from ${activeFrom} to ${activeUntil}: 81 - round(81 * ${missing}) + 7.29 - round(7.29 * ${missing})`,
        options: {
          schedule: "fr.fpmt.2018",
          year: 2023,
          readings: reading === "quarters" ? {} : { leaving: "days" },
        },
        input: { physician: { activeFrom, activeUntil }, patients },
        shares: true,
      };
    }),
  );
}
