import { frenchText } from "../../src/typography.ts";
import { describe, expect, test } from "vitest";
import {
  explainPatient,
  type ExplainedLine,
  type ComputeOptions,
  type Patient,
  type Physician,
} from "../../src/index.ts";
import { allFacts, smallSlabs } from "../support/declared-facts.ts";
import { refused, why } from "../support/refused.ts";
import { anAdult } from "../support/rows.ts";
import { table } from "../support/table.ts";

/** French as it is set, with a no-break space also for each `~`. */
const nbsp = (text: string): string => frenchText(text.replaceAll("~", "\u00a0"));

const zip: Physician = { zone: "ZIP", firstInstallation: "2010-01-01" };

/** The lines of one patient, `p`, in a list with others. */
function linesOf(
  patient: object,
  others: readonly object[] = [],
  physician: Physician = {},
  options: ComputeOptions = { year: 2026 },
): readonly ExplainedLine[] {
  const patients = [...others, { id: "p", ...patient }] as Patient[];
  return explainPatient({ physician, patients, id: "p" }, options).lines;
}

const told = ({ sentence, rule, amount }: ExplainedLine): unknown => [
  rule,
  amount,
  sentence.fr,
  sentence.en,
];

describe("a patient's share, in sentences", () => {
  test("of amounts and of an uplift", () => {
    const lines = linesOf(
      { age: 82, ald: true, c2s: "free", seen: true, prevention: ["hpv"] },
      [{ age: 1, ald: false, c2s: false, seen: true }],
      zip,
    );
    expect(lines.map(told)).toEqual([
      [
        "base.ald-80+.amount",
        "100.00",
        nbsp("Socle : ALD, 80 ans et plus : 100,00~€."),
        "Base amount: ALD, 80 years and over: €100.00.",
      ],
      ["c2s.amount", "10.00", nbsp("Majoration C2S~: 10,00~€."), "C2S supplement: €10.00."],
      [
        "prevention.hpv.amount",
        "5.00",
        nbsp("Prévention, indicateurs validés en 2026~: vaccin HPV~: 5,00~€."),
        "Prevention, indicators validated in 2026: HPV vaccine: €5.00.",
      ],
      [
        "zone.year-3+.rate",
        "10.00",
        nbsp("Majoration de zone~: ZIP ou QPV~: 10,00~€, soit 10~% de ses~100,00~€."),
        "Zone uplift: ZIP or QPV: €10.00, that is 10% of their €100.00.",
      ],
    ]);
    expect(lines.map(({ status }) => status)).toEqual([
      "official",
      "official",
      "secondary",
      "secondary",
    ]);
    expect(lines[0]?.sources).toEqual(["AMELI-FMT"]);
  });

  test("of several actions at one price", () => {
    const [, actions] = linesOf({ ...anAdult, prevention: 3 });
    expect(actions && told(actions)).toEqual([
      "prevention.amount",
      "15.00",
      nbsp("Prévention, indicateurs validés en 2026~: sans le détail~: 3~×~5,00~€ = 15,00~€."),
      "Prevention, indicators validated in 2026: not itemised: 3\u00a0×\u00a0€5.00 = €15.00.",
    ]);
  });

  test("of points of the physician: a third of 1,960 EUR is no whole number of points", () => {
    const [base] = linesOf(
      anAdult,
      [anAdult, anAdult],
      { facts: allFacts },
      { schedule: "fr.donum.2026", year: 2026 },
    );
    expect(base && told(base)).toEqual([
      "socle.amount",
      "653.33",
      nbsp("Socle : 653,33~€, sa part de la ligne « 280 × 7,00~€ »."),
      'Base: €653.33, the patient\'s share of the line "280\u00a0×\u00a0€7.00".',
    ]);
  });

  test("of slabs of the list", () => {
    const [slabs] = linesOf(
      anAdult,
      Array.from({ length: 5 }, () => anAdult),
      { facts: { nurseHours: 3 } },
      { schedule: "be.nurse-premium.2024", year: 2024, patch: smallSlabs },
    );
    expect(slabs?.sentence.en).toBe(
      'Nurse premium: €3,313.50, the patient\'s share of the line "2\u00a0×\u00a0€9,940.50".',
    );
  });

  test("of a year that is cut short: two quarters of four are not due", () => {
    const left = linesOf(
      { age: 82, ald: true, c2s: false },
      [],
      { activeUntil: "2020-05-05" },
      { year: 2020 },
    );
    expect(left.map(({ rule, amount }) => [rule, amount])).toEqual([
      ["base.ald-80+.amount", "70.00"],
      ["eligible.partYear", "-35.00"],
    ]);
    expect(left[1]?.sentence.en).toBe(
      "Incomplete year: Base amount: \u2212€35.00, that is \u221250% of their €70.00.",
    );
  });
});

