import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { getSchedule, loadSchedule, applyPatch, type SchedulePatch } from "../../src/index.ts";
import { ZONES } from "../../src/facts.ts";
import { holds, type FactValue } from "../../src/schedule/conditions.ts";
import { uncovered } from "../../src/schedule/coverage.ts";
import type { Condition } from "../../src/schedule/language.ts";
import { runs } from "../support/runs.ts";
import { refused, why, type Why } from "../support/refused.ts";
import { table } from "../support/table.ts";
import { villageWith } from "../support/village.ts";

const exactlyOne = ["exactement un cas", "exactly one case"] as const;
const atMostOne = ["un cas au plus", "at most one case"] as const;
const gap = (path: string, facts: string): Why =>
  why("SCHEDULE_GAP", path, `"${facts}"`, ...exactlyOne);
const base = "amounts.base.cases";

table<Readonly<Record<string, unknown>>, Why>(
  "base cases that leave a gap or overlap are refused, with the age and the facts",
  [
    ["a gap of one year", { [`${base}.adult.when.age`]: "19+" }, gap("base", "age 18, ald false")],
    ["a gap of years", { [`${base}.child.when.age`]: "0-14" }, gap("base", "age 15-17, ald false")],
    ["a gap at birth", { [`${base}.child.when.age`]: "1-17" }, gap("base", "age 0, ald false")],
    [
      "a gap at the end",
      { [`${base}.adult.when.age`]: "18-99" },
      gap("base", "age 100+, ald false"),
    ],
    [
      "a gap at the oldest age",
      { [`${base}.adult.when.age`]: "18-128" },
      gap("base", "age 129+, ald false"),
    ],
    [
      "a gap of a fact",
      { [`${base}.ald.when.c2s`]: true },
      gap("base", "age 0-17, ald true, c2s none"),
    ],
    ["a case that is missing", { [`${base}.adult`]: undefined }, gap("base", "age 18+, ald false")],
    [
      "an overlap of one year",
      { [`${base}.child.when.age`]: "0-18" },
      why("SCHEDULE_OVERLAP", "base", '"age 18, ald false: child + adult"', ...exactlyOne),
    ],
    [
      "an overlap of a fact",
      { [`${base}.child.when.ald`]: undefined },
      why("SCHEDULE_OVERLAP", "base", '"age 0-17, ald true: child + ald"', ...exactlyOne),
    ],
    [
      "of several overlaps the first by age",
      {
        [base]: {
          a: { when: { age: "0-17" }, amount: "10" },
          b: { when: { age: "10-30" }, amount: "10" },
          c: { when: { age: "5+" }, amount: "10" },
        },
      },
      why("SCHEDULE_OVERLAP", "base", '"age 5-9: a + c"', ...exactlyOne),
    ],
    [
      "of several overlaps at one age the first by the next fact",
      {
        [base]: {
          a: { when: { age: "0-17" }, amount: "10" },
          b: { when: { age: "0-17", ald: true }, amount: "10" },
          c: { when: { age: "0-17", ald: false }, amount: "10" },
        },
      },
      why("SCHEDULE_OVERLAP", "base", '"age 0-17, ald false: a + c"', ...exactlyOne),
    ],
    [
      "an overlap of uplifts",
      {
        "uplifts.cases.zone.cases": {
          a: { when: { physicianAge: "67+" } },
          b: { when: { physicianAge: "60-70" } },
        },
      },
      why("SCHEDULE_OVERLAP", "zone", '"zone ZIP, physicianAge 67-70: a + b"', ...atMostOne),
    ],
    [
      "an overlap of years of installation",
      {
        "reads.installationYear": "civil",
        "uplifts.cases.zone.cases": {
          a: { when: { installationYear: "1-2" } },
          b: { when: { installationYear: "2+" } },
        },
      },
      why("SCHEDULE_OVERLAP", "zone", '"zone ZIP, installationYear 2: a + b"', ...atMostOne),
    ],
    [
      "an overlap of sectors",
      {
        "uplifts.cases.zone.cases": {
          a: { when: { sector: ["1", "2-optam"] } },
          b: { when: { sector: ["2-optam", "2"] } },
        },
      },
      why("SCHEDULE_OVERLAP", "zone", '"zone ZIP, sector 2-optam: a + b"', ...atMostOne),
    ],
  ],
  (edits) => refused(() => loadSchedule(villageWith(edits))),
);

table<SchedulePatch, Why>(
  "so does a patch of the FMT that would open a gap",
  [
    ["at 75", { "base.75-79.when.age": "76-79" }, gap("base", "seen true, ald false, age 75")],
    [
      "at 80 in ALD",
      { "base.ald-80+.when.age": "81+" },
      gap("base", "seen true, ald true, age 80"),
    ],
    [
      "among those not seen",
      { "base.not-seen.when.c2s": false },
      gap("base", "seen false, c2s free, ald false, age 0-6"),
    ],
    [
      "overlap at 6 and 7",
      { "base.0-6.when.age": "0-7" },
      why("SCHEDULE_OVERLAP", "base", '"seen true, ald false, age 7: 0-6 + 7-74"', ...exactlyOne),
    ],
  ],
  (patch) => refused(() => applyPatch(getSchedule("fr.fmt.2026"), patch)),
);

