import { escape, table } from "../format/markdown.ts";
import { splitAddress } from "../format/web-address.ts";
import type { Sheet, SheetRow } from "./sheet.ts";

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
        rows.map(markdownCells),
      ),
    ]),
    ...lists.flatMap(({ title: name, items, isProse }) => [
      ...(name === undefined ? [] : ["", `### ${escape(name)}`]),
      ...(isProse ? items.flatMap(paragraph) : ["", ...items.map((item) => `- ${linked(item)}`)]),
    ]),
    "",
  ].join("\n");
}

function linked(item: string): string {
  const [text, address] = splitAddress(item);
  return [escape(text), ...(address === undefined ? [] : [`<${address}>`])].join(" ").trim();
}

const paragraph = (text: string): string[] => ["", escape(text)];

function markdownCells({ cells: [first = "", ...figures], note, isTotal }: SheetRow): string[] {
  const cell = (text: string): string =>
    isTotal && text !== "" ? `**${escape(text)}**` : escape(text);
  return [note ? `${cell(first)}<br>${escape(note)}` : cell(first), ...figures.map(cell)];
}
