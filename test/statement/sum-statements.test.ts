import { describe, expect, test } from "vitest";
import {
  computePhysicians,
  formatStatementSum,
  sumStatements,
  type ComputeOptions,
  type Patient,
  type Statement,
  type SumOptions,
} from "../../src/index.ts";
import { refused } from "../support/refused.ts";

const physicians = [
  { id: "a", zone: "ZIP" as const },
  { id: "b", zone: "ZIP" as const, firstInstallation: "2025-02-01" },
  { id: "c" },
];
const patients: Patient[] = [
  { physicianId: "a", age: 82, ald: true, c2s: false },
  { physicianId: "a", age: 40, ald: false, c2s: true },
  { physicianId: "b", age: 40, ald: false, c2s: false },
  { physicianId: "c", age: 82, ald: true, c2s: false },
];
const made = (options: ComputeOptions = { year: 2026 }): readonly Statement[] =>
  computePhysicians({ physicians, patients }, options).statements;
const by = { a: "MSP", b: "MSP", c: "seul" };

describe("two practices of the FMT", () => {
  const sum = sumStatements(made(), { by });

  test("subtotals and a total, of amounts worked out by hand", () => {
    // a: (100 + 5) * 110 % + 10; b: 5 * 150 %; c: 100
    expect(
      sum.groups.map(({ group, physicians: count, patients: list, total }) => [
        group,
        count,
        list,
        total,
      ]),
    ).toEqual([
      ["MSP", 2, 3, "133.00"],
      ["seul", 1, 1, "100.00"],
    ]);
    expect([sum.physicians, sum.patients, sum.total]).toEqual([3, 4, "233.00"]);
    expect(sum.groups[0]?.statements.map(({ physicianId, total }) => [physicianId, total])).toEqual(
      [
        ["a", "125.50"],
        ["b", "7.50"],
      ],
    );
    // 10.50 + 2.50
    expect(sum.components).toMatchObject({ base: "210.00", c2s: "10.00", zone: "13.00" });
    expect(sum.counts).toEqual({ read: 4, computed: 4, leftOut: 0, rejected: 0 });
  });

  test("lines are added by rule: quantities, bases, and a rate if it is the same", () => {
    expect(sum.lines.find(({ rule }) => rule === "base.ald-80+.amount")).toMatchObject({
      quantity: 2,
      unitAmount: "100.00",
      amount: "200.00",
    });
    expect(sum.lines.filter(({ component }) => component === "zone")).toMatchObject([
      { kind: "rate", rate: "10%", of: "105.00", amount: "10.50" },
      { kind: "rate", rate: "50%", of: "5.00", amount: "2.50" },
    ]);
  });

  test("what is common is said once, what is not with its physician", () => {
    const [a, b, c] = made() as [Statement, Statement, Statement];
    const rows = sum.groups.flatMap((group) => group.statements);
    for (const [i, one] of [a, b, c].entries())
      expect(
        [...sum.assumptions, ...(rows[i]?.assumptions ?? [])].map((notice) => notice.fr).sort(),
      ).toEqual(one.assumptions.map((notice) => notice.fr).sort());
    expect(sum.assumptions.length).toBeGreaterThan(5);
    expect(rows.map(({ assumptions }) => assumptions.map(({ path }) => path))).toEqual([
      a.assumptions
        .map(({ path }) => path)
        .filter((path) => !sum.assumptions.some((one) => one.path === path)),
      b.assumptions
        .map(({ path }) => path)
        .filter((path) => !sum.assumptions.some((one) => one.path === path)),
      c.assumptions
        .map(({ path }) => path)
        .filter((path) => !sum.assumptions.some((one) => one.path === path)),
    ]);
    expect(JSON.parse(JSON.stringify(sum))).toEqual(sum);
    expect(Object.isFrozen(sum.groups[0]?.lines[0])).toBe(true);
  });

  test("the group is a function, a Map or an object; without one, all are one group", () => {
    const ways: SumOptions[] = [
      { by: new Map(Object.entries(by)) },
      { by: ({ physicianId }) => (physicianId === "c" ? "seul" : "MSP") },
    ];
    for (const way of ways) expect(sumStatements(made(), way)).toEqual(sum);
    expect(sumStatements(made(), { by: () => 75 }).groups.map(({ group }) => group)).toEqual([
      "75",
    ]);
    const { groups, total } = sumStatements(made());
    expect(groups.map((one) => [one.group, one.total])).toEqual([[null, total]]);
  });
});

test("rates by share, which differ, are in no line of a sum", () => {
  const rows: Patient[] = [1, 2, 3].flatMap((i): Patient[] => [
    { physicianId: "a", age: 40, ald: false, c2s: i < 2 },
    { physicianId: "b", age: 40, ald: false, c2s: i < 3 },
  ]);
  const { statements } = computePhysicians(
    { patients: rows },
    {
      year: 2025,
      patch: {
        "precarity.rate": {
          share: { c2s: true },
          above: "7%",
          slope: "50%",
          cap: "90%",
          capOn: "share",
        },
      },
    },
  );
  const line = sumStatements(statements).lines.find(({ component }) => component === "precarity");
  // (1 / 3 - 7 %) / 2 * 15 = 1.975, 1.98; (2 / 3 - 7 %) / 2 * 15 = 4.475, 4.48
  expect(line).toMatchObject({ kind: "rate", of: "30.00", amount: "6.46" });
  expect(line && "rate" in line).toBe(false);
});

