import type { Batch } from "./batch.ts";
import { isAbsent, type DatedAction, type Patient } from "./patient.ts";
import { hasDatedActions } from "./dated-actions.ts";
import { isInTurn } from "./periods.ts";

/** What the dates of a batch answer about days and years other than those it was closed on. */
export interface ToldDates {
  /** When patients joined, left or died. */
  readonly registration: boolean;
  /** Since when each physician is in their zone. */
  readonly zone: boolean;
  /** On which day actions of prevention were validated: there are some, and all are dated. */
  readonly prevention: boolean;
}

export function toldDates({ physicians, patients }: Batch): ToldDates {
  return {
    registration: patients.some((row) => holdsAny(row, REGISTRATION)),
    zone:
      physicians?.length !== 0 && (physicians ?? [undefined]).every((row) => isInTurn(row?.zone)),
    prevention:
      patients.some((row) => hasDatedActions(row?.prevention) || !isAbsent(row?.acts)) &&
      !patients.some((row) => hasUndatedActions(row?.prevention)),
  };
}

const REGISTRATION = ["registeredFrom", "registeredUntil", "diedOn"] as const;

function holdsAny(row: Patient | null, fields: readonly (keyof Patient)[]): boolean {
  return fields.some((field) => row?.[field] !== undefined);
}

function hasUndatedActions(prevention: Patient["prevention"]): boolean {
  if (typeof prevention === "number") return prevention > 0;
  return (
    Array.isArray(prevention) &&
    prevention.some((action) => isAbsent((action as Partial<DatedAction> | null)?.on))
  );
}
