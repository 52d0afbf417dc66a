/**
 * What JavaScript calls a value: `[object Date]`. Empty for a hostile one, such as a revoked proxy,
 * which throws for whatever is asked of it.
 */
export function tagOf(value: unknown): string {
  try {
    return Object.prototype.toString.call(value);
  } catch {
    return "";
  }
}
