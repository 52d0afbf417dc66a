import { copyOfList, guard, refuse, type LocalizedText } from "../error.ts";
import { checkKeys } from "../known-keys.ts";
import type { NeverSeen, Patient } from "./patient.ts";
import type { Physician } from "./physician.ts";
import type { Practice } from "./practice.ts";

/** Lists of patients, and what is known of their physicians. */
export interface Batch {
  /** If undefined, one physician per distinct `physicianId`, with the schedule's defaults. */
  readonly physicians?: readonly Physician[];
  /** Practices that physicians name by their `practiceId`. */
  readonly practices?: readonly Practice[];
  readonly patients: readonly Patient[];
  /** Patients of an earlier year, for schedules that base advances on them. */
  readonly previousPatients?: readonly Patient[];
}

/** How a list is to be understood. */
export interface ListChoices {
  /** `"empty"`: a patient with an empty `lastSeen` (null, an empty text) was never seen. */
  readonly neverSeen?: NeverSeen;
  /** Ids name the same patient with every physician: one on two lists is then told to both. */
  readonly idsAreShared?: boolean;
}

/** Copies the lists, because accessors in rows could change them during reading. */
export function checkBatch(batch: Batch): Batch {
  const lists = guard("batch", () =>
    LISTS.map((name) => [name, (batch as Partial<Batch> | null | undefined)?.[name]] as const),
  );
  const copies = lists.flatMap(([name, list]) =>
    list === undefined && name !== "patients"
      ? []
      : [[name, copyOfList(name, list as readonly unknown[])] as const],
  );
  guard("batch", () => checkKeys("batch", batch, LISTS));
  const copy = Object.fromEntries(copies) as unknown as Batch;
  return copy.practices && !copy.physicians
    ? refuse("INPUT_INVALID", "physicians", undefined, physiciansOfPractices)
    : copy;
}

const LISTS = ["physicians", "practices", "patients", "previousPatients"] as const;

/** Practices are reached through their physicians. */
export const physiciansOfPractices: LocalizedText = {
  fr: "les médecins et leur practiceId, puisqu'il y a des cabinets",
  en: "the physicians and their practiceId, since there are practices",
};
