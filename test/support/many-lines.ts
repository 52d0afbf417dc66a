import type { Statement, StatementLine } from "../../src/index.ts";

/** A statement by hand whose lines make every kind of group. */

const amount = (
  component: string,
  fr: string,
  en: string,
  quantity: number,
  unitAmount: string,
  paid: string,
  more: Partial<StatementLine> = {},
): StatementLine => ({
  kind: "amount",
  component,
  rule: `${component}.${en}`,
  label: { fr, en },
  quantity,
  unitAmount,
  amount: paid,
  status: "official",
  sources: ["LAW"],
  ...(more as object),
});

const rate = (
  component: string,
  rule: string,
  [fr, en]: readonly [fr: string, en: string],
  of: string,
  percentage: string,
  paid: string,
): StatementLine => ({
  kind: "rate",
  component,
  rule,
  label: { fr, en },
  of,
  rate: percentage,
  amount: paid,
  status: "secondary",
  sources: ["NEWS", "LAW"],
});

const supposed = { fr: "comme avant", en: "as before" };

export const manyLines: Statement = {
  format: { name: "forfait-medecin-traitant/statement", version: "2" },
  library: { name: "forfait-medecin-traitant", version: "0.0.0" },
  schedule: {
    id: "fr.village",
    version: "2",
    digest: `sha256:${"0".repeat(64)}`,
    fr: "Forfait du village",
    en: "Village forfait",
    year: 2026,
    referenceDate: "2025-12-31",
  },
  physicianId: "D1",
  patients: 6,
  counts: {
    read: 9,
    computed: 6,
    leftOut: 1,
    rejected: 2,
    reasons: { leftOut: { dead: 1 }, rejected: { AGE_INVALID: 2 } },
  },
  lines: [
    amount("base", "Socle : 0 à 6 ans", "Base: 0 to 6 years", 2, "10.00", "20.00"),
    amount("base", "Socle : 7 à 74 ans", "Base: 7 to 74 years", 3, "5.00", "15.00", {
      status: "assumed",
      assumed: supposed,
    }),
    amount("base", "Socle : 75 ans et plus", "Base: 75 years and over", 1, "50.00", "50.00", {
      sources: ["NEWS", "LAW"],
    }),
    amount("care", "Prévention : grippe", "Prevention: flu", 1, "5.00", "5.00"),
    amount("care", "Prévention : covid", "Prevention: covid", 2, "5.00", "10.00"),
    amount("care", "Prévention : sein", "Prevention: breast", 3, "5.00", "15.00"),
    amount("care", "Prévention : colon", "Prevention: colon", 1, "5.00", "5.00"),
    amount("c2s", "C2S", "C2S", 1, "10.00", "10.00"),
    amount("c2s", "C2S gratuite : non", "Free C2S: no", 2, "10.00", "20.00"),
    rate("zone", "zone.rate", ["Majoration : ZIP", "Uplift: ZIP"], "85.00", "10%", "8.50"),
    rate("age", "age.rate", ["Majoration : 67 ans", "Uplift: 67 years"], "85.00", "10%", "8.50"),
    rate(
      "base",
      "eligible.partYear",
      ["Année incomplète : socle", "Incomplete year: base"],
      "85.00",
      "-25%",
      "-21.25",
    ),
    rate(
      "c2s",
      "eligible.partYear",
      ["Année incomplète : C2S", "Incomplete year: C2S"],
      "30.00",
      "-25%",
      "-7.50",
    ),
  ].map((line) => ({ ...line, label: setColon(line.label) })),
  components: { base: "63.75", care: "35.00", c2s: "22.50", zone: "8.50", age: "8.50" },
  total: "138.25",
  instalments: [
    { due: "2026-04", amount: "60.00", components: { base: "37.50", c2s: "22.50" } },
    { due: "2026-09", amount: "60.05", components: { base: "43.05", zone: "8.50", age: "8.50" } },
    { due: "2027", amount: "18.20", components: { base: "-16.80", care: "35.00" } },
  ],
  readings: { question: "yes" },
  assumptions: [
    { code: "if-missing", path: "physician.zone", fr: "zone : absente", en: "zone: not given" },
    { code: "assumed-rule", path: "payment", fr: "versé en juin", en: "paid in June" },
    { code: "reading", path: "readings.question", fr: "Question ? Oui.", en: "Question? Yes." },
  ],
  warnings: [
    impossible("sein", "breast", 3),
    impossible("prostate", "prostate"),
    { code: "lunar-date", path: "patients[3].birthDate", fr: "lune", en: "moon", count: 2 },
  ],
  sources: {
    LAW: {
      status: "official",
      checked: "2026-01-15",
      title: "Loi",
      url: "https://example.org/loi",
    },
    NEWS: { status: "secondary", checked: "2026-02-01", title: "Journal" },
  },
};

function impossible(fr: string, en: string, count?: number): Statement["warnings"][number] {
  return {
    code: "prevention-impossible",
    path: "patients[].prevention",
    fr: `${fr} : impossible`,
    en: `${en}: impossible`,
    about: { fr, en },
    ...(count !== undefined && { count }),
  };
}

/** French labels stand with the no-break space that the library sets. */
function setColon({ fr, en }: StatementLine["label"]): StatementLine["label"] {
  return { fr: fr.replace(" : ", "\u00a0: "), en };
}
