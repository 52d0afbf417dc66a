/** Parts by the upper bits of a hash; the hashes of one fit in the cache of a processor. */
const PARTS = 1024;
/** Pairs of a first stretch, which the next ones double up to the longest. */
const [SHORTEST, LONGEST] = [16, 4096];
/** More hashes than a set can hold. */
const MOST = 1 << 23;

/** Hashes that may belong to several ids. */
export interface Suspects {
  has(key: number): boolean;
  readonly size: number;
}

/** Collects hashes of 64 bits, eight bytes each, and finds those that were added twice. */
export class RepeatedHashes {
  /** Stretches of pairs of each part; none of a part without hashes: a short list has few. */
  readonly #parts: (Uint32Array[] | undefined)[] = [];
  /** Numbers in the last stretch of each part. */
  readonly #filled = new Uint32Array(PARTS);
  readonly #last: (Uint32Array | undefined)[] = [];

  add(high: number, low: number): void {
    const part = high >>> 22;
    let last = this.#last[part];
    let at = this.#filled[part] as number;
    if (last === undefined || at === last.length) {
      last = new Uint32Array(Math.min(2 * LONGEST, 2 * (last?.length ?? SHORTEST)));
      (this.#parts[part] ??= []).push(last);
      this.#last[part] = last;
      at = 0;
    }
    last[at] = high;
    last[at + 1] = low;
    this.#filled[part] = at + 2;
  }

  repeated(): Suspects {
    const found = new Set<number>();
    for (const [part, stretches] of this.#parts.entries()) {
      if (stretches === undefined) continue;
      collect(stretches, this.#filled[part] as number, found);
      if (found.size > MOST) return { has: () => true, size: found.size };
    }
    return found;
  }
}

/** One number for a hash; different hashes seldom have the same. */
export function keyOf(high: number, low: number): number {
  return (high >>> 0) * 2 ** 21 + (low >>> 11);
}

/** @param filled numbers in the last stretch */
function collect(stretches: readonly Uint32Array[], filled: number, found: Set<number>): void {
  const before = stretches.slice(0, -1).reduce((sum, { length }) => sum + length, 0);
  const pairs = new Uint32Array(before + filled);
  let size = 0;
  for (const stretch of stretches) {
    pairs.set(stretch.subarray(0, pairs.length - size), size);
    size += stretch.length;
  }
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(pairs.length + 2)));
  const mask = slots.length - 1;
  for (let at = 0; at < pairs.length; at += 2) {
    const [high, low] = [pairs[at] as number, pairs[at + 1] as number];
    let slot = low & mask;
    for (;;) {
      const other = slots[slot] as number;
      if (other === 0) {
        slots[slot] = at + 1;
        break;
      }
      if (pairs[other - 1] === high && pairs[other] === low) {
        found.add(keyOf(high, low));
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
}
