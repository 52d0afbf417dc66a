import { ForfaitError } from "../error.ts";
import type { RejectedRow } from "../panel/list.ts";
import type { Euros } from "../schedule/language.ts";
import { compile } from "../statement/compile.ts";
import { referenceYearOf } from "../statement/facts.ts";
import { isArrow, loadArrow } from "./duckdb/arrow.ts";
import { openEngine } from "./duckdb/engine.ts";
import type { DuckdbJob, Reading } from "./duckdb/job.ts";
import { readAsItCan, readDirectly } from "./duckdb/lists.ts";
import { writeResult } from "./duckdb/output.ts";
import { fillPhysicians } from "./duckdb/physicians.ts";
import { NotPlain, withPlainCopy } from "./duckdb/plain-copy.ts";
import { watch } from "./duckdb/progress.ts";
import { quickRead } from "./duckdb/quick.ts";
import { Rejects } from "./duckdb/rejects.ts";
import { computeResult, totalsOf } from "./duckdb/result.ts";
import { openSource } from "./duckdb/source.ts";
import { readTold } from "./duckdb/told.ts";
import { fail, Failure } from "./failure.ts";
import type { Header } from "./input/header.ts";
import type { RefusedRow } from "./messages.ts";

export type { DuckdbJob } from "./duckdb/job.ts";

export interface DuckdbResult {
  /** Rows of patients that were refused. */
  readonly rejected: number;
  /** Headers that were not known, each with the nearest that is. */
  readonly unknownColumns: Header["unknown"];
  /** Physicians that were refused of those that were given. */
  readonly rejectedPhysicians: readonly RejectedRow[];
  /** Physicians that were refused of those of whom the list itself tells. */
  readonly toldPhysicians: readonly RefusedRow[];
  /** What was computed; undefined where rows were refused and not to be skipped. */
  readonly computed?: {
    readonly patients: number;
    readonly physicians: number;
    readonly total: Euros;
  };
}

/**
 * Computes a list with DuckDB, which reads the file once where every row is written in one of the usual ways.
 * Every row is validated; a row that SQL alone does not understand is read by the row path, which has the last word.
 * @throws ForfaitError ENGINE_MISSING; Failure for a file that cannot be read
 */
export async function computeWithDuckdb(job: DuckdbJob): Promise<DuckdbResult> {
  if (job.out !== undefined && isArrow(job.out)) await loadArrow();
  try {
    return await compute(job, job.input);
  } catch (error) {
    if (!(error instanceof NotPlain)) throw error;
    return withPlainCopy(job.input, (copy) => compute(job, copy));
  }
}

/** @param path the input, or a copy of it that is plainer; @throws NotPlain */
async function compute(job: DuckdbJob, path: string): Promise<DuckdbResult> {
  const engine = await openEngine(job.threads);
  try {
    const { connection } = engine;
    const compiled = compile(job.schedule);
    const source = await openSource(connection, path, job.input, job.map ?? {}, job.onProgress);
    const told = job.physicians
      ? undefined
      : await readTold(connection, source, compiled, job.year, job.input);
    const given = job.physicians ?? told?.physicians.physicians;
    const physicians = given && (await fillPhysicians(connection, compiled, job.year, given));
    const quick = quickRead(
      source,
      compiled,
      referenceYearOf(compiled.schedule.reads.on, job.year),
      physicians,
      told?.contradicts,
    );
    const reading: Reading = {
      engine,
      source,
      compiled,
      job,
      quick,
      told,
      given,
      ...(physicians && { physicians }),
    };
    const rejects = await Rejects.open(job.io, job.rejects, source.header, job.locale ?? "fr");
    const rejectedPhysicians = told ? [] : (physicians?.rejected ?? []);
    const toldPhysicians = told?.refused ?? [];
    try {
      const isDirect = await readDirectly(reading);
      if (!isDirect) await readAsItCan(reading, rejects);
      await rejects.finish();
      const found = {
        rejected: rejects.count,
        rejectedPhysicians,
        toldPhysicians,
        unknownColumns: source.header.unknown,
      };
      const isRefused = rejects.count + rejectedPhysicians.length + toldPhysicians.length > 0;
      if (isRefused && !job.skipInvalid) return found;
      if (!isDirect)
        await watch(connection, "compute", job.onProgress, () => computeResult(reading));
      const { out } = job;
      const computed = await totalsOf(connection);
      if (computed.patients + rejects.count === 0)
        fail("INPUT_EMPTY", `${job.input} : aucun patient`, `${job.input}: no patient`);
      if (out !== undefined)
        await watch(connection, "write", job.onProgress, () => writeResult(connection, out));
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

/** What DuckDB says, in one sentence; what the library says, as it is. */
function readable(error: unknown): unknown {
  const { message, syscall } = error as NodeJS.ErrnoException;
  if (
    error instanceof ForfaitError ||
    error instanceof Failure ||
    error instanceof NotPlain ||
    syscall !== undefined
  )
    return error;
  const [first] = message.split("\n");
  return new Failure("ENGINE_ERROR", { fr: `DuckDB : ${first}`, en: `DuckDB: ${first}` });
}
