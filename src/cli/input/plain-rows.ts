import type { BatchReader, ListByClass } from "../../list/batch-reader.ts";
import { NO_LEAF } from "../../list/cell-tree.ts";
import type { Cell } from "../../list/cell.ts";
import { isAbsent } from "../../list/patient.ts";
import { isWrittenId } from "../../list/written-id.ts";
import type { PatientList } from "../../list/patient-list.ts";
import type { ListName } from "../../list/list-context.ts";
import { CLASSED_FIELDS } from "../../list/value-classes.ts";
import { IdsOfList } from "./hashed-ids.ts";
import type { InputList } from "./input-list.ts";
import type { BlockReaders, RowBlock } from "./row-block.ts";
import { isTotal } from "./kinds/total-row.ts";
import { UNCLASSED } from "./texts.ts";

/**
 * Adds the plain rows of a list to those of their physicians, consecutive ones of a physician
 * together. Any row that is not plain, or of which something has to be said, is left to the row
 * reader.
 */
export class PlainRows {
  readonly readers: BlockReaders;
  readonly #list: ListByClass;
  /** Facts of physicians that rows hold. */
  readonly #facts: readonly string[];
  readonly #hasId: boolean;
  readonly #physicians = new Distinct<string | null>();
  readonly #owners: (PatientList | undefined)[] = [];
  /** Numbers of the facts that the row reader found to be those of the physician. */
  readonly #told: number[] = [];
  readonly #numbers = new Map<number, number>();
  #block: RowBlock | undefined;
  #named: Int32Array | undefined;
  #inList: readonly Int32Array[] = [];

  private constructor(
    list: ListByClass,
    fields: readonly string[],
    facts: readonly string[],
    hasId: boolean,
  ) {
    this.#list = list;
    this.#facts = facts;
    this.#hasId = hasId;
    const { tree } = list;
    this.readers = {
      tree,
      ofValue: new Map([
        ["physicianId", (id) => this.#physicianOf(id)] as const,
        ...fields.map((field, i) => {
          const ofField = tree.classes[i];
          return [field, (value: unknown) => ofField?.classOf(value) ?? UNCLASSED] as const;
        }),
      ]),
      ofText: new Map(
        facts.map((fact) => {
          const texts = new Distinct<string>();
          return [fact, (text: string) => texts.numberOf(text)] as const;
        }),
      ),
    };
  }

  /** @param facts of physicians that rows hold; undefined for a list that is read row by row */
  static of(
    reader: BatchReader,
    name: ListName,
    { fields, blocks }: InputList,
    facts: readonly string[],
  ): PlainRows | undefined {
    if (blocks === undefined) return undefined;
    const classed = CLASSED_FIELDS.filter((field) => fields.has(field));
    const list = reader.byClass(name, classed);
    return list && new PlainRows(list, classed, facts, fields.has("id"));
  }

  open(block: RowBlock): void {
    const column = (field: string): Int32Array => block.classes.get(field) as Int32Array;
    this.#block = block;
    this.#named = block.classes.get("physicianId");
    this.#inList = this.#facts.map(column);
  }

  /**
   * Adds rows of the block, up to one that has to be read by itself.
   * @param index of the first one in the list
   * @returns how many are added
   */
  addFrom(first: number, index: number): number {
    const { size } = this.#block as RowBlock;
    let row = first;
    while (row < size) {
      const end = this.#endOfStretch(row);
      if (end === row) break;
      const who = this.#named === undefined ? 0 : (this.#named[row] as number);
      const at = index + row - first;
      const owner = this.#owners[who] ?? this.#find(who, at);
      const added = owner === undefined ? 0 : this.#addTo(owner, row, end, at);
      row += added;
      if (row < end) break;
    }
    return row - first;
  }

  /** Where plain rows of one physician end, whose facts are known. */
  #endOfStretch(first: number): number {
    const { size, leaves } = this.#block as RowBlock;
    const named = this.#named;
    const who = named === undefined ? 0 : named[first];
    let row = first;
    while (
      row < size &&
      (leaves[row] as number) >= 0 &&
      (named === undefined || named[row] === who) &&
      (this.#facts.length === 0 || this.#told[who as number] === this.#factsOf(row))
    )
      row += 1;
    return row;
  }

  /** @returns how many rows are added, up to one whose id has to be looked at */
  #addTo(owner: PatientList, first: number, end: number, index: number): number {
    const { leaves, hashes, idOf } = this.#block as RowBlock;
    const { tree } = this.#list;
    const { claims } = owner;
    if (this.#hasId && !(claims instanceof IdsOfList)) {
      for (let row = first; row < end; row++) {
        const leaf = leaves[row] as number;
        const [cell, prevention] = [tree.cells[leaf] as Cell, tree.prevention[leaf]];
        if (!owner.add(cell, idOf(row), prevention, index + row - first)) return row - first;
      }
      return end - first;
    }
    const claimed =
      this.#hasId && claims instanceof IdsOfList ? claims.claimHashes(hashes, first, end) : end;
    if (claimed > first) owner.addAll(tree, leaves, first, claimed, index);
    return claimed - first;
  }

  /** Remembers the facts of a row that are those of its physician. */
  agree(row: number): void {
    if (this.#facts.length === 0 || this.#block?.leaves[row] === NO_LEAF) return;
    this.#told[this.#named?.[row] ?? 0] = this.#factsOf(row);
  }

  #find(who: number, index: number): PatientList | undefined {
    const id = this.#named === undefined ? null : (this.#physicians.held[who] as string | null);
    return (this.#owners[who] = this.#list.ownerOf(id, index));
  }

  #physicianOf(id: unknown): number {
    if (isAbsent(id)) return this.#physicians.numberOf(null);
    if (typeof id === "string" && isWrittenId(id) && !isTotal(id))
      return this.#physicians.numberOf(id);
    return UNCLASSED;
  }

  /** A number for the classes of the facts of a row. */
  #factsOf(row: number): number {
    let number = 0;
    for (const column of this.#inList) {
      const key = number * MOST_FACTS + (column[row] as number);
      const known = this.#numbers.get(key);
      number = known ?? this.#numbers.size + 1;
      if (known === undefined) this.#numbers.set(key, number);
    }
    return number;
  }
}

const MOST_FACTS = 2 ** 24;

/** Numbers what is different, from 0. */
class Distinct<Held> {
  readonly held: Held[] = [];
  readonly #numbers = new Map<Held, number>();

  numberOf(one: Held): number {
    const known = this.#numbers.get(one);
    if (known !== undefined) return known;
    this.#numbers.set(one, this.held.length);
    return this.held.push(one) - 1;
  }
}
