export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** `"0-6"` → 0 to 6, `"80+"` → 80 to infinity, `"1"` → 1 to 1; decimals as they are. */
export function interval(range: string | number): Interval {
  if (typeof range === "number") return { from: range, to: range };
  const [from, to] = range.split("-");
  const first = Number.parseFloat(from as string);
  if (to !== undefined) return { from: first, to: Number.parseFloat(to) };
  return { from: first, to: range.endsWith("+") ? Number.POSITIVE_INFINITY : first };
}
