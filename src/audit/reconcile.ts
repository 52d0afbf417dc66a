import { guard, refuse, type LocalizedText } from "../error.ts";
import { freeze } from "../freeze.ts";
import { checkKeys } from "../known-keys.ts";
import { isAbsent, type Patient } from "../list/patient.ts";
import type { Physician } from "../list/physician.ts";
import { euros, signedCents, type Cents } from "../money/cents.ts";
import type { Euros } from "../schedule/language.ts";
import type { ListOptions } from "../statement/options.ts";
import {
  differingFacts,
  differingPhysician,
  factsTold,
  type DifferingFact,
} from "./differing-facts.ts";
import { keyedList, pairsOf, type KeyedList } from "./keyed-rows.ts";
import { countBoth, type CountedPair } from "./reconciled-worth.ts";

/** One physician's patients, as the practice or the caisse has them. */
export interface ReconciledList<Row extends Patient = Patient> {
  /** If one list alone tells of the physician, it tells of both. */
  readonly physician?: Physician;
  readonly patients: readonly Row[];
}

/** How two lists are joined; with a `year`, differences are priced as `computePhysician` does. */
export interface ReconcileOptions<Row extends Patient = Patient> extends Partial<
  Omit<ListOptions, "idsAreShared">
> {
  /** The field that names a patient in both lists, by default `id`. Its values go nowhere. */
  readonly key?: keyof Row & string;
}

/** Two lists side by side: A is the practice's, B is the caisse's. Euros are those of a year. */
export interface Reconciliation {
  readonly onlyA: readonly UnmatchedRow[];
  readonly onlyB: readonly UnmatchedRow[];
  readonly differs: readonly DifferingRow[];
  /** Rows that name the same patient and tell the same. */
  readonly same: number;
  /** Facts that one list alone tells, and which are not compared. */
  readonly notCompared: readonly string[];
  /** What A is worth more than B; absent without a year. */
  readonly worth?: Euros;
  /** What the differences are worth together beyond the sum of each alone. */
  readonly interaction?: Euros;
}

export interface UnmatchedRow {
  /** Number of the row in its list, from 0. */
  readonly row: number;
  /** Absent if it is the key. */
  readonly id?: string | number;
  /** What A is worth more than B for this row alone. */
  readonly worth?: Euros;
}

/** A patient whom the lists tell otherwise; or their physician, who has no rows. */
export interface DifferingRow {
  readonly a?: number;
  readonly b?: number;
  readonly id?: string | number;
  readonly facts: readonly DifferingFact[];
  readonly worth?: Euros;
}

/**
 * What a practice's list and the caisse's list of one physician do not have in common, and what
 * each difference is worth alone. These and the interaction sum to what the first list is worth
 * more than the second.
 * @param practice the list of the practice, A
 * @param official the list of the caisse, B
 * @param options `key`: the field that names a patient in both; `year`: without it, no euros
 * @throws ForfaitError as `computePhysician`, with paths under `practice` and `official`;
 * ID_INVALID for a row without a key, PATIENT_TWICE for one that two rows have. No message and no
 * result has the value of a key, unless it is the `id` by default
 * @example
 * // A patient is missing on the caisse's list, and the ALD of another one: what is each worth?
 * const b = { id: "b", age: 40, ald: false, c2s: false };
 * const a = { id: "a", age: 82, ald: false, c2s: false };
 * const practice = { patients: [a, { ...b, ald: true }] };
 * const { onlyA, differs, worth } = reconcile(practice, { patients: [b] }, { year: 2026 });
 * [onlyA.map(({ worth }) => worth), differs.map(({ worth }) => worth), worth]
 * //=> [["55.00"], ["50.00"], "105.00"]
 */
