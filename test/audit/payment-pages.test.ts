import { describe, expect, test } from "vitest";
import { checkPayment, formatPaymentCheck, formatPaymentLetter } from "../../src/index.ts";
import { refused } from "../support/refused.ts";

const patients = Array.from({ length: 100 }, (_, i) => ({
  age: 40,
  ald: true,
  c2s: true,
  seen: i > 0,
}));
const of = (amount: string) =>
  checkPayment(
    { patients, physician: { id: "<a>" } },
    [
      { due: "2026-04", amount },
      { amount: "12", label: "ROSP" },
    ],
    { year: 2026 },
  );
const checks = { next: of("1362.50"), none: of("1000"), same: of("1612.50") };
const flat = (text: string): string => text.replace(/[\s\u00a0]+/g, " ");

describe("a check for a reader", () => {
  test("says what is computed and paid, and which reading is compatible, not the cause", () => {
    const text = flat(formatPaymentCheck(checks.next));
    expect(text).toContain("estimation non officielle");
    // 99 in ALD at 55, one not seen at 5, 100 in the C2S at 10; a fourth of it.
    expect(text).toMatch(/avril 2026 1 612,50 € 1 362,50 € .250,00 €/);
    expect(text).toContain("compatible ne veut pas dire cause");
    expect(text).toContain("Quand sont versées la C2S et les majorations ? En 2027. → 1 362,50 €");
    expect(text).toContain("ROSP : 12,00 €");
  });

  test("else what would make up the gap, and whether the list has as many", () => {
    const text = flat(formatPaymentCheck(checks.none));
    expect(text).toContain("Aucune, ni seule ni à deux ou trois.");
    expect(text).toContain("environ 38 patients de moins (16,13 € chacun en moyenne)");
    const english = formatPaymentCheck(checks.none, { locale: "en" });
    expect(english).toContain("about 38 fewer patients (€16.13 each on average)");
  });

  test("a paragraph for the caisse, in French, unless all is as computed", () => {
    const english = flat(formatPaymentCheck(checks.none, { locale: "en" }));
    expect(english).toContain(
      "ma patientèle compte 100 patients, dont 100 en ALD, 100 bénéficiaires de la C2S et 1 non vu.",
    );
    expect(english).toContain("Avril 2026 : 1 612,50 € calculés, 1 000,00 € versés");
    expect(formatPaymentCheck(checks.same)).not.toContain("caisse");
  });

  test("as Markdown and as HTML, in which nothing of the user is a tag", () => {
    expect(formatPaymentCheck(checks.next, { as: "markdown" })).toContain("| avril\u00a02026 |");
    const html = formatPaymentCheck(checks.next, { as: "html" });
    expect(html).toContain("Médecin &lt;a&gt;");
    expect(html).not.toContain("<a>");
  });
});

describe("a letter", () => {
  test("has the lines, the reading, the question and the sources", () => {
    const letter = flat(formatPaymentLetter(checks.next));
    expect(letter).toContain("Madame, Monsieur,");
    expect(letter).toContain("Socle 5 450,00 € ALD, moins de 80 ans 99 × 55,00 € 5 445,00 €");
    expect(letter).toContain("patient non vu en 2024 ni en 2025 1 × 5,00 € 5,00 €");
    expect(letter).toContain("serait compatible, à 1 % près, avec cette interprétation");
    expect(letter).toContain("Pourriez-vous m'indiquer l'interprétation que vous retenez");
    expect(letter).toContain("https://activa-medical.fr/?p=2036");
    expect(letter).not.toContain("cause");
  });

  test("says what the list would have to be, where no reading is compatible", () => {
    expect(flat(formatPaymentLetter(checks.none))).toContain(
      "À lui seul, l'écart ferait environ 38 patients de moins, ou",
    );
  });

  test("as HTML, where it begins with its paragraphs and ends with its sources", () => {
    const html = formatPaymentLetter(checks.none, { as: "html" });
    const at = ["Madame, Monsieur,", "<table", "salutations", "Sources"].map((text) =>
      html.indexOf(text),
    );
    expect(at.every((one) => one > 0)).toBe(true);
    expect(at).toEqual([...at].sort((a, b) => a - b));
  });

  test("is not to be sent of a simulation", () => {
    const changed = checkPayment({ patients }, [{ due: "2026-04", amount: "1" }], {
      year: 2026,
      patch: { "c2s.amount": "20" },
    });
    expect(formatPaymentLetter(changed)).toMatch(/^SIMULATION/);
  });
});

test("what is no check, and a misspelt option, are refused", () => {
  for (const print of [formatPaymentCheck, formatPaymentLetter])
    expect(refused(() => print({} as never))).toMatchObject({ code: "INPUT_INVALID" });
  expect(refused(() => formatPaymentLetter(checks.next, { locale: "en" } as never))).toMatchObject({
    code: "KEY_UNKNOWN",
    path: "options.locale",
  });
});
