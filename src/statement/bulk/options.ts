import { refuse } from "../../error.ts";
import { allowed } from "../../panel/columns/allowed.ts";
import type { PanelColumns, Fields } from "../../panel/columns/fields.ts";
import { fieldsOf } from "../../panel/columns/fields.ts";
import type { Physician } from "../../list/physician.ts";
import type { Practice } from "../../list/practice.ts";
import { Roster } from "../../panel/columns/roster.ts";
import { compile } from "../compile.ts";
import type { Compiled } from "../compiled.ts";
import { referenceYearOf } from "../facts.ts";
import type { ComputeOptions } from "../options.ts";
import { scheduleOf } from "../schedule-of.ts";
import { noticesOfColumns, requirementsOf } from "../requirements.ts";

/** Options for reading a list in columns. */
export interface ColumnOptions extends ComputeOptions {
  /** Absent: the physicians named in the list, with no other known facts. */
  readonly physicians?: readonly Physician[];
  /** Practices that physicians name by their `practiceId`. */
  readonly practices?: readonly Practice[];
  /**
   * What the column `physicianId` holds: ids, the default, or indexes into `physicians`, from 0.
   */
  readonly match?: "id" | "index";
  /** Number of rejected rows to list, from the first; all are counted. Default 100. */
  readonly limit?: number;
}

/** A list in columns and its physicians, checked except for the values of the columns. */
export interface Opened {
  readonly compiled: Compiled;
  readonly fields: Fields;
  readonly roster: Roster;
  readonly byIndex: boolean;
  readonly limit: number;
  readonly seenWithin: number | undefined;
}

const LISTED = 100;

const KEYS = [
  "physicians",
  "practices",
  "match",
  "limit",
] as const satisfies (keyof ColumnOptions)[];

export function openColumns(columns: PanelColumns, options: ColumnOptions): Opened {
  const compiled = compile(scheduleOf(options, KEYS));
  const { physicians, practices, match = "id", limit = LISTED } = options;
  if (match !== "id" && match !== "index")
    refuse("INPUT_INVALID", "options.match", match, { fr: "id ou index", en: "id or index" });
  if (!Number.isInteger(limit) || limit < 0)
    refuse("INPUT_INVALID", "options.limit", limit, allowed.fromZero);
  if (match === "index" && !physicians)
    refuse("INPUT_INVALID", "options.physicians", physicians, {
      fr: "les médecins, puisque match est index",
      en: "the physicians, since match is index",
    });
  const asked = requirementsOf(compiled);
  const referenceYear = referenceYearOf(compiled.schedule.reads.on, options.year);
  const fields = fieldsOf(columns, asked, referenceYear);
  if (fields.rows > 0)
    noticesOfColumns(compiled, options.year, fields.seenForm, fields.hasPrevention);
  const roster = new Roster(physicians, referenceYear, match === "index", practices);
  return {
    compiled,
    fields,
    roster,
    byIndex: match === "index",
    limit,
    seenWithin: asked.seenWithin,
  };
}
