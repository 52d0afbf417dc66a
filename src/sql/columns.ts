import { guard, oneOf, refuse } from "../error.ts";
import type { ByIndicator } from "../ids.ts";
import { checkName } from "./quote.ts";

/**
 * Column names of the patient table, by content. A name replaces the default one; null means that
 * the table has no such column. Where a fact can come from several columns (age, seen), only one is
 * read: the one named here, otherwise the default.
 */
export interface SqlPatientColumns {
  /** null: all rows are patients of one unnamed physician. */
  readonly physicianId?: string | null;
  readonly id?: string | null;
  /** Order of the list, which decides ties when odd cents are allocated. Default: `id`. */
  readonly place?: string | null;
  /** Completed years on the reference day. */
  readonly age?: string | null;
  /** A date, or text starting with the year. */
  readonly birthDate?: string | null;
  readonly birthYear?: string | null;
  /** Boolean. */
  readonly ald?: string | null;
  /** Boolean, or `none`, `free`, `contributory`, `yes`. */
  readonly c2s?: string | null;
  /** Boolean: seen within the schedule's window. */
  readonly seen?: string | null;
  /** A date, or text starting with the year. */
  readonly lastSeen?: string | null;
  /** Whole years from the last visit to the reference year. */
  readonly yearsSinceSeen?: string | null;
  /** Number of actions not covered by a column of `indicators`. NULL counts as none. */
  readonly prevention?: string | null;
  /** Boolean column of each prevention indicator, by indicator id. */
  readonly indicators?: ByIndicator<string>;
}

/** Column names of the physician table, by content. */
export interface SqlPhysicianColumns {
  readonly id?: string | null;
  readonly zone?: string | null;
  /** Completed years on the reference day. */
  readonly age?: string | null;
  /** A date, or text starting with the year. */
  readonly birthDate?: string | null;
  readonly birthYear?: string | null;
  /** A date, or text starting with the year. */
  readonly firstInstallation?: string | null;
  /** Boolean. */
  readonly contract?: string | null;
  /** `1`, `2-optam`, `2`. */
  readonly sector?: string | null;
  /** A date, or text as YYYY-MM-DD. */
  readonly activeFrom?: string | null;
  readonly activeUntil?: string | null;
}

type Names<Columns> = { readonly [Field in keyof Columns]?: string };

/** Resolved column names, by content; a missing key means that the table has no such column. */
export type PatientNames = Names<Omit<SqlPatientColumns, "indicators">> & {
  readonly indicators: Readonly<Record<string, string>>;
};
export type PhysicianNames = Names<SqlPhysicianColumns>;

const PATIENT = [
  "physicianId",
  "id",
  "place",
  "age",
  "birthDate",
  "birthYear",
  "ald",
  "c2s",
  "seen",
  "lastSeen",
  "yearsSinceSeen",
  "prevention",
  "indicators",
] as const satisfies (keyof SqlPatientColumns)[];
const PHYSICIAN = [
  "id",
  "zone",
  "age",
  "birthDate",
  "birthYear",
  "firstInstallation",
  "contract",
  "sector",
  "activeFrom",
  "activeUntil",
] as const satisfies (keyof SqlPhysicianColumns)[];

/** Alternative columns of one fact. The first is the default, unless another one is named. */
const PATIENT_WAYS = [
  ["physicianId"],
  ["id"],
  ["age", "birthDate", "birthYear"],
  ["ald"],
  ["c2s"],
  ["seen", "lastSeen", "yearsSinceSeen"],
] as const;
const PHYSICIAN_WAYS = [
  ["id"],
  ["zone"],
  ["birthDate", "age", "birthYear"],
  ["firstInstallation"],
  ["contract"],
  ["sector"],
  ["activeFrom"],
  ["activeUntil"],
] as const;

/** @throws ForfaitError INPUT_INVALID for an unknown field or an empty name */
export function patientNames(columns: SqlPatientColumns): PatientNames {
  const { indicators = {}, ...given } = checkFields(columns, PATIENT, "columns");
  const names: Names<SqlPatientColumns> = resolve(given, PATIENT_WAYS, "columns");
  const counted =
    given.prevention === undefined && Object.keys(indicators).length === 0
      ? "prevention"
      : given.prevention;
  const place = given.place === undefined ? names.id : given.place;
  for (const [id, name] of Object.entries(indicators)) checkName(name, `columns.indicators.${id}`);
  return { ...names, ...named({ place, prevention: counted }, "columns"), indicators };
}

/** @throws ForfaitError INPUT_INVALID for an unknown field or an empty name */
export function physicianNames(columns: SqlPhysicianColumns): PhysicianNames {
  return resolve(
    { ...checkFields(columns, PHYSICIAN, "physicianColumns") },
    PHYSICIAN_WAYS,
    "physicianColumns",
  );
}

type Given = Readonly<Record<string, string | null | undefined>>;

function resolve(
  given: Given,
  ways: readonly (readonly string[])[],
  path: string,
): Record<string, string> {
  return Object.assign({}, ...ways.map((fields) => named(oneWay(given, fields), path))) as Record<
    string,
    string
  >;
}

function oneWay(given: Given, fields: readonly string[]): Given {
  const chosen = fields.find((field) => typeof given[field] === "string");
  if (chosen !== undefined) return { [chosen]: given[chosen] };
  const canonical = fields[0] as string;
  return given[canonical] === null ? {} : { [canonical]: canonical };
}

function named(names: Given, path: string): Record<string, string> {
  const present = Object.entries(names).filter(([, name]) => name !== null && name !== undefined);
  return Object.fromEntries(
    present.map(([field, name]) => [field, checkName(name, `${path}.${field}`)]),
  );
}

function checkFields<Columns extends object>(
  columns: Columns,
  fields: readonly string[],
  path: string,
): Columns {
  if (typeof columns !== "object" || columns === null)
    refuse("INPUT_INVALID", path, columns, { fr: "un objet", en: "an object" });
  const copy = guard(path, () => ({ ...columns }));
  const unknown = Object.keys(copy).find((field) => !fields.includes(field));
  if (unknown !== undefined) refuse("INPUT_INVALID", `${path}.${unknown}`, unknown, oneOf(fields));
  return copy;
}
