import { describe, expect, test } from "vitest";
import { read } from "./support/page.ts";

/** Recipes are run on what is packed (`npm run test:package`, `npm run test:engines`); here, what needs no engine. */

const codeOf = (page: string): string[] => read(page).match(/^```[\s\S]*?^```$/gm) ?? [];

describe("both languages of a page run the same code", () => {
  test.each([
    ["docs/cookbook.md", "docs/recettes.md"],
    ["docs/embedding.md", "docs/integrer.md"],
  ])("%s and %s", (english, french) => {
    expect(codeOf(english).length).toBeGreaterThan(3);
    expect(codeOf(french)).toEqual(codeOf(english));
  });
});

test("the glue is the same in every language", () => {
  const glue = codeOf("docs/embedding.md").map((code) =>
    [...code.matchAll(/^ *(?:try \{|catch).*$/gm)].map(([line]) => line.trim()),
  );
  expect(glue).toHaveLength(4);
  for (const one of glue) expect(one).toEqual(glue[0]);
  expect(glue[0]).toHaveLength(2);
});
