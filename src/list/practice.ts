import { refusal, type Refusal } from "../error.ts";
import { fieldsOf } from "./fields-of.ts";
import { readFacts, type FactValues, type GivenFacts } from "./given-facts.ts";
import type { RejectedRow } from "./rejected-row.ts";
import { readId } from "./physician.ts";

/** A practice, in which one or several physicians work. */
export interface Practice {
  readonly id?: string | number;
  /** Facts that the schedule declares of the practice, by id. */
  readonly facts?: GivenFacts;
}

/** Practices by id. */
export class Practices {
  readonly rejected: RejectedRow[] = [];
  readonly #facts = new Map<string | null, FactValues>();

  /** @param rows with an id each, or one row without */
  constructor(
    rows: readonly Practice[] = [],
    pathOf: (index: number) => string = (index) => `practices[${index}]`,
  ) {
    rows.forEach((row, index) => this.#add(row, index, pathOf(index), rows.length > 1));
  }

  /** Facts of a physician's practice; without an id, those of the only practice without one. */
  factsOf(id: string | null): FactValues | undefined {
    return this.#facts.get(id);
  }

  #add(row: Practice, index: number, path: string, needsId: boolean): void {
    const refusals: Refusal[] = [];
    const { id, facts } = readPractice(row, path, refusals);
    if (id === null && needsId && refusals.length === 0)
      refusals.push(
        refusal("ID_INVALID", `${path}.id`, undefined, {
          fr: "l'identifiant d'un cabinet",
          en: "the identifier of a practice",
        }),
      );
    if (refusals.length === 0 && this.#facts.has(id))
      refusals.push(
        refusal("PRACTICE_TWICE", `${path}.id`, id, {
          fr: "un cabinet une seule fois",
          en: "a practice once",
        }),
      );
    if (refusals.length === 0) this.#facts.set(id, facts);
    else this.rejected.push({ kind: "practice", index, ...(id !== null && { id }), refusals });
  }
}

function readPractice(
  row: Practice,
  path: string,
  refusals: Refusal[],
): { readonly id: string | null; readonly facts: FactValues } {
  const given = fieldsOf(row, ["id", "facts"])?.row;
  if (given === undefined)
    refusals.push(refusal("INPUT_INVALID", path, row, { fr: "un objet", en: "an object" }));
  return {
    id: readId(given?.id, () => `${path}.id`, refusals),
    facts: readFacts(given?.facts, () => `${path}.facts`, refusals) ?? new Map(),
  };
}
