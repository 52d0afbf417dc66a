import type { Page } from "./page.ts";

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
      ({ number, text, url }) => `[^${number}]: ${escape(text)}${url ? ` <${url}>` : ""}`,
    ),
    "",
  ].join("\n");
}

function table(
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

/** Escapes Markdown and HTML in labels, identifiers and texts of a user's schedule. */
function escape(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, "\\$&").replace(/\s*[\r\n]\s*/g, " ");
}
