/** Whether a text, once printable, is an address that a page may link to. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>"'`\\^{|}]+$/i.test(text);
}
