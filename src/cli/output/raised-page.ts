import type { Locale, LocalizedText } from "../../error.ts";
import type { Euros } from "../../schedule/language.ts";
import { addAmounts } from "../../statement/amounts.ts";
import { money, signedMoney } from "../../statement/format/locale.ts";
import type { Statement } from "../../statement/statement.ts";
import { colon } from "../../typography.ts";
import type { CsvForm } from "../arguments/csv-form.ts";
import { aligned } from "./aligned.ts";
import { csvTable } from "./csv-table.ts";
import type { OutputColumn } from "./records.ts";

/** An amount of the schedule, and what it would cost to add some euros to it alone. */
export interface RaisedRow extends LocalizedText {
  readonly path: string;
  readonly before: Euros;
  readonly after: Euros;
  /** What all are paid more; absent where the table does not tell. */
  readonly difference?: Euros;
  /** What the table does not tell, and on which the amount depends. */
  readonly missing?: LocalizedText;
}

/** Statements of a table of counts, and what raising each amount would cost. */
export interface RaisedTable {
  readonly statements: readonly Statement[];
  readonly total: Euros;
  readonly amounts: readonly RaisedRow[];
}

/** What it would cost to add as many euros to each amount, one at a time. */
export function raisedPage({ total, amounts }: RaisedTable, more: Euros, locale: Locale): string[] {
  const fr = locale === "fr";
  const rows = amounts.map(
    ({ path, before, after, difference, ...label }) =>
      [
        path,
        label[locale],
        `${money(before, locale)} → ${money(after, locale)}`,
        difference === undefined ? "?" : signedMoney(difference, locale),
      ] as const,
  );
  const missing = [...new Set(amounts.flatMap((one) => one.missing?.[locale] ?? []))];
  const width = Math.max(...rows.map(([, , , difference]) => difference.length));
  const title = fr
    ? "SIMULATION, estimation non officielle : un montant à la fois, "
    : "SIMULATION, unofficial estimate: one amount at a time, ";
  return [
    `${title}+${money(addAmounts([more]), locale)}`,
    [fr ? "Total sans changement" : "Total without a change", money(total, locale)].join(
      colon(locale),
    ),
    "",
    ...aligned(
      rows.map(([path, label, change, amount]) => [path, label, change, amount.padStart(width)]),
    ),
    ...(missing.length === 0
      ? []
      : [
          "",
          fr
            ? `? : le tableau ne dit pas ${missing.join(", ni ")}.`
            : `?: the table does not tell ${missing.join(", nor ")}.`,
        ]),
  ];
}

const COLUMNS: readonly OutputColumn[] = [
  { name: "path", title: "chemin", holds: "text" },
  { name: "label", title: "montant", holds: "text" },
  { name: "before", title: "avant", holds: "euros" },
  { name: "after", title: "après", holds: "euros" },
  { name: "difference", title: "coût", holds: "euros" },
];

export function raisedCsv(
  { amounts, statements: [first] }: RaisedTable,
  form: CsvForm,
  locale: Locale,
): string {
  const table = csvTable(COLUMNS, form, locale);
  const simulated = { ...(first as Statement), simulation: true as const };
  const records = amounts.map(({ path, before, after, difference, ...label }) =>
    table.record([path, label[locale], before, after, difference], simulated),
  );
  return table.header + records.join("");
}
