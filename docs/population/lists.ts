import type { Population, SyntheticPatient } from "../../src/index.ts";
import { ALD, ALD_NUMBERS, LIST_SIZES } from "../../src/population/published.ts";
import type { Counted } from "./counted.ts";
import { percent, type Figure } from "./figure.ts";

/** Figures of lists, of which some are counted from rows. */
export function ofLists(
  country: Population,
  { patients, total }: Counted,
  rows: readonly SyntheticPatient[],
): Figure[] {
  const { mean, percentiles } = LIST_SIZES;
  const sizes = [...country.panels().patients].sort((one, other) => one - other);
  const inAld = patients.where(({ ald }) => ald);
  const from75 = rows.filter(({ birthDate }) => {
    const age = country.referenceYear - Number(birthDate.slice(0, 4));
    return age >= 75 && age <= 79;
  });
  const rateOf = (sex: "F" | "M"): number => {
    const some = from75.filter((patient) => patient.sex === sex);
    return (100 * some.filter(({ ald }) => ald).length) / some.length;
  };
  return [
    {
      label: { fr: "patients par médecin, moyenne", en: "patients per physician, mean" },
      unit: "patients",
      target: mean,
      reached: total / sizes.length,
      tolerance: 0.01 * mean,
      source: "cnam-lists",
    },
    ...percentiles.map(([percent, target]): Figure => {
      return {
        label: { fr: `le même, ${percent}e centile`, en: `the same, percentile ${percent}` },
        unit: "patients",
        target,
        reached: sizes[(percent * sizes.length) / 100] as number,
        // The other scope that was published has 775 and 1,045 patients at percentiles 30 and 50.
        tolerance: percent === 30 ? 775 - 731 : percent === 50 ? 1045 - 1020 : 0.03 * target,
        source: "cnam-lists",
      };
    }),
    {
      label: { fr: "patients en ALD par médecin", en: "patients in ALD per physician" },
      unit: "patients",
      target: ALD.perPhysician,
      reached: (patients.share(({ ald }) => ald) * total) / sizes.length / 100,
      tolerance: 2.3,
      source: "cnam-ald",
    },
    percent(
      "ALD : 60 ans et plus",
      "in ALD: 60 and over",
      100 * ALD.from60,
      inAld.share(({ age }) => age >= 60),
      0.5,
      "igas",
    ),
    percent(
      "80 ans et plus : en ALD",
      "80 and over: in ALD",
      100 * ALD["80+"],
      patients.where(({ age }) => age >= 80).share(({ ald }) => ald),
      0.5,
      "celtipharm",
    ),
    percent(
      "hommes de 75 à 79 ans : en ALD",
      "men of 75 to 79: in ALD",
      100 * ALD["75-79"].M,
      rateOf("M"),
      2,
      "celtipharm",
    ),
    percent(
      "femmes de 75 à 79 ans : en ALD",
      "women of 75 to 79: in ALD",
      100 * ALD["75-79"].F,
      rateOf("F"),
      2,
      "celtipharm",
    ),
  ];
}

export function ofAldNumbers(year: number, rows: readonly SyntheticPatient[]): Figure[] {
  const inAld = rows
    .filter(({ ald }) => ald)
    .map(({ aldNumbers, birthDate }) => ({
      aldNumbers,
      age: year - Number(birthDate.slice(0, 4)),
    }));
  const perPerson: Figure = {
    label: { fr: "numéros par personne en ALD", en: "numbers of a person in ALD" },
    unit: "numbers",
    target: ALD_NUMBERS.recognised / ALD_NUMBERS.persons,
    reached: inAld.reduce((sum, { aldNumbers }) => sum + aldNumbers.length, 0) / inAld.length,
    tolerance: 0.1,
    source: "igas",
  };
  const byNumber = Object.entries(ALD_NUMBERS.byNumber).flatMap(([number, published]): Figure[] => {
    const some = inAld.filter(({ aldNumbers }) => aldNumbers.includes(number));
    const target = (100 * published.persons) / ALD_NUMBERS.persons;
    const share = percent(
      `en ALD : numéro ${number}`,
      `in ALD: number ${number}`,
      target,
      (100 * some.length) / inAld.length,
      Math.max(0.1, 0.05 * target),
      "igas",
    );
    if (!("meanAge" in published)) return [share];
    const reached = some.reduce((sum, { age }) => sum + age, 0) / some.length;
    const label = { fr: `numéro ${number} : âge moyen`, en: `number ${number}: mean age` };
    return [
      share,
      { label, unit: "years", target: published.meanAge, reached, tolerance: 1, source: "igas" },
    ];
  });
  return [perPerson, ...byNumber];
}
