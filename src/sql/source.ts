import { declaredFacts } from "../formula/declared-facts.ts";
import { foreign } from "../formula/expression/expression.ts";
import { nameOf } from "../formula/expression/names.ts";
import { formulaOf } from "../formula/formula.ts";
import type { PatientColumns } from "../formula/patients.ts";
import type { PhysicianColumns } from "../formula/physicians.ts";
import { indicatorColumn } from "../formula/prevention.ts";
import type { Compiled } from "../statement/compiled.ts";
import { requirementsOf } from "../statement/requirements.ts";
import type { PatientReferences, PhysicianReferences } from "./columns.ts";
import { aFlag, aNumber, patientContents, PHYSICIAN_CONTENTS } from "./contents.ts";
import type { Source } from "./query.ts";
import { fieldColumns, valuesOf, withoutUnused, type FieldColumns } from "./table-values.ts";

/** A table of the user's, and the names of its columns. */
export interface NamedTable<References> {
  readonly name: readonly string[];
  readonly references: References;
}

/** What a query is written from: a schedule as formulas over the values of two tables. */
export function sourceOf(
  compiled: Compiled,
  year: number,
  grain: Source["grain"],
  patients: NamedTable<PatientReferences>,
  physicians: NamedTable<PhysicianReferences> | undefined,
): Source {
  const [fields, indicators] = patientFields(compiled, patients.references);
  const [ownFields, facts] = physicianFields(compiled, physicians?.references);
  const formula = formulaOf(
    compiled,
    year,
    { ...valuesOf(fields, KEYS), indicators: valuesOf(indicators) } as PatientColumns,
    physicians && ({ ...valuesOf(ownFields, KEYS), facts: valuesOf(facts) } as PhysicianColumns),
  );
  const { patients: ofPatient, physicians: ofPhysician } = formula;
  const columnsOf = (all: FormulaFacts): unknown[] => [...all.values()].map(({ column }) => column);
  return {
    formula,
    grain,
    patients: withoutUnused(
      { name: patients.name, fields: { ...fields, ...under("indicators", indicators) } },
      ["physicianId", "id", ...(grain === "patient" ? ["place"] : [])],
      [...columnsOf(ofPatient.facts), ofPatient.prevention.columns, ofPatient.onDay],
    ),
    physicians:
      physicians &&
      withoutUnused(
        { name: physicians.name, fields: { ...ownFields, ...under("facts", facts) } },
        ["id"],
        [...columnsOf(ofPhysician.facts), ofPhysician.unpaid?.column],
      ),
  };
}

type FormulaFacts = Source["formula"]["patients"]["facts"];

/** What a formula calls a field of which only the year is read. */
const KEYS: Readonly<Record<string, string>> = {
  birthDate: "birthYear",
  lastSeen: "lastYear",
  firstInstallation: "firstYear",
};

const under = (key: string, fields: FieldColumns): FieldColumns =>
  Object.fromEntries(Object.entries(fields).map(([id, field]) => [`${key}.${id}`, field]));

function patientFields(
  compiled: Compiled,
  { columns, indicators }: PatientReferences,
): [FieldColumns, FieldColumns] {
  const contents = patientContents(requirementsOf(compiled).mostActions);
  const ofIndicators = Object.entries(indicators).map(
    ([id, column]) => [id, { column, content: aFlag(indicatorColumn(id)) }] as const,
  );
  return [fieldColumns(columns, contents), Object.fromEntries(ofIndicators)];
}

/** A declared fact has the column of its own name, unless another one is named, or none. */
function physicianFields(
  compiled: Compiled,
  references: PhysicianReferences | undefined,
): [FieldColumns, FieldColumns] {
  if (!references) return [{}, {}];
  const { columns, facts } = references;
  const declared = declaredFacts(compiled).flatMap(([id, { is }]) => {
    const column = facts[id] === undefined ? foreign(id) : facts[id];
    const contentOf = is === "boolean" ? aFlag : aNumber;
    return column ? [[id, { column, content: contentOf(nameOf.fact(id)) }] as const] : [];
  });
  return [fieldColumns(columns, PHYSICIAN_CONTENTS), Object.fromEntries(declared)];
}
