import { describe, expect, test } from "vitest";
import { followed, type Between } from "../../docs/objectives/followed.ts";
import { objectivesPage } from "../../docs/objectives/page.ts";
import { sharedCountry } from "../../docs/objectives/shared-country.ts";
import { followUp, population } from "../../src/index.ts";

/** Collective objectives from shared panels: what the lists themselves have is within what is told. */

const DEPARTEMENTS = 101;
const given = sharedCountry(10, 2025);
const country = population({ physicians: 10 * DEPARTEMENTS, seed: 1, year: 2025 });
const truth = followUp(country.panels(), {
  by: { key: "departement", values: country.physicians.map(({ departement }) => departement) },
});

function expectWithin(share: number | null, { low, high }: Between): void {
  const percent = 100 * (share as number);
  // `followUp` rounds shares to four decimals.
  expect(percent).toBeGreaterThanOrEqual(low - 0.01);
  expect(percent).toBeLessThanOrEqual(high + 0.01);
}

describe("what the lists have is within what shared panels tell", () => {
  test.each(["ald", "c2s", "aged80", "seen"] as const)("of the country: %s", (name) => {
    expectWithin(truth.all.shares[name], followed(given)[name]);
  });

  test("of each département", () => {
    expect(truth.groups.length).toBe(DEPARTEMENTS);
    for (const { values, shares, physicians, listSize } of truth.groups) {
      const told = followed(given.filter(({ departement }) => departement === values[0]));
      for (const name of ["ald", "c2s", "aged80", "seen"] as const)
        expectWithin(shares[name], told[name]);
      expect([told.physicians, told.perPhysician]).toEqual([
        physicians,
        expect.closeTo(listSize.mean, 3),
      ]);
    }
  });
});

test("patients and physicians sum to the country", () => {
  const patients = given.reduce((sum, { panel }) => sum + panel.patients, 0);
  expect(patients).toBe(truth.all.patients);
  expect(followed(given).physicians).toBe(truth.all.physicians);
});

test("no number tells of 1 to 10 patients", () => {
  const small = given.flatMap(({ panel }) => panel.cells.filter(({ n }) => n > 0 && n < 11));
  expect(small).toEqual([]);
  expect(given.some(({ panel }) => panel.cells.some(({ of }) => of.length > 1))).toBe(true);
});

describe.each(["en", "fr"] as const)("the page (%s)", (locale) => {
  const page = objectivesPage(locale);
  const numbers = (text: string): readonly string[] =>
    text.replaceAll(/(?<=\d)[\u202f\u00a0,](?=\d{3})/g, "").match(/\d+(?:[.,]\d+)?/g) ?? [];

  test("has a row for each département", () => {
    const rows = /<details>[^]*<\/details>/.exec(page)?.[0].match(/^\| [\dAB]+ \|/gm) ?? [];
    expect(rows.length).toBe(DEPARTEMENTS);
  });

  test("has what was published, beside what the country has", () => {
    const published = numbers(page.slice(page.indexOf("## "), page.indexOf("<details>")));
    const decimal = locale === "fr" ? "," : ".";
    for (const figure of ["1060", "230", "21.7", "11", "6.09", "6.41", "5.6", "4.2"])
      expect(published).toContain(figure.replace(".", decimal));
  });
});
