import type { C2sKind } from "../facts.ts";
import type { Patient } from "../list/patient.ts";
import { AGES } from "../panel/columns/code.ts";
import type { AldNumbers } from "./ald-numbers.ts";
import { GROUPS } from "./cells.ts";
import { dayFrom, dayIn } from "./days.ts";
import { physicianId } from "./physicians.ts";
import { wholeBelow, type Words } from "./words.ts";

/** A synthetic patient. */
export interface SyntheticPatient extends Patient {
  readonly physicianId: string;
  readonly id: string;
  readonly birthDate: string;
  readonly sex: "F" | "M";
  /** `"0"` stands for the numbers without a figure of their own. */
  readonly aldNumbers: readonly string[];
  readonly c2s: false | C2sKind;
  readonly lastSeen: string;
}

const C2S = [false, "free", "contributory"] as const;

/** Words of a patient. */
const USED = 5;

/** Years, from the second on, in which patients were last seen who were not for two years. */
const EARLIER_YEARS = 4;

/** The row of a patient of a cell; the words are of the list, the year is that of the day. */
export function patientOf(
  physician: number,
  index: number,
  cell: number,
  words: Words,
  year: number,
  aldNumbers: AldNumbers,
): SyntheticPatient {
  const { ald, c2s, seen, sex } = GROUPS[Math.floor(cell / AGES)] as (typeof GROUPS)[number];
  const age = cell % AGES;
  const word = (at: number): number => words(index * USED + at);
  const birthDate = dayIn(year - age, word(0));
  const since = seen < 2 ? seen : Math.min(age, 2 + wholeBelow(EARLIER_YEARS, word(1)));
  return {
    physicianId: physicianId(physician),
    id: `${physicianId(physician)}-${index + 1}`,
    birthDate,
    sex,
    ald: ald === 1,
    aldNumbers: ald === 1 ? aldNumbers.of(age, word(3), word(4)) : [],
    c2s: C2S[c2s],
    lastSeen: since === age ? dayFrom(birthDate, word(2)) : dayIn(year - since, word(2)),
  };
}
