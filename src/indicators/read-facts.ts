import { refusal, oneOf, type ErrorCode, type LocalizedText, type Refusal } from "../error.ts";
import { LAST_ALD, OLDEST, SEXES, type Sex } from "../facts.ts";
import { LUNAR, refusedDate, yearOf } from "../list/date.ts";
import { actionsIn } from "../list/dated-actions.ts";
import { isAbsent, type Patient } from "../list/patient.ts";
import { leftOutOn, patientOn } from "../list/patient-on.ts";
import { isDated } from "../list/told-columns.ts";
import { hasNumber, readNumbers, refusedNumbers, type AldBits } from "../list/ald-numbers.ts";
import type { CompiledPrevention } from "./compiled.ts";
import { dayIn, EVER, firstDayOf, lastDayOf, NEVER } from "./day.ts";
import type { KnownFacts } from "./facts.ts";
import type { Known } from "./kleene.ts";
import { readActs } from "./read-acts.ts";
import { readConditions, readStatus } from "./read-told.ts";

/**
 * Reads what a row tells of its patient. What is missing is unknown; each reason to refuse the row
 * is pushed.
 * @param path of the row: `patients[12]`
 */
export function readFacts(
  row: Patient,
  prevention: CompiledPrevention,
  path: string,
  refusals: Refusal[],
): KnownFacts {
  const born = readBirth(row, prevention, path, refusals);
  const { ald, numbers } = readAld(row, prevention, path, refusals);
  const { bornFirst, bornLast } = born;
  const status = readStatus(row.preventionStatus, prevention, path, refusals);
  return {
    bornFirst,
    bornLast,
    isOnList:
      bornFirst <= prevention.lastDayOfList &&
      (!isDated(row) || leftOutOn(row, prevention.listDay) === undefined),
    sex: readSex(row.sex, path, refusals),
    ald,
    aldNumbers: numbers,
    conditions: readConditions(row.conditions, prevention, path, refusals),
    acts: readActs(row.acts, prevention, born, path, refusals),
    told: readValidated(row, prevention, status, path, refusals),
    status,
  };
}

/** Indicators that the row, or the caisse, says to be validated. */
function readValidated(
  { prevention: told }: Patient,
  { actsYear }: CompiledPrevention,
  status: KnownFacts["status"],
  path: string,
  refusals: Refusal[],
): readonly string[] {
  const ofRow = Array.isArray(told)
    ? actionsIn(actsYear, told, path, refusals)
    : refuseNumber(told, path, refusals);
  const ofCaisse = Object.keys(status).filter((id) => status[id] === "validated");
  return [...ofRow, ...ofCaisse.filter((id) => !ofRow.includes(id))];
}

type Birth = Pick<KnownFacts, "bornFirst" | "bornLast">;

/** A birth date, or the year that an age on the day of the list leaves. */
function readBirth(
  { birthDate, age }: Patient,
  { listDay }: CompiledPrevention,
  path: string,
  refusals: Refusal[],
): Birth {
  if (!isAbsent(birthDate)) {
    const first = firstDayOf(birthDate);
    if (first !== undefined) return { bornFirst: first, bornLast: lastDayOf(birthDate, first) };
    const year = yearOf(birthDate);
    if (year >= LUNAR) return inYear(year - LUNAR);
    refusals.push(refusedDate(`${path}.birthDate`, birthDate));
  } else if (!isAbsent(age)) {
    if (Number.isInteger(age) && age >= 0 && age <= OLDEST)
      return inYear(Number.parseInt(listDay, 10) - age);
    refusals.push(
      refusal("AGE_INVALID", `${path}.age`, age, {
        fr: `un entier de 0 à ${OLDEST}`,
        en: `a whole number from 0 to ${OLDEST}`,
      }),
    );
  }
  return { bornFirst: EVER, bornLast: NEVER };
}

/** Any day of a year. */
export function inYear(year: number): Birth {
  return { bornFirst: dayIn(year, 1, 1), bornLast: dayIn(year, 12, 31) };
}

function readSex(sex: unknown, path: string, refusals: Refusal[]): Sex | undefined {
  if (isAbsent(sex)) return undefined;
  if (sex === "F" || sex === "M") return sex;
  refusals.push(refusal("SEX_INVALID", `${path}.sex`, sex, oneOf(SEXES)));
  return undefined;
}

const numbersAllowed: LocalizedText = {
  fr:
    `une liste de numéros de 1 à ${LAST_ALD}, chacun une fois ; ` +
    "[] pour aucune ALD, 0 pour un numéro inconnu",
  en: `a list of numbers from 1 to ${LAST_ALD}, each once; [] for no ALD, 0 for an unknown number`,
};

/** The ALD on the day of the list, and its numbers where they are told. */
function readAld(
  row: Patient,
  { listDay }: CompiledPrevention,
  path: string,
  refusals: Refusal[],
): { readonly ald: Known; readonly numbers: AldBits | undefined } {
  const plain: unknown = row.ald;
  const refuse = (
    code: ErrorCode,
    field: string,
    found: unknown,
    allowed: LocalizedText,
  ): unknown => refusals.push(refusal(code, `${path}.${field}`, found, allowed));
  if (!isAbsent(plain) && typeof plain !== "boolean")
    refuse("ALD_INVALID", "ald", plain, { fr: "true ou false", en: "true or false" });
  const on = isDated(row) ? patientOn(row, listDay, path, refusals, []).ald : plain;
  const { aldNumbers } = row;
  if (isAbsent(aldNumbers))
    return { ald: on === true ? "yes" : on === false ? "no" : "unknown", numbers: undefined };
  const numbers = readNumbers(aldNumbers);
  if (numbers === undefined) {
    refuse("ALD_NUMBERS_INVALID", "aldNumbers", aldNumbers, numbersAllowed);
    return { ald: "unknown", numbers };
  }
  const disagreement = isDated(row) ? undefined : refusedNumbers(plain, aldNumbers, path);
  if (disagreement) refusals.push(disagreement);
  return { ald: hasNumber(numbers) && on !== false ? "yes" : "no", numbers };
}

/** A number of actions says of no indicator that it is validated. */
function refuseNumber(told: unknown, path: string, refusals: Refusal[]): readonly string[] {
  if (!isAbsent(told) && told !== 0)
    refusals.push(
      refusal("PREVENTION_INVALID", `${path}.prevention`, told, {
        fr: "des indicateurs : un nombre ne dit pas lesquels",
        en: "indicators: a number does not say which",
      }),
    );
  return [];
}
