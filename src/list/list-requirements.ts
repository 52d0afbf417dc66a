import { lastDay } from "../day.ts";
import type { ListChoices } from "./batch.ts";
import type { ColumnRequirements } from "./column-notices.ts";
import type { Requirements } from "./patient-facts.ts";
import type { RowPrevention } from "./row-prevention.ts";
import type { ListContext, ListName } from "./list-context.ts";

/** What a schedule requires of a list in a payment year. */
export interface ListRequirements {
  readonly referenceYear: number;
  /** Of the list of an earlier year; undefined if all payments rest on one list. */
  readonly previousYear: number | undefined;
  readonly rows: Requirements;
  /** Year whose dated actions count; undefined if those of any year do. */
  readonly preventionYear: number | undefined;
  /** Undefined if the schedule does not say what validates. */
  readonly prevention: RowPrevention | undefined;
  readonly columns: ColumnRequirements;
  readonly choices: ListChoices;
}

/** What rows are read with, as of the reference day of a year. */
export function listContext(
  { referenceYear: listYear, rows, preventionYear, prevention, choices }: ListRequirements,
  list: ListName,
  referenceYear: number,
  seenColumnOf: ListContext["seenColumnOf"],
): ListContext {
  return {
    ...rows,
    list,
    referenceYear,
    day: lastDay(referenceYear),
    yearsBefore: list === "patients" ? listYear - referenceYear : 0,
    preventionYear,
    prevention,
    neverSeen: choices.neverSeen,
    seenColumnOf,
  };
}
