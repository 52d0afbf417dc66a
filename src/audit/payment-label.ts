import { bare } from "../words/plain.ts";
import type { Place, Places } from "./places.ts";

/**
 * What a label of a caisse is about: `FMT 2026 2E ACOMPTE`, `FORFAIT MT SOCLE AVRIL 2026`. A label
 * that names no forfait of médecins traitants, or another year, is of something else.
 * @returns undefined for something else, and for a label that says neither date nor component
 */
export function placeInLabel(label: string, places: Places): Place | undefined {
  const words = wordsOf(label);
  if (!FORFAIT.test(words) || isOfOther(words, places.name)) return undefined;
  const due = dueIn(words, places);
  const component = places.components.find((id) => COMPONENTS[id]?.test(words));
  if (due === null || (due === undefined && component === undefined)) return undefined;
  return { ...(due !== undefined && { due }), ...(component !== undefined && { component }) };
}

/** Whether a label names another payment of the caisse. */
export function isOfElse(label: string): boolean {
  return OTHERS.test(wordsOf(label));
}

const wordsOf = (label: string): string =>
  bare(label)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

const OTHERS = new RegExp(
  [
    "\\b(rosp|donum|structure|cpts|sas|pds[ae]?|permanence|aides?|honoraires?|actes?)\\b",
    "\\b(cotis|consult)",
  ].join("|"),
);
const FORFAIT = /\bfp?mt\b|medecins? traitants?|\bforf\w* (?:p\w* )?mt\b|patientele/;

/** Whether a label has the initials of a forfait, and they are not those of the schedule. */
function isOfOther(words: string, name: string): boolean {
  const initialsIn = (text: string): readonly string[] => text.match(/\bfp?mt\b/g) ?? [];
  const known = initialsIn(wordsOf(name));
  const inLabel = initialsIn(words);
  return (
    known.length > 0 && inLabel.length > 0 && !inLabel.some((initials) => known.includes(initials))
  );
}

/** Words that a component goes by, whatever the schedule. */
const COMPONENTS: Readonly<Record<string, RegExp>> = {
  base: /\bsocle\b|\bbase\b/,
  c2s: /\bc2s\b|\bcss\b|\bcmuc?\b|complementaire sante/,
  prevention: /\bprevention\b|\bindicateurs?\b/,
  zone: /\bzones?\b|\bzip\b|\bqpv\b|sous dense/,
  age67: /\b67 ?ans\b/,
  precarity: /\bprecarite\b/,
};

/** @returns null for a date on which the schedule pays nothing; undefined for no date */
function dueIn(words: string, { year, dues }: Places): string | null | undefined {
  const years = [...words.matchAll(/\b(20\d\d)\b/g)].map(([, found]) => Number(found));
  const month = monthIn(words);
  if (month !== undefined) {
    const of = month.year ?? years[0] ?? year;
    const wanted = `${of}-${String(month.number).padStart(2, "0")}`;
    return dues.find((due) => due === wanted || due === String(of)) ?? null;
  }
  if (years.length > 0 && !years.includes(year)) return null;
  if (/\bsolde\b/.test(words)) return dues[dues.length - 1] ?? null;
  const at = ORDINALS.findIndex((ordinal) => ordinal.test(words));
  return at < 0 || !/\bacomptes?\b|\bavances?\b|\bversements?\b/.test(words)
    ? undefined
    : (dues[at] ?? null);
}

const ORDINALS = [
  /\b1 ?(?:er|ere|re)?\b(?= (?:acompte|avance|versement))|\bpremi\w+/,
  /\b2 ?(?:e|eme|nd|nde)?\b(?= (?:acompte|avance|versement))|\bdeuxieme\b|\bseconde?\b/,
  /\b3 ?(?:e|eme)?\b(?= (?:acompte|avance|versement))|\btroisieme\b/,
  /\b4 ?(?:e|eme)?\b(?= (?:acompte|avance|versement))|\bquatrieme\b/,
];

const MONTHS = [
  "janvier|janv",
  "fevrier|fevr|fev",
  "mars",
  "avril|avr",
  "mai",
  "juin",
  "juillet|juil",
  "aout",
  "septembre|sept",
  "octobre|oct",
  "novembre|nov",
  "decembre|dec",
].map((names) => new RegExp(`\\b(?:${names})\\b(?: (20\\d\\d))?`));

/** A month by its name, or else in a date of digits, and the year behind it. */
function monthIn(words: string): { readonly number: number; readonly year?: number } | undefined {
  const at = MONTHS.findIndex((name) => name.test(words));
  const named = at < 0 ? undefined : MONTHS[at]?.exec(words);
  const [, digits, after] = /\b(?:\d{1,2} )?(0[1-9]|1[0-2]) (20\d\d)\b/.exec(words) ?? [];
  const [number, of] = named ? [at + 1, named[1]] : [Number(digits), after];
  if (!named && digits === undefined) return undefined;
  return { number, ...(of !== undefined && { year: Number(of) }) };
}
