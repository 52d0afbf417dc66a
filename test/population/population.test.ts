import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  computePanels,
  computePhysicians,
  panelsFromColumns,
  population,
  type Margins,
  type Panels,
} from "../../src/index.ts";
import { refused } from "../support/refused.ts";

const make = (physicians: number, seed = 1, year = 2026) => population({ physicians, seed, year });

const digest = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);

describe("the same seed", () => {
  test("gives the same physicians and patients under every version of Node", () => {
    const { physicians, patients } = make(40, 7);
    expect([digest(physicians), digest([0, 17, 39].map(patients))]).toMatchInlineSnapshot(`
      [
        "f786e2fc1f9a3a4d",
        "a1442fd85b13ee44",
      ]
    `);
  });

  test("gives the same physician, however many there are", () => {
    const [few, many] = [make(3), make(500)];
    expect(many.physicians.slice(0, 3)).toEqual(few.physicians);
    expect(many.patients(2)).toEqual(few.patients(2));
    expect(many.patients(2)).not.toEqual(many.patients(1));
  });

  test("needs no operation that engines may round unlike each other", () => {
    const folder = join(import.meta.dirname, "../../src/population");
    const exact = ["abs", "floor", "imul", "max", "min", "round"];
    const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
    const used = texts.flatMap((text) =>
      [...text.matchAll(/\bMath\.(\w+)/g)].map(([, name]) => name),
    );
    expect(used).toContain("imul");
    expect(used.filter((name) => !exact.includes(name as string))).toEqual([]);
    const code = texts.map((text) => text.replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, ""));
    expect(code.filter((text) => /\*\*|\bIntl\b|toLocale|[^.]\bMath\b(?!\.)/.test(text))).toEqual(
      [],
    );
  });

  test("in another year gives the same physicians at other ages", () => {
    const [now, before] = [make(50), make(50, 1, 2021)];
    expect([now.referenceYear, before.referenceYear]).toEqual([2025, 2021]);
    expect(before.physicians.map(({ zone }) => zone)).toEqual(
      now.physicians.map(({ zone }) => zone),
    );
    expect(before.panels().patients).toEqual(now.panels().patients);
  });
});

test("another seed gives other physicians and other patients", () => {
  const [one, other] = [make(20, 1), make(20, 2)];
  expect(one.physicians.map(({ birthDate }) => birthDate)).not.toEqual(
    other.physicians.map(({ birthDate }) => birthDate),
  );
  expect(one.patients(0)).not.toEqual(other.patients(0));
});

test("2025 and 2026 are both paid on the list of 31 December 2025", () => {
  expect(make(2, 1, 2025).patients(1)).toEqual(make(2, 1, 2026).patients(1));
});

describe("panels equal", () => {
  const village = make(12);
  const panels = village.panels();
  const totals = (of: Panels, year: number): readonly number[] => [
    ...computePanels(of, { year }).totalCents,
  ];

  test.each([2025, 2026])("their own columns, to the cent, in %d", (year) => {
    const columns = village.columns();
    const options = { year, physicians: village.physicians, match: "index" } as const;
    const counted = panelsFromColumns(columns, options);
    expect(counted.patients).toEqual(panels.patients);
    expect(counted.rejected.rows).toBe(0);
    expect(totals(panels, year)).toEqual(totals(counted, year));
    expect(computePanels(panels, { year }).statement(3)).toEqual(
      computePanels(counted, { year }).statement(3),
    );
  });

  test("their own rows, none of which is refused or left out", () => {
    const patients = village.physicians.flatMap((_, index) => village.patients(index));
    const { statements, rejected, counts } = computePhysicians(
      { patients, physicians: village.physicians },
      { year: 2026 },
    );
    expect([rejected, counts.read]).toEqual([[], counts.computed]);
    const cents = statements.map(({ total }) => Number(total.replace(".", "")));
    expect(totals(panels, 2026)).toEqual(cents);
  });
});

