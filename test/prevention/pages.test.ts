import { expect, test } from "vitest";
import { blocksOf, filesOf, runExample } from "../support/page.ts";

const pages = ["docs/prevention.md", "docs/prevention.fr.md"] as const;

test.each(pages)("the examples of %s give what they say", (page) => {
  expect.hasAssertions();
  for (const { info, text } of blocksOf(page)) if (info === "ts") runExample(text, filesOf(page));
});

test("both pages have the same blocks", () => {
  const [english, french] = pages.map((page) =>
    blocksOf(page).map(({ info, text }) => (info === "ts" ? text : info)),
  );
  expect(french).toEqual(english);
});
