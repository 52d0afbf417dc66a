import { auditedPanels, auditedRows, type AuditedList } from "../../audit/audited-list.ts";
import { checkListPayment, type PaymentCheck } from "../../audit/check-payment.ts";
import { formatPaymentCheck, paymentPagesTitle } from "../../audit/format-payment-check.ts";
import type { Locale } from "../../error.ts";
import { compile } from "../../statement/compile.ts";
import { computePanelReadings } from "../../statement/bulk/readings.ts";
import { layOutTogether, type SheetOptions } from "../../statement/layout/lay-out.ts";
import { formatReadings } from "../../statement/readings/format-readings.ts";
import { computeReadings, type ReadingPrices } from "../../statement/compute-readings.ts";
import type { ListOptions } from "../../statement/options.ts";
import { choiceOf, textOf } from "../arguments/args.ts";
import type { Context } from "../arguments/context.ts";
import { countedPanels, ofSchedule } from "./counted-panels.ts";
import { withTables } from "../duckdb/with-duckdb.ts";
import { amountsOf, checkOneList, paymentsOf } from "./payments.ts";
import { readFiles } from "../input/batch.ts";
import { onlyPhysician } from "../input/one-physician.ts";
import { filesOf, optionsOf, scheduleFor } from "../arguments/options.ts";
import { printableJson } from "../../printable.ts";
import { pageOf } from "../output/page.ts";
import { PRINTED } from "../output/printed.ts";
import { readingsPage } from "../output/readings-page.ts";
import { reportFiles, reportRejected } from "../report/report.ts";

const FORMATS = ["table", "json", "html", "markdown"] as const;

/** What is priced, and the list as payments are checked against it. */
interface Priced {
  readonly prices: ReadingPrices;
  readonly physicians: number;
  readonly audited: () => AuditedList;
}

/**
 * `forfait-mt readings LIST`: the impact in euros of each open question on this list, and those
 * that are compatible with what a caisse paid.
 */
export async function readings(context: Context): Promise<number> {
  const { args, io } = context;
  choiceOf(args, "format", FORMATS, "table");
  const options = await optionsOf(args, io);
  const payments = await paymentsOf(context, options);
  const priced = payments && (await pricedOf(context, options));
  if (!priced) return 1;
  if (payments.all.length === 0) return print(context, priced.prices);
  checkOneList(priced.physicians);
  try {
    const check = checkListPayment(priced.audited(), amountsOf(payments.all), options);
    return await print(context, priced.prices, check);
  } catch (error) {
    if (await payments.report(error, payments.all)) return 1;
    throw error;
  }
}

/** @returns undefined if a row is refused, which is reported */
async function pricedOf(context: Context, options: ListOptions): Promise<Priced | undefined> {
  const { args, io } = context;
  if (textOf(args, "counts") !== undefined) {
    const panels = await countedPanels(context, options);
    const ofCounts = ofSchedule(options);
    return (
      panels && {
        prices: computePanelReadings(panels, ofCounts),
        physicians: panels.physicianIds.length,
        audited: () => auditedPanels(panels, ofCounts),
      }
    );
  }
  const files = await filesOf(args, io);
  const whole = await withTables(args, (tables) =>
    readFiles(io, compile(scheduleFor(options)), options, { ...files, ...tables, keep: true }),
  );
  const batch = onlyPhysician(whole, textOf(args, "physician"));
  await reportFiles(context, batch);
  if (batch.refused.length > 0) {
    await reportRejected(context, batch, false);
    return undefined;
  }
  return {
    prices: computeReadings(batch.rows, options),
    physicians: batch.accounts.length,
    audited: () => auditedRows(batch.rows, options),
  };
}

async function print(
  { args, io, locale }: Context,
  prices: ReadingPrices,
  payment?: PaymentCheck,
): Promise<number> {
  const format = choiceOf(args, "format", FORMATS, "table");
  await io.out.write(written(prices, payment, format, locale));
  return 0;
}

function written(
  prices: ReadingPrices,
  payment: PaymentCheck | undefined,
  format: (typeof FORMATS)[number],
  locale: Locale,
): string {
  if (format === "json") return `${printableJson(payment ? { ...prices, payment } : prices)}\n`;
  const check = payment ? [(options: SheetOptions) => formatPaymentCheck(payment, options)] : [];
  const ofReadings = (options: SheetOptions): string =>
    format === "table"
      ? pageOf(readingsPage(prices, locale), locale)
      : formatReadings(prices, options);
  return layOutTogether(paymentPagesTitle[locale], [...check, ofReadings], {
    as: PRINTED[format],
    locale,
  });
}
