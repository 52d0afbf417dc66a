import { oneOf, refuse } from "../../error.ts";
import { semicolon } from "../../typography.ts";
import type { Group, Row } from "./groups.ts";
import type { Page } from "./page.ts";
import { isWebAddress } from "./web-address.ts";
import { words } from "./words.ts";

/** Level of the title: 1 is that of a page. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5;

const LEVELS: readonly HeadingLevel[] = [1, 2, 3, 4, 5];

/** @throws ForfaitError INPUT_INVALID */
export function checkLevel(level: HeadingLevel): void {
  if (!LEVELS.includes(level))
    refuse("INPUT_INVALID", "headingLevel", level, oneOf(LEVELS.map(String)));
}

/** HTML fragment without style sheet or script, to embed in a notebook or a page. */
export function htmlOf(page: Page, level: HeadingLevel): string {
  const { locale, id, title, subtitle, changed, total, payments, trust } = page;
  const paid = payments.map(({ label, amount, note }) =>
    tableRow(rowHeader(note ? `${label}${semicolon(locale)}${note}` : label), figure(amount)),
  );
  return [
    `<section class="forfait-mt" lang="${locale}" aria-labelledby="${id} ${id}-whose">`,
    `<h${level} id="${id}">${escape(title)}</h${level}>`,
    `<p class="whose" id="${id}-whose">${escape(subtitle)}</p>`,
    ...(changed.length === 0
      ? []
      : [
          '<div class="changed">',
          `<p><strong>${words.changed[locale]}</strong></p>`,
          itemsOf(changed),
          "</div>",
        ]),
    `<p class="total">${escape(total.label)} <strong>${escape(total.amount)}</strong></p>`,
    ...(paid.length === 0
      ? []
      : [
          '<table class="payments">',
          `<caption>${words.payments[locale]}</caption>`,
          `<thead>${headerRow([words.due[locale], words.amount[locale]])}</thead>`,
          `<tbody>${paid.join("\n")}</tbody>`,
          "</table>",
        ]),
    ...trust.map((sentence) => `<p class="trust">${escape(sentence)}.</p>`),
    ...linesOf(page.groups, page, `${title} · ${subtitle}`, false),
    legend(page),
    tailOf(page, level),
    "</section>",
    "",
  ].join("\n");
}

/** What statements of one schedule have in common, once at their end. */
export function commonHtml(page: Page, level: HeadingLevel): string {
  return [
    `<section class="forfait-mt common" lang="${page.locale}">`,
    tailOf(page, level),
    "</section>",
    "",
  ].join("\n");
}

function linesOf(
  groups: readonly Group[],
  page: Page,
  caption: string,
  isDetailed: boolean,
): string[] {
  const { locale } = page;
  const head = [words.line, words.calculation, words.amount, words.status];
  const bodies = groups.map((group) => {
    const inner = group.isSummed && !isDetailed ? [] : group.rows;
    const rows = inner.map((row) => lineRow("", row, page));
    const sum = lineRow(group.rows.length > 0 ? "sum" : "", group, page);
    return `<tbody>\n${[sum, ...rows].join("\n")}\n</tbody>`;
  });
  return [
    '<table class="lines">',
    `<caption>${escape(caption)}</caption>`,
    `<thead>${headerRow(head.map((word) => word[locale]))}</thead>`,
    ...bodies,
    ...(isDetailed ? [] : [`<tfoot>${totalRow(page)}</tfoot>`]),
    "</table>",
  ];
}

function lineRow(kind: string, row: Row, page: Page): string {
  const links =
    page.sourcesAt === undefined
      ? row.sources.map(String)
      : row.sources.map((number) => `<a href="#${page.sourcesAt}-${number}">${number}</a>`);
  const from = links.length > 0 ? ` <span class="from">${links.join(", ")}</span>` : "";
  return classedRow(
    kind,
    rowHeader(row.label),
    figure(row.calculation),
    figure(row.amount),
    `<td class="status">${row.status}${from}</td>`,
  );
}

function legend({ legend: letters }: Page): string {
  const items = letters.map(([letter, name]) => `<span><b>${letter}</b> ${escape(name)}</span>`);
  return items.length === 0 ? "" : `<p class="legend">${items.join(" ")}</p>`;
}

function tailOf(page: Page, level: HeadingLevel): string {
  const { locale, notes, questions, details, assumptions, sources, foot } = page;
  const list = (title: string, items: readonly string[]): string[] =>
    items.length === 0 ? [] : [heading(title, level), itemsOf(items)];
  const folded = (title: string, inner: readonly string[], kind = ""): string[] => [
    `<details${kind}>`,
    `<summary>${escape(title)}</summary>`,
    ...inner,
    "</details>",
  ];
  return [
    ...list(words.notes[locale], notes),
    ...list(words.questions[locale], questions),
    ...details.flatMap((group) =>
      folded(
        `${words.details[locale]} · ${group.label}`,
        linesOf([group], page, group.label, true),
      ),
    ),
    ...(assumptions.length === 0
      ? []
      : folded(words.assumptions[locale], [itemsOf(assumptions)], PROOF)),
    ...(sources.length === 0
      ? []
      : folded(
          words.sources[locale],
          [`<ol>\n${sources.map((source) => sourceItem(source, page)).join("\n")}\n</ol>`],
          PROOF,
        )),
    ...(foot === "" ? [] : [`<p class="foot">${escape(foot)}</p>`]),
  ].join("\n");
}

/** Printed though it is closed: letters and numbers of lines refer to it. */
const PROOF = ' class="proof"';

function sourceItem({ number, title, about, url }: Page["sources"][number], page: Page): string {
  const name = isWebAddress(url) ? `<a href="${escape(url)}">${escape(title)}</a>` : escape(title);
  return `<li id="${page.sourcesAt}-${number}" value="${number}">${name} (${escape(about)})</li>`;
}

function itemsOf(items: readonly string[]): string {
  return `<ul>\n${items.map((item) => `<li>${escape(item)}</li>`).join("\n")}\n</ul>`;
}

/** A section below the title. */
function heading(text: string, level: HeadingLevel): string {
  return `<h${level + 1}>${escape(text)}</h${level + 1}>`;
}

function tableRow(...cells: readonly string[]): string {
  return classedRow("", ...cells);
}

export function classedRow(kind: string, ...cells: readonly string[]): string {
  return `<tr${kind === "" ? "" : ` class="${kind}"`}>${cells.join("")}</tr>`;
}

function headerRow(names: readonly string[]): string {
  return tableRow(...names.map((name) => `<th scope="col">${escape(name)}</th>`));
}

function totalRow({ total }: Page): string {
  return tableRow(rowHeader(total.label), "<td></td>", figure(total.amount), "<td></td>");
}

/** @param note below the text, in small */
export function rowHeader(text: string, note?: string): string {
  const under = note ? `<br><small>${escape(note)}</small>` : "";
  return `<th scope="row">${escape(text)}${under}</th>`;
}

export function figure(text: string): string {
  return `<td class="figure">${escape(text)}</td>`;
}

export function escape(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] as string);
}
