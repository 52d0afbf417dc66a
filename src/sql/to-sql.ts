import { guard, oneOf, refuse } from "../error.ts";
import { compile, type Compiled } from "../statement/compile.ts";
import { referenceYearOf } from "../statement/facts.ts";
import type { ComputeOptions } from "../statement/options.ts";
import { scheduleOf } from "../statement/schedule-of.ts";
import { physicianSums } from "./physician-sums.ts";
import { centsOf, patientAmounts } from "./amounts.ts";
import {
  patientNames,
  physicianNames,
  type SqlPatientColumns,
  type SqlPhysicianColumns,
} from "./columns.ts";
import { DIALECTS, dialects, type SqlDialect } from "./dialect.ts";
import { payableAmounts, payableOfComponent } from "./payable.ts";
import { euros, number, internal, plus, type Expression } from "./expression.ts";
import { heading } from "./heading.ts";
import { readPatients } from "./patients.ts";
import { readPhysicians } from "./physicians.ts";
import { print } from "./print.ts";
import type { Column, Select, Step } from "./query.ts";
import { checkName } from "./quote.ts";
import { patientShares } from "./shares.ts";

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
 * component of the schedule in order, and `total`, in euros
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
    physicianColumns = {},
  } = guard("target", () => ({ ...target }));
  const { year } = options;
  if (!DIALECTS.includes(dialect)) refuse("INPUT_INVALID", "dialect", dialect, oneOf(DIALECTS));
  if (grain !== "physician" && grain !== "patient")
    refuse("INPUT_INVALID", "grain", grain, oneOf(["physician", "patient"]));

  checkNames(compiled.components);
  const referenceYear = referenceYearOf(compiled.schedule.reads.on, year);
  const byPatient = grain === "patient";
  const source =
    physicians === undefined
      ? undefined
      : { table: parts(physicians, "physicians"), names: physicianNames(physicianColumns) };
  const names = patientNames(columns);
  if (source && (names.physicianId === undefined || source.names.id === undefined)) {
    refuse("INPUT_INVALID", "columns.physicianId", null, {
      fr: "une colonne, puisqu'il y a une table de médecins",
      en: "a column, since there is a table of physicians",
    });
  }
  const patientSql = readPatients(compiled, referenceYear, parts(table, "table"), names, byPatient);
  const physicianSql = readPhysicians(compiled, year, referenceYear, source);
  const due = payableAmounts(compiled, physicianSql);
  const steps: Step[] = [
    ...(physicianSql.step ? [physicianSql.step] : []),
    patientSql.step,
    patientAmounts(compiled, patientSql, physicianSql, byPatient),
    ...physicianSums(compiled, physicianSql),
    ...due.steps,
    ...(byPatient ? patientShares(compiled, physicianSql, due) : []),
  ];
  const last = (steps.at(-1) as Step).name;
  const inCents = compiled.components.map(
    (id) =>
      [
        id,
        byPatient
          ? patientCents(id, compiled, due.uplifts)
          : payableOfComponent(id, compiled, due, physicianSql),
      ] as const,
  );
  const assumed = [...patientSql.notes, ...physicianSql.notes];
  return print(
    {
      heading: heading({ schedule: compiled.schedule, year, referenceYear, grain, assumed }),
      steps,
      result: result(byPatient, inCents, last),
    },
    dialects[dialect],
  );
}

function patientCents(id: string, { schedule }: Compiled, uplifts: readonly string[]): Expression {
  return id in schedule.amounts || uplifts.includes(id) ? internal(centsOf(id)) : number(0);
}

function result(
  byPatient: boolean,
  inCents: readonly (readonly [string, Expression])[],
  from: string,
): Select {
  const who = byPatient
    ? [column("physicianId", internal("physician_id")), column("id", internal("patient_id"))]
    : [column("physicianId", internal("account")), column("patients", internal("patients"))];
  const amounts = [...inCents, ["total", plus(...inCents.map(([, cents]) => cents))] as const];
  return {
    columns: [...who, ...amounts.map(([id, cents]) => column(id, euros(cents)))],
    from,
    ...(!byPatient && { orderBy: [{ of: internal("account") }] }),
  };
}

const column = (as: string, value: Expression): Column => ({ as, value, quoted: true });

/** `analytics.panel` → `["analytics", "panel"]`. */
function parts(table: string, path: string): readonly string[] {
  return checkName(table, path)
    .split(".")
    .map((part) => checkName(part, path));
}

/** Databases compare column names case-insensitively. */
function checkNames(components: readonly string[]): void {
  const taken = new Set(["physicianid", "patients", "id", "total"]);
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
