/** Pairs that are collected before they are parted; they fit in the cache of a processor. */
const TOGETHER = 1 << 16;
/** Parts by the upper bits of a hash; the hashes of one fit in the cache too. */
const [PARTS, PART_SHIFT] = [1024, 22] as const;
/** More hashes than a set can hold. */
const MOST = 1 << 23;

/** Hashes that may belong to several ids. */
export interface Suspects {
  has(key: number): boolean;
  readonly size: number;
}

/** Pairs in the order of their parts. */
interface Parted {
  readonly pairs: Uint32Array;
  /** Where each part begins, and where the last one ends. */
  readonly starts: Uint32Array;
}

/** Collects hashes of 64 bits, eight bytes each, and finds those that were added twice. */
export class RepeatedHashes {
  readonly #parted: Parted[] = [];
  #last = new Uint32Array(64);
  #filled = 0;

  add(high: number, low: number): void {
    if (this.#filled === this.#last.length) this.#makeRoom();
    this.#last[this.#filled] = high;
    this.#last[this.#filled + 1] = low;
    this.#filled += 2;
  }

  repeated(): Suspects {
    const all = [...this.#parted, parted(this.#last.subarray(0, this.#filled))];
    const found = new Set<number>();
    for (let part = 0; part < PARTS; part++) {
      collect(pairsOf(all, part), found);
      if (found.size > MOST) return { has: () => true, size: found.size };
    }
    return found;
  }

  #makeRoom(): void {
    if (this.#filled === 2 * TOGETHER) {
      this.#parted.push(parted(this.#last));
      this.#filled = 0;
      return;
    }
    const larger = new Uint32Array(2 * this.#filled);
    larger.set(this.#last);
    this.#last = larger;
  }
}

/** One number for a hash; different hashes seldom have the same. */
export function keyOf(high: number, low: number): number {
  return (high >>> 0) * 2 ** 21 + (low >>> 11);
}

/** A stable sort by part, in two passes over pairs that are in the cache. */
function parted(pairs: Uint32Array): Parted {
  const starts = new Uint32Array(PARTS + 1);
  for (let at = 0; at < pairs.length; at += 2) {
    const next = ((pairs[at] as number) >>> PART_SHIFT) + 1;
    starts[next] = (starts[next] as number) + 2;
  }
  for (let part = 0; part < PARTS; part++)
    starts[part + 1] = (starts[part + 1] as number) + (starts[part] as number);
  const sorted = new Uint32Array(pairs.length);
  const filled = starts.slice();
  for (let at = 0; at < pairs.length; at += 2) {
    const high = pairs[at] as number;
    const to = filled[high >>> PART_SHIFT] as number;
    sorted[to] = high;
    sorted[to + 1] = pairs[at + 1] as number;
    filled[high >>> PART_SHIFT] = to + 2;
  }
  return { pairs: sorted, starts };
}

function pairsOf(all: readonly Parted[], part: number): Uint32Array {
  const some = all.map(({ pairs, starts }) => pairs.subarray(starts[part], starts[part + 1]));
  const together = new Uint32Array(some.reduce((sum, { length }) => sum + length, 0));
  let size = 0;
  for (const pairs of some) {
    together.set(pairs, size);
    size += pairs.length;
  }
  return together;
}

function collect(pairs: Uint32Array, found: Set<number>): void {
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
