import type { Page } from "./page.ts";
import { isWebAddress } from "./web-address.ts";

/** Markdown with tables and footnotes, for GitHub and Jupyter. */
export function markdownOf(page: Page): string {
  const lines = page.lines.map(({ label, calculation, amount, status, sources }) => [
    label,
    calculation,
    amount,
    [...sources.map((n) => `[^${n}]`), ` ${status}`].join(""),
  ]);
  return [
    ...(page.simulation === undefined ? [] : [`**${escape(page.simulation)}**`, ""]),
    `## ${escape(page.title)}`,
    "",
    escape(page.subtitle),
    "",
    ...table(
      page.head,
      [":--", "--:", "--:", ":--"],
      lines.map((cells) => cells.map(footnoted)),
    ),
    row([`**${page.total[0]}**`, "", `**${page.total[1]}**`, ""]),
    "",
    `### ${page.instalments.title}`,
    "",
    ...table(
      ["", ""],
      [":--", "--:"],
      page.instalments.rows.map((cells) => cells.map(escape)),
    ),
    ...page.notes.flatMap(({ title, items }) => [
      "",
      `### ${title}`,
      "",
      ...items.map((item) => `- ${escape(item)}`),
    ]),
    "",
    ...page.sources.rows.map(
      ({ number, text, url }) => `[^${number}]: ${escape(text)}${url ? ` ${address(url)}` : ""}`,
    ),
    "",
  ].join("\n");
}

export function table(
  head: readonly string[],
  align: readonly string[],
  rows: readonly (readonly string[])[],
): string[] {
  return [row(head), row(align), ...rows.map(row)];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function footnoted(cell: string): string {
  return cell
    .split(/(\[\^\d+\])/)
    .map((part, i) => (i % 2 === 1 ? part : escape(part)))
    .join("");
}

function address(url: string): string {
  return isWebAddress(url) ? `<${url}>` : escape(url);
}

/**
 * Escapes what Markdown, HTML or a formula would be in labels, identifiers and texts of a user's
 * schedule, and what begins an address or a list.
 */
export function escape(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|#~$@]|&(?=#|\w+;)|:(?=\/\/)/g, "\\$&")
    .replace(/(www)\./gi, "$1\\.")
    .replace(/^(\d{0,9})([-+.)])(?= )/, "$1\\$2");
}
