import { byKey } from "../../by-key.ts";
import { refuse, type Locale, type LocalizedText } from "../../error.ts";
import { countsText } from "../../list/counts-text.ts";
import type { Notice } from "../../notice.ts";
import { count } from "../../typography.ts";
import { day, due, money, rate } from "../format/locale.ts";
import { sourceText } from "../format/source-text.ts";
import { labels, statusNames } from "../format/words.ts";
import { simulationLine } from "../format/simulation.ts";
import { layOut, type SheetOptions } from "../layout/lay-out.ts";
import type { Sheet, SheetRow } from "../layout/sheet.ts";
import type { StatementGroup, StatementSum } from "./sum-statements.ts";
import type { SummedLine } from "./totals.ts";

/**
 * A sum of statements for a reader: groups with their physicians and subtotals, then the lines and
 * instalments of all, then what they rest on, said once.
 * @param options `locale`, by default `fr`, and `as`, by default `text`
 * @returns text, Markdown or HTML
 * @throws ForfaitError INPUT_INVALID, KEY_UNKNOWN
 * @example
 * // How is the sum of two statements headed in English?
 * const facts = { age: 40, ald: false, c2s: false };
 * const patients = ["a", "b"].map((physicianId) => ({ physicianId, ...facts }));
 * const { statements } = computePhysicians({ patients }, { year: 2026 });
 * const text = formatStatementSum(sumStatements(statements), { locale: "en" });
 * text.split("\n")[1]?.split(" · ").slice(0, 3)
 * //=> ["2 physicians", "2 patients", "as of 2025-12-31"]
 */
export function formatStatementSum(sum: StatementSum, options: SheetOptions = {}): string {
  if (!Array.isArray((sum as Partial<StatementSum> | null | undefined)?.groups))
    refuse("INPUT_INVALID", "sum", sum, {
      fr: "une somme, comme la rend sumStatements",
      en: "a sum, as sumStatements returns it",
    });
  return layOut("sum", options, (locale) => sheetOf(sum, locale));
}

function sheetOf(sum: StatementSum, locale: Locale): Sheet {
  const { schedule, groups } = sum;
  const word = (text: LocalizedText): string => text[locale];
  return {
    simulation: simulationLine(sum.changes, locale),
    title: `${schedule[locale]} ${schedule.year} · ${word(labels.unofficial)}`,
    subtitle: [
      counted(sum.physicians, words.physician, words.physicians, locale),
      counted(sum.patients, labels.patient, labels.patients, locale),
      `${word(labels.takenOn)} ${day(schedule.referenceDate, locale)}`,
      `${schedule.id} v${schedule.version}`,
    ].join(" · "),
    tables: [
      {
        title: word(words.groups),
        head: [word(labels.physician), word(words.patients), word(labels.total)],
        rows: [
          ...groups.flatMap((group) => groupRows(group, locale)),
          total([word(labels.total), count(sum.patients, locale), money(sum.total, locale)]),
        ],
      },
      {
        title: word(words.lines),
        head: [labels.line, labels.calculation, labels.amount, words.status].map(word),
        words: [3],
        rows: [
          ...sum.lines.map((line) => ({ cells: lineCells(line, locale) })),
          total([word(labels.total), "", money(sum.total, locale), ""]),
        ],
      },
      {
        title: word(labels.payments),
        head: [word(labels.due), word(labels.amount)],
        rows: sum.instalments.map((one) => ({
          cells: [due(one.due, locale), money(one.amount, locale)],
        })),
      },
    ],
    lists: [
      {
        title: word(labels.notes),
        items: [...notComputed(sum, locale), ...noticesOf(sum, "warnings", locale)],
      },
      {
        title: word(labels.assumptions),
        items: noticesOf(sum, "assumptions", locale, ({ code }) => code !== "reading"),
      },
      {
        title: word(labels.questions),
        items: noticesOf(sum, "assumptions", locale, ({ code }) => code === "reading"),
      },
      {
        title: word(labels.sources),
        items: Object.values(sum.sources).map((one) => sourceText(one, locale)),
      },
    ],
  };
}

function groupRows(
  { group, statements, patients, total: euros }: StatementGroup,
  locale: Locale,
): SheetRow[] {
  const rows = statements.map((one) => ({
    cells: [one.physicianId ?? "—", count(one.patients, locale), money(one.total, locale)],
  }));
  if (group === null) return rows;
  const subtotal = [group, count(patients, locale), money(euros, locale)];
  return [...rows, total(subtotal)];
}

function total(cells: readonly string[]): SheetRow {
  return { cells, kind: "total" };
}

function lineCells(line: SummedLine, locale: Locale): string[] {
  const { label, amount, status } = line;
  return [
    label[locale],
    calculation(line, locale),
    money(amount, locale),
    statusNames[status][locale],
  ];
}

function calculation(line: SummedLine, locale: Locale): string {
  if (line.kind === "amount")
    return `${count(line.quantity, locale)} × ${money(line.unitAmount, locale)}`;
  const rates = line.rate === undefined ? words.rates[locale] : rate(line.rate, locale);
  return `${rates} ${labels.of[locale]} ${money(line.of, locale)}`;
}

/** Those of all, then those of some, each once with the physicians who have it. */
function noticesOf(
  sum: StatementSum,
  kind: "assumptions" | "warnings",
  locale: Locale,
  isWanted: (notice: Notice) => boolean = () => true,
): string[] {
  const own = sum.groups.flatMap(({ statements }) =>
    statements.flatMap((one) =>
      one[kind]
        .filter(isWanted)
        .map((notice) => ({ id: one.physicianId ?? "—", text: noticeText(notice, locale) })),
    ),
  );
  const byText = [...byKey(own, ({ text }) => text)];
  return [
    ...sum[kind].filter(isWanted).map((notice) => noticeText(notice, locale)),
    ...byText.map(([text, all]) => `${text} (${idsText(all.map(({ id }) => id))})`),
  ];
}

/** Number of physicians whom a line names. */
const NAMED = 5;

function idsText(ids: readonly string[]): string {
  const more = ids.length - NAMED;
  return [...ids.slice(0, NAMED), ...(more > 0 ? [`+ ${more}`] : [])].join(", ");
}

function notComputed({ counts }: StatementSum, locale: Locale): string[] {
  return counts.leftOut + counts.rejected === 0 ? [] : [countsText(counts, locale)];
}

function noticeText(notice: Notice, locale: Locale): string {
  return `${notice[locale]}${notice.count ? ` (× ${count(notice.count, locale)})` : ""}`;
}

function counted(number: number, one: LocalizedText, many: LocalizedText, locale: Locale): string {
  return `${count(number, locale)} ${(number === 1 ? one : many)[locale]}`;
}

const words = {
  physician: { fr: "médecin", en: "physician" },
  physicians: { fr: "médecins", en: "physicians" },
  patients: { fr: "Patients", en: "Patients" },
  groups: { fr: "Par médecin", en: "By physician" },
  lines: { fr: "Lignes", en: "Lines" },
  status: { fr: "Fiabilité", en: "Reliability" },
  rates: { fr: "taux selon le médecin", en: "rates by physician" },
} as const satisfies Record<string, LocalizedText>;
