import type { Patientele } from "../panel/list.ts";
import type { Cents } from "./cents.ts";
import type { Compiled, CompiledAmounts } from "./compile.ts";
import { ruleOf, type Entry, type Evaluation } from "./evaluate.ts";

/** What each patient brings to each component, in the order of the list; the patients' shares of a line sum to the line. */
export function allocate(compiled: Compiled, { entries }: Evaluation, patients: Patientele): Map<string, Cents[]> {
  const shares = new Map(compiled.components.map((component) => [component, patients.cells.map((): Cents => 0)]));
  const of = compiled.schedule.uplifts?.of ?? [];
  const whole = (component: string): Cents[] => shares.get(component) as Cents[];

  for (const component of compiled.amounts) {
    const units = new Map(entries.map((entry) => [entry.rule, entry.times?.unit ?? 0]));
    const paid = whole(component.component);
    for (const i of paid.keys()) paid[i] = unitsOf(component, patients, i, units);
  }
  const bearing = patients.cells.map((_, i) => of.reduce((before, id) => before + (whole(id)[i] as Cents), 0));
  for (const entry of entries) if (entry.share?.kind === "uplift") add(whole(entry.component), entry, bearing);
  const reductions = entries.filter((entry) => entry.share?.kind === "reduction");
  for (const entry of reductions) add(whole(entry.component), entry, whole(entry.component));
  return shares;
}

/** The unit amounts that one patient earns in a component; a rule without a line pays nothing. */
function unitsOf({ per, rules, holding, ofIndicator, ofAction }: CompiledAmounts, patients: Patientele, i: number, units: ReadonlyMap<string, Cents>): Cents {
  const unit = (rule: number | undefined): Cents => units.get(rules[rule ?? -1]?.rule ?? "") ?? 0;
  if (per === "patient") return holding(patients.cells[i] as number).reduce((before, rule) => before + unit(rule), 0);
  const done = patients.prevention[i];
  if (done === undefined) return 0;
  if (typeof done === "number") return done * (units.get(ofAction?.rule ?? "") ?? 0);
  return done.reduce((before, id) => before + unit(ruleOf(ofIndicator, id)), 0);
}

function add(shares: Cents[], { amount }: Entry, weights: readonly Cents[]): void {
  for (const [i, part] of largestRemainder(amount, weights).entries()) shares[i] = (shares[i] as Cents) + part;
}

/** Shares cents in proportion to weights: each share is cut, and the cents left over go to the largest remainders, the first on a tie. */
export function largestRemainder(amount: Cents, weights: readonly Cents[]): Cents[] {
  const all = BigInt(weights.reduce((a, b) => a + b, 0));
  if (all === 0n) return weights.map(() => 0);
  const size = BigInt(Math.abs(amount));
  const quotas = weights.map((weight, i) => ({ i, cut: (size * BigInt(weight)) / all, rest: (size * BigInt(weight)) % all }));
  const left = Number(size - quotas.reduce((before, { cut }) => before + cut, 0n));
  const luckiest = [...quotas].sort((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest > b.rest ? -1 : 1)).slice(0, left);
  const parts = quotas.map(({ cut }) => Number(cut));
  for (const { i } of luckiest) parts[i] = (parts[i] as Cents) + 1;
  return amount < 0 ? parts.map((part) => -part) : parts;
}
