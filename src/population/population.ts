import { refuse, type LocalizedText } from "../error.ts";
import { checkKeys } from "../known-keys.ts";
import type { Panels } from "../panel/panels.ts";
import type { Status } from "../schedule/provenance.ts";
import { referenceYearOf } from "../schedule/reference-year.ts";
import { scheduleFor } from "../schedule/registry.ts";
import { AldNumbers } from "./ald-numbers.ts";
import { ageCurve } from "./age-curve.ts";
import { checkMargins } from "./check-margins.ts";
import { columnsOf, type PopulationColumns } from "./columns.ts";
import { countLists } from "./count.ts";
import { curvesOf, highestC2s, type Curves } from "./curves.ts";
import { defaultMargins } from "./defaults.ts";
import { Lists } from "./lists.ts";
import { MARGINS, type Margins } from "./margins.ts";
import { patientOf, type SyntheticPatient } from "./patients.ts";
import { Physicians, type SyntheticPhysician } from "./physicians.ts";

/** What population to make. */
export interface PopulationOptions {
  /** Number of physicians, from 1. */
  readonly physicians: number;
  /** A whole number from 0 to 4,294,967,295: another seed, another population. */
  readonly seed: number;
  /** Payment year: lists are those of the reference day of the forfait in force. */
  readonly year: number;
  /** What is known of one's own lists; what is absent is taken from the figures published. */
  readonly margins?: Partial<Margins>;
}

/** Physicians and their lists. Patients are drawn when they are asked for, and not kept. */
export interface Population {
  /** Ages and facts are those of 31 December of this year. */
  readonly referenceYear: number;
  readonly margins: Margins;
  /** What each margin rests on: `user` for those of the caller. */
  readonly status: Readonly<Record<keyof Margins, Status>>;
  readonly physicians: readonly SyntheticPhysician[];
  /** Rows of the patients of a physician, by index from 0. */
  readonly patients: (physician: number) => readonly SyntheticPatient[];
  /** All patients in columns: 8 bytes each. */
  readonly columns: () => PopulationColumns;
  /** The patients counted, as `panelsFromColumns` counts them. */
  readonly panels: () => Panels;
}

/**
 * A synthetic country, or a synthetic practice: lists of patients who do not exist, calibrated to
 * the figures published of physicians and their patients, or to one's own. The same seed gives the
 * same population under every engine, and a physician is the same however many there are.
 * @returns physicians at once; patients as rows, columns or panels when asked for
 * @throws ForfaitError INPUT_INVALID, BAND_INVALID or KEY_UNKNOWN for options; YEAR_INVALID or
 * DATE_NOT_COVERED for a year without a forfait
 * @example
 * // What do 100 synthetic physicians have on their lists, of whom every patient is 85?
 * const margins = { ages: { "85": 1 }, sizes: [[0, 900], [100, 900]] } as const;
 * const village = population({ physicians: 100, seed: 1, year: 2026, margins });
 * const { patients } = village.panels();
 * [village.physicians.length, patients[0], village.patients(0)[0]?.birthDate.slice(0, 4)]
 * //=> [100, 900, "1940"]
 */
export function population(options: PopulationOptions): Population {
  const { physicians: count, seed, referenceYear, given } = read(options);
  const margins: Margins = { ...defaultMargins(referenceYear), ...given };
  const status = Object.fromEntries(
    Object.entries(MARGINS).map(([name, known]) => [name, name in given ? "user" : known]),
  ) as Population["status"];
  const curves = curvesOf(margins);
  if (highestC2s(curves) > 1) refuse("INPUT_INVALID", "margins.c2s", margins.c2s, oneKind);
  const makers = new Physicians(seed, referenceYear, margins);
  const lists = new Lists(seed, makers, curves, margins);
  const physicians = Array.from({ length: count }, (_, index) => makers.physician(index));
  let aldNumbers: AldNumbers | undefined;
  return {
    referenceYear,
    margins,
    status,
    physicians,
    patients: (physician) => {
      checkIndex(physician, count);
      const { patients, cellOf, words } = lists.list(physician);
      const numbers = (aldNumbers ??= new AldNumbers(margins.aldNumbers, inAld(curves)));
      return Array.from({ length: patients }, (_, index) =>
        patientOf(physician, index, cellOf(index), words, referenceYear, numbers),
      );
    },
    columns: () => columnsOf(lists, count),
    panels: () => countLists(lists, physicians, referenceYear),
  };
}

const oneKind: LocalizedText = {
  fr: "les deux sortes ensemble, 1 au plus à chaque âge",
  en: "both kinds together, at most 1 at each age",
};

const KEYS = [
  "physicians",
  "seed",
  "year",
  "margins",
] as const satisfies (keyof PopulationOptions)[];

/** Most physicians: their index is a part of a word. */
const MOST = 10_000_000;

function read(options: PopulationOptions): {
  physicians: number;
  seed: number;
  referenceYear: number;
  given: Partial<Margins>;
} {
  if (typeof options !== "object" || options === null)
    return refuse("INPUT_INVALID", "options", options, { fr: "un objet", en: "an object" });
  checkKeys("options", options, KEYS);
  const { physicians, seed, year, margins = {} } = options;
  checkWhole("physicians", physicians, 1, MOST);
  checkWhole("seed", seed, 0, 0xffff_ffff);
  const referenceYear = referenceYearOf(scheduleFor(year).reads.on, year);
  return { physicians, seed, referenceYear, given: checkMargins(margins) };
}

function checkWhole(name: string, value: unknown, from: number, to: number): void {
  if (!Number.isInteger(value) || (value as number) < from || (value as number) > to)
    refuse("INPUT_INVALID", `options.${name}`, value, {
      fr: `un entier de ${from} à ${to}`,
      en: `a whole number from ${from} to ${to}`,
    });
}

function checkIndex(index: number, count: number): void {
  if (!Number.isInteger(index) || index < 0 || index >= count)
    refuse("PHYSICIAN_UNKNOWN", "physician", index, {
      fr: `un entier de 0 à ${count - 1}`,
      en: `a whole number from 0 to ${count - 1}`,
    });
}

function inAld({ patients, women, ald }: Curves): ReturnType<typeof ageCurve> {
  return ageCurve((age) => {
    const areWomen = women[age] as number;
    const rate = (ald.F[age] as number) * areWomen + (ald.M[age] as number) * (1 - areWomen);
    return (patients[age] as number) * rate;
  });
}
