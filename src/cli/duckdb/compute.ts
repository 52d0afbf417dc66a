import { ForfaitError, type LocalizedText } from "../../error.ts";
import type { RowTotals } from "../../list/left-out.ts";
import type { RejectedRow } from "../../list/row-reader.ts";
import { unknownPhysician, type Physician } from "../../list/physician.ts";
import type { Euros } from "../../schedule/language.ts";
import { compile } from "../../statement/compile.ts";
import type { Compiled } from "../../statement/compiled.ts";
import { listRequirements } from "../../statement/requirements.ts";
import { isArrow, loadArrow } from "./arrow.ts";
import { openEngine } from "./engine.ts";
import type { DuckdbJob, RunningJob } from "./job.ts";
import { readStaged } from "./read-staged.ts";
import { readStreaming } from "./read-streaming.ts";
import { writeResult } from "./output.ts";
import { fillPhysicians } from "./physicians.ts";
import { NeedsNormalising, withNormalisedCopy } from "./normalised-copy.ts";
import { watch } from "./progress.ts";
import { sqlRows } from "./sql-rows.ts";
import { Rejects } from "./rejects.ts";
import { computeResult, totalsOf } from "./result.ts";
import { openSource } from "./source.ts";
import { readPhysiciansInFile } from "./physicians-in-file.ts";
import { fail, Failure } from "../report/failure.ts";
import { failWithoutPhysicians } from "../input/batch.ts";
import { checkColumns, factsCheck } from "../input/facts-asked.ts";
import { scheduleFields, type ScheduleFields } from "../input/schedule-fields.ts";
import type { Header } from "../input/header.ts";
import type { RefusedRow } from "../report/messages.ts";

export type { DuckdbJob } from "./job.ts";

export interface DuckdbResult {
  /** What is told of how the file was read. */
  readonly notes: readonly LocalizedText[];
  /** What became of the rows of patients. */
  readonly counts: RowTotals;
  /** Unknown headers, each with its closest known match. */
  readonly notedColumns: Header["noted"];
  /** Rejected rows of the physicians and the practices. */
  readonly rejectedPhysicians: readonly RejectedRow[];
  /** Physicians rejected for invalid facts in the patient file. */
  readonly rejectedInFile: readonly RefusedRow[];
  /** Undefined if rows were rejected and `skipInvalid` is not set. */
  readonly computed?: {
    readonly patients: number;
    readonly physicians: number;
    readonly total: Euros;
  };
}

/**
 * Computes a list with DuckDB, in a single pass over the file if SQL can parse every row. Every row
 * is validated; rows that SQL cannot parse are re-read by the row reader, which decides.
 * @throws ForfaitError ENGINE_MISSING; Failure for an unreadable file
 */
export async function computeWithDuckdb(job: DuckdbJob): Promise<DuckdbResult> {
  if (job.out !== undefined && isArrow(job.out)) await loadArrow();
  try {
    return await compute(job, job.input);
  } catch (error) {
    if (!(error instanceof NeedsNormalising)) throw error;
    const { patients: fields, facts } = fieldsOf(job);
    const options = { fields, facts, map: job.map ?? {} };
    return withNormalisedCopy(job.input, options, async (copy, notes) => ({
      ...(await compute(job, copy)),
      notes,
    }));
  }
}

function fieldsOf({ schedule, practices }: DuckdbJob): ScheduleFields {
  return scheduleFields(schedule, practices !== undefined);
}

/** @param path the input, or its normalised copy; @throws NeedsNormalising */
async function compute(job: DuckdbJob, path: string): Promise<DuckdbResult> {
  const engine = await openEngine(job.threads);
  try {
    const { connection } = engine;
    const compiled = compile(job.schedule);
    const fields = fieldsOf(job);
    const source = await openSource(connection, path, job.input, {
      fields: fields.patients,
      facts: fields.facts,
      map: job.map ?? {},
      onProgress: job.onProgress,
    });
    const inFile = job.physicians
      ? undefined
      : await readPhysiciansInFile(connection, source, fields, compiled, job);
    const given = job.physicians ?? inFile?.physicians.physicians;
    if (job.practices && !given) failWithoutPhysicians();
    const physicians = given && (await fillPhysicians(connection, compiled, job, given));
    checkFactColumns(compiled, job, given, physicians?.rejected);
    const rows = sqlRows(
      source,
      compiled,
      listRequirements(compiled, job.year, job.choices ?? {}),
      physicians,
      inFile?.contradicts,
    );
    const running: RunningJob = {
      engine,
      source,
      compiled,
      job,
      rows,
      inFile,
      given,
      ...(physicians && { physicians }),
    };
    const rejects = await Rejects.open(job.io, job.rejects, source.header, job.locale ?? "fr");
    const rejectedPhysicians = (physicians?.rejected ?? []).filter(
      ({ kind }) => kind === "practice" || !inFile,
    );
    const rejectedInFile = inFile?.refused ?? [];
    try {
      const streamed = await readStreaming(running);
      const { accepted, leftOut } = streamed ?? (await readStaged(running, rejects));
      await rejects.finish();
      const found = {
        notes: [],
        counts: {
          read: accepted + leftOut + rejects.count,
          computed: accepted,
          leftOut,
          rejected: rejects.count,
        },
        rejectedPhysicians,
        rejectedInFile,
        notedColumns: source.header.noted,
      };
      const isRefused = rejects.count + rejectedPhysicians.length + rejectedInFile.length > 0;
      if (isRefused && !job.skipInvalid) return found;
      if (!streamed)
        await watch(connection, "compute", job.onProgress, () => computeResult(running));
      const { out } = job;
      const computed = await totalsOf(connection);
      if (found.counts.read === 0)
        fail("INPUT_EMPTY", `${job.input} : aucun patient`, `${job.input}: no patient`);
      if (out !== undefined)
        await watch(connection, "write", job.onProgress, () => writeResult(engine, job.io, out));
      return { ...found, computed };
    } catch (error) {
      await rejects.discard();
      throw error;
    }
  } catch (error) {
    throw readable(error);
  } finally {
    engine.close();
  }
}

/** @throws Failure FACT_MISSING for declared facts that no column has */
function checkFactColumns(
  compiled: Compiled,
  { practices = [] }: DuckdbJob,
  physicians: readonly Physician[] | undefined,
  rejected: readonly RejectedRow[] | undefined,
): void {
  const refusals =
    rejected?.flatMap(({ refusals: own }) => own) ??
    factsCheck(compiled)?.(unknownPhysician(null), 0) ??
    [];
  checkColumns(compiled, refusals, [...(physicians ?? []), ...practices]);
}

/** Shortens an error of DuckDB to its first line; other errors pass through. */
function readable(error: unknown): unknown {
  const { message, syscall } = error as NodeJS.ErrnoException;
  if (
    error instanceof ForfaitError ||
    error instanceof Failure ||
    error instanceof NeedsNormalising ||
    syscall !== undefined
  )
    return error;
  const [first] = message.split("\n");
  return new Failure("ENGINE_ERROR", { fr: `DuckDB : ${first}`, en: `DuckDB: ${first}` });
}
