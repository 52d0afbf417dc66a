/** Comparison key of a header or cell: no case, accents, spaces or punctuation. */
export function normalise(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}

/** Length above which a header is not considered a typo. */
const LONGEST = 60;

/** Closest candidate, if close enough to be a typo. */
export function closestMatch(text: string, candidates: Iterable<string>): string | undefined {
  const letters = normalise(text);
  if (letters.length > LONGEST) return undefined;
  let best: string | undefined;
  let least = Math.max(2, Math.floor(letters.length / 3)) + 1;
  for (const candidate of candidates) {
    const steps = distance(letters, normalise(candidate));
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      next.push(
        Math.min(
          (row[j + 1] as number) + 1,
          (next[j] as number) + 1,
          (row[j] as number) + (letter === other ? 0 : 1),
        ),
      );
    }
    row = next;
  }
  return row[b.length] as number;
}
