import { describe, expect, test } from "vitest";
import { layOut, layOutTogether } from "../../../src/statement/layout/lay-out.ts";
import { sheetDrawing } from "../../../src/statement/layout/sheet-drawing.ts";
import type { Sheet } from "../../../src/statement/layout/sheet.ts";
import { refused } from "../../support/refused.ts";

const sheet: Sheet = {
  simulation: undefined,
  title: "Titre",
  subtitle: "Sous-titre",
  tables: [
    {
      title: "À faire",
      head: ["Indicateur", "Pourquoi", "Montant"],
      words: [1],
      rows: [
        { cells: ["Patient 1"], kind: "group" },
        { cells: ["grippe", "ouvert", "5,00 €"] },
        { cells: ["sein", "non su", "105,00 €"], kind: "part" },
        { cells: ["Total", "", "110,00 €"], kind: "total" },
      ],
    },
    { title: "Vide", head: ["a", "b"], rows: [] },
  ],
  lists: [{ title: "Sources", items: ["une"], isFoot: true }],
};
const printed = (options: Parameters<typeof layOut>[1]): string =>
  layOut("sheet", options, () => sheet).replaceAll("\u00a0", " ");

describe("a table of words and figures", () => {
  test("as text: words to the left, figures to the right, a name over its rows", () => {
    expect(printed({}).split("\n").slice(3, 11)).toEqual([
      "À faire",
      "  Indicateur  Pourquoi   Montant",
      "  Patient 1",
      "  grippe      ouvert      5,00 €",
      "    sein      non su    105,00 €",
      "  ──────────────────────────────",
      "  Total                 110,00 €",
      "",
    ]);
  });

  test("as text, a long name widens no column, and is not broken", () => {
    const name = "Patient ".repeat(20).trim();
    const rows = [{ cells: [name], kind: "group" as const }, { cells: ["grippe", "5,00 €"] }];
    const tables = [{ title: "À faire", head: ["Quoi", "Montant"], rows }];
    const text = layOut("sheet", {}, () => ({ ...sheet, tables, lists: [] }));
    expect(text.replaceAll("\u00a0", " ").split("\n").slice(4, -1)).toEqual([
      "  Quoi    Montant",
      `  ${name}`,
      "  grippe   5,00 €",
    ]);
  });

  test("as Markdown", () => {
    const markdown = printed({ as: "markdown" });
    expect(markdown).toContain("| :-- | :-- | --: |\n| **Patient 1** |  |  |\n| grippe | ouvert |");
    expect(markdown).not.toContain("Vide");
  });

  test("as HTML: each cell knows its head, a name heads a body of its own", () => {
    const html = printed({ as: "html" });
    expect(html).toContain(
      '<tr class="group"><th scope="rowgroup" colspan="3">Patient 1</th></tr>',
    );
    expect(html).toContain('<td class="word" data-head="Pourquoi">ouvert</td>');
    expect(html).toContain('<td class="figure" data-head="Montant">5,00 €</td>');
    expect(html).toContain('<table class="sheet wide" aria-label="À faire">');
    expect(html).not.toMatch(/<th[^>]*><\/th>/);
  });
});

describe("headings", () => {
  test("begin at the level that is asked for, and are one page's own otherwise", () => {
    const levels = (options: Parameters<typeof layOut>[1]): string[] =>
      printed(options).match(/<h\d/g) ?? [];
    expect(levels({ as: "html" })).toEqual(["<h3", "<h4", "<h4"]);
    expect(levels({ as: "html", headingLevel: 2 })).toEqual(["<h2", "<h3", "<h3"]);
    expect(levels({ as: "page" })).toEqual(["<h1", "<h2", "<h2"]);
    expect(refused(() => printed({ headingLevel: 7 as never }))).toMatchObject({
      code: "INPUT_INVALID",
      path: "headingLevel",
    });
  });

  test("of several results are below that of the page", () => {
    const one = (options: Parameters<typeof layOut>[1]): string =>
      layOut("sheet", options, () => sheet);
    const page = layOutTogether("Page & cie", [one, one], { as: "page", locale: "fr" });
    expect(page.match(/<h[12].*?>.*?<\/h[12]>/g)).toEqual([
      "<h1>Page &amp; cie</h1>",
      "<h2>Titre</h2>",
      "<h2>Titre</h2>",
    ]);
    expect(page.match(/<main>/g)).toHaveLength(1);
    expect(layOutTogether("Page", [one], { as: "page", locale: "fr" })).toBe(one({ as: "page" }));
    expect(page).toContain(
      `<main>\n<h1>Page &amp; cie</h1>\n${one({ as: "html", headingLevel: 2 }).repeat(2)}</main>\n`,
    );
  });

  test("of several results in a text or in Markdown are each its own, in the language asked for", () => {
    const one = (options: Parameters<typeof layOut>[1]): string =>
      layOut("sheet", options, (locale) => ({ ...sheet, title: locale }));
    for (const as of ["text", "markdown"] as const) {
      const laid = one({ as, locale: "en" });
      expect(laid).toContain("en\n");
      expect(layOutTogether("Page", [one, one], { as, locale: "en" })).toBe(`${laid}\n${laid}`);
      expect(layOutTogether("Page", [], { as, locale: "en" })).toBe("");
    }
    expect(layOutTogether("Page", [], { as: "page", locale: "en" })).toBe("");
  });
});

test("a notebook draws a sheet as HTML, Markdown and text, in French unless told", () => {
  const sheetIn = (locale: string): Sheet => ({ ...sheet, title: locale });
  const draw = sheetDrawing("sheet", sheetIn);
  for (const locale of ["fr", "en"] as const)
    expect(locale === "fr" ? draw() : draw(locale)).toEqual({
      "text/html": layOut("sheet", { as: "html", locale }, sheetIn),
      "text/markdown": layOut("sheet", { as: "markdown", locale }, sheetIn),
      "text/plain": layOut("sheet", { as: "text", locale }, sheetIn),
    });
});
