import { refuse, type Locale, type LocalizedText } from "../error.ts";
import { day, money, signedMoney } from "../statement/format/locale.ts";
import { valueText } from "../statement/format/simulation.ts";
import { statusNames } from "../statement/format/words.ts";
import { layOut, type SheetOptions } from "../statement/layout/lay-out.ts";
import type { Sheet, SheetRow, SheetTable } from "../statement/layout/sheet.ts";
import { colon, count, counted } from "../typography.ts";
import type { ComparedParameter, ComparisonData } from "./comparison.ts";
import type { Move, MoveOfPhysicians } from "./move.ts";
import { groupNames, groupText } from "./group-text.ts";
import { moverTables, moverWords } from "./mover-tables.ts";
import type { ChangeParts } from "./change-parts.ts";

/**
 * A comparison of schedules for a reader: totals and components, who gains and who loses, quantiles
 * of the change per physician, groups, the values that differ, and the change taken apart.
 * @param options `locale`, by default `fr`, and `as`, by default `text`
 * @returns text, Markdown or HTML
 * @throws ForfaitError INPUT_INVALID, KEY_UNKNOWN
 * @example
 * // How is a comparison headed in English?
 * const table = [{ age: "7-74", ald: false, c2s: true, n: 100 }];
 * const panels = panelsFromCounts(table, { year: 2026 });
 * const b = { patch: { "c2s.amount": "15" } };
 * const comparison = compareSchedules(panels, { year: 2026, b });
 * formatScheduleComparison(comparison, { locale: "en" }).split("\n")[1]
 * //=> "2026 · 1 physician · 100 patients · as of 2025-12-31"
 */
export function formatScheduleComparison(
  comparison: ComparisonData,
  options: SheetOptions = {},
): string {
  if (!Array.isArray((comparison as Partial<ComparisonData> | null | undefined)?.parameters))
    refuse("INPUT_INVALID", "comparison", comparison, {
      fr: "une comparaison, comme la rend compareSchedules",
      en: "a comparison, as compareSchedules returns it",
    });
  return layOut("comparison", options, (locale) => comparisonSheet(comparison, locale));
}

export function comparisonSheet(result: ComparisonData, locale: Locale): Sheet {
  const { a, b, labels, physicians, patients, total, note } = result;
  const word = (text: LocalizedText): string => text[locale];
  const name = (side: ComparisonData["a"]): string => `${side.id} v${side.version}`;
  const head = (first: LocalizedText): string[] =>
    [first, words.from, words.to, words.change].map(word);
  return {
    simulation: undefined,
    title: `${a[locale]} → ${b[locale]}`,
    subtitle: [
      String(b.year),
      counted(physicians, locale, word(words.physician), word(words.physicians)),
      counted(patients, locale, word(words.patient), word(words.patients)),
      `${word(words.takenOn)} ${day(b.referenceDate, locale)}`,
    ].join(" · "),
    tables: [
      {
        title: word(words.amounts),
        head: head(words.component),
        rows: [
          ...Object.entries<Move>(result.components).map(([component, move]) => ({
            cells: [labels[component]?.[locale] ?? component, ...moveCells(move, locale)],
          })),
          { cells: [word(words.total), ...moveCells(total, locale)], kind: "total" },
        ],
      },
      ...moverTables(result, locale),
      groupTable(result, locale),
      {
        title: word(words.parameters),
        head: [words.value, { fr: "a", en: "a" }, { fr: "b", en: "b" }, words.status].map(word),
        words: [3],
        rows: result.parameters.map((one) => parameterRow(one, locale)),
      },
      partTable(result.parts, locale),
    ],
    lists: [
      {
        title: word(words.basis),
        items: [`a${colon(locale)}${name(a)}`, `b${colon(locale)}${name(b)}`],
      },
      { title: word(words.note), items: [note[locale]] },
    ],
  };
}

function groupTable({ groups }: ComparisonData, locale: Locale): SheetTable {
  const word = (text: LocalizedText): string => text[locale];
  const keys = Object.keys(groups[0]?.keys ?? {});
  return {
    title: word(words.groups),
    head: [
      groupNames(keys, locale),
      ...[words.physicians, words.from, words.to, words.change].map(word),
      ...[words.gainers, words.losers].map(word),
    ],
    rows: groups.map((group) => ({
      cells: [
        groupText(group.keys, locale),
        count(group.physicians, locale),
        ...moveCells(group.total, locale),
        ...moverCells(group, locale),
      ],
    })),
  };
}

function moverCells({ gainers, losers }: MoveOfPhysicians, locale: Locale): string[] {
  return [gainers, losers].map(({ physicians }) => count(physicians, locale));
}

function partTable({ by, values, cases, ...rest }: ChangeParts, locale: Locale): SheetTable {
  const word = (text: LocalizedText): string => text[locale];
  const rows: SheetRow[] = [
    ...values.map(({ paths, label, change }) => ({
      cells: [label[locale], "", signedMoney(change, locale)],
      note: paths.join(" + "),
    })),
    ...cases.map(({ label, count: number, change }) => ({
      cells: [
        label[locale],
        number === undefined ? "" : count(number, locale),
        signedMoney(change, locale),
      ],
    })),
    ...(["interaction", "rounding"] as const)
      .filter((key) => rest[key] !== "0.00")
      .map((key) => ({ cells: [word(words[key]), "", signedMoney(rest[key], locale)] })),
  ];
  const counted = by === "case" ? words.number : { fr: "", en: "" };
  return {
    title: word(words.parts),
    head: [words.part, counted, words.change].map(word),
    rows,
  };
}

function moveCells({ from, to, change }: Move, locale: Locale): string[] {
  return [money(from, locale), money(to, locale), signedMoney(change, locale)];
}

function parameterRow(
  { path, a, b, status, label, aText, bText }: ComparedParameter,
  locale: Locale,
): SheetRow {
  const cells = [
    label?.[locale] ?? path,
    aText?.[locale] ?? valueText(a),
    bText?.[locale] ?? valueText(b),
    status ? statusNames[status][locale] : "",
  ];
  return label ? { cells, note: path } : { cells };
}

const words = {
  ...moverWords,
  from: { fr: "Avant", en: "Before" },
  to: { fr: "Après", en: "After" },
  amounts: { fr: "Montants", en: "Amounts" },
  component: { fr: "Composante", en: "Component" },
  patient: { fr: "patient", en: "patient" },
  parameters: { fr: "Valeurs qui diffèrent", en: "Values that differ" },
  value: { fr: "Valeur", en: "Value" },
  parts: { fr: "D'où vient l'écart", en: "Where the change comes from" },
  part: { fr: "Part", en: "Part" },
  number: { fr: "Nombre", en: "Number" },
  interaction: { fr: "effet conjoint", en: "interaction" },
  rounding: { fr: "arrondis", en: "rounding" },
  basis: { fr: "Barèmes", en: "Schedules" },
} as const satisfies Record<string, LocalizedText>;
