import type { Locale } from "../../error.ts";
import { noticeTitles, type NoticeCode } from "../../notice-codes.ts";
import { roundedPercentage } from "../../money/rate-text.ts";
import { statusNames } from "../../statement/format/words.ts";
import type { Statement } from "../../statement/statement.ts";
import type { CsvForm } from "../arguments/csv-form.ts";
import { csvRecord, inert, joined } from "./cells.ts";
import { excelText } from "./excel-text.ts";
import type { OutputColumn, OutputValue } from "./records.ts";

/** By which Excel knows UTF-8. */
export const UTF8_MARK = "\ufeff";

/** Writes the records of statements. */
export interface CsvTable {
  readonly header: string;
  readonly record: (
    values: readonly OutputValue[],
    of: Pick<Statement, "schedule" | "simulation">,
  ) => string;
}

/** The first line is the header in every form; in that of Excel, it begins with the mark. */
export function csvTable(
  columns: readonly OutputColumn[],
  form: CsvForm,
  locale: Locale,
): CsvTable {
  if (form === "standard")
    return { header: csvRecord(columns.map(({ name }) => name)), record: (row) => csvRecord(row) };
  const names = columns.map(({ name, title }) => (locale === "fr" ? title : name));
  return {
    header: UTF8_MARK + csvRecord([...names, ...ofStatement[locale]], ";"),
    record: (row, { schedule, simulation }) => {
      const { fr, en } = simulation ? SIMULATION : ESTIMATE;
      const cells = columns.map((column, at) => cellOf(column, row[at], locale));
      const common = [`${schedule.id} v${schedule.version}`, String(schedule.year)];
      return joined([...cells, ...common, locale === "fr" ? fr : en], ";");
    },
  };
}

/** Columns that only a reader needs: a table goes further than the statement that explains it. */
const ofStatement = {
  fr: ["barème", "année", "nature du calcul"],
  en: ["schedule", "year", "kind of result"],
} as const;

const ESTIMATE = { fr: "estimation non officielle", en: "unofficial estimate" };
const SIMULATION = { fr: "simulation, non officielle", en: "simulation, unofficial" };

function cellOf({ holds }: OutputColumn, value: OutputValue, locale: Locale): string {
  if (value === null || value === undefined) return "";
  const text = String(value);
  switch (holds) {
    case "id":
      return excelText(text);
    case "text":
      return inert(text);
    case "status":
      return statusNames[text as keyof typeof statusNames][locale];
    case "notices":
      return noticesIn(text, locale);
    case "rate":
      return decimal(text.includes("/") ? `${roundedPercentage(text)}%` : text);
    default:
      return decimal(text);
  }
}

const decimal = (text: string): string => text.replace(".", ",");

function noticesIn(codes: string, locale: Locale): string {
  const titles = codes.split(" ").map((code) => noticeTitles[code as NoticeCode]?.[locale] ?? "");
  return titles.join(" | ");
}