describe("a row", () => {
  const village = make(20);
  const patients = village.physicians.flatMap((_, index) => village.patients(index));

  test("has an identifier of its own", () => {
    expect(new Set(patients.map(({ id }) => id)).size).toBe(patients.length);
  });

  test("was last seen on the reference day at the latest, and never before birth", () => {
    const wrong = patients.filter(
      ({ birthDate, lastSeen }) => lastSeen > "2025-12-31" || lastSeen < birthDate,
    );
    expect(wrong).toEqual([]);
  });

  test("is born on any day of the year alike", () => {
    const months = Array.from({ length: 12 }, () => 0);
    for (const { birthDate } of patients) months[Number(birthDate.slice(5, 7)) - 1]! += 1;
    for (const count of months) {
      expect(count / patients.length).toBeGreaterThan(0.07);
      expect(count / patients.length).toBeLessThan(0.1);
    }
  });
});

test("a physician is installed between 28 and today, and not before birth", () => {
  for (const { birthDate, firstInstallation } of make(500).physicians) {
    const [born, installed] = [birthDate, firstInstallation].map((day) => Number(day.slice(0, 4)));
    expect(installed as number).toBeGreaterThanOrEqual((born as number) + 28);
    expect(installed as number).toBeLessThanOrEqual(2025);
  }
});

describe("margins of one's own", () => {
  const counts = { "0-6": 61, "7-15": 88, "16-74": 702, "75-79": 64, "80+": 85 };
  const margins: Partial<Margins> = {
    sizes: [
      [0, 1000],
      [100, 1000],
    ],
    ages: counts,
    ald: { "0-74": 0.15, "75+": 0.7 },
    c2s: { free: { "0+": 0.1 }, contributory: { "0-19": 0, "20+": 0.05 } },
    seen: { ald: [1, 0, 0], others: [80, 10, 10] },
    differences: { ages: 0, c2s: 0 },
    zones: { QPV: 1 },
    sectors: { "2-optam": 1 },
    departements: { "974": 1 },
    physicianAges: { "68": 1 },
  };

  test.each([1, 2, 3])("are those of the one list that is made, within a few (seed %d)", (seed) => {
    const own = population({ physicians: 1, seed, year: 2026, margins });
    const { age, ald, c2s, yearsSinceSeen } = own.columns();
    const rows = [...age.keys()];
    const count = (is: (row: number) => boolean): number => rows.filter(is).length;
    const near = (found: number, wanted: number): void =>
      expect(Math.abs(found - wanted)).toBeLessThanOrEqual(9);
    expect(age.length).toBe(1000);
    let from = 0;
    for (const [band, patients] of Object.entries(counts)) {
      const to = Number(/-(\d+)/.exec(band)?.[1] ?? 129);
      const [first, last] = [from, to];
      near(
        count((row) => age[row]! >= first && age[row]! <= last),
        patients,
      );
      from = to + 1;
    }
    near(
      count((row) => ald[row] === 1 && age[row]! < 75),
      0.15 * (61 + 88 + 702),
    );
    near(
      count((row) => ald[row] === 1 && age[row]! >= 75),
      0.7 * (64 + 85),
    );
    near(
      count((row) => c2s[row] === 1),
      100,
    );
    expect(count((row) => c2s[row] === 2 && age[row]! < 20)).toBe(0);
    expect(count((row) => ald[row] === 1 && age[row]! > 0 && yearsSinceSeen[row] !== 0)).toBe(0);
    expect(own.physicians[0]).toMatchObject({
      zone: "QPV",
      sector: "2-optam",
      departement: "974",
      birthDate: expect.stringMatching(/^1957/) as unknown,
    });
    expect(own.status).toMatchObject({ ages: "user", women: "assumed" });
  });

  test("leave the others as they were", () => {
    const [own, country] = [{ zones: { ZAC: 1 } }, {}].map((some) =>
      population({ physicians: 5, seed: 1, year: 2026, margins: some }),
    );
    expect(own?.patients(4)).toEqual(country?.patients(4));
    expect(own?.physicians.every(({ zone }) => zone === "ZAC")).toBe(true);
  });

  test("of C2S above every patient are refused, and near it lessen the differences", () => {
    const c2s = (free: number) => ({ free: { "0+": free }, contributory: { "0+": 0.3 } });
    const of = (free: number) => () =>
      population({ physicians: 30, seed: 1, year: 2026, margins: { c2s: c2s(free) } });
    expect(refused(of(0.9))).toMatchObject({ code: "INPUT_INVALID", path: "margins.c2s" });
    const covered = [...of(0.4)().columns().c2s];
    expect(covered.filter((kind) => kind > 0).length / covered.length).toBeCloseTo(0.7, 1);
  });
});

