import { bare } from "../words/plain.ts";
import type { Place, Places } from "./places.ts";

/**
 * What a label of a caisse is about: `FMT 2026 2E ACOMPTE`, `FORFAIT MT SOCLE AVRIL 2026`. A label
 * that names no forfait of médecins traitants, or another year, is of something else.
 * @returns undefined for something else, and for a label that says neither date nor component
 */
export function placeInLabel(label: string, places: Places): Place | undefined {
  const words = bare(label)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  if (!FORFAIT.test(words)) return undefined;
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
const FORFAIT = /\bf?p?fmt\b|\bfpmt\b|medecins? traitants?|\bforf\w* (?:p\w* )?mt\b|patientele/;

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
  const month = monthIn(words);
  const years = [...words.matchAll(/\b(20\d\d)\b/g)].map(([, found]) => Number(found));
  if (month !== undefined) {
    const [of = year] = years;
    const wanted = `${of}-${String(month).padStart(2, "0")}`;
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
  "janv",
  "fevr",
  "mars",
  "avr",
  "mai",
  "juin",
  "juil",
  "aout",
  "sept",
  "oct",
  "nov",
  "dec",
];

function monthIn(words: string): number | undefined {
  const numbers = /\b(?:\d{1,2} )?(0[1-9]|1[0-2]) 20\d\d\b/.exec(words)?.[1];
  if (numbers !== undefined) return Number(numbers);
  const at = MONTHS.findIndex((name) => new RegExp(`\\b${name}`).test(words));
  return at < 0 ? undefined : at + 1;
}
