import type { Compiled } from "../statement/compiled.ts";
import { referenceYearOf } from "../statement/facts.ts";
import type { Expression, Named } from "./expression/expression.ts";
import { patientFormulas, type PatientColumns, type PatientFormulas } from "./patients.ts";
import { physicianFormulas, type PhysicianColumns, type PhysicianFormulas } from "./physicians.ts";
import { ratesOf, type Rates } from "./rates.ts";
import { rules } from "./rules/rules.ts";

/** A schedule in a payment year, as expressions over the columns of two tables. */
export interface Formula {
  readonly compiled: Compiled;
  readonly year: number;
  readonly referenceYear: number;
  readonly patients: PatientFormulas;
  readonly physicians: PhysicianFormulas;
  /** A patient's cents for each component that patients bring, by id, before uplifts. */
  readonly ofPatients: ReadonlyMap<string, Expression>;
  /** Cents of each component that pays the list as a whole, by id. */
  readonly ofLists: ReadonlyMap<string, Expression>;
  /** For each number of patients that a rate or an amount depends on, 1 for a patient in it. */
  readonly counted: readonly Named[];
  readonly rates: Rates;
  /** Components that may be paid, uplifts last. */
  readonly payable: readonly string[];
}

/**
 * @param physicianColumns undefined without a table of physicians
 * @throws ForfaitError FACT_MISSING if the schedule has no default for a fact without a column
 */
export function formulaOf(
  compiled: Compiled,
  year: number,
  patientColumns: PatientColumns,
  physicianColumns: PhysicianColumns | undefined,
): Formula {
  const { schedule } = compiled;
  const referenceYear = referenceYearOf(schedule.reads.on, year);
  const patients = patientFormulas(compiled, referenceYear, patientColumns);
  const physicians = physicianFormulas(compiled, year, referenceYear, physicianColumns);
  const tests = new Map([...patients.facts, ...physicians.facts]);
  const { counted, indicators } = patients.prevention;
  const ofPatient = { schedule, tests, counted, indicators };
  const ofList = { tests, measures: (fact: string) => physicians.facts.get(fact)?.units };
  const ofPatients = new Map<string, Expression>();
  const ofLists = new Map<string, Expression>();
  const countedBySlabs: Named[] = [];
  for (const one of compiled.amounts) {
    const rule = rules[one.per];
    if (rule.grain === "patient") ofPatients.set(one.component, rule.cents(one, ofPatient));
    else {
      ofLists.set(one.component, rule.cents(one, ofList));
      countedBySlabs.push(...rule.counted(one, { tests: patients.facts }));
    }
  }
  const rates = ratesOf(schedule, patients.facts, physicians.facts);
  return {
    compiled,
    year,
    referenceYear,
    patients,
    physicians,
    ofPatients,
    ofLists,
    counted: [...rates.counted, ...countedBySlabs],
    rates,
    payable: [...Object.keys(schedule.amounts), ...rates.uplifts],
  };
}
