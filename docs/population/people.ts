import type { Population } from "../../src/index.ts";
import { registered } from "../../src/population/defaults.ts";
import { C2S, IN_ZIP, PEOPLE_BY_AGE, SECTORS } from "../../src/population/published.ts";
import type { Counted, Means } from "./counted.ts";
import { percent, type Figure } from "./figure.ts";

export function ofAges({ people }: Counted, year: number): Figure[] {
  return Object.entries(PEOPLE_BY_AGE[year] as Record<string, number>).map(([band, target]) => {
    const reached = people.share(({ age }) => isIn(band, age));
    const [fr, en] = [
      `1er janvier ${year} : ${band.replace("-", " à ").replace("+", " et plus")} ans`,
      `1 January ${year}: aged ${band}`,
    ];
    return percent(fr, en, target, reached, 0.1, "insee");
  });
}

export function ofC2s({ people }: Counted): Figure[] {
  const { free, contributory } = C2S;
  const adults = people.where(({ age }) => age >= 17);
  const kinds = [
    people.where(({ c2s }) => c2s === 1),
    people.where(({ c2s }) => c2s === 2),
  ] as const;
  const rate = (persons: number): number => (100 * persons) / C2S.people;
  const years = (fr: string, en: string, target: number, of: Means): Figure => {
    const reached = of.mean(({ age }) => age);
    return { label: { fr, en }, unit: "years", target, reached, tolerance: 0.5, source: "c2s" };
  };
  return [
    percent(
      "17 ans et plus : sans médecin traitant",
      "17 and over: without a médecin traitant",
      11,
      100 - 100 * adults.mean(({ age }) => registered[age] as number),
      0.5,
      "registered",
    ),
    percent(
      "à la C2S",
      "on the C2S",
      11,
      people.share(({ c2s }) => c2s > 0),
      0.1,
      "c2s",
    ),
    percent(
      "C2S sans participation",
      "free C2S",
      rate(free.persons),
      people.share(({ c2s }) => c2s === 1),
      0.1,
      "c2s",
    ),
    percent(
      "C2S sans participation : moins de 20 ans",
      "free C2S: under 20",
      100 * free.under20,
      kinds[0].share(({ age }) => age < 20),
      0.5,
      "c2s",
    ),
    years("C2S sans participation : âge moyen", "free C2S: mean age", free.meanAge, kinds[0]),
    percent(
      "C2S avec participation",
      "contributory C2S",
      rate(contributory.persons),
      people.share(({ c2s }) => c2s === 2),
      0.1,
      "c2s",
    ),
    years(
      "C2S avec participation : âge moyen",
      "contributory C2S: mean age",
      contributory.meanAge,
      kinds[1],
    ),
  ];
}

export function ofPhysicians({ physicians }: Population): Figure[] {
  const share = (is: (one: Population["physicians"][number]) => boolean): number =>
    (100 * physicians.filter(is).length) / physicians.length;
  return [
    percent(
      "en secteur 1",
      "in sector 1",
      SECTORS["1"],
      share(({ sector }) => sector === "1"),
      0.5,
      "sectors",
    ),
    percent(
      "en secteur 2, OPTAM",
      "in sector 2, OPTAM",
      SECTORS["2-optam"],
      share(({ sector }) => sector === "2-optam"),
      0.2,
      "sectors",
    ),
    percent(
      "en ZIP",
      "in a ZIP",
      IN_ZIP,
      share(({ zone }) => zone === "ZIP"),
      0.5,
      "zones",
    ),
  ];
}

/** Shares of the patients of lists, by the bands of INSEE. */
export function sharesByBand({ patients }: Counted): Record<string, number> {
  const bands = Object.keys(PEOPLE_BY_AGE[2026] as Record<string, number>);
  return Object.fromEntries(
    bands.map((band) => [band, patients.share(({ age }) => isIn(band, age))]),
  );
}

function isIn(band: string, age: number): boolean {
  const [from, to = 129] = band.replace("+", "").split("-").map(Number) as [number, number?];
  return age >= from && age <= to;
}
