import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { frenchPage } from "../../docs/french-page.ts";
import { read } from "../support/page.ts";
import { englishWords, wordsIn } from "./english.ts";
import { faultsOf } from "./faults.ts";

/** Every page of Markdown in French. */

const root = join(import.meta.dirname, "../..");
const pages = ["docs", "docs/schedules", "docs/indicators"]
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name)))
  .filter((path) => path.endsWith(".fr.md") || (path.endsWith(".md") && isFrench(read(path))));

function isFrench(page: string): boolean {
  return page.includes("In English");
}

const english = englishWords();

test("the pages are found", () => {
  expect(pages.length).toBeGreaterThan(40);
});

describe.each(["LISEZMOI.md", "fixtures/conformance/LISEZMOI.md", ...pages])("%s", (path) => {
  const page = read(path);

  test("has no fault", () => {
    expect(faultsOf(page, "fr")).toEqual([]);
  });

  test("has no English word that is not code", () => {
    expect([...new Set(wordsIn(page))].filter((word) => english.has(word))).toEqual([]);
  });
});

test("headings, code and addresses keep their spaces, as anchors are made of them", () => {
  const page = "# Un titre : ici\n\nUn `a : b`, [là : un](#un-titre--ici) ; 1 000 €.\n";
  expect(frenchPage(page)).toBe(
    "# Un titre : ici\n\nUn `a : b`, [là\u00a0: un](#un-titre--ici)\u00a0; 1\u00a0000\u00a0€.\n",
  );
});