describe("refused", () => {
  const [a, b] = made() as [Statement, Statement];
  const [other] = made({ year: 2027 }) as [Statement];
  const [patched] = made({ year: 2026, patch: { "c2s.amount": "11" } }) as [Statement];

  test.each<[string, unknown, unknown, string, string]>([
    [
      "another year",
      [a, { ...other, physicianId: "z" }],
      {},
      "STATEMENTS_UNLIKE",
      "statements[1].schedule",
    ],
    [
      "a simulation beside none",
      [a, { ...patched, physicianId: "z" }],
      {},
      "STATEMENTS_UNLIKE",
      "statements[1].schedule",
    ],
    ["a physician twice", [a, b, a], {}, "PHYSICIAN_TWICE", "statements[2].physicianId"],
    ["no statement", [], {}, "INPUT_INVALID", "statements"],
    ["no list", a, {}, "INPUT_INVALID", "statements"],
    ["what is no statement", [a, null], {}, "INPUT_INVALID", "statements[1]"],
    [
      "a physician of no group",
      [a, b],
      { by: { a: "MSP" } },
      "PHYSICIAN_UNKNOWN",
      "statements[1].physicianId",
    ],
    ["a group that is none", [a], { by: () => undefined }, "INPUT_INVALID", "by(statements[0])"],
    ["an empty group", [a], { by: { a: "" } }, "INPUT_INVALID", "by.a"],
    [
      "a function that throws",
      [a],
      { by: (one: Statement) => (one as never)["x"]["y"] },
      "INPUT_INVALID",
      "by(statements[0])",
    ],
    ["no grouping", [a], { by: "MSP" }, "INPUT_INVALID", "by"],
    ["an option that nothing reads", [a], { groupBy: by }, "KEY_UNKNOWN", "options.groupBy"],
  ])("%s", (_, statements, options, code, path) => {
    expect(refused(() => sumStatements(statements as never, options as SumOptions))).toMatchObject({
      code,
      path,
    });
  });
});

describe("formatStatementSum", () => {
  const sum = sumStatements(made(), { by });

  test("text, in French: groups with subtotals, then lines, said once", () => {
    const text = formatStatementSum(sum).replaceAll("\u00a0", " ");
    expect(text).toMatch(/3 médecins · 4 patients · situation au 31\/12\/2025/);
    expect(text).toMatch(/ {2}a +2 +125,50 €\n {2}b +1 +7,50 €\n {2}─+\n {2}MSP +3 +133,00 €\n/);
    expect(text).toMatch(/ {2}Total +4 +233,00 €\n/);
    expect(text).toMatch(/ALD, 80 ans et plus +2 × 100,00 € +200,00 €/);
    expect(text.split("Points que le texte ne tranche pas")).toHaveLength(2);
  });

  test("a notice of some physicians stands once, with who has it", () => {
    const text = formatStatementSum(sum).replaceAll("\u00a0", " ");
    const [notes, assumed] = [/À noter/, /Hypothèses\n([^]*?)\n\n/].map((part) => part.exec(text));
    expect(notes).toBeNull();
    expect(assumed?.[1]).toMatch(/contrat .* supposé absent \(a, b\)/);
    expect(assumed?.[1]).toMatch(/zone du cabinet .* « hors ZIP et QPV » \(c\)/);
  });

  test("rows that are in no statement are counted", () => {
    const rows = [...patients, { physicianId: "a", age: 300, ald: false, c2s: false }];
    const { statements } = computePhysicians({ physicians, patients: rows }, { year: 2026 });
    const text = formatStatementSum(sumStatements(statements), { locale: "en" });
    expect(text).toContain("read 5 = computed 4 + left out 0 + rejected 1");
  });

  test("a simulation says so first", () => {
    const simulated = sumStatements(made({ year: 2026, patch: { "c2s.amount": "11" } }));
    expect(formatStatementSum(simulated, { locale: "en" })).toMatch(
      /^SIMULATION: C2S supplement: €10\.00 → €11\.00 \(c2s\.amount\)\n/,
    );
  });

  test("Markdown and HTML escape ids and groups", () => {
    const named = sumStatements(made(), { by: () => "<MSP>|1" });
    expect(formatStatementSum(named, { as: "markdown" })).toContain("**\\<MSP\\>\\|1**");
    expect(formatStatementSum(named, { as: "html" })).toContain("&lt;MSP&gt;|1");
  });

  test("refuses what is no sum", () => {
    expect(refused(() => formatStatementSum(made()[0] as never)).path).toBe("sum");
  });
});

test("a rate by share is added without the patients that each physician counted", () => {
  const shared = (["a", "b"] as const).flatMap((physicianId) =>
    Array.from({ length: 10 }, (_, i) => ({ physicianId, age: 40, ald: false, c2s: i < 2 })),
  );
  const { statements } = computePhysicians({ patients: shared }, { year: 2025 });
  expect(statements[0]?.lines.at(-1)).toMatchObject({ counted: { patients: 2, of: 10 } });
  // 2 * 50 * (20 % - 7 %) / 2
  const line = sumStatements(statements).lines.at(-1);
  expect(line).toMatchObject({ of: "100.00", amount: "6.50" });
  expect(line).not.toHaveProperty("counted");
});
