import { textEnd, textStart, type Piece } from "./vector.ts";

/** A text that already has a key. */
interface Known {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly key: number;
  /** Next text with the same hash. */
  readonly other: Known | undefined;
}

/** Hash table from UTF-8 bytes to keys. A text is decoded only when it is new. */
export class Utf8Table {
  readonly #keyOf: (text: string) => number;
  readonly #byHash = new Map<number, Known>();
  /** Made for the first text: an engine without one can hold ids that are not UTF-8. */
  #decoder: InstanceType<typeof TextDecoder> | undefined;
  #last: Known | undefined;

  /** @param keyOf returns the key of a new text */
  constructor(keyOf: (text: string) => number) {
    this.#keyOf = keyOf;
  }

  key(piece: Piece, at: number): number {
    const bytes = piece.values as Uint8Array;
    const start = textStart(piece, at);
    const end = textEnd(piece, at);
    if (!this.#last || !isSame(this.#last, bytes, start, end))
      this.#last = this.#find(bytes, start, end);
    return this.#last.key;
  }

  #find(bytes: Uint8Array, start: number, end: number): Known {
    const hash = hashOf(bytes, start, end);
    const first = this.#byHash.get(hash);
    for (let known = first; known; known = known.other)
      if (isSame(known, bytes, start, end)) return known;
    this.#decoder ??= new TextDecoder();
    const added = {
      bytes,
      start,
      end,
      key: this.#keyOf(this.#decoder.decode(bytes.subarray(start, end))),
      other: first,
    };
    this.#byHash.set(hash, added);
    return added;
  }
}

function isSame(known: Known, bytes: Uint8Array, start: number, end: number): boolean {
  if (known.end - known.start !== end - start) return false;
  for (let i = start, j = known.start; i < end; i++, j++)
    if (bytes[i] !== known.bytes[j]) return false;
  return true;
}

/** FNV-1a hash, 32 bits. */
export function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
  return hash;
}
