import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** The notebooks are kept with their outputs (`npm run notebooks`), whose amounts are these sums. */

interface Cell {
  readonly outputs?: readonly {
    readonly text?: readonly string[];
    readonly data?: Readonly<Record<string, readonly string[]>>;
  }[];
}

function outputsOf(name: string): string {
  const path = join(import.meta.dirname, "../docs/notebooks", `${name}.ipynb`);
  const { cells } = JSON.parse(readFileSync(path, "utf8")) as { readonly cells: readonly Cell[] };
  return cells
    .flatMap(({ outputs = [] }) => outputs)
    .flatMap(({ text = [], data = {} }) => [...text, ...Object.values(data).flat()])
    .join("");
}

const french = (euros: number): string =>
  `${euros
    .toFixed(2)
    .replace(".", ",")
    .replace(/\B(?=(\d{3})+,)/g, "\u00a0")}\u00a0€`;

test("a statement and panels draw themselves in euros", () => {
  const drawn = outputsOf("statements");
  for (const euros of [105 + 105 * 0.2 + 10 + 2 * 5, 100 * 5 + 20 * 100, 10 * 15, 2500 + 150])
    expect(drawn).toContain(`>${french(euros)}</td>`);
});

test("Parquet holds the totals that the command tells", () => {
  const drawn = outputsOf("totals");
  expect(drawn).toContain(french(56722.5));
  expect(drawn).toContain("<td>56722.50</td>");
});
