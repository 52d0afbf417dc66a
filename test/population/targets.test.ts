import { describe, expect, test } from "vitest";
import { population, type Population } from "../../src/index.ts";

/**
 * The country has what was published: each figure is that of its source, counted here from the
 * columns and rows of 1,000 physicians.
 */

const at = (year: number): Population => population({ physicians: 1000, seed: 20, year });
const country = at(2026);
const columns = country.columns();
const rows = columns.age.length;

/** Share of people with a médecin traitant: the assumption of docs/population.md, by age. */
const registered = (age: number): number =>
  age < 16 ? 0.36 : age < 40 ? 0.8 : age < 60 ? 0.9 : age < 75 ? 0.95 : 0.98;

type Of = (row: number) => number;
const one: Of = () => 1;
const age: Of = (row) => columns.age[row] as number;
const inAld: Of = (row) => columns.ald[row] as number;
const c2s =
  (kind: number): Of =>
  (row) =>
    Number(columns.c2s[row] === kind);
const between =
  (from: number, to: number, ages: Of = age): Of =>
  (row) =>
    Number(ages(row) >= from && ages(row) <= to);
/** Each patient stands for the people of that age, with a médecin traitant or without. */
const people: Of = (row) => 1 / registered(age(row));
const both =
  (one: Of, other: Of): Of =>
  (row) =>
    one(row) * other(row);

function mean(value: Of, weight: Of = one, length = rows): number {
  let [sum, all] = [0, 0];
  for (let row = 0; row < length; row++) {
    const some = weight(row);
    sum += some * value(row);
    all += some;
  }
  return sum / all;
}

describe("lists", () => {
  const sizes = [...country.panels().patients].sort((one, other) => one - other);

  test("are as many patients as the CNAM says, at each decile and on average", () => {
    const percentiles = [10, 20, 30, 50, 70, 80, 90].map((percent) => sizes[percent * 10]);
    const published = [198, 532, 731, 1020, 1318, 1524, 1844];
    for (const [i, patients] of published.entries())
      expect(Math.abs((percentiles[i] as number) / patients - 1)).toBeLessThan(0.03);
    expect(rows / 1000).toBeGreaterThan(1060 * 0.99);
    expect(rows / 1000).toBeLessThan(1060 * 1.01);
  });

  test("have 230 patients in ALD, of whom 64 % are 60 or over", () => {
    expect((mean(inAld) * rows) / 1000).toBeCloseTo(230, -1);
    expect(mean(between(60, 129), inAld)).toBeCloseTo(0.64, 2);
  });

  test("have three quarters of those of 80 and over in ALD", () => {
    expect(mean(inAld, between(80, 129))).toBeCloseTo(0.75, 2);
  });
});

describe("people, with a médecin traitant or without", () => {
  test("are of the ages of INSEE in 2026", () => {
    const bands = [7.22, 10.88, 70.58, 4.9, 6.41];
    const limits = [0, 7, 16, 75, 80, 130];
    for (const [i, percent] of bands.entries()) {
      const band = between(limits[i] as number, (limits[i + 1] as number) - 1);
      expect(100 * mean(band, people)).toBeCloseTo(percent, 1);
    }
  });

  test("are of the ages of INSEE in 2022, of the list of 31 December 2021", () => {
    const early = at(2021);
    expect(early.referenceYear).toBe(2021);
    const ages = early.columns().age;
    const ageThen: Of = (row) => ages[row] as number;
    const peopleThen: Of = (row) => 1 / registered(ageThen(row));
    const share = (from: number, to: number): number =>
      100 * mean(between(from, to, ageThen), peopleThen, ages.length);
    expect(share(0, 6)).toBeCloseTo(7.54, 1);
    expect(share(75, 79)).toBeCloseTo(3.72, 1);
    expect(share(80, 129)).toBeCloseTo(6.09, 1);
  });

  test("of 17 and over have no médecin traitant, 11 % of them", () => {
    const onList = mean((row) => registered(age(row)), both(people, between(17, 129)));
    expect(1 - onList).toBeGreaterThan(0.105);
    expect(1 - onList).toBeLessThan(0.115);
  });

  test("have the C2S as often, and at the ages, that were published", () => {
    const all = 7.45 / 0.11;
    expect(mean(c2s(1), people)).toBeCloseTo(5.83 / all, 2);
    expect(mean(c2s(2), people)).toBeCloseTo(1.62 / all, 2);
    expect(mean((row) => Math.min(1, c2s(1)(row) + c2s(2)(row)), people)).toBeCloseTo(0.11, 2);
    expect(mean(between(0, 19), both(people, c2s(1)))).toBeCloseTo(0.41, 2);
    expect(Math.abs(mean(age, both(people, c2s(1))) - 28)).toBeLessThan(0.5);
    expect(Math.abs(mean(age, both(people, c2s(2))) - 44)).toBeLessThan(0.5);
  });
});

