import {
  choose,
  coalesce,
  isNull,
  isTruth,
  not,
  nothing,
  text,
  truth,
  type Expression,
} from "./expression/expression.ts";

/** What must hold of a value; false and NULL both mean that it is invalid. */
export interface Check {
  /** The fact, or the field, that is checked. */
  readonly of: string;
  readonly holds: Expression;
}

/**
 * The name of what is invalid, NULL if nothing is.
 * @param nameOf what to call the fact of a check
 * @param known a name that is NULL unless something is known to be invalid
 */
export function firstInvalid(
  checks: readonly Check[],
  nameOf: (of: string) => string,
  known?: Expression,
): Expression {
  const failed = checks
    .filter(({ holds }) => !isTruth(holds, true))
    .map(({ of, holds }) => ({ when: fails(holds), value: text(nameOf(of)) }));
  return choose(
    known ? [{ when: not(isNull(known)), value: known }, ...failed] : failed,
    nothing("text"),
  );
}

const fails = (holds: Expression): Expression =>
  holds.kind === "not" && holds.of.kind === "isNull"
    ? holds.of
    : not(coalesce(holds, truth(false)));
