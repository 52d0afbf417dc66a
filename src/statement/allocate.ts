import type { PatientList } from "../panel/list.ts";
import { largestRemainder } from "../money/allocate.ts";
import type { Cents } from "../money/cents.ts";
import type { Compiled, CompiledAmounts } from "./compile.ts";
import { ruleOf, type Entry, type Evaluation } from "./evaluate.ts";

/** What each patient brings to each entry: for every entry a share per patient, in the order of the list, which sum to it. */
export function allocate(
  compiled: Compiled,
  { entries }: Evaluation,
  patients: PatientList,
): Map<Entry, readonly Cents[]> {
  const shares = new Map<Entry, readonly Cents[]>();
  for (const entry of entries)
    if (entry.times) shares.set(entry, unitsOf(compiled, entry, entry.times.unit, patients));

  const bearing = sumOf(
    shares,
    patients,
    ({ component }) => compiled.schedule.uplifts?.of.includes(component) === true,
  );
  for (const entry of entries)
    if (entry.share?.kind === "uplift") shares.set(entry, largestRemainder(entry.amount, bearing));

  const whole = new Map(
    compiled.components.map((id) => [
      id,
      sumOf(shares, patients, ({ component }) => component === id),
    ]),
  );
  for (const entry of entries) {
    if (entry.share?.kind === "reduction")
      shares.set(entry, largestRemainder(entry.amount, whole.get(entry.component) as Cents[]));
  }
  return shares;
}

/** What each patient brings to the entries that are asked for. */
export function sumOf(
  shares: ReadonlyMap<Entry, readonly Cents[]>,
  patients: PatientList,
  wanted: (entry: Entry) => boolean,
): Cents[] {
  const sums = patients.cells.map((): Cents => 0);
  for (const [entry, parts] of shares)
    if (wanted(entry)) for (const [i, part] of parts.entries()) sums[i] = (sums[i] as Cents) + part;
  return sums;
}

/** A line of quantity x unit gives each patient the units that he adds to the quantity. */
function unitsOf(
  compiled: Compiled,
  { component, rule }: Entry,
  unit: Cents,
  patients: PatientList,
): Cents[] {
  const amounts = compiled.amounts.find((one) => one.component === component) as CompiledAmounts;
  const { per, rules, holding, ofIndicator, ofAction } = amounts;
  const index = rules.findIndex((one) => one.rule === rule);
  const counts = (i: number): number => {
    if (per === "patient") return holding(patients.cells[i] as number).includes(index) ? 1 : 0;
    const done = patients.prevention[i] ?? 0;
    if (typeof done === "number") return ofAction?.rule === rule ? done : 0;
    return done.filter((id) => ruleOf(ofIndicator, id) === index).length;
  };
  return patients.cells.map((_, i) => counts(i) * unit);
}
