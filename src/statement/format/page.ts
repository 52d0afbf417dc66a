import type { Locale } from "../../error.ts";
import { countsText, reasonsText } from "../../list/counts-text.ts";
import type { Notice } from "../../notice.ts";
import type { StatementLine, Statement } from "../statement.ts";
import { simulationLine } from "./simulation.ts";
import { count, day, due, money, rate, statusNames, labels } from "./locale.ts";

/** A localized statement, before it is laid out as text, Markdown or HTML. */
export interface Page {
  /** The first line, for a result that is one. */
  readonly simulation: string | undefined;
  readonly title: string;
  readonly subtitle: string;
  readonly head: readonly [string, string, string, string];
  readonly lines: readonly PageLine[];
  readonly total: readonly [string, string];
  readonly instalments: {
    readonly title: string;
    readonly rows: readonly (readonly [string, string])[];
  };
  readonly sources: { readonly title: string; readonly rows: readonly PageSource[] };
  readonly notes: readonly { readonly title: string; readonly items: readonly string[] }[];
}

export interface PageLine {
  readonly label: string;
  readonly calculation: string;
  readonly amount: string;
  readonly status: string;
  /** Footnote numbers. */
  readonly sources: readonly number[];
}

export interface PageSource {
  readonly number: number;
  readonly text: string;
  readonly url: string | undefined;
}

export function pageOf(statement: Statement, locale: Locale): Page {
  const { schedule, physicianId, patients, lines, sources } = statement;
  const label = (name: keyof typeof labels): string => labels[name][locale];
  const sourceText = (title: string, status: string, checked: string): string =>
    `${title} (${status}, ${label("checked")} ${checked})`;
  const numbers = new Map(Object.keys(sources).map((id, i) => [id, i + 1]));
  const patientLabel = label(patients === 1 ? "patient" : "patients");
  return {
    simulation: simulationLine(statement.changes, locale),
    title: `${schedule[locale]} — ${schedule.year}`,
    subtitle: [
      ...(physicianId === null ? [] : [`${label("physician")} ${physicianId}`]),
      `${count(patients, locale)} ${patientLabel}`,
      `${label("takenOn")} ${day(schedule.referenceDate, locale)}`,
      `${schedule.id} v${schedule.version}`,
    ].join(" · "),
    head: [label("line"), label("calculation"), label("amount"), label("sources")],
    lines: lines.map((line) => pageLine(line, locale, numbers)),
    total: [label("total"), money(statement.total, locale)],
    instalments: {
      title: label("instalments"),
      rows: statement.instalments.map((part) => [
        due(part.due, locale),
        money(part.amount, locale),
      ]),
    },
    sources: {
      title: label("sources"),
      rows: Object.entries(sources).map(([id, { title, status, checked, url }]) => ({
        number: numbers.get(id) as number,
        text: sourceText(title, statusNames[status][locale], day(checked, locale)),
        url,
      })),
    },
    notes: notesOf(statement, locale),
  };
}

function pageLine(
  line: StatementLine,
  locale: Locale,
  numbers: ReadonlyMap<string, number>,
): PageLine {
  const calculation =
    line.kind === "amount"
      ? `${count(line.quantity, locale)} × ${money(line.unitAmount, locale)}`
      : `${rate(line.rate, locale)} ${labels.of[locale]} ${money(line.of, locale)}`;
  return {
    label: line.label[locale],
    calculation,
    amount: money(line.amount, locale),
    status: statusNames[line.status][locale],
    sources: line.sources.map((id) => numbers.get(id) as number).sort((a, b) => a - b),
  };
}

function notesOf(
  { lines, warnings, assumptions, counts }: Statement,
  locale: Locale,
): Page["notes"] {
  const written = (notice: Notice): string =>
    `${notice[locale]}${notice.count ? ` (× ${count(notice.count, locale)})` : ""}`;
  const questions = assumptions.filter(({ code }) => code === "reading");
  const others = assumptions.filter(({ code }) => code !== "reading");
  const assumedLines = lines.flatMap(({ label, assumed }) =>
    assumed ? [`${label[locale]}${locale === "fr" ? " : " : ": "}${assumed[locale]}`] : [],
  );
  const unofficial = lines.some(({ status }) => status !== "official")
    ? [labels.unofficial[locale]]
    : [];
  const reasons = reasonsText(counts, locale).join(locale === "fr" ? " ; " : "; ");
  const notComputed = reasons === "" ? [] : [`${countsText(counts, locale)} (${reasons})`];
  return [
    { title: labels.warnings[locale], items: [...notComputed, ...warnings.map(written)] },
    {
      title: labels.assumed[locale],
      items: [...unofficial, ...assumedLines, ...others.map(written)],
    },
    { title: labels.questions[locale], items: questions.map(written) },
  ].filter(({ items }) => items.length > 0);
}
