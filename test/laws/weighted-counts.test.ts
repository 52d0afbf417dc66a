import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addAmounts,
  compareSchedules,
  computePanels,
  listSchedules,
  panelsFromCounts,
  sumStatements,
  type CountRow,
  type Physician,
} from "../../src/index.ts";
import { runs } from "../support/runs.ts";

/** Laws of counts with decimals, such as those of a survey: exact fractions, rounded once per line. */

const MILLION = 1_000_000n;
const decimals = fc.integer({ min: 0, max: 90_000_000 }).map((n) => n / 1e6);
const sorts = fc.record({
  age: fc.constantFrom(0, 6, 7, 40, 74, 75, 79, 80, 95),
  ald: fc.boolean(),
  c2s: fc.constantFrom<"free" | "contributory" | false>(false, "free", "contributory"),
});
const patients = (n: fc.Arbitrary<number>): fc.Arbitrary<CountRow> =>
  fc.tuple(sorts, fc.constantFrom("A", "B"), n).map(([sort, physicianId, count]) => ({
    ...sort,
    physicianId,
    n: count,
  }));
const rowWith = (n: fc.Arbitrary<number>): fc.Arbitrary<CountRow> =>
  fc.tuple(patients(n), n).map(([row, prevention]) => ({ ...row, prevention }));
const physicians: readonly Physician[] = [
  { id: "A", zone: "ZIP", firstInstallation: "2016" },
  { id: "B" },
];

const millionths = (n: number | undefined): bigint => BigInt(Math.round((n ?? 0) * 1e6));
const halfUp = (top: bigint, bottom: bigint): bigint => (2n * top + bottom) / (2n * bottom);
const sum = (all: readonly bigint[]): bigint => all.reduce((a, b) => a + b, 0n);

/** What the FMT of 2026 pays for a patient who was seen, in cents. */
const caseOf = ({ age, ald }: CountRow): bigint => {
  const years = age as number;
  if (ald) return years >= 80 ? 10_000n : 5500n;
  if (years <= 6) return 1501n; // told apart from 75 to 79, paid by another line
  if (years <= 74) return 500n;
  return years <= 79 ? 1500n : 5500n;
};

test("a physician's line is an exact fraction of a cent, rounded once", () => {
  fc.assert(
    fc.property(fc.array(rowWith(decimals), { minLength: 1, maxLength: 10 }), (table) => {
      const patch = { "base.0-6.amount": "15.01" };
      const panels = panelsFromCounts(table, { year: 2026, physicians });
      const { componentCents, patients } = computePanels(panels, { year: 2026, patch });
      for (const [slot, { id }] of physicians.entries()) {
        const rows = table.filter(({ physicianId }) => physicianId === id);
        const line = (of: readonly CountRow[], cents: bigint): bigint =>
          halfUp(sum(of.map(({ n }) => millionths(n))) * cents, MILLION);
        const cases = [...new Set(rows.map(caseOf))];
        // ALD under 80 and 80 or over without ALD are two lines of one amount.
        const lines = cases.flatMap((cents) =>
          [true, false].map((ald) =>
            line(
              rows.filter((one) => caseOf(one) === cents && one.ald === ald),
              cents,
            ),
          ),
        );
        const base = sum(lines);
        const actions = sum(rows.map(({ prevention }) => millionths(prevention)));
        expect(
          ["base", "c2s", "prevention", "zone"].map((one) => componentCents[one]?.[slot]),
        ).toEqual(
          [
            base,
            line(
              rows.filter(({ c2s }) => c2s !== false),
              1000n,
            ),
            halfUp(actions * 500n, MILLION),
            id === "A" ? halfUp(base, 10n) : 0n,
          ].map(Number),
        );
        const count = Number(sum(rows.map(({ n }) => millionths(n)))) / 1e6;
        expect(patients[slot]).toBe(count);
      }
    }),
    runs(400),
  );
});

