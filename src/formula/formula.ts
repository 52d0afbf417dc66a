import type { AmountComponent } from "../schedule/language.ts";
import type { Compiled } from "../statement/compiled.ts";
import { referenceYearOf } from "../statement/facts.ts";
import type { Named } from "./expression/expression.ts";
import { nameOf } from "./expression/names.ts";
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
  /** A patient's cents for each component, before uplifts. */
  readonly amounts: readonly Named[];
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
  const known = {
    tests: new Map([...patients.facts, ...physicians.facts]),
    counted: patients.prevention.counted,
    indicators: patients.prevention.indicators,
  };
  const rates = ratesOf(schedule, patients.facts, physicians.facts);
  return {
    compiled,
    year,
    referenceYear,
    patients,
    physicians,
    amounts: compiled.amounts.map((one) => ({
      as: nameOf.cents(one.component),
      value: rules.amount[one.per](schedule.amounts[one.component] as AmountComponent, one, known),
    })),
    rates,
    payable: [...Object.keys(schedule.amounts), ...rates.uplifts],
  };
}
