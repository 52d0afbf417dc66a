/** Replaces control characters, so that text from a list cannot send commands to the terminal. */
export function printable(text: string): string {
  return text.replace(CONTROLS, " ");
}

/** What Unicode calls Cc, written out: an engine without ICU has no names of properties. */
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\x00-\x1f\x7f-\x9f]+/g;
