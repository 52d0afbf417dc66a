import { colon, semicolon } from "../../typography.ts";
import type { Group, Row } from "./groups.ts";
import type { Page } from "./page.ts";
import { isWebAddress } from "./web-address.ts";
import { words } from "./words.ts";

/** Markdown with tables and a numbered list of sources: no footnotes, which not all read. */
export function markdownOf(page: Page): string {
  const { locale, title, subtitle, changed, total, payments, trust } = page;
  return [
    `## ${escape(title)}`,
    "",
    escape(subtitle),
    "",
    ...(changed.length === 0
      ? []
      : [`**${words.changed[locale]}**`, "", ...changed.map((one) => `- **${escape(one)}**`), ""]),
    ...table(
      [words.payments[locale], words.amount[locale]],
      [":--", "--:"],
      [
        [`**${total.label}**`, `**${total.amount}**`],
        ...payments.map(({ label, amount, note }) => [
          escape(note === undefined ? label : `${label}${semicolon(locale)}${note}`),
          amount,
        ]),
      ],
    ),
    "",
    ...trust.map((sentence) => `- ${escape(sentence)}`),
    "",
    ...linesOf(page.groups, page, false),
    ...legend(page),
    ...tail(page),
    "",
  ].join("\n");
}

/** What statements of one schedule have in common, once at their end. */
export function commonMarkdown(page: Page): string {
  return [...tail(page), ""].slice(1).join("\n");
}

function linesOf(groups: readonly Group[], page: Page, isDetailed: boolean): string[] {
  const { locale } = page;
  const rows = groups.flatMap((group) => {
    const inner = group.isSummed && !isDetailed ? [] : group.rows;
    return [
      cellsOf(group, group.rows.length > 0 ? strong : escape),
      ...inner.map((row) => cellsOf(row, escape)),
    ];
  });
  return table(
    [words.line[locale], words.calculation[locale], words.amount[locale], words.status[locale]],
    [":--", "--:", "--:", ":--"],
    rows,
  );
}

function strong(text: string): string {
  return `**${escape(text)}**`;
}

function cellsOf(row: Row, as: (text: string) => string): string[] {
  const from = row.sources.length > 0 ? ` (${row.sources.join(", ")})` : "";
  return [as(row.label), escape(row.calculation), as(row.amount), `${row.status}${from}`];
}

function legend({ legend: letters, locale }: Page): string[] {
  return letters.length === 0
    ? []
    : ["", letters.map(([letter, name]) => `${letter}${colon(locale)}${name}`).join(" · ")];
}

function tail(page: Page): string[] {
  const { locale, notes, questions, details, assumptions, sources, foot } = page;
  const list = (title: string, items: readonly string[]): string[] =>
    items.length === 0
      ? []
      : ["", `### ${escape(title)}`, "", ...items.map((item) => `- ${escape(item)}`)];
  return [
    ...list(words.notes[locale], notes),
    ...list(words.questions[locale], questions),
    ...(details.length === 0
      ? []
      : ["", `### ${words.details[locale]}`, "", ...linesOf(details, page, true)]),
    ...list(words.assumptions[locale], assumptions),
    ...(sources.length === 0 ? [] : ["", `### ${words.sources[locale]}`, ""]),
    ...sources.map(
      ({ number, title, about, url }) =>
        `${number}. ${escape(title)} (${about})${url ? ` ${address(url)}` : ""}`,
    ),
    ...(foot === "" ? [] : ["", escape(foot)]),
  ];
}

export function table(
  head: readonly string[],
  align: readonly string[],
  rows: readonly (readonly string[])[],
): string[] {
  return [head, align, ...rows].map((cells) => `| ${cells.join(" | ")} |`);
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
