import type { ByComponent } from "../ids.ts";
import type { PatientList } from "../list/patient-list.ts";
import type { Euros } from "../schedule/language.ts";
import { allocate, sumOf } from "./allocate.ts";
import { euros, type Cents } from "../money/cents.ts";
import { compile } from "./compile.ts";
import type { Compiled } from "./compiled.ts";
import { showInNotebooks } from "./display.ts";
import type { Evaluation } from "./evaluation.ts";
import { LIST_KEYS, type ListOptions } from "./options.ts";
import { scheduleOf } from "./schedule-of.ts";
import { priceOne, type PhysicianInput } from "./price-one.ts";
import type { Statement } from "./statement.ts";

/** A statement, and the share of each patient in the order of the list. */
export interface SharesResult {
  readonly statement: Statement;
  readonly shares: readonly PatientShare[];
}

/** One patient's share of a physician's statement. */
export interface PatientShare {
  /** Index in the input list. */
  readonly index: number;
  readonly id: string | null;
  /** Euros by component, including components at zero. */
  readonly components: ByComponent<Euros>;
  readonly total: Euros;
}

/**
 * What each patient of a list brings. Uplifts and reductions of the whole list are allocated to
 * patients, so that the shares of a line add up to the line, to the cent. What the list would lose
 * without a patient is `marginalValue`.
 * @returns the statement of `computePhysician`, and a share per patient in list order, in euros
 * @throws ForfaitError at the first row that is refused, or for refused options
 * @example
 * // What does each of two patients bring in a ZIP zone, where 10% is added to the base amount?
 * const patients = [
 *   { age: 82, ald: true, c2s: false },
 *   { age: 40, ald: false, c2s: false },
 * ];
 * const { shares } = computeShares({ physician: { zone: "ZIP" }, patients }, { year: 2026 });
 * shares.map(({ total }) => total)
 * //=> ["110.00", "5.50"]
 */
export function computeShares(input: PhysicianInput, options: ListOptions): SharesResult {
  const { compiled, account, priced } = priceOne(
    compile(scheduleOf(options, LIST_KEYS)),
    options,
    input,
  );
  return {
    statement: showInNotebooks(priced.statement),
    shares: sharesOf(compiled, priced.evaluation, account.patients),
  };
}

/** Each patient's share, in list order. */
export function sharesOf(
  compiled: Compiled,
  evaluation: Evaluation,
  patients: PatientList,
): PatientShare[] {
  const shares = allocate(compiled, evaluation, patients);
  const components = compiled.components.map(
    (id) => [id, sumOf(shares, patients, ({ component }) => component === id)] as const,
  );
  const { ids, rows } = patients;
  return ids.map((id, i) => {
    const amounts = components.map(([component, parts]): [string, Cents] => [
      component,
      parts[i] as Cents,
    ]);
    return {
      index: rows[i] as number,
      id,
      components: Object.fromEntries(
        amounts.map(([component, amount]) => [component, euros(amount)]),
      ),
      total: euros(amounts.reduce((before, [, amount]) => before + amount, 0)),
    };
  });
}
