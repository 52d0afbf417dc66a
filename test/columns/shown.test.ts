import { expect, test } from "vitest";
import {
  computePanels,
  displayIn,
  panelsFromCounts,
  type CountRow,
  type Locale,
} from "../../src/index.ts";

/** Totals in columns draw themselves in notebooks: 20 physicians at most, then all of them. */

const HEADS = {
  fr: [
    "",
    "patients",
    "Socle",
    "Majoration C2S",
    "Prévention, indicateurs validés en 2026",
    "Majoration de zone",
    "Majoration « médecin de 67 ans et plus »",
    "Total",
  ],
  en: [
    "",
    "patients",
    "Base amount",
    "C2S supplement",
    "Prevention, indicators validated in 2026",
    "Zone uplift",
    "Uplift for a physician aged 67 or over",
    "Total",
  ],
};

const TITLES = {
  fr: "## Forfait médecin traitant (FMT) 2026 · estimation non officielle",
  en: "## Named-doctor capitation (FMT) 2026 · unofficial estimate",
};

function shown(
  table: readonly CountRow[],
  locale: Locale,
  as: "text/markdown" | "text/html" = "text/markdown",
): string {
  const totals = computePanels(panelsFromCounts(table, { year: 2026 }), { year: 2026 });
  const draw = Reflect.get(
    displayIn(locale)(totals),
    Symbol.for("Jupyter.display"),
  ) as () => Record<typeof as, string>;
  return draw()[as].replaceAll("\u00a0", " ");
}

/** Physician i of many has i adults, at 5 EUR each, of whom the first one's has the C2S. */
const many = (count: number): CountRow[] =>
  Array.from({ length: count }, (_, i) => ({
    physicianId: `dr ${i + 1}`,
    age: 40,
    ald: false,
    c2s: i === 0,
    n: i + 1,
  }));

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
const bold = (cells: readonly string[]): string[] => cells.map((cell) => `**${cell}**`);

/** Cells of who has so many adults in whole euros. */
const cellsOf = (euros: (whole: number) => string, n: number, c2s: number): string[] => [
  euros(5 * n),
  euros(c2s),
  euros(0),
  euros(0),
  euros(0),
  euros(5 * n + c2s),
];

const EUROS = {
  fr: (whole: number): string => `${`${whole}`.replace(/(\d)(?=\d{3}$)/, "$1 ")},00 €`,
  en: (whole: number): string => `€${`${whole}`.replace(/(\d)(?=\d{3}$)/, "$1,")}.00`,
};

test.each([
  ["fr", 3, "3 médecins", "Par médecin", "Total"],
  ["en", 3, "3 physicians", "By physician", "Total"],
  ["fr", 20, "20 médecins", "Par médecin", "Total"],
  ["en", 20, "20 physicians", "By physician", "Total"],
  ["fr", 23, "23 médecins", "Par médecin", "Total (3 autres)"],
  ["en", 23, "23 physicians", "By physician", "Total (3 others)"],
] as const)("a whole table in %s of %i physicians", (locale, count, whose, title, total) => {
  const euros = EUROS[locale];
  const all = (count * (count + 1)) / 2;
  const rows = Array.from({ length: Math.min(count, 20) }, (_, i) =>
    row([`dr ${i + 1}`, `${i + 1}`, ...cellsOf(euros, i + 1, i === 0 ? 10 : 0)]),
  );
  expect(shown(many(count), locale)).toBe(
    [
      TITLES[locale],
      "",
      whose,
      "",
      `### ${title}`,
      "",
      row(HEADS[locale]),
      row([":--", ...Array.from({ length: 7 }, () => "--:")]),
      ...rows,
      row(bold([total, `${all}`, ...cellsOf(euros, all, 10)])),
      "",
    ].join("\n"),
  );
});

test.each([
  ["fr", "1 médecin", "|  | 1 | 5,00 € | 0,00 € |"],
  ["en", "1 physician", "|  | 1 | €5.00 | €0.00 |"],
] as const)("in %s a physician without an id has no name", (locale, whose, start) => {
  const lines = shown([{ age: 40, ald: false, c2s: false, n: 1 }], locale).split("\n");
  expect(lines[2]).toBe(whose);
  expect(lines[8]?.startsWith(start)).toBe(true);
});

test("a page sets the row of all physicians apart", () => {
  const page = shown(many(2), "en", "text/html");
  expect(page.match(/<tr class="[^"]*"><th scope="row">[^<]*/g)).toEqual([
    '<tr class="sum"><th scope="row">Total',
  ]);
});
