import { describe, expect, test } from "vitest";
import { formatStatement, type Statement } from "../../src/index.ts";
import { callWith } from "../support/io.ts";
import { computeGolden, GOLDEN } from "./golden.ts";

/** Every source that is listed is cited by a line in brackets, and every one that is cited is listed. */

const marks = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, number]) => number as string))].sort();

/** Numbers in brackets on lines of amounts, and at the head of sources. */
function numbersIn(text: string): { readonly cited: string[]; readonly listed: string[] } {
  const rows = text.split("\n").filter((line) => /\d\u00a0€|€\d/.test(line));
  return { cited: marks(rows.join("\n"), /\[(\d+)\]/g), listed: marks(text, /^ {2}\[(\d+)\] /gm) };
}

describe.each(GOLDEN)("%s", (id) => {
  const library = { name: "forfait-medecin-traitant", version: "0" } as const;
  const statement = { ...computeGolden(id), library } as unknown as Statement;

  test.each([
    ["with its details", {}],
    ["without them", { without: ["details"] }],
    ["in English", { locale: "en", without: ["details"] }],
  ] as const)("%s", (_, options) => {
    const { cited, listed } = numbersIn(formatStatement(statement, options));
    expect(listed).toEqual(cited);
    expect(listed).toHaveLength(Object.keys(statement.sources).length);
  });

  test("as HTML, whose numbers lead to the source", () => {
    const html = formatStatement(statement, { as: "html", without: ["details"] });
    expect(marks(html, /<li id="[^"]+-(\d+)" value="\1"/g)).toEqual(
      marks(html, /<a href="#[^"]+-(\d+)">\1<\/a>/g),
    );
  });
});

test("statements that follow one another cite what is listed at their end", async () => {
  const prevention = "grippe, covid, sein, colon";
  const list = `médecin;né le;ald;c2s;prévention\nA;1940;oui;oui;"${prevention}"\nB;1990;non;non;\n`;
  const { out } = await callWith(["calculer", "l", "--année", "2026"], { files: { l: list } });
  const { cited, listed } = numbersIn(out);
  expect(listed).toEqual(cited);
  expect(listed.length).toBeGreaterThan(2);
});
