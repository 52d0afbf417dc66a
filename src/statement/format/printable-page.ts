import { printable } from "../../printable.ts";

/** A page whose every text is one printable line, whoever wrote it. */
export function printablePage<Page>(page: Page): Page {
  return withTexts(page, printable);
}

/** A page with each of its texts changed. */
export function withTexts<Page>(page: Page, change: (text: string) => string): Page {
  const changed = (node: unknown): unknown => {
    if (typeof node === "string") return change(node);
    if (Array.isArray(node)) return node.map(changed);
    if (typeof node !== "object" || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, changed(value)]));
  };
  return changed(page) as Page;
}
