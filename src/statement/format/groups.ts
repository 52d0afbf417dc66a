import { byKey } from "../../by-key.ts";
import type { Locale } from "../../error.ts";
import { euros, signedCents } from "../../money/cents.ts";
import type { Euros } from "../../schedule/language.ts";
import { colon, count, NBSP } from "../../typography.ts";
import type { AmountLine, Statement, StatementLine } from "../statement.ts";
import { money, rate } from "./locale.ts";
import { statusLetters, words } from "./words.ts";

/** A line of a statement, or the sum of several, in words. */
export interface Row {
  readonly label: string;
  readonly calculation: string;
  readonly amount: string;
  /** Letters of the statuses, the best first. */
  readonly status: string;
  /** Numbers of the sources, in order; of all lines, where their sum stands for them. */
  readonly sources: readonly number[];
}

/** Lines that belong together, under their sum. */
export interface Group extends Row {
  readonly components: ReadonlySet<string>;
  /** None where one line is all. */
  readonly rows: readonly Row[];
  /** Whether the rows are told apart from the others, since their sum says how it is made. */
  readonly isSummed: boolean;
}

/** From so many lines of one price on, the sum stands for them. */
const SUMMED = 4;

/** The lines of a statement by component, uplifts together, the part of a year not due last. */
export function groupsOf(
  { lines }: Statement,
  locale: Locale,
  numberOf: (source: string) => number,
): Group[] {
  return [...byKey(lines, kindOf)].map(([kind, some]) =>
    groupOf(kind, some, (line) => rowOf(line, locale, numberOf), locale),
  );
}

function kindOf({ kind, component, rule }: StatementLine): string {
  if (rule === "eligible.partYear") return rule;
  return kind === "rate" ? kind : `${kind} ${component}`;
}

function groupOf(
  kind: string,
  lines: readonly StatementLine[],
  asRow: (line: StatementLine) => Row,
  locale: Locale,
): Group {
  const [first] = lines as [StatementLine];
  // What rests least on a source is read last.
  const rows = [...lines.filter(isSourced), ...lines.filter((one) => !isSourced(one))].map(asRow);
  const components = new Set(lines.map(({ component }) => component));
  if (lines.length === 1) return { ...asRow(first), components, rows: [], isSummed: false };
  const { name, rest } = splitLabels(
    rows.map(({ label }) => label),
    locale,
  );
  const unit = unitOf(lines);
  const isSummed = unit !== undefined && lines.length >= SUMMED;
  const areUplifts = kind === "rate";
  const statuses = new Set(lines.map(({ status }) => status));
  return {
    components,
    label: areUplifts ? words.uplifts[locale] : (name ?? first.component),
    calculation: unit === undefined ? "" : times(quantityOf(lines), unit, locale),
    amount: money(sumOf(lines), locale),
    status: statuses.size === 1 ? statusLetters[first.status] : "",
    sources: isSummed ? sorted(rows.flatMap(({ sources }) => sources)) : [],
    rows: areUplifts ? rows : rows.map((row, i) => ({ ...row, label: rest[i] as string })),
    isSummed,
  };
}

function isSourced({ status }: StatementLine): boolean {
  return status !== "assumed";
}

/** `Socle : 0 à 6 ans` and `Socle : 7 à 74 ans` are both of `Socle`. */
function splitLabels(
  labels: readonly string[],
  locale: Locale,
): { readonly name?: string; readonly rest: readonly string[] } {
  const mark = colon(locale);
  const [name] = (labels[0] as string).split(mark) as [string];
  const start = `${name}${mark}`;
  return name !== "" && labels.every((label) => label.startsWith(start))
    ? { name, rest: labels.map((label) => label.slice(start.length)) }
    : { rest: labels };
}

function rowOf(line: StatementLine, locale: Locale, numberOf: (source: string) => number): Row {
  return {
    label: line.label[locale],
    calculation: calculationOf(line, locale),
    amount: money(line.amount, locale),
    status: statusLetters[line.status],
    sources: sorted(line.sources.map(numberOf)),
  };
}

/** Each number once. */
function sorted(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** `68 × 5,00 €`, `10 % de 19 865,00 €`, `1,67 % (10,35 % de C2S) de 16 643,00 €`. */
function calculationOf(line: StatementLine, locale: Locale): string {
  if (line.kind === "amount") return times(line.quantity, line.unitAmount, locale);
  const { counted, of, rate: share } = line;
  const ofWhat = (percentage: string, what: string): string =>
    [rate(percentage, locale), words.of[locale], what].join(NBSP);
  const sum = ofWhat(share, money(of, locale));
  if (!counted) return sum;
  const why = ofWhat(`${counted.patients}/${counted.of}`, counted[locale]);
  return sum.replace(NBSP + words.of[locale], ` (${why}) ${words.of[locale]}`);
}

function times(quantity: number, unit: string, locale: Locale): string {
  return `${count(quantity, locale)}${NBSP}×${NBSP}${money(unit, locale)}`;
}

/** The price that all lines have, if they have one. */
function unitOf(lines: readonly StatementLine[]): string | undefined {
  const units = new Set(lines.map((line) => (line as Partial<AmountLine>).unitAmount));
  const [unit] = units;
  return units.size === 1 ? unit : undefined;
}

/** Of lines that have a price. */
function quantityOf(lines: readonly StatementLine[]): number {
  return lines.reduce((sum, line) => sum + (line as AmountLine).quantity, 0);
}

/** The sum of lines, or of payments. */
export function sumOf(all: readonly { readonly amount: Euros }[]): Euros {
  return euros(all.reduce((sum, { amount }) => sum + signedCents(amount), 0));
}
