import { CARRIAGE_RETURN, LINE_FEED } from "./csv-record.ts";
import { wordAt } from "./word-at.ts";

/** Most different texts of a column; the rows of still others are read one by one. */
const MOST_TEXTS = 1 << 17;

const [LINE_FEEDS, CARRIAGE_RETURNS] = [0x0a0a_0a0a, 0x0d0d_0d0d] as const;

/** In place of a class: the row has to be read by itself. */
export const UNCLASSED = -1;

/** Texts above, in bytes, are read each time: they are no words. */
const LONGEST_TEXT = 256;

/** Of an entry: its class, then the length of its text, then its words. */
const [LENGTH, WORDS] = [1, 2] as const;

/**
 * Classes of texts, by their bytes: what a text means is asked once, however often a column has it.
 * Bytes are hashed and compared four at a time, and an entry is in one place of the memory; byte by
 * byte a look-up for 20 of them takes three times as long.
 */
export class Texts {
  readonly #classify: (text: string) => number;
  readonly #most: number;
  /** Where an entry begins, at its hash or in one of the next slots; 0 for none. */
  #slots = new Int32Array(512);
  #entries = new Int32Array(1024);
  #filled = 1;
  #size = 0;
  /** Where the cells end whose class was asked last. */
  end = 0;
  /** Words of the text that is looked up. */
  readonly #sought = new Int32Array(LONGEST_TEXT / 4 + 1);

  /** @param classify returns the class of a text, or UNCLASSED */
  constructor(classify: (text: string) => number, most = MOST_TEXTS) {
    this.#classify = classify;
    this.#most = most;
  }

  get isFull(): boolean {
    return this.#size === this.#most;
  }

  classOf(bytes: Uint8Array, from: number, end: number): number {
    const length = end - from;
    if (length > LONGEST_TEXT) return this.#classify(textOf(bytes, from, end));
    const sought = this.#sought;
    let hash = 0;
    let count = 0;
    let at = from;
    for (; at + 4 <= end; at += 4) {
      const word = wordAt(bytes, at);
      sought[count++] = word;
      hash = mixed(hash, word);
    }
    let rest = 0;
    for (let shift = 0; at < end; shift += 8) rest |= (bytes[at++] as number) << shift;
    sought[count++] = rest;
    return this.#find(bytes, from, length, count, mixed(hash, rest));
  }

  /**
   * Class of cells that end before a line end, or before the last of some separators; `end` tells
   * where. Four bytes are looked at together: cells of 20 bytes take half of the time.
   * @param bytes with a line feed behind them, and three bytes more
   * @param view of the same bytes
   * @param separators so many
   */
  classOfCells(
    bytes: Uint8Array,
    view: DataView,
    from: number,
    separator: number,
    separators: number,
  ): number {
    const sought = this.#sought;
    const pattern = separator * 0x0101_0101;
    let left = separators;
    let hash = 0;
    let count = 0;
    let at = from;
    for (; ; at += 4) {
      const word = view.getInt32(at, true);
      if (hasZero(word ^ LINE_FEEDS) || hasZero(word ^ CARRIAGE_RETURNS)) break;
      const here = zeros(word ^ pattern);
      if (here >= left || count === sought.length - 1) break;
      left -= here;
      sought[count++] = word;
      hash = mixed(hash, word);
    }
    let rest = 0;
    for (let shift = 0; ; shift += 8, at++) {
      const byte = bytes[at] as number;
      if (byte === LINE_FEED || byte === CARRIAGE_RETURN) break;
      if (byte === separator && --left === 0) break;
      rest |= byte << shift;
    }
    this.end = at;
    const length = at - from;
    if (length > LONGEST_TEXT) return this.#classify(textOf(bytes, from, at));
    sought[count++] = rest;
    return this.#find(bytes, from, length, count, mixed(hash, rest));
  }

  #find(bytes: Uint8Array, from: number, length: number, count: number, hash: number): number {
    const slots = this.#slots;
    const entries = this.#entries;
    const mask = slots.length - 1;
    for (let slot = mixed(hash, length) & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[slot] as number;
      if (entry === 0) return this.#add(textOf(bytes, from, from + length), slot, count, length);
      if (entries[entry + LENGTH] === length && this.#isAt(entry + WORDS, count))
        return entries[entry] as number;
    }
  }

  #isAt(start: number, count: number): boolean {
    const entries = this.#entries;
    const sought = this.#sought;
    for (let i = 0; i < count; i++) if (entries[start + i] !== sought[i]) return false;
    return true;
  }

  #add(text: string, slot: number, count: number, length: number): number {
    const found = this.#classify(text);
    if (this.isFull) return found;
    const entry = this.#filled;
    this.#filled += WORDS + count;
    if (this.#filled > this.#entries.length) {
      const larger = new Int32Array(2 * this.#filled);
      larger.set(this.#entries);
      this.#entries = larger;
    }
    this.#entries.set([found, length], entry);
    this.#entries.set(this.#sought.subarray(0, count), entry + WORDS);
    this.#slots[slot] = entry;
    this.#size += 1;
    if (2 * this.#size === this.#slots.length) this.#grow();
    return found;
  }

  #grow(): void {
    const entries = this.#entries;
    const slots = new Int32Array(2 * this.#slots.length);
    const mask = slots.length - 1;
    for (let entry = 1; entry < this.#filled;) {
      const length = entries[entry + LENGTH] as number;
      const next = entry + WORDS + (length >> 2) + 1;
      let hash = 0;
      for (let at = entry + WORDS; at < next; at++) hash = mixed(hash, entries[at] as number);
      let slot = mixed(hash, length) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = entry;
      entry = next;
    }
    this.#slots = slots;
  }
}

function textOf(bytes: Uint8Array, from: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, end - from).toString();
}

function mixed(hash: number, word: number): number {
  const more = Math.imul(hash ^ word, 0x9e37_79b1);
  return more ^ (more >>> 15);
}

/** Whether a byte of a word is zero. */
function hasZero(word: number): boolean {
  return ((word - 0x0101_0101) & ~word & 0x8080_8080) !== 0;
}

/** How many bytes of a word are zero. */
function zeros(word: number): number {
  const marks = ~(((word & 0x7f7f_7f7f) + 0x7f7f_7f7f) | word | 0x7f7f_7f7f);
  return Math.imul(marks >>> 7, 0x0101_0101) >>> 24;
}
