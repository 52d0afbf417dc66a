import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { computePanels, population } from "../src/index.ts";
import { read } from "./support/page.ts";

/** The notebooks are kept with their outputs (`npm run notebooks`), whose amounts are these sums. */

interface Cell {
  readonly outputs?: readonly {
    readonly text?: readonly string[];
    readonly data?: Readonly<Record<string, readonly string[]>>;
  }[];
}

const notebooks = join(import.meta.dirname, "../docs/notebooks");

function outputsOf(name: string): string {
  const path = join(notebooks, `${name}.ipynb`);
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

test("a statement and panels draw themselves in euros, in the language that is asked for", () => {
  const drawn = outputsOf("statements");
  const english = (euros: number): string =>
    `€${euros.toLocaleString("en", { minimumFractionDigits: 2 })}`;
  for (const euros of [105 + 105 * 0.2 + 10 + 2 * 5, 100 * 5 + 20 * 100, 10 * 15, 2500 + 150])
    expect(drawn).toContain(`>${english(euros)}</td>`);
});

test("a list is paid before and after 2026", () => {
  const drawn = outputsOf("avant-apres");
  const fpmt = 63 * 6 + 698 * 5 + 22 * 46 + 152 * 46 + 65 * 70;
  const precarity = Math.round(fpmt * 0.4) / 100;
  const base = 60 * 5 + 63 * 15 + 610 * 5 + 152 * 55 + 28 * 15 + 22 * 55 + 65 * 100;
  expect(drawn).toContain(`${french(fpmt + precarity)} → ${french(base * 1.1 + 78 * 10)}`);
});

test("the negotiation is priced as the library does, round by round", () => {
  const panels = population({ physicians: 1000, seed: 1, year: 2026 }).panels();
  const drawn = outputsOf("negociation");
  const rounds = [
    ["21 décembre 2023", "fr.round.2023-12-21", 2025],
    ["8 février 2024", "fr.proposal.2024-02-08", 2026],
    ["14 mars 2024", "fr.round.2024-03-14", 2026],
    ["17 mai 2024", "fr.round.2024-05-17", 2026],
    ["texte signé", "fr.fmt.2026", 2026],
  ] as const;
  for (const [name, schedule, year] of rounds) {
    const { totalCents } = computePanels(panels, { year, schedule }).sums;
    const mean = (totalCents / 1000 / 100).toFixed(0).replace(/(?=\d{3}$)/, "\u202f");
    expect(drawn).toContain(`${name} : ${mean} € par médecin`);
  }
});

test("Python reads what the library has of a synthetic country", () => {
  const panels = population({ physicians: 300, seed: 1, year: 2026 }).panels();
  const cents = (patch: Record<string, string>): number =>
    computePanels(panels, { year: 2026, patch }).totalCents.reduce((sum, some) => sum + some, 0);
  const cost = (cents({ "c2s.amount": "15" }) - cents({})) / 100;
  expect(outputsOf("polars")).toContain(cost.toFixed(2));
  expect(outputsOf("mini-racer")).toContain(`(300, ${(cents({}) / 300 / 100).toFixed(2)})`);
  expect(outputsOf("mini-racer")).toContain(`'${(100 + 5 + 10).toFixed(2)}'`);
});

test.each(["docs/analysts.md", "docs/analystes.md"])(
  "%s lists every notebook, with its processor time",
  (page) => {
    const listed = [...read(page).matchAll(/^\| \[([\w-]+)\]\(notebooks.* \| [\d.,]+ s \|$/gm)];
    const names = readdirSync(notebooks).map((file) => file.replace(".ipynb", ""));
    expect(listed.map(([, name]) => name).sort()).toEqual(names.sort());
  },
);

test("figures are SVG with French axes, and every notebook has run without an error", () => {
  const names = readdirSync(notebooks).map((file) => file.replace(".ipynb", ""));
  expect(names.length).toBe(7);
  for (const name of names) expect(outputsOf(name)).not.toMatch(/Traceback|Error:/);
  for (const name of ["reforme", "avant-apres", "negociation"])
    expect(outputsOf(name)).toMatch(/<svg xmlns="http:\/\/www.w3.org\/2000\/svg"[^]*euros/i);
});

test("Parquet holds the totals that the command tells", () => {
  const drawn = outputsOf("totals");
  expect(drawn).toContain(french(56722.5));
  expect(drawn).toContain("<td>56722.50</td>");
});
