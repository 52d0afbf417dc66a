import { population, type LocalizedText } from "../../src/index.ts";
import { registered } from "../../src/population/defaults.ts";
import { checks, meanTotal } from "./checks.ts";
import { Counted } from "./counted.ts";
import type { Check, Figure } from "./figure.ts";
import { ofAldNumbers, ofLists } from "./lists.ts";
import { ofAges, sharesByBand, ofC2s, ofPhysicians } from "./people.ts";
import { RUN } from "./run.ts";

/** What the synthetic country was to have, and has. */
export interface Figures {
  readonly groups: readonly {
    readonly title: LocalizedText;
    readonly figures: readonly Figure[];
  }[];
  readonly checks: readonly Check[];
  /** Share of the patients of lists, by band of age. */
  readonly onLists: Readonly<Record<string, number>>;
  /** Of people: share in ALD, and share on a list. */
  readonly peopleInAld: number;
  readonly onList: number;
  /** Mean of 2026 if 30.2 % of physicians were in a ZIP. */
  readonly meanWithMoreZip: number;
}

let made: Figures | undefined;

export function populationFigures(): Figures {
  return (made ??= make());
}

function make(): Figures {
  const country = population(RUN);
  const counted = new Counted(country);
  const rows = country.physicians.flatMap((_, i) => (i % 5 === 0 ? country.patients(i) : []));
  const earlier = new Counted(population({ ...RUN, year: 2021 }));
  return {
    groups: [
      { title: { fr: "Patientèles", en: "Lists" }, figures: ofLists(country, counted, rows) },
      {
        title: {
          fr: "Population, avec ou sans médecin traitant",
          en: "People, with a médecin traitant or without",
        },
        figures: [...ofAges(earlier, 2022), ...ofAges(counted, 2026), ...ofC2s(counted)],
      },
      {
        title: { fr: "Numéros d'ALD", en: "Numbers of ALD" },
        figures: ofAldNumbers(country.referenceYear, rows),
      },
      { title: { fr: "Médecins", en: "Physicians" }, figures: ofPhysicians(country) },
    ],
    checks: checks(),
    onLists: sharesByBand(counted),
    peopleInAld: counted.people.share(({ ald }) => ald),
    onList: counted.people.mean(({ age }) => registered[age] as number),
    meanWithMoreZip: meanTotal(
      population({ ...RUN, margins: { zones: { ZIP: 302, none: 698 } } }).panels(),
      2026,
    ),
  };
}
