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
import { refused, why, type Why } from "../support/refused.ts";
import { table } from "../support/table.ts";

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

  const digest = (one: Statement): string => one.schedule.digest;
  const alike = (found: string, first: string): Why =>
    why(
      "STATEMENTS_UNLIKE",
      "statements[1].schedule",
      `${JSON.stringify(found).slice(0, 80)}…`,
      `${first}, comme le premier relevé ; les autres s'additionnent à part`,
      `${first}, as the first statement; the others are summed apart`,
    );
  const first = `fr.fmt.2026 v2, 2026, ${digest(a)}`;
  const group = (path: string, found: string): Why =>
    why("INPUT_INVALID", path, found, "un texte ou un nombre", "a text or a number");
  const grouping = (found: string): Why =>
    why(
      "INPUT_INVALID",
      "by",
      found,
      "une fonction, ou un groupe pour chaque identifiant de médecin",
      "a function, or a group for each id of a physician",
    );
  const unknown = (at: number, found: string, count: number): Why =>
    why(
      "PHYSICIAN_UNKNOWN",
      `statements[${at}].physicianId`,
      found,
      `un des ${count} médecins que nomme by`,
      `one of the ${count} physicians whom by names`,
    );
  const unnamed = { ...a, physicianId: null };

  table<readonly [statements: unknown, options?: unknown], Why>(
    "what cannot be summed",
    [
      [
        "another year",
        [[a, { ...other, physicianId: "z" }]],
        alike(`fr.fmt.2026 v2, 2027, ${digest(other)}`, first),
      ],
      [
        "a simulation beside none",
        [[a, { ...patched, physicianId: "z" }]],
        alike(`fr.fmt.2026 v2, 2026, ${digest(patched)}`, first),
      ],
      [
        "a physician twice",
        [[a, b, a]],
        why(
          "PHYSICIAN_TWICE",
          "statements[2].physicianId",
          '"a"',
          "un relevé par médecin",
          "one statement for each physician",
        ),
      ],
      [
        "no statement",
        [[]],
        why("INPUT_INVALID", "statements", "[]", "un relevé au moins", "at least one statement"),
      ],
      ["a physician of no group", [[a, b], { by: { a: "MSP" } }], unknown(1, '"b"', 1)],
      [
        "a physician without an id",
        [[unnamed], { by: { a: "MSP", b: "MSP" } }],
        unknown(0, "null", 2),
      ],
      [
        "a physician without an id, though null is named",
        [[unnamed], { by: new Map([[null, "MSP"]]) }],
        unknown(0, "null", 1),
      ],
      [
        "an option that nothing reads",
        [[a], { groupBy: by }],
        why("KEY_UNKNOWN", "options.groupBy", '"groupBy"', "by"),
      ],
      [
        "options that cannot be read",
        [
          [a],
          {
            get by(): never {
              throw new Error("no");
            },
          },
        ],
        why(
          "INPUT_INVALID",
          "options",
          "undefined",
          "une valeur qui se laisse lire",
          "a value that can be read",
        ),
      ],
      [
        "a group that is none",
        [[a], { by: () => undefined }],
        group("by(statements[0])", "undefined"),
      ],
      ["an empty group", [[a], { by: { a: "" } }], group("by.a", '""')],
      ["a group that is no number", [[a], { by: { a: Number.NaN } }], group("by.a", "NaN")],
      ["a text as grouping", [[a], { by: "MSP" }], grouping('"MSP"')],
      ["null as grouping", [[a], { by: null }], grouping("null")],
    ],
    ([statements, options]) =>
      refused(() => sumStatements(statements as never, options as SumOptions)),
  );

  test.each<[string, unknown, unknown, string]>([
    ["no list", a, {}, "statements"],
    ["what is no statement", [a, null], {}, "statements[1]"],
  ])("%s", (_, statements, options, path) => {
    expect(refused(() => sumStatements(statements as never, options as SumOptions)).path).toBe(
      path,
    );
  });

  test("but physicians without an id may be several", () => {
    expect(sumStatements([unnamed, unnamed]).total).toBe("251.00");
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
    const counts = { ...sum.counts, read: 6, leftOut: 1, rejected: 1 };
    expect(formatStatementSum({ ...sum, counts }, { locale: "en" })).toContain(
      "read 6 = computed 4 + left out 1 + rejected 1",
    );
  });

  test("a simulation says so first", () => {
    const simulated = sumStatements(made({ year: 2026, patch: { "c2s.amount": "11" } }));
    expect(simulated.simulation).toBe(true);
    expect(formatStatementSum(simulated, { locale: "en" })).toMatch(
      /^SIMULATION: C2S supplement: €10\.00 → €11\.00 \(c2s\.amount\)\n/,
    );
  });

  test("Markdown and HTML escape ids and groups", () => {
    const named = sumStatements(made(), { by: () => "<MSP>|1" });
    expect(formatStatementSum(named, { as: "markdown" })).toContain("**\\<MSP\\>\\|1**");
    expect(formatStatementSum(named, { as: "html" })).toContain("&lt;MSP&gt;|1");
  });

  const sections = (locale: "fr" | "en"): string[] =>
    formatStatementSum(sum, { as: "markdown", locale }).replaceAll("\u00a0", " ").split("\n\n### ");

  // 233 EUR of 133 + 100, in four quarters of each physician: 31.37 + 1.87 + 25 = 58.24, odd cents last
  test("all of it in French, as a page in Markdown", () => {
    const [title, groups, lines, payments, assumptions, questions, sources] = sections("fr");
    expect(title).toBe(
      "## Forfait médecin traitant (FMT) 2026 · estimation non officielle\n\n" +
        "3 médecins · 4 patients · situation au 31/12/2025 · fr.fmt.2026 v2",
    );
    expect(groups).toBe(`Par médecin

| Médecin | Patients | Total |
| :-- | --: | --: |
| a | 2 | 125,50 € |
| b | 1 | 7,50 € |
| **MSP** | **3** | **133,00 €** |
| c | 1 | 100,00 € |
| **seul** | **1** | **100,00 €** |
| **Total** | **4** | **233,00 €** |`);
    expect(lines).toBe(`Lignes

| Ligne | Calcul | Montant | Fiabilité |
| :-- | --: | --: | :-- |
| Socle : 7 à 74 ans, sans ALD | 2 × 5,00 € | 10,00 € | source non officielle |
| Socle : ALD, 80 ans et plus | 2 × 100,00 € | 200,00 € | source officielle |
| Majoration C2S | 1 × 10,00 € | 10,00 € | source officielle |
| Majoration de zone : ZIP ou QPV | 10 % de 105,00 € | 10,50 € | source non officielle |
| Majoration de zone : première installation, 1re année | 50 % de 5,00 € | 2,50 € | source non officielle |
| **Total** |  | **233,00 €** |  |`);
    expect(payments).toBe(`Acomptes et solde

| Échéance | Montant |
| :-- | --: |
| avril 2026 | 58,24 € |
| juin 2026 | 58,24 € |
| septembre 2026 | 58,24 € |
| novembre 2026 | 58,28 € |
| 2027 | 0,00 € |`);
    expect(assumptions).toMatch(/^Hypothèses\n\n- dernière consultation : /);
    expect(assumptions).not.toContain("Oui.");
    expect(questions).toMatch(
      /^Points que le texte ne tranche pas, et l'interprétation retenue\n\n- Un patient non vu garde-t-il les 10 € de la C2S \? Oui\.\n/,
    );
    expect(questions).not.toContain("supposé");
    expect(sources).toMatch(
      /^Sources\n\n- La valorisation .* \(source officielle, lue le \d\d\/\d\d\/\d{4}\) <https:\S+-nouveau-forfait>\n/,
    );
  });

  test("and in English", () => {
    const [title, groups, lines, payments, assumptions, questions, sources] = sections("en");
    expect(title).toContain("\n3 physicians · 4 patients · as of 2025-12-31 · fr.fmt.2026 v2");
    expect(groups).toMatch(/^By physician\n\n\| Physician \| Patients \| Total \|/);
    expect(lines).toMatch(/^Lines\n\n\| Line \| Calculation \| Amount \| Reliability \|/);
    expect(lines).toContain(
      "| Zone uplift: ZIP or QPV | 10% of €105.00 | €10.50 | unofficial source |",
    );
    expect(payments).toMatch(/^Instalments and balance\n\n\| Due \| Amount \|/);
    expect(assumptions).toMatch(/^Assumptions\n\n- last visit: /);
    expect(questions).toMatch(/^What the text leaves open, and the interpretation used\n\n- Does /);
    expect(sources).toMatch(/\(official source, read on \d{4}-\d\d-\d\d\) <https:/);
  });

  test("one physician without an id, one patient, a source without an address", () => {
    const [statement] = computePhysicians(
      { patients: [{ age: 82, ald: true, c2s: false }] },
      { year: 2026 },
    ).statements as [Statement];
    const source = { title: "T", status: "secondary", checked: "2026-01-02" } as const;
    const text = formatStatementSum(
      { ...sumStatements([statement]), sources: { T: source } },
      { locale: "en" },
    );
    expect(text).toContain("\n1 physician · 1 patient · ");
    expect(text).toMatch(/\n {2}— +1 +€100\.00\n {2}─+\n {2}Total +1 +€100\.00\n/);
    expect(text).toContain("\n  - T (unofficial source, read on 2026-01-02)\n");
  });

  test("of more than five physicians a notice names five; how often one said it is counted", () => {
    const all = Array.from({ length: 7 }, (_, i) => ({
      id: `m${i}`,
      ...(i < 6 && { zone: "none" as const }),
    }));
    const rows = all.map(({ id }) => ({ physicianId: id, age: 40, ald: false, c2s: false }));
    const { statements } = computePhysicians({ physicians: all, patients: rows }, { year: 2026 });
    const [one, ...others] = statements as [Statement, ...Statement[]];
    const notice = { code: "x", path: "y", fr: "Un.", en: "One.", count: 1200 } as never;
    const marked = others.map((statement) => ({ ...statement, warnings: [notice] }));
    const text = formatStatementSum(sumStatements([one, ...marked]), { locale: "en" });
    expect(text).toContain("\nPlease note\n  - One. (× 1,200) (m1, m2, m3, m4, m5, + 1)\n");
    const five = formatStatementSum(sumStatements([one, ...marked.slice(1)]), { locale: "en" });
    expect(five).toContain("\nPlease note\n  - One. (× 1,200) (m2, m3, m4, m5, m6)\n");
  });

  test("rates that differ are told so", () => {
    const differing = {
      ...sum,
      lines: sum.lines.map(({ ...line }) => {
        if (line.kind === "rate") delete (line as { rate?: string }).rate;
        return line;
      }),
    };
    const told = (locale: "fr" | "en") => formatStatementSum(differing, { locale });
    expect(told("fr").replaceAll("\u00a0", " ")).toContain("taux selon le médecin de 105,00 €");
    expect(told("en")).toContain("rates by physician of €105.00");
  });

  test("a notice of a physician without an id stands with a dash", () => {
    const [a, b] = made() as [Statement, Statement];
    const noted = {
      ...a,
      physicianId: null,
      warnings: [{ code: "x", path: "y", fr: "Un.", en: "One." }],
    };
    const text = formatStatementSum(sumStatements([noted as Statement, b]), { locale: "en" });
    expect(text).toContain("\nPlease note\n  - One. (—)\n");
  });

  test("refuses what is no sum", () => {
    expect(refused(() => formatStatementSum({ groups: [null] } as never)).path).toBe("sum");
    for (const [wrong, found] of [
      [{}, "{}"],
      [null, "null"],
      [undefined, "undefined"],
    ] as const)
      expect(refused(() => formatStatementSum(wrong as never))).toEqual(
        why(
          "INPUT_INVALID",
          "sum",
          found,
          "une somme, comme la rend sumStatements",
          "a sum, as sumStatements returns it",
        ),
      );
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
