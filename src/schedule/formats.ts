import { DECIMAL as DECIMAL_PATTERN } from "../decimal.ts";
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

const ONE = DECIMAL_PATTERN.source.slice(1, -1);

export const DECIMAL: Format = {
  pattern: DECIMAL_PATTERN,
  text: {
    fr: 'un nombre, quatre décimales au plus : "37.5"',
    en: 'a number, at most four decimals: "37.5"',
  },
};

export const DECIMAL_RANGE: Format = {
  pattern: new RegExp(`^${ONE}(\\+|-${ONE})?$`),
  text: {
    fr: 'un intervalle croissant, bornes comprises : "12+", "0-59.99"',
    en: 'a rising range, both ends included: "12+", "0-59.99"',
  },
};

export const ACT_DAY: Format = {
  pattern: /^((0[1-9]|[12]\d|3[01])\/(0[1-9]|1[0-2])\/Y([+-]\d{1,2})?|birth\+\d{1,4} months)$/,
  text: {
    fr: 'un jour : "31/12/Y", "31/01/Y+1", "birth+24 months"',
    en: 'a day: "31/12/Y", "31/01/Y+1", "birth+24 months"',
  },
};

export const MONTHS: Format = {
  pattern: /^\d{1,4} months$/,
  text: { fr: 'un âge en mois : "9 months"', en: 'an age in months: "9 months"' },
};
