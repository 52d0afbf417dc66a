import { classedRow, escape, figure, headerRow, rowHeader } from "../format/html.ts";
import { splitAddress } from "../format/web-address.ts";
import type { Locale } from "../../error.ts";
import type { Sheet, SheetRow } from "./sheet.ts";

/**
 * HTML fragment without style sheet or script, to embed in a notebook or a page.
 * @param level of the title
 */
export function sheetAsHtml(sheet: Sheet, locale: Locale, level: 1 | 3 = 3): string {
  const { simulation, title, subtitle, opening = [], tables, lists } = sheet;
  const below = `h${level + 1}`;
  const first = simulation === undefined ? "" : `<p><strong>${escape(simulation)}</strong></p>`;
  return [
    `<section class="forfait-mt" lang="${locale}">${first}`,
    `<h${level}>${escape(title)}</h${level}>`,
    `<p class="whose">${escape(subtitle)}</p>`,
    ...opening.map(paragraph),
    ...tables.flatMap(({ title: name, head, rows }) => [
      `<${below}>${escape(name)}</${below}>`,
      '<table class="sheet">',
      `<thead>${headerRow(head)}</thead>`,
      "<tbody>",
      ...rows.map(htmlRow),
      "</tbody>",
      "</table>",
    ]),
    ...lists.flatMap(({ title: name, items, isProse }) => [
      ...(name === undefined ? [] : [`<${below}>${escape(name)}</${below}>`]),
      ...(isProse
        ? items.map(paragraph)
        : ["<ul>", ...items.map((item) => `<li>${linked(item)}</li>`), "</ul>"]),
    ]),
    "</section>",
    "",
  ].join("\n");
}

function linked(item: string): string {
  const [text, address] = splitAddress(item);
  if (address === undefined) return escape(text);
  const link = `<a href="${escape(address)}">${escape(address)}</a>`;
  return text === "" ? link : `${escape(text)} ${link}`;
}

const paragraph = (text: string): string => `<p>${escape(text)}</p>`;

function htmlRow({ cells: [first = "", ...figures], note, isTotal }: SheetRow): string {
  return classedRow(isTotal ? "sum" : "", rowHeader(first, note), ...figures.map(figure));
}
