import { escape, table } from "../format/markdown.ts";
import type { Sheet } from "./sheet.ts";

/** Markdown with tables, for GitHub and Jupyter. */
export function sheetAsMarkdown({ simulation, title, subtitle, tables, lists }: Sheet): string {
  return [
    ...(simulation === undefined ? [] : [`**${escape(simulation)}**`, ""]),
    `## ${escape(title)}`,
    "",
    escape(subtitle),
    ...tables.flatMap(({ title: name, head, rows }) => [
      "",
      `### ${escape(name)}`,
      "",
      ...table(
        head.map(escape),
        head.map((_, column) => (column === 0 ? ":--" : "--:")),
        rows.map(({ cells, isTotal }) =>
          cells.map((cell) => (isTotal && cell !== "" ? `**${escape(cell)}**` : escape(cell))),
        ),
      ),
    ]),
    ...lists.flatMap(({ title: name, items }) => [
      "",
      `### ${escape(name)}`,
      "",
      ...items.map((item) => `- ${escape(item)}`),
    ]),
    "",
  ].join("\n");
}
