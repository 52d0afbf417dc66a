/** Identifiers of which none may come twice. As long as each comes after the one before, none can have, and none is looked up. */
export class UniqueIds {
  readonly #before: readonly (string | null)[];
  #last = "";
  #known: Set<string | null> | undefined;

  /** @param before where the owner keeps the identifiers that are claimed, in order */
  constructor(before: readonly (string | null)[]) {
    this.#before = before;
  }

  /** Whether an identifier is new; it is then taken. */
  claim(id: string): boolean {
    if (this.#known === undefined) {
      if (isAfter(id, this.#last)) {
        this.#last = id;
        return true;
      }
      this.#known = new Set(this.#before);
    }
    const before = this.#known.size;
    return this.#known.add(id).size > before;
  }
}

/** Whether an identifier comes after another: numbers of unlike length stand in their order too. */
function isAfter(id: string, last: string): boolean {
  return id.length > last.length || (id.length === last.length && id > last);
}
