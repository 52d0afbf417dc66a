/** Most different texts of a column; the rows of still others are read one by one. */
const MOST_TEXTS = 1 << 17;

/** In place of a class: the row has to be read by itself. */
export const UNCLASSED = -1;

/**
 * Classes of texts, by their bytes: what a text means is asked once, however often a column has it.
 */
export class Texts {
  readonly #classify: (text: string) => number;
  readonly #most: number;
  /** Index of a text, from 1, at its hash or in one of the next slots. */
  #slots = new Int32Array(512);
  #hashes = new Int32Array(256);
  #classes = new Int32Array(256);
  /** Where the bytes of each text end; those of the first one begin at 0. */
  #ends = new Uint32Array(256);
  #bytes = Buffer.alloc(4096);
  #size = 0;

  /** @param classify returns the class of a text, from 0, or UNCLASSED */
  constructor(classify: (text: string) => number, most = MOST_TEXTS) {
    this.#classify = classify;
    this.#most = most;
  }

  /** @param hash of the same bytes, by `hashOf` or as it makes it */
  classOf(bytes: Buffer, from: number, end: number, hash: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const found = (this.#slots[slot] as number) - 1;
      if (found < 0) return this.#add(bytes, from, end, hash, slot);
      if (this.#hashes[found] === hash && this.#isAt(found, bytes, from, end))
        return this.#classes[found] as number;
    }
  }

  #isAt(found: number, bytes: Buffer, from: number, end: number): boolean {
    let at = found === 0 ? 0 : (this.#ends[found - 1] as number);
    if ((this.#ends[found] as number) - at !== end - from) return false;
    const known = this.#bytes;
    for (let i = from; i < end; i++) if (known[at++] !== bytes[i]) return false;
    return true;
  }

  #add(bytes: Buffer, from: number, end: number, hash: number, slot: number): number {
    const found = this.#classify(bytes.toString("utf8", from, end));
    if (this.#size === this.#most || end - from > LONGEST_TEXT) return found;
    const at = this.#size === 0 ? 0 : (this.#ends[this.#size - 1] as number);
    if (at + end - from > this.#bytes.length)
      this.#bytes = Buffer.concat([this.#bytes], 2 * (at + end - from));
    bytes.copy(this.#bytes, at, from, end);
    this.#hashes[this.#size] = hash;
    this.#classes[this.#size] = found;
    this.#ends[this.#size] = at + end - from;
    this.#slots[slot] = ++this.#size;
    if (this.#size === this.#hashes.length) this.#grow();
    return found;
  }

  #grow(): void {
    const size = 2 * this.#size;
    const doubled = <Numbers extends Int32Array | Uint32Array>(numbers: Numbers): Numbers => {
      const larger = new (numbers.constructor as new (size: number) => Numbers)(size);
      larger.set(numbers);
      return larger;
    };
    this.#hashes = doubled(this.#hashes);
    this.#classes = doubled(this.#classes);
    this.#ends = doubled(this.#ends);
    this.#slots = new Int32Array(2 * size);
    const mask = 2 * size - 1;
    for (let i = 0; i < this.#size; i++) {
      let slot = spread(this.#hashes[i] as number) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = i + 1;
    }
  }
}

/** Texts above are read each time: they are no words. */
const LONGEST_TEXT = 256;

export const [HASH_START, HASH_FACTOR] = [-2_128_831_035, 16_777_619] as const;

/** FNV-1a of 32 bits. */
export function hashOf(bytes: Buffer, from: number, end: number): number {
  let hash: number = HASH_START;
  for (let i = from; i < end; i++) hash = Math.imul(hash ^ (bytes[i] as number), HASH_FACTOR);
  return hash;
}

/** Brings the upper bits, which depend on most bytes, down to those that choose a slot. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}
