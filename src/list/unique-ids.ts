/** Tells ids of the patients of a physician that come twice. */
export interface IdClaims {
  /** Claims an id; returns false if it was claimed before. */
  claim(id: string): boolean;
  has(id: string): boolean;
}

/**
 * Detects duplicate ids. While ids arrive in ascending order no set is needed; the first id out of
 * order builds one.
 */
export class UniqueIds implements IdClaims {
  readonly #claimed: () => readonly (string | null)[];
  #last = "";
  #set: Set<string | null> | undefined;

  /** @param before gives the ids claimed so far, as kept by the owner */
  constructor(before: () => readonly (string | null)[]) {
    this.#claimed = before;
  }

  claim(id: string): boolean {
    if (this.#set === undefined) {
      if (isAfter(id, this.#last)) {
        this.#last = id;
        return true;
      }
      this.#set = new Set(this.#claimed());
    }
    const before = this.#set.size;
    return this.#set.add(id).size > before;
  }

  has(id: string): boolean {
    if (this.#set === undefined && isAfter(id, this.#last)) return false;
    return (this.#set ??= new Set(this.#claimed())).has(id);
  }
}

/** Orders by length before text, so that numbers of different lengths ascend too. */
function isAfter(id: string, last: string): boolean {
  return id.length > last.length || (id.length === last.length && id > last);
}
