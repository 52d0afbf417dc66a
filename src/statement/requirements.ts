import { MOST_INDICATORS } from "../facts.ts";
import { rowPrevention } from "../indicators/row-prevention.ts";
import type { ListRequirements } from "../list/list-requirements.ts";
import type { ListChoices } from "../list/batch.ts";
import { columnNotices, type ColumnRequirements } from "../list/column-notices.ts";
import type { Requirements } from "../list/patient-facts.ts";
import type { SeenForm } from "../panel/columns/code.ts";
import { HIGHEST_BYTE } from "../panel/scan/byte-reader.ts";
import type { Compiled } from "./compiled.ts";
import { lateVisitOf, preventionYearOf, referenceYearOf } from "./facts.ts";

/** What a schedule requires of a list in a payment year. */
export function listRequirements(
  compiled: Compiled,
  year: number,
  choices: ListChoices,
): ListRequirements {
  return {
    referenceYear: referenceYearOf(compiled.schedule.reads.on, year),
    previousYear: previousYearOf(compiled, year),
    rows: requirementsOf(compiled),
    preventionYear: preventionYearOf(compiled.schedule, year),
    prevention: rowPrevention(compiled.schedule, year),
    columns: columnRequirements(compiled, year),
    choices,
  };
}

/** Reference year of the previous list; undefined if all payments are based on a single list. */
export function previousYearOf({ schedule, payments }: Compiled, year: number): number | undefined {
  for (const plan of payments.values())
    if ("on" in plan && plan.on !== schedule.reads.on) return referenceYearOf(plan.on, year);
  return undefined;
}

export function requirementsOf(compiled: Compiled): Requirements {
  const paid = compiled.amounts.flatMap(({ prevention }) => prevention ?? []);
  const named = paid.every(({ ofIndicator }) => !ofIndicator.has("any") && !ofIndicator.has(""));
  const indicators =
    paid.length > 0 && named
      ? new Set(paid.flatMap(({ ofIndicator }) => [...ofIndicator.keys()]))
      : undefined;
  return {
    seenWithin: compiled.reads.has("seen")
      ? Number.parseInt(compiled.schedule.reads.seenWithin as string, 10)
      : undefined,
    c2sKind: compiled.c2sKind,
    indicators,
    onePrice: paid.every(({ ofAction }) => ofAction !== undefined),
    mostActions: Math.min(indicators?.size || MOST_INDICATORS, HIGHEST_BYTE),
    lateVisit: lateVisitOf(compiled.schedule),
  };
}

export function columnRequirements(
  { schedule, reads, amounts }: Compiled,
  year: number,
): ColumnRequirements {
  return {
    readsSeen: reads.has("seen"),
    paysPrevention: amounts.some(({ prevention }) => prevention),
    preventionYear: preventionYearOf(schedule, year),
    ifMissing: schedule.reads.ifMissing,
  };
}

/**
 * Notices about the columns that a list of patients lacks.
 * @throws ForfaitError FACT_MISSING for a column without default
 */
export function noticesOfColumns(
  compiled: Compiled,
  year: number,
  seenForm: SeenForm,
  prevention: boolean,
): ReturnType<typeof columnNotices> {
  const required = columnRequirements(compiled, year);
  return columnNotices(required, { seen: seenForm !== "unknown", prevention });
}
