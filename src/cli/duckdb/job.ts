import type { Locale } from "../../error.ts";
import type { ListChoices } from "../../list/batch.ts";
import type { Physician } from "../../list/physician.ts";
import type { Practice } from "../../list/practice.ts";
import type { Schedule } from "../../schedule/language.ts";
import type { Compiled } from "../../statement/compiled.ts";
import type { HeaderMap } from "../input/header.ts";
import type { Io } from "../io.ts";
import type { Engine } from "./engine.ts";
import type { PhysiciansRead } from "./physicians.ts";
import type { Progress } from "./progress.ts";
import type { SqlRows } from "./sql-rows.ts";
import type { Source } from "./source.ts";
import type { PhysiciansInFile } from "./physicians-in-file.ts";

/** A file to compute, possibly larger than memory, with its options. */
export interface DuckdbJob {
  readonly io: Io;
  /** A Parquet, Arrow or CSV file. */
  readonly input: string;
  /** Header-to-field mapping for unknown headers. */
  readonly map?: HeaderMap;
  /** If undefined, the physicians found in the list. */
  readonly physicians?: readonly Physician[];
  /** Practices that physicians name by their `practiceId`. */
  readonly practices?: readonly Practice[];
  /** Schedule with readings and patches applied. */
  readonly schedule: Schedule;
  /** Payment year. */
  readonly year: number;
  /** How the list is to be understood. */
  readonly choices?: ListChoices;
  /** One output row per physician (default) or per patient. */
  readonly grain?: "physician" | "patient";
  /** Parquet, Arrow or CSV file, by extension. If undefined, only totals are computed. */
  readonly out?: string;
  /** CSV file of rejected rows. */
  readonly rejects?: string;
  /** Computes the valid rows when others are rejected; otherwise nothing is computed. */
  readonly skipInvalid?: boolean;
  readonly locale?: Locale;
  /** Default: the available parallelism of the machine. */
  readonly threads?: number;
  readonly onProgress?: Progress;
}

/** How many rows of a file are accepted, and how many are not of the list on the day. */
export interface RowsRead {
  readonly accepted: number;
  readonly leftOut: number;
}

/** A running job. */
export interface RunningJob {
  readonly engine: Engine;
  readonly source: Source;
  readonly compiled: Compiled;
  readonly job: DuckdbJob;
  readonly rows: SqlRows;
  /** Physician facts found in the list, if no physicians are passed in. */
  readonly inFile: PhysiciansInFile | undefined;
  /** Physicians passed in, or else found in the list. */
  readonly given: readonly Physician[] | undefined;
  /** The same physicians, validated; undefined if the list has no facts beyond their ids. */
  readonly physicians?: PhysiciansRead;
}
