import { withoutCode } from "./without-code.ts";

/** What French as the profession prints it does not have, by what is wrong with it. */
const FRENCH: Readonly<Record<string, RegExp>> = {
  "a day as a program writes it": /\b\d{4}-\d{2}-\d{2}\b/,
  "a hyphen for a minus": /(?<=[\s(«])-\d/,
  "a plural in brackets": /\w\((?:s|x|es)\)/,
  "a narrow space, which Windows-1252 has not": /\u202f/,
  "English quotes": /[“”]/,
  "a mark of English quotes": /\s''|''\s/,
  // The table of words: one term for each idea.
  "« interprétation »": /\blectures?\b/i,
  "« source non officielle »": /\bsecondaires?\b/i,
  "« acompte »": /\b(?:une|les|des|trois|aucune|l')\s?avances?\b/i,
  "« sans participation »": /C2S gratuite/i,
  "« indicateurs de prévention validés »":
    /(?<!Prévention(?:[\s\u00a0]:|,) )\bactions? de prévention\b/i,
  "« col de l'utérus »": /cancer du col\b(?! de\b)/i,
};

/** Spaces at which a line of French may not end. */
const SPACES: Readonly<Record<string, RegExp>> = {
  "an ordinary space before a sign": /(?<=[^\s|]) [:;?!»%€×](?![\w/])/,
  "an ordinary space after a sign": /[«×] \S/,
  "an ordinary space in a number": /\d \d{3}(?!\d)/,
};

const ENGLISH: Readonly<Record<string, RegExp>> = {
  "a space before a sign": /(?<!En français)(?<=\w)[ \u00a0][:;?!](?=\s|$)/,
  "French quotes": /[«»]/,
  "a plural in brackets": /\w\((?:s|es)\)/,
};

/** Faults of a text as it is typed. */
export function faultsOf(text: string, locale: "fr" | "en"): string[] {
  return found(withoutCode(text), locale === "fr" ? FRENCH : ENGLISH);
}

/** Faults of a text as it is printed. */
export function printedFaults(text: string, locale: "fr" | "en"): string[] {
  const prose = withoutCode(text);
  return locale === "fr" ? found(prose, { ...FRENCH, ...SPACES }) : found(prose, ENGLISH);
}

function found(text: string, rules: Readonly<Record<string, RegExp>>): string[] {
  return Object.entries(rules).flatMap(([fault, rule]) => {
    const at = rule.exec(text);
    return at ? [`${fault}: …${text.slice(Math.max(0, at.index - 40), at.index + 40)}…`] : [];
  });
}
