import { describe, expect, test } from "vitest";
import type { FormatOptions } from "../../src/index.ts";
import { layOut } from "../../src/statement/layout/lay-out.ts";
import type { Sheet } from "../../src/statement/layout/sheet.ts";
import { refused, why } from "../support/refused.ts";

/** A sheet with every part, in the four layouts. */

const long = "x".repeat(60);
const sheet: Sheet = {
  simulation: "SIMULATION : <a> 1 → 2",
  title: "Titre *",
  subtitle: "Médecin <b>",
  opening: [`Un. ${long} ${long}`, "Deux."],
  tables: [
    {
      title: "Lignes #1",
      head: ["Ligne", "Montant", "Écart"],
      rows: [
        { cells: ["Socle", "100,00 €", "5,00 €"], note: "ALD" },
        { cells: ["C2S", "9,00 €", ""] },
        { cells: ["Total", "109,00 €", ""], kind: "total", note: "sans <zone>" },
      ],
    },
    {
      title: "Parts",
      head: ["", "Mot"],
      words: [1],
      rows: [
        { cells: ["Nord *"], kind: "group" },
        { cells: ["Somme", "a"], kind: "sum" },
        { cells: ["dont", "long"], kind: "part" },
        { cells: ["Sud"], kind: "group" },
        { cells: ["reste", "b"] },
      ],
    },
    { title: "Vide", head: ["Ligne"], rows: [] },
  ],
  lists: [
    { title: "Notes", items: ["un <i>", "voir https://example.org/a", "https://example.org/b"] },
    { title: "Rien", items: [] },
    { title: "Prose", items: ["Une phrase.", "Une autre."], isProse: true },
    { items: ["Suite.", "Fin."], isProse: true },
    { items: ["sans titre"], isFoot: true },
  ],
};
const laid = (options: FormatOptions, change: Partial<Sheet> = {}): string =>
  layOut("sheet", options, () => ({ ...sheet, ...change })).replaceAll("\u00a0", " ");

test("as text, unless another is asked for", () => {
  expect(laid({})).toBe(`SIMULATION : <a> 1 → 2

Titre *
Médecin <b>

Un. ${long}
${long}

Deux.

Lignes #1
  Ligne   Montant   Écart
  Socle  100,00 €  5,00 €
    ALD
  C2S      9,00 €
  ───────────────────────
  Total  109,00 €
    sans <zone>

Parts
          Mot
  Nord *
  Somme   a
    dont  long
  Sud
  reste   b

Notes
  - un <i>
  - voir https://example.org/a
  - https://example.org/b

Prose
Une phrase.

Une autre.

Suite.

Fin.
  - sans titre
`);
});

test("as Markdown", () => {
  expect(laid({ as: "markdown" })).toBe(`**SIMULATION : \\<a\\> 1 → 2**

## Titre \\*

Médecin \\<b\\>

Un. ${long} ${long}

Deux.

### Lignes \\#1

| Ligne | Montant | Écart |
| :-- | --: | --: |
| Socle<br>ALD | 100,00 € | 5,00 € |
| C2S | 9,00 € |  |
| **Total**<br>sans \\<zone\\> | **109,00 €** |  |

### Parts

|  | Mot |
| :-- | :-- |
| **Nord \\*** |  |
| **Somme** | **a** |
| dont | long |
| **Sud** |  |
| reste | b |

### Notes

- un \\<i\\>
- voir <https://example.org/a>
- <https://example.org/b>

### Prose

Une phrase.

Une autre.

Suite.

Fin.

- sans titre
`);
});

test("as HTML", () => {
  expect(laid({ as: "html" }))
    .toBe(`<section class="forfait-mt" lang="fr"><p><strong>SIMULATION : &lt;a&gt; 1 → 2</strong></p>
<h3>Titre *</h3>
<p class="whose">Médecin &lt;b&gt;</p>
<p>Un. ${long} ${long}</p>
<p>Deux.</p>
<h4>Lignes #1</h4>
<table class="sheet wide" aria-label="Lignes #1">
<thead><tr><th scope="col">Ligne</th><th scope="col" class="figure">Montant</th><th scope="col" class="figure">Écart</th></tr></thead>
<tbody>
<tr><th scope="row">Socle<br><small>ALD</small></th><td class="figure" data-head="Montant">100,00 €</td><td class="figure" data-head="Écart">5,00 €</td></tr>
<tr><th scope="row">C2S</th><td class="figure" data-head="Montant">9,00 €</td><td class="figure" data-head="Écart"></td></tr>
<tr class="sum"><th scope="row">Total<br><small>sans &lt;zone&gt;</small></th><td class="figure" data-head="Montant">109,00 €</td><td class="figure" data-head="Écart"></td></tr>
</tbody>
</table>
<h4>Parts</h4>
<table class="sheet" aria-label="Parts">
<thead><tr><td></td><th scope="col">Mot</th></tr></thead>
<tbody>
<tr class="group"><th scope="rowgroup" colspan="2">Nord *</th></tr>
<tr class="sum"><th scope="row">Somme</th><td class="word" data-head="Mot">a</td></tr>
<tr class="part"><th scope="row">dont</th><td class="word" data-head="Mot">long</td></tr>
</tbody>
<tbody>
<tr class="group"><th scope="rowgroup" colspan="2">Sud</th></tr>
<tr><th scope="row">reste</th><td class="word" data-head="Mot">b</td></tr>
</tbody>
</table>
<h4>Notes</h4>
<ul>
<li>un &lt;i&gt;</li>
<li>voir <a href="https://example.org/a">https://example.org/a</a></li>
<li><a href="https://example.org/b">https://example.org/b</a></li>
</ul>
<h4>Prose</h4>
<p>Une phrase.</p>
<p>Une autre.</p>
<p>Suite.</p>
<p>Fin.</p>
<ul class="foot">
<li>sans titre</li>
</ul>
</section>
`);
});

