import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addAmounts,
  compareSchedules,
  computePanels,
  panelsFromCounts,
  subtractAmounts,
  type CompareOptions,
  type Panels,
  type ScheduleComparison,
} from "../../src/index.ts";
import { runs } from "../support/runs.ts";

/** Laws of comparisons, on random panels of a few physicians and random schedules. */

const row = fc.record({
  physicianId: fc.constantFrom("A", "B", "C"),
  age: fc.constantFrom(0, 6, 7, 40, 74, 75, 79, 80, 95),
  ald: fc.boolean(),
  c2s: fc.constantFrom<boolean | "free" | "contributory">(false, "free", "contributory"),
  yearsSinceSeen: fc.integer({ min: 0, max: 3 }),
  n: fc.integer({ min: 0, max: 70 }),
});
const someone = fc.record({
  zone: fc.constantFrom("ZIP", "QPV", "ZAC", "none"),
  age: fc.constantFrom(40, 66, 67),
  firstInstallation: fc.constantFrom("2016", "2024", "2025"),
  sector: fc.constantFrom("1", "2"),
  activeUntil: fc.constantFrom("2026-05-31", "2031-01-01"),
});
const panels: fc.Arbitrary<Panels> = fc
  .tuple(fc.array(row, { maxLength: 12 }), fc.array(someone, { minLength: 3, maxLength: 3 }))
  .map(([table, facts]) =>
    panelsFromCounts(table, {
      year: 2026,
      physicians: facts.map((one, i) => ({ id: "ABC"[i] as string, ...one }) as never),
    }),
  );

const amount = fc.integer({ min: 0, max: 20_000 }).map((cents) => (cents / 100).toFixed(2));
const rate = fc.integer({ min: 0, max: 6000 }).map((parts) => `${parts / 100}%`);
const patch: fc.Arbitrary<Record<string, unknown>> = fc.record(
  {
    "c2s.amount": amount,
    "base.7-74.amount": amount,
    "base.ald-80+.amount": amount,
    "base.not-seen.amount": amount,
    "zone.year-1.rate": rate,
    "age67.rate": rate,
    "uplifts.together": fc.constant("highest"),
    "uplifts.of": fc.constant(["base", "c2s"]),
  },
  { requiredKeys: [] },
);
const choice: fc.Arbitrary<CompareOptions["b"]> = fc.oneof(
  fc.constantFrom("fr.fmt.2026", "fr.fpmt.2018", "fr.fpmt.2024", "fr.proposal.2024-02-08"),
  patch.map((values) => ({ schedule: "fr.fmt.2026" as const, patch: values })),
  patch.map((values) => ({ patch: Object.fromEntries(Object.entries(values).slice(0, 2)) })),
);
const weights = fc.option(
  fc.array(
    fc.integer({ min: 0, max: 5_000_000 }).map((n) => n / 1e6),
    { minLength: 3, maxLength: 3 },
  ),
  { nil: undefined },
);

const partChanges = ({ parts }: ScheduleComparison): string[] => [
  ...[...parts.values, ...parts.cases].map(({ change }) => change),
  parts.interaction,
  parts.rounding,
];

test("the parts sum exactly to the whole, whatever the schedules, physicians and weights", () => {
  fc.assert(
    fc.property(panels, choice, choice, weights, (list, a, b, of) => {
      const first = typeof a === "object" && !("schedule" in a) ? "fr.fmt.2026" : a;
      const usable = typeof b === "object" && !("schedule" in b) ? "fr.fmt.2026" : first;
      const result = compareSchedules(list, {
        year: 2026,
        a: usable,
        b,
        move: true,
        ...(of && { weights: of }),
      });
      expect(addAmounts(partChanges(result))).toBe(result.total.change);
      expect(result.total.change).toBe(subtractAmounts(result.total.to, result.total.from));
      if (!of && result.parts.by === "case") expect(result.parts.rounding).toBe("0.00");
    }),
    runs(160),
  );
});

test("a comparison is the difference of two computations, and its groups sum to it", () => {
  fc.assert(
    fc.property(panels, patch, (list, values) => {
      const result = compareSchedules(list, { year: 2026, b: { patch: values }, by: ["zone"] });
      const total = (options: object): number =>
        computePanels(list, { year: 2026, ...options }).sums.totalCents;
      expect([result.total.from, result.total.to]).toEqual(
        [total({}), total({ patch: values })].map((cents) => (cents / 100).toFixed(2)),
      );
      const sum = (pick: (one: ScheduleComparison | ScheduleComparison["groups"][0]) => string) =>
        expect(addAmounts(result.groups.map(pick))).toBe(pick(result));
      sum(({ total: { change } }) => change);
      sum(({ gainers }) => gainers.change);
      sum(({ losers }) => losers.change);
      expect(addAmounts([result.gainers.change, result.losers.change])).toBe(result.total.change);
    }),
    runs(160),
  );
});

test("a comparison with itself is zero, and turned round it is the opposite", () => {
  fc.assert(
    fc.property(panels, patch, weights, (list, values, of) => {
      const side = { schedule: "fr.fmt.2026", patch: values } as const;
      const compare = (a: CompareOptions["b"], b: CompareOptions["b"]) =>
        compareSchedules(list, { year: 2026, a, b, ...(of && { weights: of }) });
      const same = compare(side, side);
      expect([...partChanges(same), same.total.change].every((one) => one === "0.00")).toBe(true);
      const [there, back] = [compare("fr.fmt.2026", side), compare(side, "fr.fmt.2026")];
      expect(addAmounts([there.total.change, back.total.change])).toBe("0.00");
      expect(there.gainers.physicians).toBe(back.losers.physicians);
    }),
    runs(80),
  );
});

test("a quantile is the smallest change that the weights of those below or at it reach", () => {
  fc.assert(
    fc.property(panels, patch, weights, fc.integer({ min: 1, max: 7 }), (list, b, of, n) => {
      const result = compareSchedules(list, {
        year: 2026,
        b: { patch: b },
        quantiles: n,
        ...(of && { weights: of }),
      });
      const all = result
        .physicianRows()
        .map(({ change }, i) => ({ change, weight: Math.round((of?.[i] ?? 1) * 1e6) }));
      const sum = (some: typeof all) => some.reduce((before, { weight }) => before + weight, 0);
      for (const { p, change } of result.quantiles) {
        const reaches = (bound: number): boolean =>
          sum(all.filter((one) => one.change <= bound)) * n >= Math.round(p * n) * sum(all);
        expect(reaches(Number(change))).toBe(true);
        const lower = all.filter((one) => one.weight > 0 && one.change < Number(change));
        expect(lower.some((one) => reaches(one.change))).toBe(false);
      }
      expect(result.quantiles).toHaveLength(sum(all) > 0 ? n + 1 : 0);
    }),
    runs(80),
  );
});
