/**
 * Canonical text of a JSON value (RFC 8785): no spaces, keys in the order of their UTF-16 units.
 * `JSON.stringify` writes numbers and texts as the RFC asks. A key whose value is `undefined` is
 * absent.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const at = value as Readonly<Record<string, unknown>>;
  const members = Object.keys(at)
    .filter((key) => at[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(at[key])}`);
  return `{${members.join(",")}}`;
}
