import type { PatientList } from "../list/patient-list.ts";
import { largestRemainder } from "../money/allocate.ts";
import type { Cents } from "../money/cents.ts";
import type { Compiled, CompiledAmounts } from "./compiled.ts";
import { rules as asked } from "../schedule/rules/rules.ts";
import { rules } from "./rules/rules.ts";
import type { Entry, Evaluation } from "./evaluation.ts";

/**
 * Allocates each entry among the patients: one share per patient, in list order, adding up to it.
 */
export function allocate(
  compiled: Compiled,
  { entries }: Evaluation,
  patients: PatientList,
): Map<Entry, readonly Cents[]> {
  const shares = new Map<Entry, readonly Cents[]>();
  for (const entry of entries)
    if (entry.times) shares.set(entry, unitsOf(compiled, entry, entry.times.unit, patients));

  const upliftBases = sumOf(
    shares,
    patients,
    ({ component }) => compiled.schedule.uplifts?.of.includes(component) === true,
  );
  for (const entry of entries)
    if (entry.share?.kind === "uplift")
      shares.set(entry, largestRemainder(entry.amount, upliftBases));

  const byComponent = new Map(
    compiled.components.map((id) => [
      id,
      sumOf(shares, patients, ({ component }) => component === id),
    ]),
  );
  for (const entry of entries) {
    if (entry.share?.kind === "reduction")
      shares.set(
        entry,
        largestRemainder(entry.amount, byComponent.get(entry.component) as Cents[]),
      );
  }
  return shares;
}

/** Sums each patient's shares of the wanted entries. */
export function sumOf(
  shares: ReadonlyMap<Entry, readonly Cents[]>,
  patients: PatientList,
  wanted: (entry: Entry) => boolean,
): Cents[] {
  const sums = Array<Cents>(patients.size).fill(0);
  for (const [entry, parts] of shares)
    if (wanted(entry)) for (const [i, part] of parts.entries()) sums[i] = (sums[i] as Cents) + part;
  return sums;
}

/**
 * Shares of a quantity x unit line: the units that each patient adds to the quantity, or equal
 * shares of a line that pays the list as a whole.
 */
function unitsOf(
  { amounts, classes }: Compiled,
  { component, rule, amount }: Entry,
  unit: Cents,
  patients: PatientList,
): readonly Cents[] {
  const paid = amounts.find((one) => one.component === component) as CompiledAmounts;
  const quantities = rules[paid.per].quantityOf(paid, rule, patients, classes);
  return asked[paid.per].paysWholeList
    ? largestRemainder(amount, quantities)
    : quantities.map((quantity) => quantity * unit);
}
