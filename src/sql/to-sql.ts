import { guard, oneOf, refuse } from "../error.ts";
import { checkKeys } from "../known-keys.ts";
import { last } from "../last.ts";
import { rules } from "../schedule/rules/rules.ts";
import { compile } from "../statement/compile.ts";
import type { ComputeOptions } from "../statement/options.ts";
import type { Compiled } from "../statement/compiled.ts";
import { scheduleOf } from "../statement/schedule-of.ts";
import { accounts } from "./accounts.ts";
import {
  patientColumns,
  physicianColumns,
  tableName,
  type SqlPatientColumns,
  type SqlPhysicianColumns,
} from "./columns.ts";
import { DIALECTS, dialects, type SqlDialect } from "./dialect.ts";
import { heading } from "./heading.ts";
import { dues } from "./dues.ts";
import { listSums } from "./list-sums.ts";
import { partOfYear } from "./part-of-year.ts";
import { patientAmounts } from "./patient-amounts.ts";
import { patientFacts } from "./patient-facts.ts";
import { patientValues } from "./patient-values.ts";
import { patientYear } from "./patient-year.ts";
import { physicianFacts } from "./physician-facts.ts";
import { physicianValues } from "./physician-values.ts";
import { print } from "./print.ts";
import type { Cte, Step } from "./query.ts";
import { reducedShares } from "./reduced-shares.ts";
import { reductionCuts } from "./reduction-cuts.ts";
import { result } from "./result.ts";
import { sourceOf } from "./source.ts";
import { upliftCuts } from "./uplift-cuts.ts";
import { upliftShares } from "./uplift-shares.ts";
import { wholeYear } from "./whole-year.ts";
import { withUplifts } from "./with-uplifts.ts";

/** The CTEs in the order of the query; each is in the file of its name. */
const CTES: readonly Cte[] = [
  physicianValues,
  physicianFacts,
  patientValues,
  patientFacts,
  patientAmounts,
  listSums,
  accounts,
  dues,
  wholeYear,
  withUplifts,
  partOfYear,
  patientYear,
  upliftCuts,
  upliftShares,
  reductionCuts,
  reducedShares,
];

/** The query to print: dialect, tables, and grain of the result. */
export interface SqlTarget {
  readonly dialect: SqlDialect;
  /** The patient table, dots between the parts of its name. Default: `panel`. */
  readonly table?: string;
  /** Column names that differ from the defaults. */
  readonly columns?: SqlPatientColumns;
  /** One row per physician (the default) or per patient. */
  readonly grain?: "physician" | "patient";
  /** The physician table. Without it, the schedule's defaults apply to every physician. */
  readonly physicians?: string;
  readonly physicianColumns?: SqlPhysicianColumns;
}

/**
 * A schedule as one SQL query, to run where the data is. It returns the same cents as
 * `computePhysicians`, or as `computeShares` at patient grain.
 * @param target dialect, table and column names, grain of the result
 * @returns SQL text; its columns are `physicianId`, `patients` (`id` at patient grain), each
 * component of the schedule in order and `total`, in euros, and `invalid`: NULL, or the name of a
 * column with a value that is not read, which leaves every amount of its physician NULL
 * @throws ForfaitError if the schedule, target or options are invalid; FACT_MISSING if the schedule
 * has no default for a fact without a column
 * @example
 * // What does the query for DuckDB begin with in 2026?
 * toSql({ dialect: "duckdb" }, { year: 2026 }).split("\n")[0]
 * //=> "-- Named-doctor capitation (FMT) / Forfait médecin traitant (FMT)"
 */
export function toSql(target: SqlTarget, options: ComputeOptions): string {
  const compiled = compile(scheduleOf(options));
  const {
    dialect,
    grain = "physician",
    table = "panel",
    columns = {},
    physicians,
    physicianColumns: physicianNames = {},
    ...others
  } = guard("target", () => ({ ...target }));
  checkKeys("target", others, TARGET);
  if (!DIALECTS.includes(dialect)) refuse("INPUT_INVALID", "dialect", dialect, oneOf(DIALECTS));
  if (grain !== "physician" && grain !== "patient")
    refuse("INPUT_INVALID", "grain", grain, oneOf(["physician", "patient"]));

  if (grain === "patient") checkGrain(compiled);
  checkNames(compiled.components);
  const physicianTable = physicians === undefined ? undefined : tableName(physicians, "physicians");
  const ofPhysicians = physicianTable && physicianColumns(physicianNames);
  const ofPatients = patientColumns(columns);
  if (ofPhysicians && !(ofPatients.columns["physicianId"] && ofPhysicians.columns["id"])) {
    refuse("INPUT_INVALID", "columns.physicianId", null, {
      fr: "une colonne, puisqu'il y a une table de médecins",
      en: "a column, since there is a table of physicians",
    });
  }
  const source = sourceOf(
    compiled,
    options.year,
    grain,
    { name: tableName(table, "table"), references: ofPatients },
    physicianTable && ofPhysicians && { name: physicianTable, references: ofPhysicians },
  );
  const steps = CTES.reduce<Step[]>((above, write) => {
    const step = write(source, lastOf(above));
    return step ? [...above, step] : above;
  }, []);
  return print(
    { heading: heading(source), steps, result: result(source, lastOf(steps)) },
    dialects[dialect],
  );
}

const lastOf = (steps: readonly Step[]): string => last(steps)?.name ?? "";

const TARGET = [
  "dialect",
  "grain",
  "table",
  "columns",
  "physicians",
  "physicianColumns",
] as const satisfies (keyof SqlTarget)[];

/** What pays a list as a whole has no amount of a patient to print. */
function checkGrain({ amounts }: Compiled): void {
  const whole = amounts.find(({ per }) => rules[per].paysWholeList);
  if (whole)
    refuse("INPUT_INVALID", "grain", "patient", {
      fr: `physician : ${whole.component} paie la patientèle, non chaque patient`,
      en: `physician: ${whole.component} pays the list, not each patient`,
    });
}

/** Databases compare column names case-insensitively. */
function checkNames(components: readonly string[]): void {
  const taken = new Set(["physicianid", "patients", "id", "total", "invalid"]);
  for (const id of components) {
    const name = id.toLowerCase();
    if (taken.has(name))
      refuse("INPUT_INVALID", id, id, {
        fr: "un nom de composante qui diffère des autres colonnes, casse mise à part",
        en: "a name of a component that differs from the other columns, case apart",
      });
    taken.add(name);
  }
}
