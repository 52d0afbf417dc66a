/** Lists in a cell, as people and notebooks write them: `a, b`, `['a', 'b']`, `{a,b}`, `[]`. */

/** The elements of a list; undefined if its brackets do not match. */
export function elements(text: string, between = /[,;|+]/): string[] | undefined {
  const [, open, inside = text, close] = /^(set\(|[[{(])(.*)([\]})])$/s.exec(text) ?? [];
  if (open !== undefined && CLOSES[open] !== close) return undefined;
  return inside
    .split(between)
    .map(unquoted)
    .filter((element) => element !== "");
}

const CLOSES: Readonly<Record<string, string>> = { "[": "]", "{": "}", "(": ")", "set(": ")" };

function unquoted(element: string): string {
  const text = element.trim();
  return /^(["']).*\1$/s.test(text) ? text.slice(1, -1).trim() : text;
}
