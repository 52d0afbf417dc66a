/** A whole number, also as notebooks write it: `82.0`. `1,000` may be a thousand. */
export function wholeNumber(text: string): number | undefined {
  if (!/^\d+([.,]0*)?$/.test(text) || /^[1-9]\d{0,2}[.,]000$/.test(text)) return undefined;
  return Number.parseInt(text, 10);
}

/** A count, weighted or not: three decimals could as well be thousands, as in `1.234`. */
export function countOf(text: string): number | undefined {
  const digits = text.replace(/(\d)[\s\u00a0\u202f](?=\d{3}\b)/g, "$1");
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits) ? undefined : decimal(digits, false);
}

/** An age in years: `54`, `54.0`, `54 ans`. */
export function age(text: string): number | undefined {
  return wholeNumber(text.replace(/(\d)\s*(?:ans?|years?)$/i, "$1"));
}

/** A number of actions of prevention: `2`, `2.0`, `2 actes`. */
export function actions(text: string): number | undefined {
  return wholeNumber(text.replace(/(\d)\s*(?:actes?|actions?|indicateurs?|indicators?)$/i, "$1"));
}

/**
 * A number with a decimal comma or point. Three decimals after a comma could as well be thousands,
 * except in a percentage.
 */
export function decimal(text: string, isPercent: boolean): number | undefined {
  const digits = isPercent ? text.replace(/\s*%$/, "") : text;
  const isDoubtful = !isPercent && /^[1-9]\d{0,2},\d{3}$/.test(digits);
  return isDoubtful || !/^\d+([.,]\d*)?$/.test(digits)
    ? undefined
    : Number(digits.replace(",", "."));
}
