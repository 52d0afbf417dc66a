import { copyOfList, guard, oneOf, refuse, type LocalizedText } from "../../error.ts";
import { checkKeys } from "../../known-keys.ts";
import { isAbsent, type Patient } from "../../list/patient.ts";
import { PATIENT_FIELDS } from "../../list/patient-fields.ts";

/** How a list changes: patients join it, leave it, or change. */
export interface ListChange {
  readonly add?: readonly Patient[];
  /** Ids of patients of the list. */
  readonly remove?: readonly (string | number)[];
  /**
   * By id, the facts that change; the others stay. A fact that is undefined or null is taken away.
   */
  readonly set?: Readonly<Record<string, PatientFacts>>;
}

/** What may change of a patient who stays. */
export type PatientFacts = {
  readonly [Fact in keyof Omit<Patient, "id" | "physicianId">]?: Patient[Fact] | null | undefined;
};

/** What a change does to one row: the row that leaves, the row that comes, and where it is said. */
export interface RowChange {
  readonly path: string;
  /** Number of the row in the list; undefined for one that joins. */
  readonly row?: number;
  /** Undefined for one that leaves. */
  readonly next?: Patient;
}

/** Rows by their number, and the number of the row that an id names. */
export interface NamedRows {
  readonly rows: readonly Patient[];
  /** Undefined for an unknown id; null for one that several rows have, none of them on the list. */
  readonly rowOf: (id: string) => number | null | undefined;
}

/**
 * Reads a change.
 * @throws ForfaitError INPUT_INVALID, KEY_UNKNOWN; PATIENT_UNKNOWN for an id of no row;
 * PATIENT_TWICE for one that is named twice, or that joins a list that has it
 */
export function readChange(given: ListChange, list: NamedRows): readonly RowChange[] {
  const { add, remove, set } = checkChange(given);
  const named = new Set<string>();
  const claim = (id: string, path: string): number => {
    const row = list.rowOf(id);
    if (row === undefined) refuse("PATIENT_UNKNOWN", path, id, anId);
    if (row === null || named.has(id)) refuse("PATIENT_TWICE", path, id, once);
    named.add(id);
    return row;
  };
  return [
    ...remove.map((id, i): RowChange => {
      const path = `change.remove[${i}]`;
      return { path, row: claim(idText(id, path), path) };
    }),
    ...set.map(([id, facts]): RowChange => {
      const path = `change.set.${id}`;
      const row = claim(id, path);
      const next = { ...(list.rows[row] as Patient), ...checkFacts(facts, path) } as Patient;
      checkDates(facts, next, path);
      return { path, row, next };
    }),
    ...add.map((next, i): RowChange => {
      const path = `change.add[${i}]`;
      const id: unknown = guard(path, () => next?.id);
      if (typeof id === "string" || typeof id === "number") {
        const text = String(id);
        if (text !== "" && (named.has(text) || list.rowOf(text) !== undefined))
          refuse("PATIENT_TWICE", `${path}.id`, id, newId);
        named.add(text);
      }
      return { path, next };
    }),
  ];
}

function checkChange(given: ListChange): {
  readonly add: readonly Patient[];
  readonly remove: readonly (string | number)[];
  readonly set: readonly (readonly [id: string, facts: PatientFacts])[];
} {
  if (typeof given !== "object") refuse("INPUT_INVALID", "change", given, aChange);
  const { add, remove, set, ...others } = guard("change", () => ({ ...given }));
  checkKeys("change", others, ["add", "remove", "set"]);
  if (add === undefined && remove === undefined && set === undefined)
    refuse("INPUT_INVALID", "change", given, aChange);
  if (set !== undefined && !isObject(set)) refuse("INPUT_INVALID", "change.set", set, factsById);
  return {
    add: add === undefined ? [] : copyOfList("change.add", add),
    remove: remove === undefined ? [] : copyOfList("change.remove", remove),
    set: guard("change.set", () => Object.entries(set ?? {})),
  };
}

function idText(id: unknown, path: string): string {
  if (!isAbsent(id) && (typeof id === "string" || Number.isFinite(id))) return String(id);
  return refuse("ID_INVALID", path, id, anId);
}

const FACTS = PATIENT_FIELDS.filter((field) => field !== "id" && field !== "physicianId");

/** A misspelt fact would change nothing in silence. */
function checkFacts(facts: PatientFacts, path: string): PatientFacts {
  if (!isObject(facts)) refuse("INPUT_INVALID", path, facts, someFacts);
  const copy = guard(path, () => ({ ...facts }));
  checkKeys(path, copy, FACTS);
  return copy;
}

/** A right whose dates stay as they were would change nothing in silence: dates decide first. */
function checkDates(facts: PatientFacts, next: Patient, path: string): void {
  for (const [right, from, until] of DATED_RIGHTS)
    if (
      !isAbsent(facts[right]) &&
      (!isAbsent(next[from]) || !isAbsent(next[until])) &&
      facts[from] === undefined &&
      facts[until] === undefined
    )
      refuse("INPUT_INVALID", `${path}.${right}`, facts[right], {
        fr: `${from} et ${until} avec, puisque ce patient a des dates, qui décident avant ${right}`,
        en: `${from} and ${until} with it: this patient has dates, which decide before ${right}`,
      });
}

const DATED_RIGHTS = [
  ["ald", "aldFrom", "aldUntil"],
  ["c2s", "c2sFrom", "c2sUntil"],
] as const;

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const aChange: LocalizedText = {
  fr: "{ add: [patient] }, { remove: [id] } ou { set: { [id]: facts } }",
  en: "{ add: [patient] }, { remove: [id] } or { set: { [id]: facts } }",
};
const factsById: LocalizedText = {
  fr: "un objet { [id]: { c2s: true } }",
  en: "an object { [id]: { c2s: true } }",
};
const someFacts = oneOf(["{ c2s: true }"]);
const anId: LocalizedText = {
  fr: "l'identifiant d'un patient de la liste",
  en: "the id of a patient of the list",
};
const once: LocalizedText = {
  fr: "un identifiant une seule fois",
  en: "an id once",
};
const newId: LocalizedText = {
  fr: "un identifiant que la liste n'a pas ; pour changer un patient : set",
  en: "an id that the list does not have; to change a patient: set",
};
