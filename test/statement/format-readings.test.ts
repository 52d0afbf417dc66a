import { describe, expect, test } from "vitest";
import {
  computePanelReadings,
  computeReadings,
  formatReadings,
  panelsFromCounts,
} from "../../src/index.ts";
import { refused, why } from "../support/refused.ts";

/** What open questions are worth, for a reader. */

/** A patient of 40 on the C2S who was not seen: 5 + 10, or 5 alone. */
const list = { patients: [{ age: 40, ald: false, c2s: true, seen: false }] };
const prices = computeReadings(list, { year: 2026 });
const plain = (text: string): string => text.normalize("NFKC");

test("the total, the least and the most, with the answers that make them", () => {
  const lines = plain(formatReadings(prices)).split("\n");
  expect(lines[0]).toBe(
    "Ce que valent les questions que le texte laisse ouvertes · estimation non officielle",
  );
  const total = lines.findIndex((line) => /^ {2}Total \(non officiel\) +15,00 €$/.test(line));
  expect(lines[total - 1]).toMatch(/^ {2}─+$/);
  expect(lines).toContainEqual(expect.stringMatching(/^ {2}Le moins +5,00 €$/));
  expect(lines).toContain("    Un patient non vu garde-t-il les 10 € de la C2S ? Non.");
});

test("each answer with its difference on the year and on the instalments", () => {
  const lines = plain(formatReadings(prices, { locale: "en" })).split("\n");
  const at = lines.indexOf("Does a patient not seen keep the 10 EUR of the C2S?");
  expect(lines.slice(at + 2, at + 5)).toEqual([
    expect.stringMatching(/^ {2}yes \(interpretation used\) +—$/),
    expect.stringMatching(/^ {2}no +−€10\.00$/),
    "    −€2.50 in April 2026, June 2026, September 2026, November 2026",
  ]);
});

test("what moves nothing and what the list cannot answer stand apart", () => {
  const [head, tail] = plain(formatReadings(prices)).split(
    "\nQuestions que la liste ne permet pas de chiffrer\n",
  ) as [string, string];
  expect(head).not.toContain("Les majorations de zone et de 67 ans se cumulent-elles ?");
  expect(tail).toContain("À quelle date s'apprécie la zone du cabinet ? « au 1er janvier 2026 » :");
  expect(tail).toContain("\nQuestions sans effet sur cette liste\n");
  expect(tail).toContain("  - Les majorations de zone et de 67 ans se cumulent-elles ?");
  expect(tail).toContain("Ce calcul n'émane pas de l'Assurance Maladie");
});

test("a question that moves a cent between two instalments moves something", () => {
  const odd = computeReadings(
    { patients: [{ age: 40, ald: false, c2s: false }] },
    { year: 2026, patch: { "base.7-74.amount": "5.01" } },
  );
  // 5.01 EUR in four parts: 1.25 each, and the odd cent on the last or on the first.
  expect(plain(formatReadings(odd, { as: "markdown", locale: "en" }))).toMatch(
    /<br>\+€0\.01 in April 2026; −€0\.01 in November 2026 \| — \|/,
  );
});

describe("of counts", () => {
  const panels = panelsFromCounts([{ age: "80+", ald: true, c2s: false, seen: false, n: 20 }], {
    year: 2026,
  });
  const counted = computePanelReadings(panels, { year: 2026 });

  test("20 patients in ALD who keep 100 EUR and not 5", () => {
    expect(plain(formatReadings(counted, { as: "markdown" }))).toMatch(
      /\| non, il garde son montant<br>\+475,00 € en avril .* \| \+1 900,00 € \|/,
    );
  });

  test("as a page, whose title is its first heading", () => {
    const page = formatReadings(counted, { as: "page" });
    expect([...page.matchAll(/<h(\d)>/g)].slice(0, 2).map(([, level]) => level)).toEqual([
      "1",
      "2",
    ]);
    expect(page).toContain('<html lang="fr">');
  });
});

