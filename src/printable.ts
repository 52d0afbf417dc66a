/** Most characters of a foreign text that a message repeats. */
const QUOTED = 80;

/** Latin letters, digits, punctuation, signs and lines of tables: most text is of these. */
const PLAIN = /^[ -~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u202f-\u205f\u20a0-\u2bff]*$/;

/** What Unicode calls Cc, Zl and Zp, written out: an engine without ICU has no such names. */
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** What it calls Cf, Cs and Default_Ignorable_Code_Point. */
const UNSEEN = new RegExp(
  "[\\u00ad\\u034f\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u115f\\u1160\\u17b4" +
    "\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ud800-\\udfff" +
    "\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb\\u{110bd}\\u{110cd}\\u{13430}-\\u{1343f}" +
    "\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}]",
  "gu",
);

/**
 * A foreign text as one line that is safe to print: control characters, which command a terminal,
 * are a space; what cannot be seen, turns the direction of what follows (`\u202e`) or hides
 * (`\u200b`) is written as JSON escapes it.
 */
export function printable(text: string): string {
  return PLAIN.test(text) ? text : escapeUnseen(text.replace(CONTROLS, " "));
}

/** A text of several lines, each as `printable` writes it. */
export function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n");
}

/** JSON whose texts are safe to print, and are the same once they are read. */
export function printableJson(value: unknown, indent?: number): string {
  const json = JSON.stringify(value, undefined, indent);
  return escapeUnseen(json.replace(RAW_CONTROLS, escaped));
}

/** Control characters that JSON leaves as they are. */
const RAW_CONTROLS = /[\u007f-\u009f\u2028\u2029]/g;

/** A foreign text within a message: printable, and shortened in its middle. */
export function quoted(text: string): string {
  const shown = printable(text.length > 2 * QUOTED ? middleCut(text) : text);
  return shown.length > QUOTED ? middleCut(shown) : shown;
}

function middleCut(text: string): string {
  const half = QUOTED / 2;
  return `${text.slice(0, half)}…${text.slice(1 - half)}`;
}

function escapeUnseen(text: string): string {
  return text.replace(UNSEEN, escaped);
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
    .map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`)
    .join("");
}
