import { factsOf, type Cell, type Facts } from "../list/cell.ts";
import { euros, type Cents } from "../money/cents.ts";
import type { Panel } from "../panel/panel.ts";
import type { Euros } from "../schedule/language.ts";
import type { Compiled } from "../statement/compiled.ts";
import { patientReader } from "../statement/facts.ts";
import type { Statement } from "../statement/statement.ts";
import type { AuditedList } from "./audited-list.ts";
import { computedAt, totalsOf } from "./paid-amounts.ts";
import type { Place } from "./places.ts";

/** How many patients the caisse would count otherwise, if that alone made up the gap. */
export interface MakeUp {
  readonly of: "patients" | "ald" | "not-seen";
  /** About how many more of them; below zero, how many fewer. */
  readonly patients: number;
  /** How many of the list there are, or could be: fewer than needed do not make up the gap. */
  readonly among: number;
  /** What each of these brings on average at the amounts compared, in euros. */
  readonly each: Euros;
}

/** Patients of a list by what a caisse could count otherwise. */
export interface ListCounts {
  readonly patients: number;
  readonly ald: number;
  readonly c2s: number;
  readonly notSeen: number;
}

export function countsOfList({ compiled, panel }: AuditedList): ListCounts {
  const isUnseen = unseenUnder(compiled);
  return {
    patients: panel.patients,
    ald: numberOf(panel, ({ ald }) => ald),
    c2s: numberOf(panel, ({ c2s }) => c2s !== "none"),
    notSeen: numberOf(panel, isUnseen),
  };
}

/**
 * What would make up a gap, one kind of patients at a time, each at its average in this list: a
 * list of more or fewer patients, of more or fewer in ALD, of more or fewer not seen.
 * @param counts of the list
 * @param gap cents paid minus cents computed, at all places together
 */
export function makeUps(
  { panel, compiled, statement, statementIf }: AuditedList,
  counts: ListCounts,
  places: readonly Place[],
  gap: Cents,
): MakeUp[] {
  const { ald: inAld, notSeen: unseen } = counts;
  const before = sumAt(places, statement);
  const isLess = gap < 0;
  const isUnseen = unseenUnder(compiled);
  const effect = (change: (facts: Facts) => Facts): Cents =>
    sumAt(places, statementIf(change)) - before;
  return [
    made("patients", gap, isLess ? -before : before, panel.patients, isLess ? -1 : 1),
    made(
      "ald",
      gap,
      effect((facts) => ({ ...facts, ald: !isLess })),
      isLess ? inAld : panel.patients - inAld,
      isLess ? -1 : 1,
    ),
    made(
      "not-seen",
      gap,
      effect((facts) =>
        isUnseen(facts) === isLess ? facts : { ...facts, seen: isLess ? "no" : "yes" },
      ),
      isLess ? panel.patients - unseen : unseen,
      isLess ? 1 : -1,
    ),
  ].flatMap((one) => one ?? []);
}

/**
 * @param effect in cents, of all patients of this kind
 * @param sign whether they are to be more or fewer
 */
function made(
  of: MakeUp["of"],
  gap: Cents,
  effect: Cents,
  among: number,
  sign: 1 | -1,
): MakeUp | undefined {
  if (among === 0 || effect === 0 || effect > 0 !== gap > 0) return undefined;
  const patients = sign * Math.max(1, Math.round((gap * among) / effect));
  return { of, patients, among, each: euros(Math.round(Math.abs(effect) / among)) };
}

function sumAt(places: readonly Place[], statement: Statement): Cents {
  const totals = totalsOf(statement);
  return places.reduce((sum, place) => sum + computedAt(place, totals), 0);
}

/** Nobody is unseen where the schedule does not ask. */
function unseenUnder({ schedule, reads }: Compiled): (facts: Facts) => boolean {
  return reads.has("seen")
    ? (facts) => patientReader(schedule, facts)("seen") === false
    : () => false;
}

function numberOf({ cells, counts }: Panel, has: (facts: Facts) => boolean): number {
  let number = 0;
  for (let i = 0; i < cells.length; i++)
    if (has(factsOf(cells[i] as Cell))) number += counts === undefined ? 1 : (counts[i] as number);
  return number;
}
