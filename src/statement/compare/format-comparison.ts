import { refuse, show, type Locale, type LocalizedText } from "../../error.ts";
import { amountText, centsIn } from "../../money/amount-text.ts";
import { due, money } from "../format/locale.ts";
import { labels } from "../format/words.ts";
import { colon } from "../../typography.ts";
import { layOut, type SheetOptions } from "../layout/lay-out.ts";
import type { Sheet, SheetRow } from "../layout/sheet.ts";
import type { AmountChange, StatementComparison } from "./compare-statements.ts";

/**
 * A comparison for a reader: the lines that change, the others in one sum, the instalments that
 * change, and what else differs.
 * @param options `locale`, by default `fr`, and `as`, by default `text`
 * @returns text, Markdown or HTML
 * @throws ForfaitError INPUT_INVALID, KEY_UNKNOWN
 * @example
 * // Which line changes if a patient obtains the C2S?
 * const statement = (c2s: boolean) =>
 *   computePhysician({ patients: [{ age: 40, ald: false, c2s }] }, { year: 2026 });
 * const comparison = compareStatements(statement(false), statement(true));
 * const text = formatStatementComparison(comparison, { locale: "en" });
 * /C2S supplement +(.*)/.exec(text)?.[1]
 * //=> "€0.00  €10.00  €10.00"
 */
export function formatStatementComparison(
  comparison: StatementComparison,
  options: SheetOptions = {},
): string {
  if (!Array.isArray((comparison as Partial<StatementComparison> | null | undefined)?.differences))
    refuse("INPUT_INVALID", "comparison", comparison, {
      fr: "une comparaison, comme la rend compareStatements",
      en: "a comparison, as compareStatements returns it",
    });
  return layOut("comparison", options, (locale) => sheetOf(comparison, locale));
}

function sheetOf(comparison: StatementComparison, locale: Locale): Sheet {
  const { lines, instalments, differences, total } = comparison;
  const word = (text: LocalizedText): string => text[locale];
  const head = (first: string): string[] => [
    first,
    word(words.before),
    word(words.after),
    word(words.change),
  ];
  return {
    simulation: undefined,
    title: word(words.title),
    subtitle: `${money(total.before, locale)} → ${money(total.after, locale)}`,
    tables: [
      {
        title: word(words.lines),
        head: head(word(labels.line)),
        rows: [
          ...changed(lines, ({ label }) => label[locale], locale),
          row(word(labels.total), total, locale, true),
        ],
      },
      {
        title: word(labels.payments),
        head: head(word(labels.due)),
        rows: instalments.some(hasChange)
          ? changed(instalments, (one) => due(one.due, locale), locale)
          : [],
      },
    ],
    lists: [
      {
        title: word(words.differences),
        items: differences.map(({ path, before, after }) => {
          const name = names[path]?.[locale] ?? path;
          return `${name}${colon(locale)}${shown(before)} → ${shown(after)}`;
        }),
      },
    ],
  };
}

/** What changes, and the others in one row, so that the rows sum to the total. */
function changed<One extends AmountChange>(
  all: readonly One[],
  labelOf: (one: One) => string,
  locale: Locale,
): SheetRow[] {
  const others = all.filter((one) => !hasChange(one));
  const rows = all.filter(hasChange).map((one) => row(labelOf(one), one, locale));
  if (others.length === 0) return rows;
  const sum = amountText(others.reduce((cents, { after }) => cents + (centsIn(after) ?? 0n), 0n));
  const same = { before: sum, after: sum, change: "0.00" };
  return [...rows, row(`${words.same[locale]} (${others.length})`, same, locale)];
}

function hasChange({ change }: AmountChange): boolean {
  return centsIn(change) !== 0n;
}

function row(
  label: string,
  { before, after, change }: AmountChange,
  locale: Locale,
  isTotal = false,
): SheetRow {
  const cells = [label, ...[before, after, change].map((amount) => money(amount, locale))];
  return isTotal ? { cells, kind: "total" } : { cells };
}

function shown(value: unknown): string {
  if (value === null) return "—";
  return typeof value === "string" ? value : show(value);
}

const names: Readonly<Record<string, LocalizedText>> = {
  physicianId: labels.physician,
  patients: { fr: "Patients", en: "Patients" },
  "schedule.id": { fr: "Barème", en: "Schedule" },
  "schedule.version": { fr: "Version du barème", en: "Version of the schedule" },
  "schedule.digest": { fr: "Empreinte du barème", en: "Digest of the schedule" },
  "schedule.year": { fr: "Année", en: "Year" },
  "schedule.referenceDate": { fr: "Jour de référence", en: "Reference day" },
  "library.version": { fr: "Version de la bibliothèque", en: "Version of the library" },
};

const words = {
  title: { fr: "Deux relevés comparés", en: "Two statements compared" },
  lines: { fr: "Ce qui change", en: "What changes" },
  before: { fr: "Avant", en: "Before" },
  after: { fr: "Après", en: "After" },
  change: { fr: "Écart", en: "Change" },
  same: { fr: "sans changement", en: "unchanged" },
  differences: { fr: "Ce qui diffère d'autre", en: "What else differs" },
} as const satisfies Record<string, LocalizedText>;
