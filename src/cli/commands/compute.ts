import type { Statement } from "../../statement/statement.ts";
import { PHYSICIAN_FACTS } from "../../facts.ts";
import { compile } from "../../statement/compile.ts";
import type { Compiled } from "../../statement/compiled.ts";
import type { Account } from "../../list/batch-reader.ts";
import { AccountPricer } from "../../statement/price-account.ts";
import { sharesOf, type PatientShare } from "../../statement/shares.ts";
import { formatStatement } from "../../statement/format/format.ts";
import { printableJson } from "../../printable.ts";
import { choiceOf, textOf } from "../arguments/args.ts";
import type { Context } from "../arguments/context.ts";
import { fail } from "../report/failure.ts";
import { readFiles, type BatchFromFiles } from "../input/batch.ts";
import { onlyPhysician } from "../input/one-physician.ts";
import type { Sink } from "../io.ts";
import { filesOf, optionsOf, scheduleFor } from "../arguments/options.ts";
import { csvHeader, lineRows, patientRows, statementRow, type Detail } from "../output/csv.ts";
import { writeRejects } from "../output/rejects.ts";
import { writeOutput } from "../output/write-output.ts";
import { checkOutputs } from "../output/check-outputs.ts";
import { withProgress } from "../report/progress.ts";
import { reportFiles, reportCounts, reportRejected, reportSimulation } from "../report/report.ts";
import { computeInDuckdb } from "./compute-duckdb.ts";

/** `forfait-mt compute LIST`: one statement per physician, or the list of rejected rows. */
export async function compute(context: Context): Promise<number> {
  const { args, io, locale } = context;
  if (choiceOf(args, "engine", ["rows", "duckdb"], "rows") === "duckdb")
    return computeInDuckdb(context);
  checkOutputs(args, io, textOf(args, "out") ?? "-");
  const files = await filesOf(args, io);
  const format = choiceOf(args, "format", ["table", "json", "csv"], "table");
  const detail = choiceOf(args, "detail", ["physicians", "lines", "patients"], "physicians");
  if (detail !== "physicians" && format !== "csv")
    fail("USAGE", "--detail va avec --format csv", "--detail goes with --format csv");
  const options = await optionsOf(args, io);
  const compiled = compile(scheduleFor(options));

  const whole = await withProgress(context, files, (onBytes) =>
    readFiles(io, compiled, options, {
      ...files,
      ...onBytes,
      dropIds: detail !== "patients",
    }),
  );
  const batch = onlyPhysician(whole, textOf(args, "physician"));
  await reportFiles(context, batch);

  const skip = args.values["skip-invalid"] === true;
  const rejects = textOf(args, "rejects");
  if (rejects !== undefined) await writeRejects(io, rejects, batch.refused, locale);
  if (batch.refused.length > 0) await reportRejected(context, batch, skip);
  const accounts = batch.refused.length > 0 && !skip ? [] : batch.accounts;
  const pricer = new AccountPricer(compiled, options.year, options);
  checkFacts(compiled, pricer, accounts);
  if (accounts.length > 0 && format === "csv") await reportSimulation(context, compiled.schedule);
  if (accounts.length > 0 || format === "json")
    await write(context, { compiled, pricer, batch, accounts, format, detail });
  await reportCounts(context, batch.counts, batch.refused.length === 0 || skip);
  return batch.refused.length > 0 ? 1 : 0;
}

interface Job {
  readonly compiled: Compiled;
  readonly pricer: AccountPricer;
  readonly batch: BatchFromFiles;
  readonly accounts: readonly Account[];
  readonly format: "table" | "json" | "csv";
  readonly detail: Detail;
}

/** Fails before anything is written if a physician lacks a fact that has no default. */
function checkFacts(compiled: Compiled, pricer: AccountPricer, accounts: readonly Account[]): void {
  const { reads, eligible } = compiled.schedule;
  const factsRead = PHYSICIAN_FACTS.filter(
    (fact) => compiled.reads.has(fact) || eligible.when[fact] !== undefined,
  );
  if (factsRead.every((fact) => reads.ifMissing[fact] !== undefined)) return;
  for (const account of accounts) pricer.price(account);
}

async function write({ args, io, locale }: Context, job: Job): Promise<void> {
  const path = textOf(args, "out");
  if (path === undefined || path === "-") return writeTo(io.out, job, locale);
  return writeOutput(io, path, "shared", (file) => writeTo(file, job, locale));
}

async function writeTo(
  sink: Sink,
  { compiled, pricer, batch, accounts, format, detail }: Job,
  locale: "fr" | "en",
): Promise<void> {
  const { start, between, end } = envelopeOf(format, detail, compiled, batch);
  await sink.write(start);
  for (const [i, account] of accounts.entries()) {
    const { statement, evaluation } = pricer.price(account);
    const shares = detail === "patients" ? sharesOf(compiled, evaluation, account.patients) : [];
    await sink.write((i > 0 ? between : "") + formatted(statement, shares, format, detail, locale));
  }
  await sink.write(end);
}

function envelopeOf(
  format: Job["format"],
  detail: Detail,
  { components }: Compiled,
  { refused, leftOut, counts }: BatchFromFiles,
): { start: string; between: string; end: string } {
  if (format === "table") return { start: "", between: "\n\n", end: "" };
  if (format === "csv") return { start: csvHeader(detail, components), between: "", end: "" };
  const rejected = refused.map(({ file, line, kind, index, id, physicianId, refusals }) => ({
    kind,
    index,
    id,
    physicianId,
    refusals,
    file,
    line,
  }));
  return {
    start: '{"statements":[\n',
    between: ",\n",
    end: `\n],${printableJson({ leftOut, rejected, counts }).slice(1)}\n`,
  };
}

function formatted(
  statement: Statement,
  shares: readonly PatientShare[],
  format: Job["format"],
  detail: Detail,
  locale: "fr" | "en",
): string {
  if (format === "table") return formatStatement(statement, { locale });
  if (format === "json") return printableJson(statement);
  if (detail === "lines") return lineRows(statement, locale);
  return detail === "patients" ? patientRows(statement, shares) : statementRow(statement);
}
