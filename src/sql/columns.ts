import { guard, oneOf, refuse } from "../error.ts";
import type { ByIndicator } from "../ids.ts";
import { foreign, type ColumnReference } from "../formula/expression/expression.ts";
import { PATIENT_DATES } from "../facts.ts";

/**
 * Column names of the patient table, by content. A name replaces the default one; null means that
 * the table has no such column. Where a fact can come from several columns (age, seen), only one is
 * read: the one named here, otherwise the default. A column may be of any type: the comment at the
 * head of the query says what is read of each, and any other value leaves no amount.
 */
export interface SqlPatientColumns extends SqlDatedColumns {
  /** null: all rows are patients of one unnamed physician. */
  readonly physicianId?: string | null;
  /** null: no id of a patient is known, and one who is listed twice is counted twice. */
  readonly id?: string | null;
  /** Order of the list, which decides ties when odd cents are allocated. Default: `id`. */
  readonly place?: string | null;
  /** Completed years on the reference day. */
  readonly age?: string | null;
  /** A date, or text starting with the year. */
  readonly birthDate?: string | null;
  readonly birthYear?: string | null;
  /** Boolean; here and below also 1 or 0, or a word for yes or no. */
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

/**
 * Columns of dates in the patient table, NULL where there is no date. None is read unless it is
 * named. With any, who is not on the list on the schedule's reference day is left out: born after
 * it, dead on it or before, not yet registered or gone.
 */
export interface SqlDatedColumns {
  /** First and last day with this médecin traitant; here and below a date, or text YYYY-MM-DD. */
  readonly registeredFrom?: string | null;
  readonly registeredUntil?: string | null;
  readonly diedOn?: string | null;
  /** First and last day of the ALD, which decide before `ald`. */
  readonly aldFrom?: string | null;
  readonly aldUntil?: string | null;
  /** First and last day of the C2S, which decide before `c2s`; it may still say the kind. */
  readonly c2sFrom?: string | null;
  readonly c2sUntil?: string | null;
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
  /**
   * Column of each fact that the schedule declares, of the physician and of their practice, by id.
   * Default: the id itself. Numbers are rounded to four decimals.
   */
  readonly facts?: Readonly<Record<string, string | null>>;
}

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
  ...PATIENT_DATES,
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
  "facts",
] as const satisfies (keyof SqlPhysicianColumns)[];

export const isPatientField = (field: string): boolean =>
  field !== "indicators" && (PATIENT as readonly string[]).includes(field);
export const isPhysicianField = (field: string): boolean =>
  field !== "facts" && (PHYSICIAN as readonly string[]).includes(field);

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

type References = Readonly<Record<string, ColumnReference>>;

/** The columns of patients by field, and those of prevention indicators. */
export interface PatientReferences {
  readonly columns: References;
  readonly indicators: References;
}

/** The columns of physicians by field, and those of declared facts: null where there is none. */
export interface PhysicianReferences {
  readonly columns: References;
  readonly facts: Readonly<Record<string, ColumnReference | null>>;
}

/** @throws ForfaitError INPUT_INVALID for an unknown field or an empty name */
export function patientColumns(columns: SqlPatientColumns): PatientReferences {
  const { indicators = {}, ...given } = checkFields(columns, PATIENT, "columns");
  const known = resolve(given, PATIENT_WAYS, "columns");
  const prevention =
    given.prevention === undefined && Object.keys(indicators).length === 0
      ? "prevention"
      : given.prevention;
  const place = given.place === undefined ? known["id"]?.name : given.place;
  const dates = Object.fromEntries(PATIENT_DATES.map((field) => [field, given[field]]));
  const ofIndicators = Object.entries(indicators).map(
    ([id, name]) => [id, foreign(checkName(name, `columns.indicators.${id}`))] as const,
  );
  return {
    columns: { ...known, ...named({ place, prevention, ...dates }, "columns") },
    indicators: Object.fromEntries(ofIndicators),
  };
}

/** @throws ForfaitError INPUT_INVALID for an unknown field or an empty name */
export function physicianColumns(columns: SqlPhysicianColumns): PhysicianReferences {
  const { facts = {}, ...given } = checkFields(columns, PHYSICIAN, "physicianColumns");
  const ofFacts = Object.entries(facts).map(([id, name]) => [
    id,
    name === null ? null : foreign(checkName(name, `physicianColumns.facts.${id}`)),
  ]);
  return {
    columns: resolve({ ...given }, PHYSICIAN_WAYS, "physicianColumns"),
    facts: Object.fromEntries(ofFacts),
  };
}

type Given = Readonly<Record<string, string | null | undefined>>;

function resolve(given: Given, ways: readonly (readonly string[])[], path: string): References {
  return Object.assign(
    {},
    ...ways.map((fields) => named(oneWay(given, fields), path)),
  ) as References;
}

function oneWay(given: Given, fields: readonly string[]): Given {
  const chosen = fields.find((field) => typeof given[field] === "string");
  if (chosen !== undefined) return { [chosen]: given[chosen] };
  const canonical = fields[0] as string;
  return given[canonical] === null ? {} : { [canonical]: canonical };
}

function named(names: Given, path: string): References {
  const present = Object.entries(names).filter(([, name]) => name !== null && name !== undefined);
  return Object.fromEntries(
    present.map(([field, name]) => [field, foreign(checkName(name, `${path}.${field}`))]),
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

/** `analytics.panel` → `["analytics", "panel"]`. */
export function tableName(table: string, path: string): readonly string[] {
  return checkName(table, path)
    .split(".")
    .map((part) => checkName(part, path));
}

/** @throws ForfaitError INPUT_INVALID if empty or containing NUL */
function checkName(name: unknown, path: string): string {
  if (typeof name === "string" && name !== "" && !name.includes("\0")) return name;
  return refuse("INPUT_INVALID", path, name, {
    fr: "un nom non vide",
    en: "a name that is not empty",
  });
}
