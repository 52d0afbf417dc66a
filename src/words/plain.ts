/** How words and headers are compared. */

const ACCENTED = "àâäáãåçéèêëíìîïñóòôöõúùûüýÿœæ";
const BARE = "a a a a a a c e e e e i i i i n o o o o o u u u u y y oe ae".split(" ");
const BARE_OF = new Map([...ACCENTED].map((letter, i) => [letter, BARE[i] as string]));
/** The accents that a Mac writes after their letter. A stroke is none: `≠` is not `=`. */
const ACCENTS = /[\u0300-\u0302\u0308\u0327]/g;

/** Letters without case nor the accents of French; a table, since engines without ICU have none. */
export function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(ACCENTS, "")
    .replace(/[^\0-\u007f]/g, (letter) => BARE_OF.get(letter) ?? letter);
}

/**
 * Comparison key of a cell: without case, accents, a final full stop, and what joins two words. All
 * else is kept, because it may mean something: `1 ?` is not `1`, `-1` and `<> non` neither.
 */
export function plain(cell: string): string {
  return bare(cell.trim())
    .replace(/\.$/, "")
    .replace(/([a-z])[\s_.'’‐‑–-]+(?=[a-z\d])|(\d)[\s_.‐‑–-]+(?=[a-z])/g, "$1$2");
}

/** Comparison key of a header: its letters and digits. A near one stops the command. */
export function letters(header: string): string {
  return bare(header).replace(/[^a-z\d]/g, "");
}
