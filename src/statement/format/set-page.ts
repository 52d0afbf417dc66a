import type { Locale } from "../../error.ts";
import { printable } from "../../printable.ts";
import { setIn } from "../../typography.ts";

/** A page whose every text is one printable line, whoever wrote it, as its language sets it. */
export function setPage<Page>(page: Page, locale: Locale): Page {
  const set = (node: unknown): unknown => {
    if (typeof node === "string") return setIn(locale, printable(node));
    if (Array.isArray(node)) return node.map(set);
    if (typeof node !== "object" || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, set(value)]));
  };
  return set(page) as Page;
}
