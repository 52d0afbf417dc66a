import { byKey } from "../../by-key.ts";
import { copyOfList, guard, refuse } from "../../error.ts";
import { freeze } from "../../freeze.ts";
import type { ByComponent } from "../../ids.ts";
import { checkKeys } from "../../known-keys.ts";
import type { Counts } from "../../list/left-out.ts";
import type { Notice } from "../../notice.ts";
import type { Euros } from "../../schedule/language.ts";
import { checkStatement } from "../check-statement.ts";
import type { Statement } from "../statement.ts";
import { groupOf, type GroupBy } from "./group-of.ts";
import { totalsOf, type StatementTotals } from "./totals.ts";

export interface SumOptions {
  /**
   * The group of each statement: a function of the statement, or a group for each id of a
   * physician. Without it, all are one group.
   */
  readonly by?: GroupBy;
}

/** One statement of a group, without what all have in common. */
export interface SummedStatement {
  readonly physicianId: string | null;
  readonly patients: number;
  readonly counts: Counts;
  readonly components: ByComponent<Euros>;
  readonly total: Euros;
  /** Those that not all statements have. */
  readonly assumptions: readonly Notice[];
  readonly warnings: readonly Notice[];
}

/** The statements of a group, and their subtotals. */
export interface StatementGroup extends StatementTotals {
  /** Null if the sum has no groups. */
  readonly group: string | null;
  readonly statements: readonly SummedStatement[];
}

/** Several statements together. What they have in common is said once. */
export interface StatementSum
  extends
    StatementTotals,
    Pick<
      Statement,
      "schedule" | "simulation" | "changes" | "readings" | "assumptions" | "warnings" | "sources"
    > {
  /** In order of first appearance. */
  readonly groups: readonly StatementGroup[];
}

/**
 * Adds the statements of several physicians: of a group practice, an MSP, a CPTS, a département,
 * with the subtotals of each. Every line is the sum of theirs, so that no rounding is done twice.
 * @param statements of one schedule, under the same readings and patches, in one year
 * @param options `by`: the group of each statement
 * @throws ForfaitError STATEMENTS_UNLIKE for another schedule or year: sum them apart;
 * PHYSICIAN_TWICE; PHYSICIAN_UNKNOWN for one whom `by` does not name; INPUT_INVALID, KEY_UNKNOWN
 * @example
 * // What are the physicians of two practices paid, practice by practice?
 * const patients = [
 *   { physicianId: "a", age: 82, ald: true, c2s: false },
 *   { physicianId: "b", age: 40, ald: false, c2s: false },
 *   { physicianId: "c", age: 5, ald: false, c2s: true },
 * ];
 * const { statements } = computePhysicians({ patients }, { year: 2026 });
 * const by = { a: "north", b: "north", c: "south" };
 * const { groups, total } = sumStatements(statements, { by });
 * groups.map((one) => [one.group, one.physicians, one.total])
 * //=> [["north", 2, "105.00"], ["south", 1, "25.00"]]
 * total
 * //=> "130.00"
 */
export function sumStatements(
  statements: readonly Statement[],
  options: SumOptions = {},
): StatementSum {
  const all = copyOfList("statements", statements).map((one, i) =>
    checkStatement(one, `statements[${i}]`),
  );
  const { by, ...others } = guard("options", () => ({ ...options }));
  checkKeys("options", others, ["by"]);
  const [first] = all;
  if (!first)
    return refuse("INPUT_INVALID", "statements", statements, {
      fr: "un relevé au moins",
      en: "at least one statement",
    });
  all.forEach((one, i) => checkAlike(first, one, `statements[${i}]`));
  checkOnce(all);

  const assumptions = commonTo(all, ({ assumptions: own }) => own);
  const warnings = commonTo(all, ({ warnings: own }) => own);
  const groups = by === undefined ? new Map([[null, all]]) : byKey(all, groupOf(by));
  const { schedule, simulation, changes, readings } = first;
  return freeze({
    schedule,
    ...(simulation && { simulation }),
    ...(changes && { changes }),
    readings,
    assumptions,
    warnings,
    sources: Object.assign({}, ...all.map(({ sources }) => sources)) as Statement["sources"],
    ...totalsOf(all),
    groups: [...(groups as Map<string | null, Statement[]>)].map(([group, own]) => ({
      group,
      ...totalsOf(own),
      statements: own.map((one): SummedStatement => ({
        physicianId: one.physicianId,
        patients: one.patients,
        counts: one.counts,
        components: one.components,
        total: one.total,
        assumptions: without(one.assumptions, assumptions),
        warnings: without(one.warnings, warnings),
      })),
    })),
  });
}

/** The digest is that of the document under its readings and patches. */
function checkAlike({ schedule: a }: Statement, { schedule: b }: Statement, path: string): void {
  const [one, other] = [a, b].map(
    ({ id, version, year, digest }) => `${id} v${version}, ${year}, ${digest}`,
  );
  if (one !== other)
    refuse("STATEMENTS_UNLIKE", `${path}.schedule`, other, {
      fr: `${one}, comme le premier relevé ; les autres s'additionnent à part`,
      en: `${one}, as the first statement; the others are summed apart`,
    });
}

function checkOnce(all: readonly Statement[]): void {
  const known = new Set<string>();
  all.forEach(({ physicianId }, i) => {
    if (physicianId === null) return;
    if (known.has(physicianId))
      refuse("PHYSICIAN_TWICE", `statements[${i}].physicianId`, physicianId, {
        fr: "un relevé par médecin",
        en: "one statement for each physician",
      });
    known.add(physicianId);
  });
}

const textOf = (notice: Notice): string => JSON.stringify(notice);

function commonTo(
  all: readonly Statement[],
  noticesOf: (statement: Statement) => readonly Notice[],
): readonly Notice[] {
  const [first, ...others] = all.map(noticesOf) as [readonly Notice[], ...(readonly Notice[])[]];
  const texts = others.map((notices) => new Set(notices.map(textOf)));
  return first.filter((notice) => texts.every((known) => known.has(textOf(notice))));
}

function without(notices: readonly Notice[], common: readonly Notice[]): readonly Notice[] {
  const known = new Set(common.map(textOf));
  return notices.filter((notice) => !known.has(textOf(notice)));
}
