import { refusal, type Refusal, type LocalizedText } from "../error.ts";
import type { RejectedRow } from "./patient-list.ts";
import {
  readPhysician,
  unknownPhysician,
  type Physician,
  type PhysicianFacts,
  type LazyPath,
} from "./physician.ts";

/** What the row of a physician is checked against, apart from its own values. */
export interface PhysicianRules {
  readonly referenceYear: number;
  /** False for a single physician, who may have no id. */
  readonly needsId: boolean;
  readonly isTaken: (id: string | null) => boolean;
}

/**
 * Reads the row of a physician; a rejected one keeps its id, if any.
 * @param path returns the path of the row
 */
export function readPhysicianRow(
  given: Physician,
  index: number,
  path: LazyPath,
  rules: PhysicianRules,
): { readonly physician: PhysicianFacts; readonly rejected?: RejectedRow } {
  const refusals: Refusal[] = [];
  const row = fieldsOf(given);
  if (row === undefined)
    refusals.push(refusal("INPUT_INVALID", path(), given, { fr: "un objet", en: "an object" }));
  const physician = row
    ? readPhysician(row, path, rules.referenceYear, refusals)
    : unknownPhysician(null);
  const { id } = physician;
  if (id === null && rules.needsId && refusals.length === 0)
    refusals.push(refusal("ID_INVALID", `${path()}.id`, undefined, aPhysician));
  if (rules.isTaken(id))
    refusals.push(
      refusal("PHYSICIAN_TWICE", `${path()}.id`, id, {
        fr: "un médecin une seule fois",
        en: "a physician once",
      }),
    );
  return refusals.length === 0
    ? { physician }
    : { physician, rejected: { kind: "physician", index, ...(id !== null && { id }), refusals } };
}

/**
 * Copies the fields of a row, each read once; undefined if it is not an object, or if a getter
 * throws.
 */
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