export function reconcile<Row extends Patient>(
  practice: ReconciledList<Row>,
  official: ReconciledList<Row>,
  options: ReconcileOptions<Row> = {},
): Reconciliation {
  const { key, pricing } = readOptions(options);
  const [a, b] = [readList(practice, "practice", key), readList(official, "official", key)];
  const [ofA, ofB] = [a.physician ?? b.physician ?? {}, b.physician ?? a.physician ?? {}];
  const counted =
    pricing &&
    countBoth({ patients: a.rows, physician: ofA }, { patients: b.rows, physician: ofB }, pricing);
  const { pairs, onlyA, onlyB } = pairsOf(a.keys, b.keys);
  const told = factsTold(a.rows, b.rows);
  const priced = (price: (lists: CountedPair) => Cents): { readonly worth?: Euros } =>
    counted ? { worth: euros(price(counted)) } : {};

  const matched = pairs.flatMap(([rowA, rowB]): DifferingRow[] => {
    const [one, other] = [a.rows[rowA] as Patient, b.rows[rowB] as Patient];
    const worth = priced(([inA, inB]) => inB.change(inB.counted(rowB), inA.counted(rowA)));
    const isWorth = worth.worth !== undefined && worth.worth !== "0.00";
    const facts = differingFacts(one, other, told.both);
    const others = facts.length === 0 && isWorth ? differingFacts(one, other, told.one) : [];
    return facts.length > 0 || isWorth
      ? [{ a: rowA, b: rowB, ...idOf(one), facts: [...facts, ...others], ...worth }]
      : [];
  });
  const ofPhysician = differingPhysician(ofA, ofB);
  const differs = [
    ...(ofPhysician.length === 0
      ? []
      : [{ facts: ofPhysician, ...priced(([inA, inB]) => inB.changeOfPhysician(inA)) }]),
    ...matched,
  ];
  const found = {
    differs,
    onlyA: onlyA.map((row) => ({
      row,
      ...idOf(a.rows[row] as Patient),
      ...priced(([inA, inB]) => inB.change(undefined, inA.counted(row))),
    })),
    onlyB: onlyB.map((row) => ({
      row,
      ...idOf(b.rows[row] as Patient),
      ...priced(([, inB]) => inB.change(inB.counted(row), undefined)),
    })),
  };
  return freeze({
    ...found,
    same: pairs.length - matched.length,
    notCompared: told.one,
    ...(counted && wholeOf(counted, Object.values(found).flat())),
  });
}

function wholeOf(
  [a, b]: CountedPair,
  differences: readonly { readonly worth?: Euros }[],
): Pick<Reconciliation, "worth" | "interaction"> {
  const whole = a.due - b.due;
  const sum = differences.reduce((all, { worth = "0.00" }) => all + signedCents(worth), 0);
  return { worth: euros(whole), interaction: euros(whole - sum) };
}

function idOf({ id }: Patient): Pick<DifferingRow, "id"> {
  return isAbsent(id) ? {} : { id };
}

/** @throws ForfaitError INPUT_INVALID, KEY_UNKNOWN */
function readOptions<Row extends Patient>(
  options: ReconcileOptions<Row>,
): {
  readonly key: string | undefined;
  readonly pricing: ListOptions | undefined;
} {
  const { key, year, ...others } = guard("options", () => ({ ...options }));
  checkKeys("options", others, ["key", "year", "schedule", "readings", "patch", "neverSeen"]);
  if (key !== undefined && (typeof key !== "string" || key.length === 0))
    refuse("INPUT_INVALID", "options.key", key, aField);
  const [unused] = Object.keys(others);
  if (year === undefined && unused !== undefined)
    refuse("INPUT_INVALID", `options.${unused}`, others[unused as keyof typeof others], withYear);
  return { key, pricing: year === undefined ? undefined : { year, ...others } };
}

/** A list, its keys apart. The `id` stays in the rows, unless it is named as the key. */
function readList(
  given: ReconciledList,
  path: string,
  key: string | undefined,
): KeyedList & Pick<ReconciledList, "physician"> {
  if (typeof given !== "object" || given === null) refuse("INPUT_INVALID", path, given, aList);
  const { physician, patients, ...others } = guard(path, () => ({ ...given }));
  checkKeys(path, others, ["physician", "patients"]);
  const list = keyedList(patients, key ?? "id", `${path}.patients`, key === undefined);
  if (new Set(list.rows.map(({ physicianId = "" }) => String(physicianId))).size > 1)
    refuse("INPUT_INVALID", `${path}.patients`, given.patients, ofOne);
  return {
    keys: list.keys,
    rows: list.rows.map((row) => without(row, "physicianId")),
    ...(physician !== undefined && { physician: nameless(physician, `${path}.physician`) }),
  };
}

/** The lists are of one physician, under whatever name each has them. */
function nameless(physician: Physician, path: string): Physician {
  if (typeof physician !== "object" || physician === null)
    return refuse("INPUT_INVALID", path, physician, { fr: "un objet", en: "an object" });
  return without(
    guard(path, () => ({ ...physician })),
    "id",
  );
}

function without<Row extends object>(row: Row, field: keyof Row & string): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== field)) as Row;
}

const ofOne: LocalizedText = {
  fr: "les patients d'un seul médecin",
  en: "the patients of one physician",
};
const aField: LocalizedText = {
  fr: "le champ qui nomme un patient dans les deux listes",
  en: "the field that names a patient in both lists",
};
const withYear: LocalizedText = {
  fr: "une année (year) avec : sans elle, rien n'est chiffré",
  en: "a year with it: without one, nothing is priced",
};
const aList: LocalizedText = {
  fr: "{ patients, physician? }",
  en: "{ patients, physician? }",
};
