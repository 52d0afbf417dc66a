import { PHYSICIAN_FACTS } from "../../facts.ts";
import { compile } from "../../statement/compile.ts";
import type { Compiled } from "../../statement/compiled.ts";
import type { Account } from "../../list/batch-reader.ts";
import { AccountPricer } from "../../statement/price-account.ts";
import { textOf } from "../arguments/args.ts";
import type { ReadingPrices } from "../../statement/compute-readings.ts";
import { readingsOf } from "./readings-of.ts";
import type { Context } from "../arguments/context.ts";
import type { Duckdb } from "../duckdb/duckdb.ts";
import { withDuckdb } from "../duckdb/with-duckdb.ts";
import { readFiles } from "../input/batch.ts";
import { onlyPhysician } from "../input/one-physician.ts";
import { filesOf, optionsOf, scheduleFor } from "../arguments/options.ts";
import { writeRejects } from "../output/rejects.ts";
import { checkOutputs } from "../output/check-outputs.ts";
import { withProgress } from "../report/progress.ts";
import {
  reportFiles,
  reportCounts,
  reportRejected,
  reportSimulation,
  reportTotal,
} from "../report/report.ts";
import { printedAs, targetOf, type Target } from "./compute-target.ts";
import { writeStatements } from "./compute-output.ts";
import { computedOf } from "./computed.ts";
import { computeCounts } from "./compute-counts.ts";

/** `forfait-mt compute LIST`: one statement per physician, or the list of rejected rows. */
export async function compute(context: Context): Promise<number> {
  const { args, io } = context;
  if (textOf(args, "counts") !== undefined) return computeCounts(context);
  const target = targetOf(args);
  checkOutputs(args, io, target.format === "none" ? undefined : target.path);
  return withDuckdb((duckdb) => computeFiles(context, target, duckdb));
}

async function computeFiles(context: Context, target: Target, duckdb: Duckdb): Promise<number> {
  const { args, io, locale } = context;
  const files = await filesOf(args, io);
  const options = await optionsOf(args, io);
  const compiled = compile(scheduleFor(options));
  if (target.isTable) await duckdb.engine();

  const isPrinted = printedAs(target) !== undefined;
  const whole = await withProgress(context, files, (onBytes) =>
    readFiles(io, compiled, options, {
      ...files,
      ...onBytes,
      dropIds: target.detail !== "patients",
      ...(target.isEngine && { engine: duckdb }),
      ...(isPrinted && { keep: true as const }),
    }),
  );
  const batch = onlyPhysician(whole, textOf(args, "physician"));
  await reportFiles(context, batch);

  const skip = args.values["skip-invalid"] === true;
  const rejects = textOf(args, "rejects");
  if (rejects !== undefined) await writeRejects(io, rejects, batch.refused, target.csv, locale);
  if (batch.refused.length > 0) await reportRejected(context, batch, skip);
  const isComputed = batch.refused.length === 0 || skip;
  const accounts = isComputed ? batch.accounts.filter(hasSomeoneLeft) : [];
  const pricer = new AccountPricer(compiled, options.year, options);
  checkFacts(compiled, pricer, accounts);
  const saysSimulation = isPrinted || target.format === "json";
  if (accounts.length > 0 && !saysSimulation)
    await reportSimulation(context, compiled.schedule, options.year);
  if (accounts.length > 0 || target.format === "json") {
    const isFew = isPrinted && accounts.length <= MOST_PRICED;
    const price = (account: Account): ReadingPrices | undefined =>
      isFew ? readingsOf(account, batch, options) : undefined;
    const asked = { detail: target.detail, locale };
    const computed = computedOf(compiled, pricer, accounts, asked, price);
    const totals = await writeStatements(context, duckdb, target, {
      compiled,
      batch,
      computed,
    });
    if (target.isEngine) await reportTotal(context, totals);
  }
  await reportCounts(context, batch.counts, isComputed);
  return batch.refused.length > 0 ? 1 : 0;
}

/** Whether a statement says something: not of a list whose every row is refused. */
function hasSomeoneLeft({ counts }: Account): boolean {
  return counts.computed > 0 || counts.rejected === 0;
}

/** Fails before anything is written if a physician lacks a fact that has no default. */
function checkFacts(compiled: Compiled, pricer: AccountPricer, accounts: readonly Account[]): void {
  const { reads, eligible } = compiled.schedule;
  const factsRead = PHYSICIAN_FACTS.filter(
    (fact) => compiled.reads.has(fact) || eligible.when[fact] !== undefined,
  );
  if (factsRead.every((fact) => reads.ifMissing[fact] !== undefined)) return;
  for (const account of accounts) pricer.amounts(account);
}

/** Physicians beyond whom the open questions are not priced: each is as much work as a list. */
const MOST_PRICED = 5;
