import type { LocalizedText } from "../../error.ts";
import { freeze } from "../../freeze.ts";
import type { ByComponent } from "../../ids.ts";
import { differences } from "../../schedule/differences.ts";
import type { Euros } from "../../schedule/language.ts";
import { subtractAmounts } from "../amounts.ts";
import { checkStatement } from "../check-statement.ts";
import type { Instalment, Statement, StatementLine } from "../statement.ts";

/** An amount in two statements; zero in one that does not have it. */
export interface AmountChange {
  readonly before: Euros;
  readonly after: Euros;
  /** `after` minus `before`. */
  readonly change: Euros;
}

/** A line that either statement has. */
export interface ComparedLine extends AmountChange {
  readonly component: string;
  readonly rule: string;
  readonly label: LocalizedText;
  /** The line of each statement that has it. */
  readonly beforeLine?: StatementLine;
  readonly afterLine?: StatementLine;
}

export interface ComparedInstalment extends AmountChange {
  /** `YYYY-MM`, or `YYYY` if only the year is known. */
  readonly due: string;
}

/** What else differs, by its path in a statement: `schedule.year`, `readings.zone-and-age`. */
export interface StatementDifference {
  readonly path: string;
  /** Null where a statement has none. */
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * Two statements side by side. The changes of lines, of components and of instalments sum to that
 * of the total.
 */
export interface StatementComparison {
  readonly differences: readonly StatementDifference[];
  readonly lines: readonly ComparedLine[];
  readonly components: ByComponent<AmountChange>;
  readonly instalments: readonly ComparedInstalment[];
  readonly total: AmountChange;
}

/**
 * What changes from one statement to another, line by line: lines are joined by component and rule,
 * whatever the schedules, years or physicians.
 * @param before of `computePhysician`, or one that was stored
 * @returns every line of either, with both amounts and the change; the same of components,
 * instalments and the total; and what differs of schedule, year, readings, list and library
 * @throws ForfaitError INPUT_INVALID for what is no statement, or one whose amounts do not add up
 * @example
 * // What does a first patient on the C2S change?
 * const statement = (c2s: boolean) =>
 *   computePhysician({ patients: [{ age: 40, ald: false, c2s }] }, { year: 2026 });
 * const { lines, total } = compareStatements(statement(false), statement(true));
 * lines.map(({ rule, change }) => [rule, change])
 * //=> [["base.7-74.amount", "0.00"], ["c2s.amount", "10.00"]]
 * total
 * //=> { before: "5.00", after: "15.00", change: "10.00" }
 */
export function compareStatements(before: Statement, after: Statement): StatementComparison {
  const [a, b] = [checkStatement(before, "before"), checkStatement(after, "after")];
  return freeze({
    differences: differencesOf(a, b),
    lines: comparedLines(a, b),
    components: Object.fromEntries(
      joined(Object.entries(a.components), Object.entries(b.components), ([id]) => id).map(
        ([id, was, now]) => [id, changeOf(was?.[1], now?.[1])],
      ),
    ) as StatementComparison["components"],
    instalments: joined(a.instalments, b.instalments, ({ due }) => due)
      .map(([, was, now]) => ({
        due: ((now ?? was) as Instalment).due,
        ...changeOf(was?.amount, now?.amount),
      }))
      .sort((x, y) => (x.due < y.due ? -1 : 1)),
    total: changeOf(a.total, b.total),
  });
}

function comparedLines(a: Statement, b: Statement): ComparedLine[] {
  const components = Object.keys({ ...a.components, ...b.components });
  const lines = joined(a.lines, b.lines, ({ component, rule }) => `${component} ${rule}`).map(
    ([, was, now]): ComparedLine => {
      const { component, rule, label } = (now ?? was) as StatementLine;
      return {
        component,
        rule,
        label,
        ...changeOf(was?.amount, now?.amount),
        ...(was && { beforeLine: was }),
        ...(now && { afterLine: now }),
      };
    },
  );
  return components.flatMap((id) => lines.filter(({ component }) => component === id));
}

/** What either of two lists has under a key. */
type Pair<One> = [key: string, was: One | undefined, now: One | undefined];

/**
 * What two lists have under each key, in their order. A key that comes again in one list is joined
 * with the next of that key in the other.
 */
function joined<One>(
  before: readonly One[],
  after: readonly One[],
  keyOf: (one: One) => string,
): readonly Pair<One>[] {
  const pairs = before.map((one): Pair<One> => [keyOf(one), one, undefined]);
  const alone = new Map<string, Pair<One>[]>();
  for (const pair of pairs) {
    const others = alone.get(pair[0]);
    if (others) others.push(pair);
    else alone.set(pair[0], [pair]);
  }
  for (const one of after) {
    const key = keyOf(one);
    const pair = alone.get(key)?.shift();
    if (pair) pair[2] = one;
    else pairs.push([key, undefined, one]);
  }
  return pairs;
}

function changeOf(before: Euros = "0.00", after: Euros = "0.00"): AmountChange {
  return { before, after, change: subtractAmounts(after, before) };
}

function differencesOf(a: Statement, b: Statement): StatementDifference[] {
  return [...differences(headOf(a), headOf(b))].map(({ path, was, now }) => ({
    path,
    before: was ?? null,
    after: now ?? null,
  }));
}

/** What a statement says besides amounts and words. */
function headOf({ physicianId, patients, counts, ...statement }: Statement): object {
  const { schedule, changes, readings, library } = statement;
  const { fr: _, en: __, ...named } = schedule;
  return { physicianId, patients, counts, schedule: { ...named }, changes, readings, library };
}
