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
 * Adds the plain rows of a list to those of their physicians. Any row that is not, or of which
 * something has to be said, is left to the row reader.
 */
export class PlainRows {
  readonly readers: BlockReaders;
  readonly #list: ListByClass;
  readonly #fields: readonly string[];
  /** Facts of physicians that rows hold. */
  readonly #facts: readonly string[];
  readonly #hasId: boolean;
  readonly #physicians = new Distinct<string | null>();
  readonly #owners: (PatientList | undefined)[] = [];
  /** Numbers of the facts that the row reader found to be those of the physician. */
  readonly #told: number[] = [];
  readonly #numbers = new Map<number, number>();
  #block: RowBlock | undefined;
  #columns: readonly Int32Array[] = [];
  #named: Int32Array | undefined;
  #inList: readonly Int32Array[] = [];

  private constructor(
    list: ListByClass,
    fields: readonly string[],
    facts: readonly string[],
    hasId: boolean,
  ) {
    this.#list = list;
    this.#fields = fields;
    this.#facts = facts;
    this.#hasId = hasId;
    const { classes } = list.tree;
    this.readers = {
      ofValue: new Map([
        ["physicianId", (id) => this.#physicianOf(id)] as const,
        ...fields.map((field, i) => {
          const ofField = classes[i];
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
    this.#columns = this.#fields.map(column);
    this.#named = block.classes.get("physicianId");
    this.#inList = this.#facts.map(column);
  }

  /**
   * Adds a row of the block.
   * @param index of the row in the list
   * @returns whether it is added
   */
  add(row: number, index: number): boolean {
    const block = this.#block as RowBlock;
    if (block.isPlain[row] === 0) return false;
    const { tree } = this.#list;
    const leaf = tree.leafOf(this.#columns, row);
    if (leaf === NO_LEAF) return false;
    const who = this.#named === undefined ? 0 : (this.#named[row] as number);
    if (this.#facts.length > 0 && this.#told[who] !== this.#factsOf(row)) return false;
    const owner = this.#owners[who] ?? this.#find(who, index);
    if (owner === undefined) return false;
    const cell = tree.cells[leaf] as Cell;
    const prevention = tree.prevention[leaf];
    if (!this.#hasId) owner.addClaimed(cell, null, prevention, index);
    else if (!(owner.claims instanceof IdsOfList))
      return owner.add(cell, block.idOf(row), prevention, index);
    else if (owner.claims.claimHash(block.hashes[0][row] as number, block.hashes[1][row] as number))
      owner.addClaimed(cell, null, prevention, index);
    else return false;
    return true;
  }

  /** Remembers the facts of a row that are those of its physician. */
  agree(row: number): void {
    if (this.#facts.length === 0 || this.#block?.isPlain[row] === 0) return;
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
