import { refusal, type Refusal, type LocalizedText } from "../error.ts";
import { fieldsOf } from "./fields-of.ts";
import type { RejectedRow } from "./rejected-row.ts";
import { isMisspelt, unknownKey } from "../known-keys.ts";
import type { Practices } from "./practice.ts";
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
  readonly practices: Practices;
  readonly check?: PhysicianCheck | undefined;
  /** Called for each field that is not read. */
  readonly onUnknown?: (field: string) => void;
}

/** Why a physician is refused whose values are all valid, by what is asked besides. */
export type PhysicianCheck = (physician: PhysicianFacts, index: number) => readonly Refusal[];

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
  const read = fieldsOf(given, PHYSICIAN_FIELDS);
  let physician = unknownPhysician(null);
  if (read) {
    for (const field of read.unknown)
      if (isMisspelt(field, PHYSICIAN_FIELDS))
        refusals.push(unknownKey(path(), field, PHYSICIAN_FIELDS));
      else rules.onUnknown?.(field);
    const own = readPhysician(read.row, path, rules.referenceYear, refusals);
    physician = inPractice(own, path, rules, refusals);
  } else
    refusals.push(refusal("INPUT_INVALID", path(), given, { fr: "un objet", en: "an object" }));
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
  if (refusals.length === 0) refusals.push(...(rules.check?.(physician, index) ?? []));
  return refusals.length === 0
    ? { physician }
    : { physician, rejected: { kind: "physician", index, ...(id !== null && { id }), refusals } };
}

/** Adds the facts of the practice; one that is given twice must be the same. */
function inPractice(
  physician: PhysicianFacts,
  path: LazyPath,
  { practices }: PhysicianRules,
  refusals: Refusal[],
): PhysicianFacts {
  const { practiceId = null, facts: own = new Map<string, boolean | number>() } = physician;
  const ofPractice = practices.factsOf(practiceId);
  if (!ofPractice) {
    if (practiceId !== null)
      refusals.push(refusal("PRACTICE_UNKNOWN", `${path()}.practiceId`, practiceId, aPractice));
    return physician;
  }
  for (const [fact, value] of own) {
    const common = ofPractice.get(fact);
    if (common !== undefined && common !== value)
      refusals.push(
        refusal("FACT_INVALID", `${path()}.facts.${fact}`, value, {
          fr: `${common}, comme dans son cabinet`,
          en: `${common}, as in the practice`,
        }),
      );
  }
  return { ...physician, facts: new Map([...ofPractice, ...own]) };
}

/** What is read of a physician. */
export const PHYSICIAN_FIELDS = [
  "id",
  "zone",
  "birthDate",
  "age",
  "firstInstallation",
  "contract",
  "sector",
  "activeFrom",
  "activeUntil",
  "practiceId",
  "facts",
] as const satisfies (keyof Physician)[];

const aPractice: LocalizedText = {
  fr: "l'id d'une ligne de practices",
  en: "the id of a row of practices",
};

export const aPhysician: LocalizedText = {
  fr: "l'identifiant d'un médecin",
  en: "the identifier of a physician",
};
