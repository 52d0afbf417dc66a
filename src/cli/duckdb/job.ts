import type { Locale } from "../../error.ts";
import type { Physician } from "../../panel/physician.ts";
import type { Schedule } from "../../schedule/language.ts";
import type { Compiled } from "../../statement/compile.ts";
import type { HeaderMap } from "../input/header.ts";
import type { Io } from "../io.ts";
import type { Engine } from "./engine.ts";
import type { PhysiciansRead } from "./physicians.ts";
import type { Progress } from "./progress.ts";
import type { QuickRead } from "./quick.ts";
import type { Source } from "./source.ts";
import type { ToldInList } from "./told.ts";

/** A list in a file, larger than memory if need be, and what to compute of it. */
export interface DuckdbJob {
  readonly io: Io;
  /** A Parquet, Arrow or CSV file. */
  readonly input: string;
  /** Header to field, for headers that are not known. */
  readonly map?: HeaderMap;
  /** Absent: the physicians that the list names, of whom nothing else is known. */
  readonly physicians?: readonly Physician[];
  /** The schedule, with its readings chosen and its patches laid on. */
  readonly schedule: Schedule;
  /** Payment year. */
  readonly year: number;
  /** A row for each physician, canonical; or for each patient. */
  readonly grain?: "physician" | "patient";
  /** A Parquet, Arrow or CSV file, by its name; absent: only the totals are wanted. */
  readonly out?: string;
  /** A CSV file for the refused rows. */
  readonly rejects?: string;
  /** Computes the other rows where some are refused; otherwise nothing is computed then. */
  readonly skipInvalid?: boolean;
  readonly locale?: Locale;
  /** As many as the machine has. */
  readonly threads?: number;
  readonly onProgress?: Progress;
}

/** A job under way. */
export interface Reading {
  readonly engine: Engine;
  readonly source: Source;
  readonly compiled: Compiled;
  readonly job: DuckdbJob;
  readonly quick: QuickRead;
  /** What the list itself tells of its physicians, where nothing else does. */
  readonly told: ToldInList | undefined;
  /** The physicians that were given, or of whom the list tells. */
  readonly given: readonly Physician[] | undefined;
  /** The same, read; absent where the list does no more than name them. */
  readonly physicians?: PhysiciansRead;
}
