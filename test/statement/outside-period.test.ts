import { expect, test } from "vitest";
import { computePatient, getSchedule, loadSchedule, type ComputeOptions } from "../../src/index.ts";
import { refused, why, type Why } from "../support/refused.ts";
import { table } from "../support/table.ts";
import { villageWith } from "../support/village.ts";

const patient = { age: 80, ald: true, c2s: false, seen: true, prevention: [] };
const marks = (options: ComputeOptions): string[] =>
  computePatient({ patient }, options)
    .warnings.filter(({ code }) => code === "outside-period")
    .map(({ path, fr, en }) => `${path}: ${fr} / ${en}`);

const fmt = (year: number): string =>
  `schedule: barème en vigueur du 01/01/2026 au 31/12/2029, appliqué à ${year} / schedule in force from 2026-01-01 to 2029-12-31, applied to ${year}`;
const proposal =
  "schedule: proposition du 08/02/2024, jamais en vigueur / proposal of 2024-02-08, never in force";

table<ComputeOptions, readonly string[]>(
  "a schedule outside its years is marked",
  [
    ["the year before", { schedule: "fr.fmt.2026", year: 2025 }, [fmt(2025)]],
    ["its first year", { schedule: "fr.fmt.2026", year: 2026 }, []],
    ["its last year", { schedule: "fr.fmt.2026", year: 2029 }, []],
    ["the year after", { schedule: "fr.fmt.2026", year: 2030 }, [fmt(2030)]],
    ["as a document", { schedule: getSchedule("fr.fmt.2026"), year: 2030 }, [fmt(2030)]],
    ["a proposal, in its year", { schedule: "fr.proposal.2024-02-08", year: 2024 }, [proposal]],
    ["a proposal, in another", { schedule: "fr.proposal.2024-02-08", year: 2026 }, [proposal]],
    ["the one in force, without being asked for", { year: 2026 }, []],
    [
      "a document of one's own, in its year",
      { schedule: loadSchedule(villageWith()), year: 2026 },
      [],
    ],
    [
      "a document of one's own, in another",
      { schedule: loadSchedule(villageWith()), year: 2027 },
      [
        "schedule: barème en vigueur du 01/01/2026 au 31/12/2026, appliqué à 2027 / schedule in force from 2026-01-01 to 2026-12-31, applied to 2027",
      ],
    ],
  ],
  marks,
);

test("the amounts are those of the schedule, whatever the year", () => {
  expect(
    [2025, 2026, 2030].map(
      (year) => computePatient({ patient }, { schedule: "fr.fmt.2026", year }).total,
    ),
  ).toEqual(["100.00", "100.00", "100.00"]);
});

test("the reference day follows the year that is asked for", () => {
  const days = [2019, 2026].flatMap((year) =>
    ["fr.fmt.2026", "fr.fpmt.2018"].map(
      (schedule) => computePatient({ patient }, { schedule, year }).schedule.referenceDate,
    ),
  );
  expect(days).toEqual(["2018-12-31", "2019-12-31", "2025-12-31", "2026-12-31"]);
});

const covered = [
  "01/01/2018 – 31/12/2023 (fr.fpmt.2018), 01/01/2024 – 31/12/2025 (fr.fpmt.2024), 01/01/2026 – 31/12/2029 (fr.fmt.2026)",
  "2018-01-01 – 2023-12-31 (fr.fpmt.2018), 2024-01-01 – 2025-12-31 (fr.fpmt.2024), 2026-01-01 – 2029-12-31 (fr.fmt.2026)",
] as const;
const aYear = ["une année de 1900 à 2999", "a year from 1900 to 2999"] as const;
const options = (value: unknown): ComputeOptions => value as ComputeOptions;

table<ComputeOptions, Why>(
  "options are refused",
  [
    [
      "a year that no schedule covers",
      { year: 2030 },
      why("DATE_NOT_COVERED", "year", "2030", ...covered),
    ],
    ["no year", options({}), why("YEAR_INVALID", "year", "undefined", ...aYear)],
    [
      "no year, though a schedule",
      options({ schedule: "fr.fmt.2026" }),
      why("YEAR_INVALID", "year", "undefined", ...aYear),
    ],
    ["a year in text", options({ year: "2026" }), why("YEAR_INVALID", "year", '"2026"', ...aYear)],
    [
      "an unknown schedule",
      { year: 2026, schedule: "fmt" },
      why(
        "SCHEDULE_UNKNOWN",
        "schedule",
        '"fmt"',
        "fr.fpmt.2018, fr.fpmt.2024, fr.fmt.2026, fr.round.2023-12-21, fr.proposal.2024-02-08, fr.round.2024-03-14, fr.round.2024-05-17, fr.forfait-structure.2025, fr.donum.2026, be.nurse-premium.2024",
      ),
    ],
    [
      "a document that is none",
      options({ year: 2026, schedule: 3 }),
      why("SCHEDULE_INVALID", "(document)", "3", "un objet", "an object"),
    ],
    [
      "none",
      options(undefined),
      why("INPUT_INVALID", "options", "undefined", "{ year, schedule?, readings?, patch? }"),
    ],
  ],
  (given) => refused(() => computePatient({ patient }, given)),
);
