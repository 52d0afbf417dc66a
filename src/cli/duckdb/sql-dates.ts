import type { ListRequirements } from "../../list/list-requirements.ts";
import { DATED_FIELDS } from "../../list/patient-on.ts";
import { dayOf, isEmpty } from "./sql-cells.ts";

/**
 * SQL test of a row whose dates plainly change nothing on the reference day: registered on it, and
 * no other date. The row reader decides of any other row. Where payments rest on an earlier list as
 * well, it reads every row, as of two days.
 * @returns nothing for a file without dates
 */
export function datesAreRead(
  texts: ReadonlyMap<string, string>,
  { referenceYear, previousYear }: ListRequirements,
): readonly string[] {
  const tests = DATED_FIELDS.flatMap((field) => {
    const text = texts.get(field);
    if (text === undefined) return [];
    const on = SETTLED[field];
    const isSettled = on && ` OR ${dayOf(text)} ${on} DATE '${referenceYear}-12-31'`;
    return `(${isEmpty(text)}${isSettled ?? ""})`;
  });
  if (tests.length === 0) return [];
  return [previousYear === undefined ? tests.join(" AND ") : "FALSE"];
}

/** How a date compares with the day where it changes nothing. */
const SETTLED: Readonly<Partial<Record<(typeof DATED_FIELDS)[number], string>>> = {
  registeredFrom: "<=",
  registeredUntil: ">=",
  diedOn: ">",
};
