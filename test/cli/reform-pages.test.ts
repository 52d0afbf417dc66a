import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { call } from "../support/io.ts";
import { blocksOf } from "../support/page.ts";

/** The commands of the two pages run on the files that they name. */

const paths = [
  "fixtures/example/patients.csv",
  "fixtures/example/physicians.csv",
  "docs/counts/france-2026.csv",
];
const files = Object.fromEntries(paths.map((path) => [path, readFileSync(path)]));

const [english, french] = ["docs/pricing-a-reform.md", "docs/chiffrer-une-reforme.md"].map((page) =>
  blocksOf(page)
    .filter(({ info }) => info === "sh")
    .flatMap(({ text }) => text.trim().split("\n"))
    .map((line) => line.replace("npx forfait-medecin-traitant ", "")),
) as [string[], string[]];

describe.each(english.map((line, i) => [line, french[i] as string]))("%s", (line, inFrench) => {
  test("is answered", async () => {
    const { code, out, err } = await call(line, files);
    expect([code, err]).toEqual([0, ""]);
    expect(out).not.toBe("");
  });

  test("gives the same in French, but for words", async () => {
    const numbers = (text: string): string[] => text.match(/\d+/g) ?? [];
    const [one, other] = [await call(line, files), await call(inFrench, files)];
    expect(numbers(other.out)).toEqual(numbers(one.out));
  });
});
