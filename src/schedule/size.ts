import { refuse, type LocalizedText } from "../error.ts";

/** Most characters of a name: of a component, a case, a source, a path of a patch. */
const LONGEST_NAME = 100;

/** Most characters of a text: a label, a title, a remark, an address. */
const LONGEST_TEXT = 2000;

/** Most entries of an object or a list: components, cases of one, options, sources. */
const MOST_ENTRIES = 300;

/**
 * Most characters of a document's names and texts, counted anew for each option of its readings,
 * with which the whole document is checked again. The FMT of 2026 has 550,000.
 */
export const MOST_CHARACTERS = 1_000_000;

/** What a value costs besides its characters: its marks in JSON, and its check. */
const PER_VALUE = 8;

/** @throws ForfaitError SCHEDULE_TOO_LARGE for a document whose checks would take too long */
export function checkSize(document: unknown): void {
  const size = sizeOf(document, "") * (1 + optionsIn(document));
  if (size > MOST_CHARACTERS)
    refuse("SCHEDULE_TOO_LARGE", "(document)", size, {
      fr:
        `au plus ${MOST_CHARACTERS} caractères de noms et de textes, ` +
        "comptés une fois de plus par option d'interprétation",
      en:
        `at most ${MOST_CHARACTERS} characters of names and texts, ` +
        "counted once more for each option of a reading",
    });
}

function sizeOf(node: unknown, path: string): number {
  if (typeof node === "string") {
    if (node.length > LONGEST_TEXT) refuse("SCHEDULE_TOO_LARGE", path, node, atMost(LONGEST_TEXT));
    return PER_VALUE + node.length;
  }
  if (typeof node !== "object" || node === null) return PER_VALUE;
  const entries = Object.entries(node);
  if (entries.length > MOST_ENTRIES)
    refuse("SCHEDULE_TOO_LARGE", path || "(document)", entries.length, {
      fr: `${MOST_ENTRIES} entrées au plus`,
      en: `at most ${MOST_ENTRIES} entries`,
    });
  let size = PER_VALUE;
  for (const [name, value] of entries) {
    const at = path === "" ? name : `${path}.${name}`;
    if (name.length > LONGEST_NAME) refuse("SCHEDULE_TOO_LARGE", at, name, atMost(LONGEST_NAME));
    size += name.length + sizeOf(value, at);
  }
  return size;
}

function atMost(characters: number): LocalizedText {
  return { fr: `${characters} caractères au plus`, en: `at most ${characters} characters` };
}

/** Number of options in a document that may have any shape. */
function optionsIn(document: unknown): number {
  return valuesOf(valueOf(document, "readings")).reduce<number>(
    (count, reading) => count + valuesOf(valueOf(reading, "or")).length,
    0,
  );
}

function valueOf(node: unknown, key: string): unknown {
  return typeof node === "object" && node !== null && Object.hasOwn(node, key)
    ? (node as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

function valuesOf(node: unknown): unknown[] {
  return typeof node === "object" && node !== null ? Object.values(node) : [];
}
