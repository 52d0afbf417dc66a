/** Comparison key of a header or cell: no case, accents, spaces or punctuation. */
export function normalise(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}
