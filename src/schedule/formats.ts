import type { LocalizedText } from "../error.ts";

/** How a value is written, as a pattern and in words. */
export interface Format {
  readonly pattern: RegExp;
  readonly text: LocalizedText;
}

export const EUROS: Format = {
  pattern: /^\d{1,9}(\.\d{1,2})?$/,
  text: {
    fr: 'des euros, deux décimales au plus : "9940.50"',
    en: 'euros, at most two decimals: "9940.50"',
  },
};

export const PERCENT: Format = {
  pattern: /^\d{1,4}(\.\d{1,6})?%$/,
  text: { fr: 'un pourcentage : "10%"', en: 'a percentage: "10%"' },
};
