import { titles } from "../../error-codes.ts";
import type { Locale } from "../../error.ts";
import { leftOutTitles, type LeftOutReason } from "../../list/left-out.ts";
import { quoted } from "../../printable.ts";
import { fieldName } from "../../words/field-names.ts";
import type { CheckedColumn, CheckReport } from "../report/check-report.ts";
import { rate } from "../../statement/format/locale.ts";
import { colon, count } from "../../typography.ts";
import { aligned } from "./aligned.ts";

const words = {
  fr: {
    column: "colonne",
    field: "champ",
    unread: "non lue",
    leftOut: "laissée",
    rows: "Lignes",
    shares: ["à calculer", "hors liste", "refusées"],
    assumed: "Hypothèses",
    refused: "Refus",
    nothing: "rien",
    of: (rows: number, physicians: number) =>
      `lignes : ${count(rows, "fr")}, médecins : ${count(physicians, "fr")}`,
  },
  en: {
    column: "column",
    field: "field",
    unread: "not read",
    leftOut: "left out",
    rows: "Rows",
    shares: ["to compute", "left out", "rejected"],
    assumed: "Assumed",
    refused: "Refused",
    nothing: "nothing",
    of: (rows: number, physicians: number) =>
      `rows: ${count(rows, "en")}, physicians: ${count(physicians, "en")}`,
  },
} as const;

/** The lines of a report, for a terminal. */
export function checkPage(report: CheckReport, locale: Locale): string[] {
  const { column, field, unread, leftOut, rows, shares, assumed, refused, nothing, of } =
    words[locale];
  const { counts } = report;
  const share = (value: number): string => rate(`${Math.round(value * 1000) / 10}%`, locale);
  const orNothing = (lines: readonly (readonly string[])[]): string[] =>
    lines.length === 0 ? [`  ${nothing}`] : aligned(lines).map((line) => `  ${line}`);
  const number = (value: number): string => count(value, locale);
  const asRead = ({ is, nearest }: CheckedColumn): string => {
    const near = nearest === undefined ? "" : ` (${fieldName(nearest, locale)} ?)`;
    return `${is === "unread" ? unread : leftOut}${near}`;
  };
  return [
    ...report.files.flatMap(({ file, columns }) => [
      file,
      ...orNothing([
        [column, field],
        ...columns.map((one) => [
          quoted(one.header),
          one.field === null ? asRead(one) : fieldName(one.field, locale),
        ]),
      ]),
      "",
    ]),
    `${rows}${colon(locale)}${number(counts.read)}`,
    ...orNothing(
      (["computed", "leftOut", "rejected"] as const).map((kind, i) => [
        shares[i] as string,
        number(counts[kind]),
        share(report.shares[kind]),
      ]),
    ),
    ...Object.entries(counts.reasons.leftOut).map(
      ([why, times]) =>
        `    ${leftOutTitles[why as LeftOutReason][locale]}${colon(locale)}${number(times)}`,
    ),
    "",
    assumed,
    ...orNothing(
      report.assumed.map((one) => [one[locale], of(one.rows, one.physicians), share(one.share)]),
    ),
    "",
    refused,
    ...orNothing(
      report.refused.map((one) => [
        one.file,
        quoted(one.column),
        titles[one.code][locale],
        number(one.rows),
        one.share === null ? "" : share(one.share),
      ]),
    ),
  ];
}
