import { printable } from "../../printable.ts";

/** A page whose every text is one printable line, whoever wrote it. */
export function printablePage<Page>(page: Page): Page {
  return printableNode(page) as Page;
}

function printableNode(node: unknown): unknown {
  if (typeof node === "string") return printable(node);
  if (Array.isArray(node)) return node.map(printableNode);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, printableNode(value)]),
  );
}
