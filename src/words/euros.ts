/**
 * An amount as people and banks write it: `5 000,00 €`, `1.234,56`, `5000`, `-12,5`.
 * @returns euros with a point and two decimals at most; undefined where a thousand may be meant
 */
export function euros(text: string): string | undefined {
  const bare = text
    .replace(/[\s\u00a0\u202f]*(?:€|EUR|euros?)$/i, "")
    .replace(/^€/, "")
    .replace(/^[\u2212\u2013]/, "-")
    .trim();
  if (/^-?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?$/.test(bare))
    return bare.replace(/[ \u00a0\u202f]/g, "").replace(",", ".");
  if (/^-?\d+(?:[.,]\d{1,2})?$/.test(bare)) return bare.replace(",", ".");
  if (/^-?\d{1,3}(?:\.\d{3})+,\d{1,2}$/.test(bare))
    return bare.replace(/\./g, "").replace(",", ".");
  return /^-?\d{1,3}(?:,\d{3})+\.\d{1,2}$/.test(bare) ? bare.replace(/,/g, "") : undefined;
}