describe("the open questions that bear on a line", () => {
  const readings = (rule: string, physician: Physician = zip): unknown =>
    linesOf({ age: 82, ald: true, c2s: true, prevention: 1 }, [], {
      ...physician,
      birthDate: "1950-01-01",
    }).find((line) => line.rule === rule)?.readings;

  test.each([
    [
      "base.ald-80+.amount",
      { "not-seen-ald": "falls", "reference-day": "31/12/N-1", "late-visit": "seen" },
    ],
    ["c2s.amount", { "not-seen-c2s": "kept", "reference-day": "31/12/N-1" }],
    ["prevention.amount", { "reference-day": "31/12/N-1", "prevention-year": "N" }],
    [
      "zone.year-3+.rate",
      {
        "zone-and-age": "added",
        "first-install": "replace",
        "uplift-base": "base",
        "install-year": "reference-day",
        "reference-day": "31/12/N-1",
        "zone-day": "31/12/N-1",
      },
    ],
    [
      "age67.rate",
      {
        "zone-and-age": "added",
        "uplift-base": "base",
        "install-year": "reference-day",
        "reference-day": "31/12/N-1",
        "zone-day": "31/12/N-1",
      },
    ],
  ])("%s", (rule, expected) => expect(readings(rule)).toEqual(expected));

  test("with the option that was chosen", () => {
    const [base] = linesOf(
      { age: 82, ald: true, c2s: false },
      [],
      {},
      { year: 2026, readings: { "not-seen-ald": "keeps" } },
    );
    expect(base?.readings).toEqual({
      "not-seen-ald": "keeps",
      "reference-day": "31/12/N-1",
      "late-visit": "seen",
    });
  });

  test("a departure: how its part of the year is counted", () => {
    const [base, reduction] = linesOf(
      { age: 82, ald: true, c2s: false },
      [],
      { activeUntil: "2020-05-05" },
      { year: 2020 },
    );
    expect([base?.readings, reduction?.readings]).toEqual([{}, { leaving: "quarters" }]);
  });

  test("a visit after the day bears on the C2S where the C2S asks who was seen", () => {
    const lost = { "not-seen-c2s": "lost" };
    const { lines } = explainPatient(
      { patients: [{ id: "p", age: 82, ald: true, c2s: true, seen: true }], id: "p" },
      { year: 2026, readings: lost },
    );
    expect(lines.find(({ rule }) => rule === "c2s.amount")?.readings).toEqual({
      ...lost,
      "reference-day": "31/12/N-1",
      "late-visit": "seen",
    });
  });
});

