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
    ...tables.flatMap(({ title: name, head, words: ofWords, rows }) => [
      "",
      `### ${escape(name)}`,
      "",
      ...table(
        head.map(escape),
        head.map((_, column) => (column === 0 || ofWords?.includes(column) ? ":--" : "--:")),
        rows.map((row) => markdownCells(row, head.length)),
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

function markdownCells({ cells: all, note, kind }: SheetRow, width: number): string[] {
  const [first, ...others] = all as [string, ...string[]];
  const cell = (text: string): string =>
    kind === undefined || kind === "part" || text === "" ? escape(text) : `**${escape(text)}**`;
  const cells = kind === "group" ? Array.from({ length: width - 1 }, () => "") : others;
  return [note ? `${cell(first)}<br>${escape(note)}` : cell(first), ...cells.map(cell)];
}
