import { describe, expect, test } from "vitest";
import {
  computePhysician,
  getSchedule,
  applyPatch,
  applyReadings,
  type Physician,
  type Readings,
  type Schedule,
  type Statement,
} from "../../src/index.ts";
import { adults } from "../support/lists.ts";

/** A list that gives a line to every rule of every schedule. */
const patients = [
  ...[0, 40, 76, 85].flatMap((age) =>
    [false, true].map((ald) => ({ age, ald, c2s: "free" as const, seen: true, prevention: 2 })),
  ),
  {
    age: 40,
    ald: false,
    c2s: "free" as const,
    seen: false,
    prevention: Object.keys(getSchedule("fr.fmt.2026").amounts["prevention"]?.cases ?? {}),
  },
  ...adults(1).map((one) => ({ ...one, seen: true })),
];
const physician = { zone: "ZIP", age: 70, firstInstallation: "2020" } as const;

/** The value that a document has at the path of a rule; a case that says none has that of its component. */
function valueAt({ amounts, uplifts, eligible }: Schedule, rule: string): unknown {
  const [id = "", ...rest] = rule.split(".");
  if (id === "eligible") return eligible.partYear;
  const key = rest.at(-1) as "amount" | "rate";
  const component = (amounts[id] ?? uplifts?.cases[id]) as {
    amount?: unknown;
    rate?: unknown;
    cases?: Record<string, { amount?: unknown; rate?: unknown }>;
  };
  return component.cases?.[rest[0] ?? ""]?.[key] ?? component[key];
}

const inputs: readonly (readonly [
  schedule: string,
  year: number,
  readings: Readings,
  more: Physician,
  rules: number,
])[] = [
  // 7 of the base, 1 of the C2S, 15 indicators and 1 count, 1 of the zone, 1 of the age.
  ["fr.fmt.2026", 2026, {}, {}, 7 + 1 + 15 + 1 + 1 + 1],
  [
    "fr.fmt.2026",
    2026,
    { "first-install": "add" },
    { firstInstallation: "2025" },
    7 + 1 + 15 + 1 + 1 + 1,
  ],
  ["fr.fmt.2026", 2026, {}, { firstInstallation: "2024" }, 7 + 1 + 15 + 1 + 1 + 1],
  // 5 of the base, 1 of the precarity; and a reduction for who leaves.
  ["fr.fpmt.2018", 2023, {}, {}, 5 + 1],
  ["fr.fpmt.2024", 2024, { leaving: "days" }, { activeUntil: "2024-02-29" }, 5 + 1 + 1],
  // 5 of the base, 1 of the C2S, 1 of prevention, 1 of the zone.
  ["fr.proposal.2024-02-08", 2024, {}, {}, 5 + 1 + 1 + 1],
];

describe.each(inputs)(
  "every rule of a statement of %s, in %i, under %j, %j",
  (id, year, readings, more, count) => {
    const schedule = applyReadings(getSchedule(id), readings);
    const under = (one: Schedule): Statement =>
      computePhysician({ physician: { ...physician, ...more }, patients }, { schedule: one, year });
    const before = under(schedule);
    const rules = [...new Set(before.lines.map(({ rule }) => rule))];

    test(`there are ${count}`, () => {
      expect(rules).toHaveLength(count);
    });

    test.each(rules)(
      "%s is a path that a patch may have: its own value changes no amount, and is then the user's",
      (rule) => {
        const after = under(applyPatch(schedule, { [rule]: valueAt(schedule, rule) }));
        expect(after.lines.map(({ amount }) => amount)).toEqual(
          before.lines.map(({ amount }) => amount),
        );
        expect(
          new Set(after.lines.filter((line) => line.rule === rule).map(({ status }) => status)),
        ).toEqual(new Set(["user"]));
      },
    );
  },
);