describe("rows", () => {
  const patients = Array.from({ length: 200 }, (_, i) => country.patients(i * 5)).flat();
  const ageOf = ({ birthDate }: { birthDate: string }): number =>
    2025 - Number(birthDate.slice(0, 4));
  const ofAld = patients.filter(({ ald }) => ald);

  test("of 75 to 79 years are in ALD, 60 % of men and 46 % of women", () => {
    for (const [sex, rate] of [
      ["M", 0.6],
      ["F", 0.46],
    ] as const) {
      const some = patients.filter(
        (one) => one.sex === sex && ageOf(one) >= 75 && ageOf(one) <= 79,
      );
      expect(some.filter(({ ald }) => ald).length / some.length).toBeCloseTo(rate, 1);
    }
  });

  test("have the numbers of ALD of the régime général, at their mean ages", () => {
    const published: Record<string, readonly [persons: number, meanAge?: number]> = {
      "1": [506_530, 71],
      "3": [606_640, 72],
      "5": [1_383_510, 74],
      "8": [3_293_020, 67],
      "12": [256_320, 79],
      "13": [1_415_300, 72],
      "23": [1_526_110, 50],
      "30": [2_386_370, 69],
      "31": [823_790],
      "32": [73_980],
    };
    for (const [number, [persons, meanAge]] of Object.entries(published)) {
      const some = ofAld.filter(({ aldNumbers }) => aldNumbers.includes(number));
      const share = persons / 12_344_220;
      expect(Math.abs(some.length / ofAld.length / share - 1)).toBeLessThan(0.07);
      if (meanAge !== undefined) {
        const ages = some.reduce((sum, patient) => sum + ageOf(patient), 0) / some.length;
        expect(Math.abs(ages - meanAge)).toBeLessThan(1);
      }
    }
    const recognised = ofAld.reduce((sum, { aldNumbers }) => sum + aldNumbers.length, 0);
    expect(recognised / ofAld.length).toBeCloseTo(15_366_030 / 12_344_220, 1);
  });

  test("have one or two numbers in ALD, unlike each other, and else none", () => {
    const wrong = patients.filter(
      ({ ald, aldNumbers }) =>
        aldNumbers.length > 0 !== ald || new Set(aldNumbers).size < aldNumbers.length,
    );
    expect(wrong).toEqual([]);
  });
});

test("physicians are of the sectors and in the zones that were published", () => {
  const share = (is: (one: Population["physicians"][number]) => boolean): number =>
    country.physicians.filter(is).length / 1000;
  expect(share(({ zone }) => zone === "ZIP")).toBeCloseTo(0.11, 2);
  expect(share(({ sector }) => sector === "1")).toBeCloseTo(0.95, 2);
  expect(share(({ sector }) => sector === "2-optam")).toBeCloseTo(0.03, 2);
});

test("says which margins are published and which assumed", () => {
  expect(country.status).toMatchObject({
    sizes: "secondary",
    zones: "official",
    seen: "assumed",
    physicianAges: "assumed",
    installationAges: "assumed",
    departements: "assumed",
  });
});
