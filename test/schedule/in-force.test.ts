import { describe, expect, test } from "vitest";
import { getSchedule, listSchedules, scheduleFor } from "../../src/index.ts";
import { refused, why } from "../support/refused.ts";
import { table } from "../support/table.ts";

const DAY = 24 * 60 * 60 * 1000;

describe("every day from 2018-01-01 to 2029-12-31", () => {
  const days: string[] = [];
  for (let time = Date.UTC(2018, 0, 1); time <= Date.UTC(2029, 11, 31); time += DAY)
    days.push(new Date(time).toISOString().slice(0, 10));

  test("is a day of the twelve years, three of them leap", () => {
    expect(days).toHaveLength(12 * 365 + 3);
  });

  test("has exactly one forfait in force, and scheduleFor gives it", () => {
    const periods = listSchedules().filter(({ scheme }) => scheme === "forfait");
    for (const day of days) {
      const inForce = periods
        .filter(
          ({ from, to }) => from !== undefined && to !== undefined && from <= day && day <= to,
        )
        .map(({ id }) => id);
      expect([day, inForce]).toEqual([day, [scheduleFor(day).id]]);
    }
  });
});

table<number | string, string>(
  "the schedule in force",
  [
    ["in 2018", 2018, "fr.fpmt.2018"],
    ["in 2023", 2023, "fr.fpmt.2018"],
    ["on the last day of 2023", "2023-12-31", "fr.fpmt.2018"],
    ["on the first day of 2024", "2024-01-01", "fr.fpmt.2024"],
    ["in 2024", 2024, "fr.fpmt.2024"],
    ["on a leap day", "2024-02-29", "fr.fpmt.2024"],
    ["on the last day of 2025", "2025-12-31", "fr.fpmt.2024"],
    ["on the first day of 2026", "2026-01-01", "fr.fmt.2026"],
    ["in 2026", 2026, "fr.fmt.2026"],
    ["in 2029", 2029, "fr.fmt.2026"],
  ],
  (when) => scheduleFor(when).id,
);

const covered = [
  "01/01/2018 – 31/12/2023 (fr.fpmt.2018), 01/01/2024 – 31/12/2025 (fr.fpmt.2024), 01/01/2026 – 31/12/2029 (fr.fmt.2026)",
  "2018-01-01 – 2023-12-31 (fr.fpmt.2018), 2024-01-01 – 2025-12-31 (fr.fpmt.2024), 2026-01-01 – 2029-12-31 (fr.fmt.2026)",
] as const;
const aDay = ["une année, ou un jour AAAA-MM-JJ", "a year, or a day YYYY-MM-DD"] as const;
const aYear = ["une année de 1900 à 2999", "a year from 1900 to 2999"] as const;

table(
  "refuses, and says what is covered",
  [
    ["the year before", 2017, why("DATE_NOT_COVERED", "year", "2017", ...covered)],
    ["the year after", 2030, why("DATE_NOT_COVERED", "year", "2030", ...covered)],
    ["the first year that is one", 1900, why("DATE_NOT_COVERED", "year", "1900", ...covered)],
    ["the last year that is one", 2999, why("DATE_NOT_COVERED", "year", "2999", ...covered)],
    ["the day before", "2017-12-31", why("DATE_NOT_COVERED", "date", '"2017-12-31"', ...covered)],
    ["the day after", "2030-01-01", why("DATE_NOT_COVERED", "date", '"2030-01-01"', ...covered)],
    [
      "a day that does not exist",
      "2026-02-29",
      why("DATE_INVALID", "date", '"2026-02-29"', ...aDay),
    ],
    ["a month", "2026-02", why("DATE_INVALID", "date", '"2026-02"', ...aDay)],
    ["half a year", 2026.5, why("YEAR_INVALID", "year", "2026.5", ...aYear)],
    ["a year too early to be one", 1899, why("YEAR_INVALID", "year", "1899", ...aYear)],
    ["a year too late to be one", 3000, why("YEAR_INVALID", "year", "3000", ...aYear)],
  ],
  (when: number | string) => refused(() => scheduleFor(when)),
);

test("the list has three forfaits, a proposal and three rounds, and what is paid beside, in two languages", () => {
  const period = (from: string, to: string): object => ({ from, to });
  const forfait = { scheme: "forfait", named: true, version: "1" };
  expect(listSchedules().map(({ fr, en, ...entry }) => ({ ...entry, named: fr !== en }))).toEqual([
    { id: "fr.fpmt.2018", ...forfait, version: "2", ...period("2018-01-01", "2023-12-31") },
    { id: "fr.fpmt.2024", ...forfait, version: "2", ...period("2024-01-01", "2025-12-31") },
    { id: "fr.fmt.2026", ...forfait, version: "2", ...period("2026-01-01", "2029-12-31") },
    { id: "fr.round.2023-12-21", ...forfait, proposed: "2023-12-21" },
    { id: "fr.proposal.2024-02-08", ...forfait, proposed: "2024-02-08" },
    { id: "fr.round.2024-03-14", ...forfait, proposed: "2024-03-14" },
    { id: "fr.round.2024-05-17", ...forfait, proposed: "2024-05-17" },
    {
      id: "fr.forfait-structure.2025",
      scheme: "forfait-structure",
      named: true,
      version: "1",
      ...period("2025-01-01", "2025-12-31"),
    },
    {
      id: "fr.donum.2026",
      scheme: "donum",
      named: true,
      version: "1",
      ...period("2026-01-01", "2027-12-31"),
    },
    {
      id: "be.nurse-premium.2024",
      scheme: "nurse-premium",
      named: true,
      version: "1",
      ...period("2024-01-01", "2024-12-31"),
    },
  ]);
});

test("an unknown schedule is refused, with the ids that exist", () => {
  const ids =
    "fr.fpmt.2018, fr.fpmt.2024, fr.fmt.2026, fr.round.2023-12-21, fr.proposal.2024-02-08, " +
    "fr.round.2024-03-14, fr.round.2024-05-17, fr.forfait-structure.2025, " +
    "fr.donum.2026, be.nurse-premium.2024";
  expect(refused(() => getSchedule("fr.fmt.2027"))).toEqual(
    why("SCHEDULE_UNKNOWN", "schedule", '"fr.fmt.2027"', ids),
  );
  expect(refused(() => getSchedule("__proto__"))).toEqual(
    why("SCHEDULE_UNKNOWN", "schedule", '"__proto__"', ids),
  );
});

test("a schedule is the same frozen document each time it is asked for", () => {
  const schedule = getSchedule("fr.fmt.2026");
  expect(getSchedule("fr.fmt.2026")).toBe(schedule);
  expect(Object.isFrozen(schedule.amounts["base"]?.cases?.["80+"]?.when)).toBe(true);
});
