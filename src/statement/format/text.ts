import { words } from "./words.ts";
import type { Group, Row } from "./groups.ts";
import type { Page } from "./page.ts";

const WIDTH = 100;

/** Plain text with aligned columns, for a fixed-width font. */
export function textOf(page: Page): string {
  return lines([...head(page), "", ...tableOf(page.groups), ...legend(page), ...tail(page)]);
}

/** What statements of one schedule have in common, once at their end. */
export function commonText(page: Page): string {
  return lines(tail(page).slice(1));
}

function lines(all: readonly string[]): string {
  return [...all, ""].join("\n");
}

function head({ title, subtitle, changed, total, payments, trust, locale }: Page): string[] {
  const width = Math.max(...payments.map(({ label }) => label.length + 2), total.label.length);
  const figures = Math.max(...[total, ...payments].map(({ amount }) => amount.length));
  const row = (label: string, amount: string): string[] =>
    label.length > WIDTH - figures
      ? [`  ${label}`, `  ${"".padEnd(WIDTH - figures)}  ${amount.padStart(figures)}`]
      : [`  ${label.padEnd(Math.min(width, WIDTH - figures))}  ${amount.padStart(figures)}`];
  return [
    title,
    subtitle,
    ...(changed.length === 0 ? [] : [words.changed[locale]]),
    ...changed.flatMap((one) => wrap(one, "  - ")),
    "",
    ...row(total.label, total.amount),
    ...payments.flatMap(({ label, amount, note }) => [
      ...row(`  ${label}`, amount),
      ...(note === undefined ? [] : [`      ${note}`]),
    ]),
    ...trust.map((sentence) => `  ${sentence}`),
  ];
}

/** The groups and their lines, in columns of label, calculation, amount and status. */
function tableOf(groups: readonly Group[], isDetailed = false): string[] {
  const rows = groups.flatMap((group) => [
    group,
    ...(group.isSummed && !isDetailed ? [] : group.rows.map(indented)),
  ]);
  const width = (cell: (row: Row) => string): number =>
    Math.max(0, ...rows.map((row) => cell(row).length));
  const [label, calculation, amount] = [
    width((row) => row.label),
    width((row) => row.calculation),
    width((row) => row.amount),
  ] as [number, number, number];
  return rows.map((row) =>
    [
      `  ${row.label.padEnd(label)}`,
      row.calculation.padStart(calculation),
      row.amount.padStart(amount),
      `${row.status} ${row.sources.map((number) => `[${number}]`).join("")}`.trim(),
    ]
      .join("  ")
      .trimEnd(),
  );
}

function indented(row: Row): Row {
  return { ...row, label: `  ${row.label}` };
}

function legend({ legend: letters }: Page): string[] {
  return letters.length === 0
    ? []
    : ["", `  ${letters.map(([letter, name]) => `${letter}  ${name}`).join("   ")}`];
}

function tail(page: Page): string[] {
  const { locale, details, notes, questions, assumptions, sources, foot } = page;
  const list = (title: string, items: readonly string[]): string[] =>
    items.length === 0 ? [] : ["", title, ...items.flatMap((item) => wrap(item, "  - "))];
  return [
    ...list(words.notes[locale], notes),
    ...list(words.questions[locale], questions),
    ...(details.length === 0 ? [] : ["", words.details[locale], ...tableOf(details, true)]),
    ...list(words.assumptions[locale], assumptions),
    ...(sources.length === 0 ? [] : ["", words.sources[locale]]),
    ...sources.flatMap(({ number, title, about, url }) => [
      ...wrap(`${title} (${about})`, `  [${number}] `),
      ...(url ? [`      ${url}`] : []),
    ]),
    ...(foot === "" ? [] : ["", ...wrap(foot, "")]),
  ];
}

/** Wraps text at spaces, with continuation lines indented under the first word. */
export function wrap(text: string, lead: string, most = WIDTH): string[] {
  const wrapped: string[] = [];
  let line = lead;
  for (const word of text.split(" ")) {
    const longer = line.trim() === lead.trim() ? `${line}${word}` : `${line} ${word}`;
    if (longer.length > most && line.length > lead.length) {
      wrapped.push(line);
      line = " ".repeat(lead.length) + word;
    } else {
      line = longer;
    }
  }
  return [...wrapped, line];
}
