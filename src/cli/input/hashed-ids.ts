import type { IdClaims } from "../../list/unique-ids.ts";
import { keyOf, RepeatedHashes, type Suspects } from "./repeated-hashes.ts";
import { wordAt } from "./word-at.ts";

/** Two hashes of the id of each row. */
export type RowHashes = readonly [Int32Array, Int32Array];

/**
 * Tells ids apart that are not kept. A first reading collects hashes: equal ids have equal ones, so
 * where none is repeated, no id is. Else a second reading looks at the ids of repeated hashes.
 */
export class HashedIds {
  readonly #hashes = new RepeatedHashes();
  readonly #suspects: Suspects | undefined;
  #lists = 0;

  /** @param suspects of the first reading; undefined if this is it */
  constructor(suspects?: Suspects) {
    this.#suspects = suspects;
  }

  /** Ids of one list of a physician. */
  readonly ofList = (): IdsOfList => new IdsOfList(++this.#lists, this.#hashes, this.#suspects);

  /** Hashes that more than one id of a list has. */
  repeated(): Suspects {
    return this.#suspects ? new Set<number>() : this.#hashes.repeated();
  }
}

export class IdsOfList implements IdClaims {
  readonly #seed: number;
  readonly #hashes: RepeatedHashes;
  readonly #suspects: Suspects | undefined;
  readonly #claimed = new Set<string>();

  constructor(list: number, hashes: RepeatedHashes, suspects: Suspects | undefined) {
    this.#seed = Math.imul(list, 0x9e37_79b1);
    this.#hashes = hashes;
    this.#suspects = suspects;
  }

  /**
   * Claims an id by two hashes of its bytes.
   * @returns false if the id itself has to be looked at
   */
  claimHash(one: number, other: number): boolean {
    const high = mixed(one ^ this.#seed);
    const low = other + this.#seed;
    if (!this.#suspects) this.#hashes.add(high, low);
    else if (this.#suspects.has(keyOf(high, low))) return false;
    return true;
  }

  /**
   * Claims the ids of some rows.
   * @returns the first row whose id itself has to be looked at, or the end
   */
  claimHashes([one, other]: RowHashes, first: number, end: number): number {
    for (let row = first; row < end; row++)
      if (!this.claimHash(one[row] as number, other[row] as number)) return row;
    return end;
  }

  claim(id: string): boolean {
    const bytes = Buffer.from(id);
    const hashes = [new Int32Array(1), new Int32Array(1)] as const;
    hashId(bytes, 0, bytes.length, hashes, 0);
    if (this.claimHash(hashes[0][0] as number, hashes[1][0] as number)) return true;
    const before = this.#claimed.size;
    return this.#claimed.add(id).size > before;
  }

  /** Whether an id was claimed that had to be looked at. */
  has(id: string): boolean {
    return this.#claimed.has(id);
  }
}

/** Two hashes of an id, which are written at a place of two columns; four bytes at a time. */
export function hashId(
  bytes: Uint8Array,
  from: number,
  end: number,
  [one, other]: RowHashes,
  row: number,
): void {
  let first = end - from;
  let second = -first;
  let at = from;
  for (; at + 4 <= end; at += 4) {
    const word = wordAt(bytes, at);
    first = mixed(first ^ word);
    second = Math.imul((second ^ (second >>> 15)) + word, 0xc2b2_ae35);
  }
  let rest = 0;
  for (; at < end; at++) rest = (rest << 8) | (bytes[at] as number);
  one[row] = mixed(first ^ rest);
  other[row] = Math.imul((second ^ (second >>> 15)) + rest, 0xc2b2_ae35);
}

/** Spreads what differs over all bits; no two numbers become one. */
function mixed(hash: number): number {
  const more = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  return more ^ (more >>> 13);
}
