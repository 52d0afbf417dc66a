import { describe, expect, test } from "vitest";
import {
  compareStatements,
  computePhysician,
  formatStatementComparison,
  type ComputeOptions,
  type Patient,
  type Physician,
  type Statement,
} from "../../src/index.ts";
import { refused } from "../support/refused.ts";

const patients: Patient[] = [
  { age: 82, ald: true, c2s: false },
  { age: 40, ald: false, c2s: false },
];
const statement = (
  options: ComputeOptions,
  rows: readonly Patient[] = patients,
  physician: Physician = { id: "A", zone: "ZIP" },
): Statement => computePhysician({ physician, patients: rows }, options);
const stored = (one: Statement): Statement => JSON.parse(JSON.stringify(one)) as Statement;

describe("the FPMT of 2025 beside the FMT of 2026", () => {
  const comparison = compareStatements(statement({ year: 2025 }), statement({ year: 2026 }));

  test("lines are joined by rule; one that the other lacks is zero there", () => {
    expect(
      comparison.lines.map(({ rule, before, after, change }) => [rule, before, after, change]),
    ).toEqual([
      ["base.7-79.amount", "5.00", "0.00", "-5.00"],
      ["base.ald-80+.amount", "70.00", "100.00", "30.00"],
      ["base.7-74.amount", "0.00", "5.00", "5.00"],
      // (100 + 5) * 10 %
      ["zone.year-3+.rate", "0.00", "10.50", "10.50"],
    ]);
    const [only, both] = comparison.lines;
    expect([only?.beforeLine?.amount, only?.afterLine]).toEqual(["5.00", undefined]);
    expect([both?.beforeLine?.status, both?.afterLine?.status]).toEqual(["secondary", "official"]);
  });

  test("the total, components, and what heads the statements", () => {
    expect(comparison.total).toEqual({ before: "75.00", after: "115.50", change: "40.50" });
    expect(comparison.components["base"]).toEqual({
      before: "75.00",
      after: "105.00",
      change: "30.00",
    });
    expect(comparison.components["precarity"]).toEqual({
      before: "0.00",
      after: "0.00",
      change: "0.00",
    });
    const of = (path: string): unknown => comparison.differences.find((one) => one.path === path);
    expect(of("schedule.id")).toEqual({
      path: "schedule.id",
      before: "fr.fpmt.2024",
      after: "fr.fmt.2026",
    });
    expect(of("schedule.year")).toEqual({ path: "schedule.year", before: 2025, after: 2026 });
    expect(of("readings.zone-and-age")).toEqual({
      path: "readings.zone-and-age",
      before: null,
      after: "added",
    });
    expect(of("patients")).toBeUndefined();
  });

  test("is JSON, frozen to its last key", () => {
    expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison);
    expect(Object.isFrozen(comparison.lines[0])).toBe(true);
    expect(Object.isFrozen(comparison.components["base"])).toBe(true);
  });
});

test("lines of one rule are told apart by their component", () => {
  const options = { year: 2026, readings: { leaving: "quarters" } };
  const leaves: Physician = { id: "A", zone: "ZIP", activeUntil: "2026-06-30" };
  const { lines, total } = compareStatements(
    statement(options),
    statement(options, patients, leaves),
  );
  expect(
    lines
      .filter(({ rule }) => rule === "eligible.partYear")
      .map(({ component, change }) => [component, change]),
  ).toEqual([
    ["base", "-52.50"],
    ["zone", "-5.25"],
  ]);
  expect(total.change).toBe("-57.75");
});

test("a reading that moves payments and no total shows in the instalments", () => {
  const c2s = [{ age: 40, ald: false, c2s: true }];
  const { total, instalments } = compareStatements(
    statement({ year: 2026 }, c2s, { id: "A" }),
    statement({ year: 2026, readings: { "paid-when": "next-year" } }, c2s, { id: "A" }),
  );
  expect(total.change).toBe("0.00");
  expect(instalments.find(({ due }) => due === "2027")).toEqual({
    due: "2027",
    before: "0.00",
    after: "10.00",
    change: "10.00",
  });
});

test("a stored statement is compared as one that was just made, and is left as it was", () => {
  const [a, b] = [statement({ year: 2026 }), statement({ year: 2026 }, patients.slice(1))];
  const parsed = stored(a);
  expect(compareStatements(parsed, b)).toEqual(compareStatements(a, b));
  expect(Object.isFrozen(parsed.lines[0])).toBe(false);
});

describe("refused", () => {
  const good = statement({ year: 2026 });
  const altered = (change: (one: Record<string, unknown>) => void): Statement => {
    const one = stored(good);
    change(one as unknown as Record<string, unknown>);
    return one;
  };

  test.each<[string, unknown, string, string]>([
    ["nothing", undefined, "INPUT_INVALID", "after"],
    ["no statement", { lines: [] }, "INPUT_INVALID", "after"],
    [
      "an older format",
      altered((one) => (one["format"] = { ...good.format, version: "1" })),
      "INPUT_INVALID",
      "after.format.version",
    ],
    [
      "a total that was changed",
      altered((one) => (one["total"] = "999.00")),
      "INPUT_INVALID",
      "after.total",
    ],
    [
      "a component that was changed",
      altered((one) => (one["components"] = { ...good.components, base: "1.00" })),
      "INPUT_INVALID",
      "after.components.base",
    ],
    ["no lines", altered((one) => delete one["lines"]), "INPUT_INVALID", "after"],
    [
      "an amount that is a number",
      altered((one) => (one["lines"] = good.lines.map((line) => ({ ...line, amount: 5 })))),
      "AMOUNT_INVALID",
      "after.lines[0].amount",
    ],
    [
      "an instalment that is lost",
      altered((one) => (one["instalments"] = good.instalments.slice(1))),
      "INPUT_INVALID",
      "after.total",
    ],
  ])("%s", (_, after, code, path) => {
    expect(refused(() => compareStatements(good, after as Statement))).toMatchObject({
      code,
      path,
    });
  });
});

describe("formatStatementComparison", () => {
  const comparison = compareStatements(
    statement({ year: 2026 }),
    statement({ year: 2026 }, [...patients, { age: 5, ald: false, c2s: true }], {
      id: "<b>",
      zone: "ZIP",
    }),
  );

  test("text, in French: lines that change, the others in one row, and what else differs", () => {
    const text = formatStatementComparison(comparison).replaceAll("\u00a0", " ");
    expect(text).toMatch(/^Deux relevés comparés\n115,50 € → 142,00 €\n/);
    expect(text).toMatch(/Majoration C2S +0,00 € +10,00 € +10,00 €/);
    expect(text).toMatch(/sans changement \(2\) +105,00 € +105,00 € +0,00 €/);
    expect(text).toMatch(/Total +115,50 € +142,00 € +26,50 €/);
    expect(text).toContain("  - Médecin : A → <b>");
    expect(text).toContain("  - Patients : 2 → 3");
  });

  test("Markdown and HTML escape what is foreign", () => {
    expect(formatStatementComparison(comparison, { as: "markdown", locale: "en" })).toContain(
      "A → \\<b\\>",
    );
    const html = formatStatementComparison(comparison, { as: "html", locale: "en" });
    expect(html).toContain("A → &lt;b&gt;");
    expect(html).toContain('<th scope="row">C2S supplement</th>');
  });

  test("refuses what is no comparison, and another layout", () => {
    expect(refused(() => formatStatementComparison({} as never)).path).toBe("comparison");
    expect(refused(() => formatStatementComparison(comparison, { as: "pdf" as never })).path).toBe(
      "as",
    );
  });
});
