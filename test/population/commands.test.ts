import { describe, expect, test } from "vitest";
import { call } from "../support/io.ts";
import { blocksOf } from "../support/page.ts";

/** The commands of the two pages run, one after the other, and find what they read. */

describe.each(["docs/population.md", "docs/population-fictive.md"])("%s", (page) => {
  const [block] = blocksOf(page).filter(({ info }) => info === "sh");

  test("makes lists that are computed", async () => {
    let files: Readonly<Record<string, string>> = {};
    const codes: number[] = [];
    for (const line of (block as { text: string }).text.trim().split("\n")) {
      const called = await call(line.replace("npx forfait-medecin-traitant ", ""), files);
      files = Object.fromEntries(called.files);
      codes.push(called.code);
    }
    expect(codes).toEqual([0, 0]);
    const totals = Object.entries(files).find(([name]) => name.startsWith("tota"))?.[1] as string;
    expect(totals.trimEnd().split("\n").length).toBeGreaterThan(100);
  });
});
