import { escape, figure, rowHeader, tableRow } from "../format/html.ts";
import type { Sheet, SheetRow } from "./sheet.ts";

/** HTML fragment without style sheet or script, to embed in a notebook or a page. */
export function sheetAsHtml(sheet: Sheet): string {
  const { simulation, title, subtitle, opening = [], tables, lists } = sheet;
  const first = simulation === undefined ? "" : `<p><strong>${escape(simulation)}</strong></p>`;
  return [
    `<section class="forfait-mt">${first}`,
    `<h3>${escape(title)}</h3>`,
    `<p>${escape(subtitle)}</p>`,
    ...opening.map(paragraph),
    ...tables.flatMap(({ title: name, head, rows }) => [
      `<h4>${escape(name)}</h4>`,
      "<table>",
      `<thead>${tableRow(...head.map((cell) => `<th scope="col">${escape(cell)}</th>`))}</thead>`,
      "<tbody>",
      ...rows.map(htmlRow),
      "</tbody>",
      "</table>",
    ]),
    ...lists.flatMap(({ title: name, items, isProse }) => [
      ...(name === undefined ? [] : [`<h4>${escape(name)}</h4>`]),
      ...(isProse
        ? items.map(paragraph)
        : ["<ul>", ...items.map((item) => `<li>${escape(item)}</li>`), "</ul>"]),
    ]),
    "</section>",
    "",
  ].join("\n");
}

const paragraph = (text: string): string => `<p>${escape(text)}</p>`;

function htmlRow({ cells: [first = "", ...figures], isTotal }: SheetRow): string {
  const row = tableRow(rowHeader(first), ...figures.map(figure));
  return isTotal ? row.replace("<tr>", '<tr class="sum">') : row;
}
