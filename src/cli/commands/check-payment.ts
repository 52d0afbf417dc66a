import { auditedRows } from "../../audit/audited-list.ts";
import { checkListPayment, isAsComputed, type PaymentCheck } from "../../audit/check-payment.ts";
import {
  formatPaymentCheck,
  paymentCheckPage,
  paymentPagesTitle,
} from "../../audit/format-payment-check.ts";
import { formatPaymentLetter } from "../../audit/payment-letter.ts";
import type { Locale } from "../../error.ts";
import { printableJson } from "../../printable.ts";
import { compile } from "../../statement/compile.ts";
import { layOutTogether, type SheetOptions } from "../../statement/layout/lay-out.ts";
import { choiceOf, textOf } from "../arguments/args.ts";
import { csvFormOf, type CsvForm } from "../arguments/csv-form.ts";
import type { Context } from "../arguments/context.ts";
import { filesOf, optionsOf, scheduleFor } from "../arguments/options.ts";
import { withTables } from "../duckdb/with-duckdb.ts";
import { readFiles } from "../input/batch.ts";
import { onlyPhysician } from "../input/one-physician.ts";
import { checkOutputs } from "../output/check-outputs.ts";
import { csvTable } from "../output/csv-table.ts";
import { PRINTED } from "../output/printed.ts";
import type { OutputColumn } from "../output/records.ts";
import { writeResult } from "../output/write-result.ts";
import { fail } from "../report/failure.ts";
import { reportFiles, reportRejected } from "../report/report.ts";
import { amountsOf, checkNamed, checkOneList, paymentsOf, paymentsTo } from "./payments.ts";

/**
 * `forfait-mt check-payment LIST --paid FILE`: what is due beside what was paid, and a letter.
 * @returns 0 where each payment is that computed, within 1 %; 3 where one is not
 */
export async function checkPayment(context: Context): Promise<number> {
  const { args, io, locale } = context;
  const format = choiceOf(args, "format", ["table", "json", "csv", "html", "markdown"], "table");
  if (args.values.paid === undefined)
    fail(
      "USAGE",
      "--versé manque : un fichier de versements, ou avril=5000",
      "--paid is missing: a file of payments, or 2026-04=5000",
    );
  checkOutputs(args, io, textOf(args, "out") ?? "-");
  const options = await optionsOf(args, io);
  const payments = await paymentsOf(context, options);
  if (!payments) return 1;
  const files = await filesOf(args, io);
  const whole = await withTables(args, (tables) =>
    readFiles(io, compile(scheduleFor(options)), options, { ...files, ...tables, keep: true }),
  );
  const chosen = textOf(args, "physician");
  const batch = onlyPhysician(whole, chosen);
  await reportFiles(context, batch);
  if (batch.refused.length > 0) {
    await reportRejected(context, batch, false);
    return 1;
  }
  const ids = batch.accounts.map(({ physician }) => physician.id);
  checkNamed(payments, ids, chosen);
  if (payments.all.some(({ physicianId }) => physicianId === undefined)) checkOneList(ids.length);
  const checks: PaymentCheck[] = [];
  for (const id of ids) {
    const given = paymentsTo(payments, id);
    if (given.length === 0) continue;
    const { rows } = id === null || ids.length === 1 ? batch : onlyPhysician(batch, id);
    try {
      checks.push(checkListPayment(auditedRows(rows, options), amountsOf(given), options));
    } catch (error) {
      if (await payments.report(error, given)) return 1;
      throw error;
    }
  }
  const text =
    format === "csv"
      ? csvOf(checks, csvFormOf(args, true), locale)
      : format === "json"
        ? `${printableJson({ checks })}\n`
        : printed(checks, format, locale);
  await writeResult(context, text);
  return checks.every(isAsComputed) ? 0 : 3;
}

/** The checks, each with its letter where there is something to ask. */
function printed(
  checks: readonly PaymentCheck[],
  format: "table" | "html" | "markdown",
  locale: Locale,
): string {
  return layOutTogether(
    paymentPagesTitle[locale],
    checks.flatMap((check) =>
      isAsComputed(check)
        ? [(options: SheetOptions) => formatPaymentCheck(check, options)]
        : [
            (options: SheetOptions) => paymentCheckPage(check, options, { withParagraph: false }),
            ({ locale: _ofPage, ...options }: SheetOptions) => formatPaymentLetter(check, options),
          ],
    ),
    { as: PRINTED[format], locale },
  );
}

const COLUMNS: readonly OutputColumn[] = [
  { name: "physicianId", title: "médecin", holds: "id" },
  { name: "due", title: "échéance", holds: "text" },
  { name: "component", title: "composante", holds: "text" },
  { name: "computed", title: "calculé", holds: "euros" },
  { name: "paid", title: "versé", holds: "euros" },
  { name: "gap", title: "écart", holds: "euros" },
];

function csvOf(checks: readonly PaymentCheck[], form: CsvForm, locale: Locale): string {
  const table = csvTable(COLUMNS, form, locale);
  const records = checks.flatMap(({ statement, payments }) =>
    payments.map(({ due, component, computed, paid, gap }) =>
      table.record([statement.physicianId, due, component, computed, paid, gap], statement),
    ),
  );
  return table.header + records.join("");
}
