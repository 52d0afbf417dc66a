import { PATIENT_DATES } from "../facts.ts";
import { readDate, type TimeOfDay } from "./date.ts";
import { Meanings } from "./meanings.ts";
import { cellText } from "./missing.ts";
import { age, decimal } from "./number.ts";
import { plain } from "./plain.ts";
import { indicatorOf, prevention } from "./prevention.ts";
import { aldNumbers, conditions } from "./conditions.ts";
import { visits } from "./visits.ts";
import {
  aldWords,
  booleans,
  c2sWords,
  MARKS,
  never,
  sectors,
  sexes,
  statuses,
  zones,
} from "./vocabulary.ts";

/** A text as a value of the library; undefined for one that has no known meaning. */
export type Words = (text: string) => unknown;

/** A fact that a schedule declares, as far as its cells depend on it. */
export interface FactWords {
  readonly is: string;
  readonly fr: string;
  readonly en: string;
}

export interface CellOptions {
  /** What a blank cell of a yes-or-no column means; without it, nothing: the library decides. */
  readonly blank?: "no" | undefined;
  /** Declared fact that the field holds. */
  readonly fact?: FactWords | undefined;
  /** Words of the user, and the words or values that they stand for. */
  readonly values?: Readonly<Record<string, string>> | undefined;
}

/** What the last visit is of a patient who was never seen; no date has this text. */
export const NEVER = "never";

/**
 * The reader of the cells of a field: pure, from text to value. An unknown text is passed on, so
 * that the library refuses it.
 */
export function cellReader(field: string, options: CellOptions = {}): (cell: string) => unknown {
  const words = wordsOf(field, options);
  const replaced = options.values && replacer(options.values);
  const blank = blankOf(field, options);
  return (cell) => {
    const trimmed = cell.trim();
    const text = cellText(replaced?.(trimmed) ?? trimmed);
    return text === "" ? blank : (words?.(text) ?? text);
  };
}

/** What an empty cell of a field is: false where the user says that a blank means no. */
export function blankOf(field: string, { blank, fact }: CellOptions): false | "" {
  return blank === "no" && isYesOrNo(field, fact) ? false : "";
}

/** Whether a field is answered by yes or no. */
export function isYesOrNo(field: string, fact?: FactWords): boolean {
  return fact ? fact.is === "boolean" : YES_OR_NO.has(field);
}

/** The words of a field; undefined for one whose text is kept as written. */
export function wordsOf(field: string, { fact }: CellOptions = {}): Words | undefined {
  return fact ? factWords(fact) : FIELDS.get(field);
}

/** What a word of the user stands for: an exact one first, then one that is alike. */
export function replacer(
  values: Readonly<Record<string, string>>,
): (text: string) => string | undefined {
  const exact = new Map(Object.entries(values));
  const alike = new Meanings([...exact].map(([word, value]) => [value, [word]]));
  return (text) => exact.get(text) ?? (text === "" ? undefined : alike.of(text));
}

function factWords({ is, fr, en }: FactWords): Words {
  if (is === "boolean") return yesOrNo;
  const isPercent = fr.includes("%") && en.includes("%");
  return (text) => decimal(text, isPercent);
}

/** Yes or no, also as numbers with decimals and as check marks. */
function yesOrNo(text: string): boolean | undefined {
  return (
    booleans.of(text) ??
    MARKS.get(text.replace("\ufe0f", "")) ??
    booleans.of(/^([01])[.,]0+$/.exec(text)?.[1] ?? "")
  );
}

/** An ALD, also by its number in the list of 30 and its two additions: `ALD 30`. */
function ald(text: string): boolean | undefined {
  return (
    yesOrNo(text) ??
    aldWords.of(text) ??
    (/^ald([1-9]|[12]\d|3[0-2])$/.test(plain(text)) || /^100\s?%$/.test(text) ? true : undefined)
  );
}

const on =
  (time: TimeOfDay): Words =>
  (text) =>
    readDate(text, time);

function lastSeen(text: string): string | undefined {
  return never.of(text) ? NEVER : readDate(text, "any");
}

function sector(text: string): string | undefined {
  return sectors.of(text) ?? sectors.of(/^([12])[.,]0+$/.exec(text)?.[1] ?? "");
}

const DAYS = [
  "birthDate",
  "physicianBirthDate",
  "firstInstallation",
  "activeFrom",
  "activeUntil",
  "date",
  ...PATIENT_DATES,
];

const FIELDS: ReadonlyMap<string, Words> = new Map([
  ...DAYS.map((field): [string, Words] => [field, on("midnight")]),
  ["age", age],
  ["physicianAge", age],
  ["ald", ald],
  ["c2s", (text) => yesOrNo(text) ?? c2sWords.of(text)],
  ["seen", yesOrNo],
  ["contract", yesOrNo],
  ["lastSeen", lastSeen],
  ["visits", visits],
  ["prevention", prevention],
  ["zone", (text) => zones.of(text)],
  ["sector", sector],
  ["sex", (text) => sexes.of(text)],
  ["aldNumbers", aldNumbers],
  ["conditions", conditions],
  ["indicator", indicatorOf],
  ["status", (text) => statuses.of(text)],
]);

const YES_OR_NO: ReadonlySet<string> = new Set(["ald", "c2s", "seen", "contract"]);
