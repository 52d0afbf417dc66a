import { escape, table } from "../format/markdown.ts";
import type { Sheet } from "./sheet.ts";

/** Markdown with tables, for GitHub and Jupyter. */
export function sheetAsMarkdown(sheet: Sheet): string {
  const { simulation, title, subtitle, opening = [], tables, lists } = sheet;
  return [
    ...(simulation === undefined ? [] : [`**${escape(simulation)}**`, ""]),
    `## ${escape(title)}`,
    "",
    escape(subtitle),
    ...opening.flatMap(paragraph),
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
    ...lists.flatMap(({ title: name, items, isProse }) => [
      ...(name === undefined ? [] : ["", `### ${escape(name)}`]),
      ...(isProse ? items.flatMap(paragraph) : ["", ...items.map((item) => `- ${escape(item)}`)]),
    ]),
    "",
  ].join("\n");
}

const paragraph = (text: string): string[] => ["", escape(text)];
