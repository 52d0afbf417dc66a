import { classedRow, escape, rowHeader, type HeadingLevel } from "../format/html.ts";
import { splitAddress } from "../format/web-address.ts";
import type { Locale } from "../../error.ts";
import type { Sheet, SheetRow, SheetTable } from "./sheet.ts";

/**
 * HTML fragment without style sheet or script, to embed in a notebook or a page.
 * @param level of the title
 */
export function sheetAsHtml(sheet: Sheet, locale: Locale, level: HeadingLevel = 3): string {
  const { simulation, title, subtitle, opening = [], tables, lists } = sheet;
  const below = `h${level + 1}`;
  const first = simulation === undefined ? "" : `<p><strong>${escape(simulation)}</strong></p>`;
  return [
    `<section class="forfait-mt" lang="${locale}">${first}`,
    `<h${level}>${escape(title)}</h${level}>`,
    `<p class="whose">${escape(subtitle)}</p>`,
    ...opening.map(paragraph),
    ...tables.flatMap((table) => [
      `<${below}>${escape(table.title)}</${below}>`,
      ...tableOf(table),
    ]),
    ...lists.flatMap(({ title: name, items, isProse, isFoot }) => [
      ...(name === undefined ? [] : [`<${below}>${escape(name)}</${below}>`]),
      ...(isProse
        ? items.map(paragraph)
        : [
            isFoot ? '<ul class="foot">' : "<ul>",
            ...items.map((item) => `<li>${linked(item)}</li>`),
            "</ul>",
          ]),
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

function tableOf(table: SheetTable): string[] {
  const { title, head, rows } = table;
  const kind = head.length > 2 ? "sheet wide" : "sheet";
  return [
    `<table class="${kind}" aria-label="${escape(title)}">`,
    `<thead>${headRow(table)}</thead>`,
    "<tbody>",
    ...rows.flatMap((row, i) => [
      ...(row.kind === "group" && i > 0 ? ["</tbody>", "<tbody>"] : []),
      htmlRow(row, table),
    ]),
    "</tbody>",
    "</table>",
  ];
}

function headRow({ head, words }: SheetTable): string {
  const cells = head.map((name, i) => {
    const kind = i === 0 || words?.includes(i) ? "" : ' class="figure"';
    return name === "" ? "<td></td>" : `<th scope="col"${kind}>${escape(name)}</th>`;
  });
  return classedRow("", ...cells);
}

function htmlRow({ cells, note, kind: ofRow }: SheetRow, { head, words }: SheetTable): string {
  const [first, ...others] = cells as [string, ...string[]];
  if (ofRow === "group") return groupRow(first, head.length);
  const more = others.map((text, i) => {
    const kind = words?.includes(i + 1) ? "word" : "figure";
    return `<td class="${kind}" data-head="${escape(head[i + 1] as string)}">${escape(text)}</td>`;
  });
  return classedRow(ofRow === "total" ? "sum" : (ofRow ?? ""), rowHeader(first, note), ...more);
}

function groupRow(name: string, width: number): string {
  return `<tr class="group"><th scope="rowgroup" colspan="${width}">${escape(name)}</th></tr>`;
}
