type Numbers = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** Ascending indexes of columns, mostly consecutive, stored as ranges. */
export class RowRanges {
  readonly #starts: number[] = [];
  /** End of each range, excluded. */
  readonly #ends: number[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(next: number): void {
    this.addAll(next, 1);
  }

  /** Adds consecutive indexes, at least one. */
  addAll(next: number, count: number): void {
    const last = this.#ends.length - 1;
    this.#size += count;
    if (this.#ends[last] === next) {
      this.#ends[last] = next + count;
    } else {
      this.#starts.push(next);
      this.#ends.push(next + count);
    }
  }

  all(): number[] {
    return this.#starts.flatMap((start, i) =>
      Array.from({ length: (this.#ends[i] as number) - start }, (_, more) => start + more),
    );
  }

  /** The index that stands at a place. */
  indexAt(place: number): number {
    let before = 0;
    for (let i = 0; i < this.#starts.length; i++) {
      const start = this.#starts[i] as number;
      const end = this.#ends[i] as number;
      if (place < before + end - start) return start + place - before;
      before += end - start;
    }
    return -1;
  }

  /** Whether a number of a column at the indexes passes a test; the first ones are asked first. */
  some(column: Numbers, test: (value: number) => boolean): boolean {
    for (let i = 0; i < this.#starts.length; i++) {
      const end = this.#ends[i] as number;
      for (let at = this.#starts[i] as number; at < end; at++)
        if (test(column[at] as number)) return true;
    }
    return false;
  }

  /** Numbers of a column at the indexes: a view where they are one range, else a copy. */
  of<Column extends Numbers>(column: Column): Column {
    if (this.#starts.length === 1) return column.subarray(this.#starts[0], this.#ends[0]) as Column;
    const gathered = new (column.constructor as new (size: number) => Column)(this.#size);
    let at = 0;
    for (let i = 0; i < this.#starts.length; i++) {
      const range = column.subarray(this.#starts[i], this.#ends[i]);
      gathered.set(range, at);
      at += range.length;
    }
    return gathered;
  }
}
