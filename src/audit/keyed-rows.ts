import { guard, refuse, copyOfList, type LocalizedText } from "../error.ts";
import { isAbsent, type Patient } from "../list/patient.ts";

/** Rows of two lists that name the same patient, by their numbers. */
export interface Pairs {
  readonly pairs: readonly (readonly [a: number, b: number])[];
  readonly onlyA: readonly number[];
  readonly onlyB: readonly number[];
}

/** A list, and the keys of its rows, which go no further. */
export interface KeyedList {
  readonly keys: readonly string[];
  readonly rows: readonly Patient[];
}

/**
 * Takes the keys out of a list. No message shows one.
 * @param path of the list: `practice.patients`
 * @param staysInRows for the id, by which a reader knows the row
 * @throws ForfaitError INPUT_INVALID, ID_INVALID for a row without a key, PATIENT_TWICE
 */
export function keyedList(
  given: readonly Patient[],
  key: string,
  path: string,
  staysInRows: boolean,
): KeyedList {
  const rowOfKey = new Map<string, number>();
  const rows = copyOfList(path, given).map((row, i): Patient => {
    if (typeof row !== "object" || row === null)
      return refuse("INPUT_INVALID", `${path}[${i}]`, row, { fr: "un objet", en: "an object" });
    const { [key]: value, ...others } = guard(`${path}[${i}]`, () => ({ ...row })) as Record<
      string,
      unknown
    >;
    const text = keyText(value);
    if (text === undefined) refuse("ID_INVALID", `${path}[${i}].${key}`, undefined, aKey);
    const before = rowOfKey.get(text);
    if (before !== undefined)
      refuse("PATIENT_TWICE", `${path}[${i}].${key}`, undefined, {
        fr: `une clé qui n'est pas celle de ${path}[${before}]`,
        en: `a key that is not that of ${path}[${before}]`,
      });
    rowOfKey.set(text, i);
    return (staysInRows ? { ...others, [key]: value } : others) as unknown as Patient;
  });
  return { keys: [...rowOfKey.keys()], rows };
}

/** A key without the spaces that group its digits; undefined for what is none. */
export function keyText(value: unknown): string | undefined {
  if (isAbsent(value) || (typeof value !== "string" && !Number.isFinite(value))) return undefined;
  const text = String(value).replace(/\s+/g, "");
  return text === "" ? undefined : text;
}

export function pairsOf(a: readonly string[], b: readonly string[]): Pairs {
  const rowsOfB = new Map(b.map((key, row) => [key, row]));
  const known = new Set(a);
  return {
    pairs: a.flatMap((key, row) => {
      const other = rowsOfB.get(key);
      return other === undefined ? [] : [[row, other] as const];
    }),
    onlyA: a.flatMap((key, row) => (rowsOfB.has(key) ? [] : [row])),
    onlyB: b.flatMap((key, row) => (known.has(key) ? [] : [row])),
  };
}

const aKey: LocalizedText = {
  fr: "une clé à chaque ligne, un texte ou un nombre",
  en: "a key in each row, a text or a number",
};