describe("is refused", () => {
  const options = { physicians: 1, seed: 1, year: 2026 };
  const codeOf = (changed: object) => {
    const { code, path } = refused(() => population({ ...options, ...changed }));
    return `${code} ${path}`;
  };

  test.each([
    [{ physicians: 0 }, "INPUT_INVALID options.physicians"],
    [{ physicians: 2.5 }, "INPUT_INVALID options.physicians"],
    [{ seed: -1 }, "INPUT_INVALID options.seed"],
    [{ seed: 2 ** 32 }, "INPUT_INVALID options.seed"],
    [{ seed: "1" }, "INPUT_INVALID options.seed"],
    [{ year: 2017 }, "DATE_NOT_COVERED year"],
    [{ year: 2026.5 }, "YEAR_INVALID year"],
    [{ sead: 1 }, "KEY_UNKNOWN options.sead"],
  ])("%o", (changed, expected) => expect(codeOf(changed)).toBe(expected));

  test.each([
    [{ age: {} }, "KEY_UNKNOWN margins.age"],
    [{ ages: null }, "INPUT_INVALID margins.ages"],
    [{ ages: {} }, "INPUT_INVALID margins.ages"],
    [{ ages: { "0-6": 0 } }, "INPUT_INVALID margins.ages"],
    [{ ages: { "0-6": -1 } }, "INPUT_INVALID margins.ages.0-6"],
    [{ ages: { "0-6": Number.NaN } }, "INPUT_INVALID margins.ages.0-6"],
    [{ ages: { "6-0": 1 } }, "BAND_INVALID margins.ages"],
    [{ ages: { "0-6": 1, "6-9": 1 } }, "BAND_INVALID margins.ages"],
    [{ ages: { "0-130": 1 } }, "BAND_INVALID margins.ages"],
    [{ women: { "0-79": 0.5 } }, "BAND_INVALID margins.women"],
    [{ ald: { "0+": 1.5 } }, "INPUT_INVALID margins.ald.0+"],
    [{ ald: { "0+": { F: 0.5 } } }, "INPUT_INVALID margins.ald.0+.M"],
    [{ c2s: { free: { "0+": 0.1 } } }, "INPUT_INVALID margins.c2s.contributory"],
    [{ seen: { ald: [1, 0, 0], others: [1, 0] } }, "INPUT_INVALID margins.seen.others"],
    [{ zones: { zip: 1 } }, "INPUT_INVALID margins.zones"],
    [{ sectors: { "3": 1 } }, "INPUT_INVALID margins.sectors"],
    [{ departements: { "la Réunion": 1 } }, "INPUT_INVALID margins.departements"],
    [{ differences: { ages: 2, c2s: 0 } }, "INPUT_INVALID margins.differences.ages"],
    [{ sizes: 900 }, "INPUT_INVALID margins.sizes"],
    [{ sizes: [[0, 900]] }, "INPUT_INVALID margins.sizes"],
    [
      {
        sizes: [
          [0, 900],
          [100, 800],
        ],
      },
      "INPUT_INVALID margins.sizes[1]",
    ],
    [{ aldNumbers: { "33": { share: 1 } } }, "INPUT_INVALID margins.aldNumbers"],
    [{ aldNumbers: { "8": { share: 0.5 } } }, "INPUT_INVALID margins.aldNumbers"],
  ])("margins %o", (margins, expected) => expect(codeOf({ margins })).toBe(expected));

  test("a physician who is not there", () => {
    expect(refused(() => make(3).patients(3)).code).toBe("PHYSICIAN_UNKNOWN");
  });

  test("in both languages, with what is allowed", () => {
    const act = () => population({ ...options, seed: -1 });
    const allowed = {
      fr: "un entier de 0 à 4294967295",
      en: "a whole number from 0 to 4294967295",
    };
    expect(refused(act)).toMatchObject({ found: "-1", allowed });
  });
});
