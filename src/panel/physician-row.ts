import { refusal, type Refusal, type LocalizedText } from "../error.ts";
import type { RejectedRow } from "./list.ts";
import {
  readPhysician,
  unknownPhysician,
  type Physician,
  type PhysicianFacts,
  type Place,
} from "./physician.ts";

/** What must hold of a row of physicians beyond its own values. */
export interface PhysicianRules {
  readonly referenceYear: number;
  /** False where there is only one physician, who may go without a name. */
  readonly needsId: boolean;
  readonly isTaken: (id: string | null) => boolean;
}

/** Reads a row of physicians, which `place` names; one that is refused keeps the identifier it gives, if any. */
export function readPhysicianRow(
  given: Physician,
  index: number,
  place: Place,
  rules: PhysicianRules,
): { readonly physician: PhysicianFacts; readonly rejected?: RejectedRow } {
  const refusals: Refusal[] = [];
  const row = fieldsOf(given);
  if (row === undefined)
    refusals.push(refusal("INPUT_INVALID", place(), given, { fr: "un objet", en: "an object" }));
  const physician = row
    ? readPhysician(row, place, rules.referenceYear, refusals)
    : unknownPhysician(null);
  const { id } = physician;
  if (id === null && rules.needsId && refusals.length === 0)
    refusals.push(refusal("ID_INVALID", `${place()}.id`, undefined, aPhysician));
  if (rules.isTaken(id))
    refusals.push(
      refusal("PHYSICIAN_TWICE", `${place()}.id`, id, {
        fr: "un médecin une seule fois",
        en: "a physician once",
      }),
    );
  return refusals.length === 0
    ? { physician }
    : { physician, rejected: { kind: "physician", index, ...(id !== null && { id }), refusals } };
}

/** The fields of a row, each read once; undefined where it is no object, or throws when it is read. */
function fieldsOf(given: Physician): Physician | undefined {
  try {
    if (typeof given !== "object" || given === null || Array.isArray(given)) return undefined;
    const {
      id,
      zone,
      birthDate,
      age,
      firstInstallation,
      contract,
      sector,
      activeFrom,
      activeUntil,
    } = given;
    return {
      id,
      zone,
      birthDate,
      age,
      firstInstallation,
      contract,
      sector,
      activeFrom,
      activeUntil,
    } as Physician;
  } catch {
    return undefined;
  }
}

export const aPhysician: LocalizedText = {
  fr: "l'identifiant d'un médecin",
  en: "the identifier of a physician",
};
