/** A header or a cell as it is compared: without case, accents, spaces, `_`, `-` nor punctuation. */
export function normalise(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}

/** Letters beyond which a header is no slip of the hand. */
const LONGEST = 60;

/** The closest of some words, if one is close enough to be a slip of the hand. */
export function closestMatch(word: string, words: Iterable<string>): string | undefined {
  const letters = normalise(word);
  if (letters.length > LONGEST) return undefined;
  let best: string | undefined;
  let least = Math.max(2, Math.floor(letters.length / 3)) + 1;
  for (const candidate of words) {
    const steps = distance(letters, normalise(candidate));
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}

/** How many letters to add, drop or change. */
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
