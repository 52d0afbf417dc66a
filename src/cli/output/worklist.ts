import { frenchDay } from "../../day.ts";
import type { Locale, LocalizedText } from "../../error.ts";
import type { MissingPart } from "../../indicators/assessment.ts";
import type { CompiledIndicator } from "../../indicators/compiled.ts";
import type { WorklistItem, WorklistVisit } from "../../prevention/worklist.ts";
import type { Schedule } from "../../schedule/language.ts";
import { money } from "../../statement/format/locale.ts";
import type { Sheet, SheetRow } from "../../statement/layout/sheet.ts";
import { colon, semicolon } from "../../typography.ts";
import type { CsvForm } from "../arguments/csv-form.ts";
import { csvRecord } from "./cells.ts";
import { UTF8_MARK } from "./csv-table.ts";

/** What the worklist was asked for. */
export interface Asked {
  readonly asOf: string;
  readonly year: number;
  readonly schedule: Schedule;
  readonly indicators: readonly Pick<CompiledIndicator, "id" | "label">[];
}

/** A worklist as a page: a table in the order of the days, and what it is not. */
export function worklistSheet(
  visits: readonly WorklistVisit[],
  { asOf, year, schedule, indicators }: Asked,
  locale: Locale,
): Sheet {
  const fr = locale === "fr";
  const hasAmounts = visits.some(({ items }) => items.some(({ amount }) => amount !== undefined));
  const day = (text: string): string => (fr ? frenchDay(text) : text);
  const labelOf = (id: string): string =>
    indicators.find((one) => one.id === id)?.label[locale] ?? id;
  const rows = visits.flatMap(({ physicianId, id, items }): SheetRow[] => [
    { cells: [nameOf(physicianId, id, locale)], kind: "group" },
    ...items.map((item) => ({
      cells: [
        labelOf(item.indicator),
        item.by === null ? "—" : day(item.by),
        item.because[locale],
        missingText(item.missing, schedule, locale),
        ...(hasAmounts ? [item.amount === undefined ? "" : money(item.amount, locale)] : []),
      ],
    })),
  ]);
  const head = fr
    ? ["Indicateur", "Avant le", "Pourquoi", "Il manque"]
    : ["Indicator", "By", "Why", "Missing"];
  return {
    simulation: undefined,
    title: fr ? "Prévention : ce qui reste à faire" : "Prevention: what is left to do",
    subtitle: fr ? `au ${day(asOf)}, année ${year}` : `as of ${asOf}, year ${year}`,
    tables: [
      {
        title: fr ? "Par date" : "By date",
        head: hasAmounts ? [...head, fr ? "Montant" : "Amount"] : head,
        words: [1, 2, 3],
        rows,
      },
    ],
    lists: [{ title: fr ? "À noter" : "Please note", items: NOTES.map((note) => note[locale]) }],
  };
}

/** `Patient A-14 · médecin A`. */
function nameOf(physicianId: string | null, id: string | null, locale: Locale): string {
  const unnamed = locale === "fr" ? "Patient sans identifiant" : "Patient without an id";
  return [
    id === null ? unnamed : `Patient ${id}`,
    ...(physicianId === null
      ? []
      : [`${locale === "fr" ? "médecin" : "physician"} ${physicianId}`]),
  ].join(" · ");
}

const NOTES: readonly LocalizedText[] = [
  {
    fr: "Liste administrative : elle ne décide d'aucun soin.",
    en: "An administrative list: it decides no care.",
  },
  {
    fr: "Les numéros d'ALD révèlent des maladies : cette liste est une donnée de santé.",
    en: "Numbers of ALD reveal illnesses: this list is health data.",
  },
];

/** What would settle an item, in the words of the schedule. */
function missingText(missing: readonly MissingPart[], schedule: Schedule, locale: Locale): string {
  const label = (declared: Schedule["acts"] | Schedule["conditions"], id: string): string =>
    declared?.[id]?.[locale] ?? id;
  const facts = missing.flatMap((part) =>
    "fact" in part
      ? [FACTS[part.fact]?.[locale] ?? label(schedule.conditions, bareName(part.fact))]
      : [],
  );
  const acts = missing.flatMap((part) =>
    "fact" in part
      ? []
      : Object.entries(part.acts)
          .map(
            ([kind, times]) => `${times === 1 ? "" : `${times} × `}${label(schedule.acts, kind)}`,
          )
          .join(" + "),
  );
  return [
    ...(facts.length === 0 ? [] : [`${TO_KNOW[locale]}${colon(locale)}${facts.join(", ")}`]),
    ...(acts.length === 0 ? [] : [`${TO_DO[locale]}${colon(locale)}${acts.join(OR[locale])}`]),
  ].join(semicolon(locale));
}

const TO_KNOW: LocalizedText = { fr: "à savoir", en: "to know" };
const OR: LocalizedText = { fr: " ou ", en: " or " };
const TO_DO: LocalizedText = { fr: "à faire", en: "to do" };

const bareName = (fact: string): string => fact.replace(/^conditions\./, "");

const FACTS: Readonly<Record<string, LocalizedText>> = {
  birthDate: { fr: "date de naissance", en: "birth date" },
  sex: { fr: "sexe", en: "sex" },
  ald: { fr: "ALD", en: "ALD" },
  aldNumbers: { fr: "numéro de l'ALD", en: "number of the ALD" },
  acts: { fr: "actes", en: "acts" },
  "acts.date": { fr: "jour de l'acte", en: "day of the act" },
};

/** A row for each item. */
export function worklistCsv(
  visits: readonly WorklistVisit[],
  schedule: Schedule,
  form: CsvForm,
  locale: Locale,
): string {
  const separator = form === "excel" ? ";" : ",";
  const start = form === "excel" ? UTF8_MARK : "";
  const rows = visits.flatMap(({ physicianId, id, items }) =>
    items.map((item) => [physicianId, id, ...cellsOf(item, schedule, locale)]),
  );
  return start + [HEAD, ...rows].map((row) => csvRecord(row, separator)).join("");
}

const HEAD = [
  "physicianId",
  "id",
  "indicator",
  "eligible",
  "validated",
  "because",
  "by",
  "missing",
  "amount",
];

function cellsOf(item: WorklistItem, schedule: Schedule, locale: Locale): (string | null)[] {
  const { indicator, eligible, validated, because, by, missing, amount = null } = item;
  return [
    indicator,
    eligible,
    validated,
    because[locale],
    by,
    missingText(missing, schedule, locale),
    amount,
  ];
}
