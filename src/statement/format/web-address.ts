/** A text, and the address at its end if it has one. */
export function splitAddress(text: string): readonly [before: string, address?: string] {
  const at = text.lastIndexOf(" ");
  const last = text.slice(at + 1);
  return isWebAddress(last) ? [text.slice(0, Math.max(at, 0)), last] : [text];
}

/** Whether there is a text that, once printable, is an address that a page may link to. */
export function isWebAddress(text: string | undefined): text is string {
  return text !== undefined && /^https?:\/\/[^\s<>"'`\\^{|}]+$/i.test(text);
}
