import { describe, expect, test } from "vitest";
import { ageBand } from "../../src/words/age-band.ts";
import { cellReader } from "../../src/words/cells.ts";
import { aldNumbers } from "../../src/words/conditions.ts";
import { actions, age, countOf, decimal } from "../../src/words/number.ts";

type Rows<Value> = readonly (readonly [text: string, value: Value | undefined])[];

/** What texts are read as; undefined for one that has no meaning, or more than one. */
function reads<Value>(
  name: string,
  read: (text: string) => Value | undefined,
  rows: Rows<Value>,
): void {
  describe(name, () => {
    test.each(rows)("%s", (text, value) => expect(read(text)).toEqual(value));
  });
}

reads("an age", age, [
  ["82", 82],
  ["82.0", 82],
  ["82,00", 82],
  ["0.000", 0],
  ["1234.000", 1234],
  ["1.0000", 1],
  ["1.000", undefined],
  ["12.000", undefined],
  ["123,000", undefined],
  ["82.5", undefined],
  ["54 ans", 54],
  ["54ans", 54],
  ["1 an", 1],
  ["1 year", 1],
  ["54 years", 54],
  ["5ans4", undefined],
]);

reads("a number of actions", actions, [
  ["2", 2],
  ["2.0", 2],
  ["1 acte", 1],
  ["2actes", 2],
  ["1 action", 1],
  ["2 actions", 2],
  ["1 indicateur", 1],
  ["2 indicateurs", 2],
  ["1 indicator", 1],
  ["2 indicators", 2],
  ["2acte3", undefined],
  ["actes", undefined],
]);

reads("a count", countOf, [
  ["1234", 1234],
  ["1 234", 1234],
  ["12\u00a0345\u202f678", 12_345_678],
  ["1 234,567", 1234.567],
  ["12.5", 12.5],
  ["12,25", 12.25],
  ["0.333", 0.333],
  ["1.234", undefined],
  ["1,234", undefined],
  ["12.345", undefined],
  ["123,456", undefined],
  ["1 23", undefined],
  ["1 2345", undefined],
  ["x1.234", undefined],
  ["1.234x", undefined],
  ["1.2345", 1.2345],
  ["12 %", undefined],
  ["-1", undefined],
]);

reads("a number of a declared fact", (text) => decimal(text, false), [
  ["37,5", 37.5],
  ["37.", 37],
  ["0,125", 0.125],
  ["1.234", 1.234],
  ["12,3456", 12.3456],
  ["1234,125", 1234.125],
  ["1,234", undefined],
  ["12,345", undefined],
  ["123,456", undefined],
  ["12 %", undefined],
  ["1,2,3", undefined],
  [",5", undefined],
  ["a1", undefined],
  ["1a", undefined],
]);

reads("a percentage, whose comma parts no thousands", (text) => decimal(text, true), [
  ["12", 12],
  ["12%", 12],
  ["12 %", 12],
  ["12 \u00a0%", 12],
  ["12,345 %", 12.345],
  ["1%2", undefined],
  ["%", undefined],
]);

const share = { is: "number", fr: "part (%)", en: "share (%)" };
reads("a fact is a percentage where both its names say so", (cell) => read(cell), [
  ["12,345", 12.345],
  ["12 %", 12],
]);
function read(cell: string): unknown {
  return cellReader("share", { fact: share })(cell);
}
test.each([
  { ...share, fr: "part" },
  { ...share, en: "share" },
])("a fact is none where one name does not: %j", (fact) => {
  expect(cellReader("share", { fact })("12 %")).toBe("12 %");
});

reads("a band of ages", ageBand, [
  ["54 ans", 54],
  ["1 year", 1],
  ["54 years old", 54],
  ["54 years\u00a0old", 54],
  ["7 \u00a0 à 74", "7-74"],
  ["0-6 ans", "0-6"],
  ["75 à 79 ans", "75-79"],
  ["de 7 à 74 ans", "7-74"],
  ["entre 7 et 74 ans", "7-74"],
  ["from 7 to 74 years", "7-74"],
  ["07 – 09", "7-9"],
  ["80 ans et +", "80+"],
  ["80+", "80+"],
  ["80 ans ou plus", "80+"],
  ["80 years and over", "80+"],
  ["≥ 80", "80+"],
  ["à partir de 080 ans", "80+"],
  ["plus de 79 ans", "80+"],
  ["> 79", "80+"],
  [">79", "80+"],
  ["moins de 7 ans", "0-6"],
  ["< 1 an", "0-0"],
  ["<18", "0-17"],
  ["moins de 0 an", undefined],
  ["7 à 74 mois", undefined],
  ["environ 7 à 74 ans", undefined],
  ["dont plus de 79 ans", undefined],
  ["plus de 79 mois", undefined],
  ["dont moins de 7 ans", undefined],
  ["moins de 7 mois", undefined],
  ["dont 80 ans et plus", undefined],
  ["80 ans et plus, en ALD", undefined],
  ["dès 80 mois", undefined],
  ["1980+", undefined],
  ["adultes", undefined],
]);

reads("numbers of ALD", aldNumbers, [
  ["8", [8]],
  ["8, 30", [8, 30]],
  ["8 30", [8, 30]],
  ["8;30|31", [8, 30, 31]],
  ["ALD 8 + ALD 30", [8, 30]],
  ["ald n°8", [8]],
  ["ALD  n° 8", [8]],
  ["[8, 30]", [8, 30]],
  ["[]", []],
  ["[8}", undefined],
  ["130", ["130"]],
  ["a8", ["a8"]],
  ["8a", ["8a"]],
  ["diabète", ["diabète"]],
]);