table<object, readonly [string, string]>(
  "what the list says of a patient, in French and in English",
  [
    [
      "all told",
      { age: 82, ald: true, c2s: "free", seen: true },
      [
        "82 ans au 31/12/2025, ALD, C2S sans participation, vu",
        "82 years old on 2025-12-31, ALD, free C2S, seen",
      ],
    ],
    [
      "not seen",
      { age: 2, ald: false, c2s: "contributory", seen: false },
      [
        "2 ans au 31/12/2025, sans ALD, C2S avec participation, non vu",
        "2 years old on 2025-12-31, no ALD, contributory C2S, not seen",
      ],
    ],
    [
      "of one year",
      { age: 1, ald: false, c2s: true },
      [
        "1 an au 31/12/2025, sans ALD, C2S, dernière consultation non indiquée",
        "1 year old on 2025-12-31, no ALD, C2S, last visit not given",
      ],
    ],
    [
      "newly born",
      { age: 0, ald: false, c2s: false },
      [
        "0 an au 31/12/2025, sans ALD, sans C2S, dernière consultation non indiquée",
        "0 years old on 2025-12-31, no ALD, no C2S, last visit not given",
      ],
    ],
    [
      "seen in the year",
      { ...anAdult, lastSeen: "2025-02-01" },
      [
        "40 ans au 31/12/2025, sans ALD, sans C2S, vu en 2025",
        "40 years old on 2025-12-31, no ALD, no C2S, seen in 2025",
      ],
    ],
    [
      "seen the year before",
      { ...anAdult, lastSeen: "2024-02-01" },
      [
        "40 ans au 31/12/2025, sans ALD, sans C2S, vu en 2024",
        "40 years old on 2025-12-31, no ALD, no C2S, seen in 2024",
      ],
    ],
    [
      "seen long ago",
      { ...anAdult, lastSeen: "2019" },
      [
        "40 ans au 31/12/2025, sans ALD, sans C2S, non vu en 2024 ni en 2025",
        "40 years old on 2025-12-31, no ALD, no C2S, not seen in 2024 or 2025",
      ],
    ],
    [
      "the birth date that gave the age",
      { birthDate: "1936-07-13", ald: false, c2s: false, seen: true },
      [
        "89 ans au 31/12/2025 (naissance : 13/07/1936), sans ALD, sans C2S, vu",
        "89 years old on 2025-12-31 (born 1936-07-13), no ALD, no C2S, seen",
      ],
    ],
  ],
  (patient) => {
    const { fr, en } = explainPatient(
      { patients: [{ id: "p", ...patient } as Patient], id: "p" },
      {
        year: 2026,
      },
    ).facts;
    return [fr.normalize("NFKC"), en];
  },
);

describe("what is not due, and what the text leaves open", () => {
  const explained = (physician: Physician) =>
    explainPatient({ physician, patients: [{ id: "p", ...anAdult }], id: "p" }, { year: 2026 });
  const french = (texts: readonly { readonly fr: string }[]): string[] =>
    texts.map(({ fr }) => fr.normalize("NFKC"));

  test("each part that brings nothing, with what it is due for", () => {
    const [c2s, prevention, zone, age] = french(explained({}).notPaid);
    expect(c2s).toBe("Majoration C2S : rien (seulement si C2S : oui)");
    expect(prevention).toBe(
      "Prévention, indicateurs validés en 2026 : rien, aucun indicateur validé",
    );
    expect(zone).toMatch(/^Majoration de zone : rien \(seulement si zone du cabinet : ZIP ou QPV/);
    expect(age).toMatch(
      /^Majoration « médecin de 67 ans et plus » : rien \(seulement si âge du médecin/,
    );
  });

  test("why nothing is due at all", () => {
    const { lines, notPaid } = explained({ sector: "2" });
    expect(lines).toEqual([]);
    expect(french(notPaid)).toEqual([expect.stringContaining("le forfait va aux médecins")]);
  });

  test("questions in words, once", () => {
    const said = french(explained(zip).interpretations);
    expect(said).toContain(
      "Les majorations portent-elles aussi sur la C2S ? Non, sur le socle seul.",
    );
    expect(new Set(said).size).toBe(said.length);
  });
});

describe("a patient is found by the id of the list", () => {
  const patients = [
    { id: 7, ...anAdult },
    { ...anAdult, age: 82 },
  ];

  test("a number, or the same as text", () => {
    const { id, total } = explainPatient({ patients, id: 7 }, { year: 2026 });
    expect([id, total]).toEqual(["7", "5.00"]);
    expect(explainPatient({ patients, id: "7" }, { year: 2026 }).id).toBe("7");
  });

  test("an id that nobody has is refused", () => {
    expect(refused(() => explainPatient({ patients, id: "8" }, { year: 2026 }))).toEqual(
      why(
        "PATIENT_UNKNOWN",
        "patients[].id",
        '"8"',
        "l'identifiant d'un patient de la liste",
        "the id of a patient of the list",
      ),
    );
  });
});