test("a statement of weighted counts has the lines and the sums of the columns", () => {
  fc.assert(
    fc.property(fc.array(rowWith(decimals), { minLength: 1, maxLength: 10 }), (table) => {
      const panels = panelsFromCounts(table, { year: 2026, physicians });
      const all = computePanels(panels, { year: 2026 });
      const statements = physicians.map((_, slot) => all.statement(slot));
      for (const [slot, { lines, total, patients }] of statements.entries()) {
        expect(total).toBe(((all.totalCents[slot] as number) / 100).toFixed(2));
        expect(patients).toBe(all.patients[slot]);
        expect(addAmounts(lines.map(({ amount }) => amount))).toBe(total);
        for (const line of lines)
          if (line.kind === "amount") {
            const cents = BigInt(line.unitAmount.replace(".", ""));
            expect(line.amount.replace(".", "").replace(/^0+(?=\d)/, "")).toBe(
              String(halfUp(millionths(line.quantity) * cents, MILLION)),
            );
          }
      }
      const read = sum(table.map(({ n }) => millionths(n)));
      expect(sumStatements(statements).patients).toBe(Number(read) / 1e6);
    }),
    runs(200),
  );
});

test("with weights of physicians the sum is rounded once, at the end", () => {
  fc.assert(
    fc.property(
      fc.array(rowWith(decimals), { minLength: 1, maxLength: 8 }),
      fc.tuple(decimals, decimals),
      (table, weights) => {
        const panels = panelsFromCounts(table, { year: 2026, physicians });
        const { totalCents } = computePanels(panels, { year: 2026 });
        const b = { patch: { "c2s.amount": "15" } };
        const { total, parts } = compareSchedules(panels, { year: 2026, b, weights });
        const cents = weights.map((w, slot) => millionths(w) * BigInt(totalCents[slot] as number));
        expect(total.from).toBe((Number(halfUp(sum(cents), MILLION)) / 100).toFixed(2));
        const changes = [...parts.values.map(({ change }) => change), parts.interaction];
        expect(addAmounts([...changes, parts.rounding])).toBe(total.change);
      },
    ),
    runs(160),
  );
});

test("between two schedules the parts of weighted counts sum exactly to the whole", () => {
  fc.assert(
    fc.property(fc.array(rowWith(decimals), { minLength: 1, maxLength: 8 }), (table) => {
      const panels = panelsFromCounts(table, { year: 2026, physicians });
      const { parts, total } = compareSchedules(panels, {
        year: 2026,
        a: "fr.fpmt.2024",
        b: "fr.fmt.2026",
      });
      expect(parts.by).toBe("case");
      expect(addAmounts([...parts.cases.map(({ change }) => change), parts.rounding])).toBe(
        total.change,
      );
      // A cent at most for each rounded part, on either side.
      const bound = 2 * (parts.cases.length + 8 * physicians.length);
      expect(Math.abs(Number(parts.rounding) * 100)).toBeLessThanOrEqual(bound);
    }),
    runs(160),
  );
});

/** A physician of whom a half makes all the counts of a table millionths. */
const half: CountRow = { physicianId: "C", age: 40, ald: false, c2s: false, n: 0.5 };

test("whole counts pay the same among weighted ones, under every forfait", () => {
  const whole = fc.integer({ min: 0, max: 700 });
  const forfaits = listSchedules().filter(
    ({ id, scheme }) => scheme === "forfait" && id.startsWith("fr."),
  );
  expect(forfaits.length).toBeGreaterThan(5);
  fc.assert(
    fc.property(
      fc.array(patients(whole), { minLength: 1, maxLength: 10 }),
      fc.constantFrom(...forfaits),
      (table, { id: schedule }) => {
        const options = { year: 2026, schedule };
        const paid = (all: readonly CountRow[]): number[][] => {
          const panels = panelsFromCounts(all, {
            ...options,
            physicians: [...physicians, { id: "C" }],
          });
          const { componentCents } = computePanels(panels, options);
          return Object.values<Float64Array>(componentCents).map((cents) => [...cents].slice(0, 2));
        };
        expect(paid([...table, half])).toEqual(paid(table));
      },
    ),
    runs(400),
  );
});

test("a slab of 500 patients begins at 500, and not a millionth before", () => {
  const premium = (n: number): number => {
    const options = { year: 2024, schedule: "be.nurse-premium.2024" } as const;
    const panels = panelsFromCounts([{ age: 40, ald: false, c2s: false, n }], {
      ...options,
      physicians: [{ practiceId: "P" }],
      practices: [{ id: "P", facts: { nurseHours: "38" } }],
    });
    return computePanels(panels, options).totalCents[0] as number;
  };
  const slab = 994_050;
  expect([1000, 1000.000001, 1499.999999, 1500].map(premium)).toEqual(
    [0, 2, 2, 3].map((slabs) => slabs * slab),
  );
});