test("as a page: a document in its language, whose title is its first heading", () => {
  const page = laid({ as: "page", locale: "en" });
  expect(page).toMatch(/^<!doctype html>\n<html lang="en">\n/);
  expect(page).toContain("<title>Titre *</title>");
  expect(page).toContain('<section class="forfait-mt" lang="en"><p><strong>SIMULATION');
  expect(page.match(/<h\d>[^<]*/g)).toEqual([
    "<h1>Titre *",
    "<h2>Lignes #1",
    "<h2>Parts",
    "<h2>Notes",
    "<h2>Prose",
  ]);
});

test("with nothing above the title, below it or after it", () => {
  const { opening: _, ...others } = sheet;
  const bare = (as: NonNullable<FormatOptions["as"]>): string =>
    layOut("sheet", { as }, () => ({ ...others, simulation: undefined, tables: [], lists: [] }));
  expect(bare("text")).toBe("Titre *\nMédecin <b>\n");
  expect(bare("markdown")).toBe("## Titre \\*\n\nMédecin \\<b\\>\n");
  expect(bare("html")).toBe(
    '<section class="forfait-mt" lang="fr">\n<h3>Titre *</h3>\n<p class="whose">Médecin &lt;b&gt;</p>\n</section>\n',
  );
});

describe("a table of text that is too wide for a page", () => {
  const table = (first: string, second: string): string[] => {
    const rows = [{ cells: [first, second] }, { cells: ["z", "1"], kind: "total" as const }];
    const tables = [{ title: "Large", head: ["a", "b"], rows }];
    return laid({}, { simulation: undefined, opening: [], tables, lists: [] })
      .split("\n")
      .slice(4, -1);
  };
  const words = (count: number): string => Array.from({ length: count }, () => "mots").join(" ");

  test("keeps its lines up to 110 characters: 2 and 59, 2 and 47", () => {
    expect(table(words(12), "y".repeat(47))).toEqual([
      `  a${" ".repeat(58)}  ${"b".padStart(47)}`,
      `  ${words(12)}  ${"y".repeat(47)}`,
      `  ${"─".repeat(59 + 2 + 47)}`,
      `  z${" ".repeat(58)}  ${"1".padStart(47)}`,
    ]);
  });

  // A word and its space are 5: ten words fit in 50, seven in 36.
  test("breaks its cells beyond: the first at 50, the others at 36", () => {
    expect(table(words(12), words(10))).toEqual([
      `  a${" ".repeat(49)}  ${"b".padStart(36)}`,
      `  ${words(10).padEnd(50)}  ${words(7).padStart(36)}`,
      `  ${words(2).padEnd(50)}  ${words(3).padStart(36)}`,
      `  ${"─".repeat(50 + 2 + 36)}`,
      `  z${" ".repeat(49)}  ${"1".padStart(36)}`,
    ]);
  });

  test("also where only the first one is long", () => {
    expect(table(words(25), "y")).toEqual([
      `  a${" ".repeat(49)}  b`,
      `  ${words(10).padEnd(50)}  y`,
      `  ${words(10)}`,
      `  ${words(5)}`,
      `  ${"─".repeat(50 + 2 + 1)}`,
      `  z${" ".repeat(49)}  1`,
    ]);
  });
});

test("another layout, another locale, and what cannot be read are refused", () => {
  expect(refused(() => laid({ as: "pdf" as never }))).toEqual(
    why("INPUT_INVALID", "as", '"pdf"', "text, markdown, html, page"),
  );
  expect(refused(() => laid({ locale: "de" as never })).path).toBe("locale");
  expect(
    refused(() =>
      layOut("sheet", {}, () => {
        throw new Error("sheet");
      }),
    ),
  ).toMatchObject({ code: "INPUT_INVALID", path: "sheet" });
  expect(refused(() => laid({ separator: ";" } as object))).toEqual(
    why("KEY_UNKNOWN", "options.separator", '"separator"', "locale, as, headingLevel"),
  );
  const options = Object.defineProperty({}, "as", {
    enumerable: true,
    get(): never {
      throw new Error("as");
    },
  });
  expect(refused(() => laid(options)).path).toBe("options");
});