table<Readonly<Record<string, unknown>>, string>(
  "what leaves no gap loads",
  [
    [
      'a gap under "at most one"',
      { "amounts.base.pick": "at most one", [`${base}.adult`]: undefined },
      "fr.village",
    ],
    [
      'an overlap under "each"',
      { "amounts.base.pick": "each", [`${base}.child.when.age`]: "0-30" },
      "fr.village",
    ],
    [
      "bands that meet at another age",
      { [`${base}.child.when.age`]: "0-15", [`${base}.adult.when.age`]: "16+" },
      "fr.village",
    ],
    [
      "a last band that ends with the oldest age",
      { [`${base}.adult.when.age`]: "18-129" },
      "fr.village",
    ],
    [
      "an overlap in a year before the first of an installation",
      {
        "reads.installationYear": "civil",
        "uplifts.cases.zone.cases": {
          a: { when: { installationYear: "0" } },
          b: { when: { installationYear: "0-3" } },
        },
      },
      "fr.village",
    ],
    [
      "a gap that the condition of the component leaves out",
      { "amounts.base.when": { age: "18+" }, [`${base}.child`]: undefined },
      "fr.village",
    ],
  ],
  (edits) => loadSchedule(villageWith(edits)).id,
);

describe("the cases of a component", () => {
  const facts = {
    seen: [true, false],
    ald: [true, false],
    c2s: [true, false, "free", "contributory"],
    zone: ["ZIP", ["ZIP", "ZAC"], ["QPV", "none"]],
    age: ["0-6", "7+", "7-64", "65+", "3-70"],
    hours: ["0-9.5", "9.5001+", "12", "5+"],
  };
  const values = {
    seen: [true, false],
    ald: [true, false],
    c2s: ["none", "free", "contributory"],
    zone: ZONES,
    age: [0, 2, 3, 6, 7, 64, 65, 70, 71, 129],
    hours: [0, 4.9999, 5, 9.5, 9.5001, 11.9999, 12, 12.0001],
  };
  const hours = { fr: "heures", en: "hours", of: "physician", is: "number" } as const;
  const conditions = fc.record(
    Object.fromEntries(
      Object.entries(facts).map(([fact, some]) => [fact, fc.constantFrom(...some)]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Condition>;

  /** Of every combination of the values, in order, the cases that hold. */
  function matching(when: Condition | undefined, cases: readonly Condition[]): string[][] {
    const names = Object.keys(values) as (keyof typeof values)[];
    const points = names.reduce<readonly Record<string, FactValue>[]>(
      (all, name) =>
        all.flatMap((point) => values[name].map((value) => ({ ...point, [name]: value }))),
      [{}],
    );
    return points
      .map((point) => (fact: string) => point[fact] as FactValue)
      .filter((read) => holds(when, read))
      .map((read) => cases.flatMap((one, i) => (holds(one, read) ? [`c${i}`] : [])));
  }

  test.each(["exactly one", "at most one"] as const)(
    "are told from those that %s of them matches, as every combination tried tells",
    (pick) =>
      fc.assert(
        fc.property(
          fc.option(conditions, { nil: undefined }),
          fc.array(conditions, { minLength: 1, maxLength: 4 }),
          (when, some) => {
            const cases = Object.fromEntries(some.map((one, i) => [`c${i}`, { when: one }]));
            const counts = matching(when, some);
            const found = uncovered(when, cases, { hours }, pick);
            const isWrong = (ids: readonly string[]): boolean =>
              ids.length > 1 || (pick === "exactly one" && ids.length === 0);
            expect(found !== undefined).toBe(counts.some(isWrong));
            if (found) expect(counts).toContainEqual(found.cases);
          },
        ),
        runs(400),
      ),
  );

  test("may name every fact, however many they are", () => {
    const all = {
      age: "0-6",
      ald: true,
      c2s: true,
      seen: true,
      zone: "ZIP",
      contract: true,
      installationYear: "1-3",
      physicianAge: "30-66",
      sector: "1",
      active: true,
    } as const;
    const numbers = Array.from({ length: 300 }, (_, i) => `${i}`);
    const bands = numbers.map((hours) => ({ when: { ...all, hours } as Condition }));
    const disjoint = Object.fromEntries(bands.map((one, i) => [`c${i}`, one]));
    expect(uncovered(undefined, disjoint, { hours }, undefined)).toBeUndefined();
    expect(
      uncovered(undefined, { ...disjoint, other: disjoint["c7"] as object }, { hours }, undefined),
    ).toEqual({
      facts:
        "age 0-6, ald true, c2s free, seen true, zone ZIP, contract true, installationYear 1-3, " +
        "physicianAge 30-66, sector 1, active true, hours 7",
      cases: ["c7", "other"],
    });
    expect(uncovered(undefined, disjoint, { hours }, "exactly one")).toMatchObject({ cases: [] });
  });
});
