/** Consecutive indices of the values of a fact, the end left out. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Combinations of facts: of each fact, in one order for all, the spans that it may lie in. */
export type Region = readonly (readonly Span[])[];

/** What lies in both regions; undefined if nothing does. */
export function common(one: Region, other: Region): Region | undefined {
  const region: (readonly Span[])[] = [];
  for (const [i, spans] of one.entries()) {
    const shared = commonSpans(spans, other[i] as readonly Span[]);
    if (shared.length === 0) return undefined;
    region.push(shared);
  }
  return region;
}

/** Whether a combination lies in both regions. Asked of every pair of cases, fact by fact. */
export function overlap(one: Region, other: Region): boolean {
  for (let i = 0; i < one.length; i++) {
    const [ones, others] = [one[i] as readonly Span[], other[i] as readonly Span[]];
    if (ones !== others && !spansOverlap(ones, others)) return false;
  }
  return true;
}

function spansOverlap(ones: readonly Span[], others: readonly Span[]): boolean {
  for (let i = 0; i < ones.length; i++) {
    const { from, to } = ones[i] as Span;
    for (let j = 0; j < others.length; j++) {
      const other = others[j] as Span;
      if (from < other.to && other.from < to) return true;
    }
  }
  return false;
}

/** Number of combinations in a region of the facts from one on. */
export function sizeFrom(region: Region, first: number): bigint {
  return region
    .slice(first)
    .reduce(
      (size, spans) => size * BigInt(spans.reduce((sum, { from, to }) => sum + to - from, 0)),
      1n,
    );
}

function commonSpans(ones: readonly Span[], others: readonly Span[]): readonly Span[] {
  if (ones === others) return ones;
  const shared: Span[] = [];
  for (const one of ones)
    for (const other of others) {
      const from = Math.max(one.from, other.from);
      const to = Math.min(one.to, other.to);
      if (from < to) shared.push({ from, to });
    }
  return shared;
}