describe("as a page in Markdown", () => {
  const sections = (locale: "fr" | "en"): string[] =>
    formatReadings(prices, { as: "markdown", locale }).replaceAll("\u00a0", " ").split("\n\n### ");

  test("in French", () => {
    const [title, range, seen, paid, unanswered, still, notes] = sections("fr");
    expect(title).toBe(
      "## Ce que valent les questions que le texte laisse ouvertes · estimation non officielle\n\n" +
        "Barème fr.fmt.2026 · 2026",
    );
    expect(range).toBe(`Sur l'année, toutes interprétations comprises

| Interprétation | Montant |
| :-- | --: |
| **Total (non officiel)** | **15,00 €** |
| Le moins<br>Un patient non vu garde-t-il les 10 € de la C2S ? Non. | 5,00 € |
| Le plus | 15,00 € |`);
    expect(seen).toBe(`Un patient non vu garde-t-il les 10 € de la C2S ?

| Réponse | Écart sur l'année |
| :-- | --: |
| oui (interprétation retenue) | — |
| non<br>−2,50 € en avril 2026, juin 2026, septembre 2026, novembre 2026 | −10,00 € |`);
    expect(paid?.split("\n").at(-1)).toBe(
      "| en 2027<br>−2,50 € en avril 2026, juin 2026, septembre 2026, novembre 2026 ; " +
        "+10,00 € en 2027 | — |",
    );
    expect(unanswered?.split("\n").slice(0, 3)).toEqual([
      "Questions que la liste ne permet pas de chiffrer",
      "",
      "- À quelle date s'apprécient l'âge et la situation ? « au 31 décembre 2026 » : " +
        "la liste ne dit pas la patientèle au 31/12/2026 : les dates d'inscription, de départ et de décès",
    ]);
    expect(still?.split("\n")).toHaveLength(2 + 9);
    expect(notes).toMatch(/^À noter\n\n- Ce calcul n'émane pas /);
  });

  test("and in English", () => {
    const [title, range, seen, , unanswered, still] = sections("en");
    expect(title).toBe(
      "## What the open questions of the text are worth · unofficial estimate\n\n" +
        "Schedule fr.fmt.2026 · 2026",
    );
    expect(range).toBe(`On the year, under every interpretation

| Interpretation | Amount |
| :-- | --: |
| **Total (unofficial)** | **€15.00** |
| Least<br>Does a patient not seen keep the 10 EUR of the C2S? No. | €5.00 |
| Most | €15.00 |`);
    expect(seen).toContain("\n| Answer | Difference on the year |\n");
    expect(unanswered?.split("\n").slice(0, 3)).toEqual([
      "Questions that the list cannot answer",
      "",
      '- On which day are ages and situations read? "on 31 December 2026": ' +
        "the list does not tell the list on 2026-12-31: the dates of registration, departure and death",
    ]);
    expect(still).toMatch(/^Questions that change nothing for this list\n\n- /);
  });
});

test("two answers that make an extreme, and one whose total is refused", () => {
  const answer = (id: string, more: object) => ({ id, fr: id, en: id, ...more });
  const question = (id: string, ...options: object[]) => ({
    id,
    fr: `${id} ?`,
    en: `${id}?`,
    options,
  });
  const moved = (difference: string) =>
    answer("no", { inUse: false, difference, total: "1.00", instalments: [] });
  const kept = answer("yes", { inUse: true, difference: "0.00", total: "1.00", instalments: [] });
  const refusal = {
    code: "AMOUNT_TOO_LARGE",
    allowed: { fr: "moins", en: "less" },
    message: { fr: "trop", en: "too much" },
  };
  const text = formatReadings(
    {
      ...prices,
      lowest: { total: "1.00", readings: {} },
      highest: { total: "3.00", readings: { a: "no", b: "no" } },
      readings: [
        question("a", kept, moved("1.00")),
        question("b", kept, moved("1.00")),
        question("c", kept, answer("no", { inUse: false, refusal })),
        question("d", kept, moved("2.00"), answer("lost", { inUse: false, refusal })),
      ] as never,
    },
    { as: "markdown", locale: "en" },
  );
  expect(text).toContain("| Most<br>a? No. b? No. | €3.00 |");
  expect(text).toContain('- c? "no": too much\n');
  expect(text).not.toContain("Questions that change nothing");
  expect(text).toContain("### d?\n\n| Answer | Difference on the year |\n| :-- | --: |\n");
  expect(text).toContain("\n| yes (interpretation used) | — |\n| no | +€2.00 |\n\n");
});

test("refuses what is no prices", () => {
  const allowed = [
    "des questions chiffrées, comme les rend computeReadings",
    "priced questions, as computeReadings returns them",
  ] as const;
  for (const [wrong, found] of [
    [{}, "{}"],
    [null, "null"],
    [undefined, "undefined"],
  ] as const)
    expect(refused(() => formatReadings(wrong as never))).toEqual(
      why("INPUT_INVALID", "prices", found, ...allowed),
    );
  expect(refused(() => formatReadings({ readings: [null] } as never)).path).toBe("prices");
  expect(refused(() => formatReadings(prices, { as: "pdf" as never })).path).toBe("as");
});
