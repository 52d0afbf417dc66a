/** Ascending integers, mostly consecutive, stored as ranges. */
export class RowRanges {
  readonly #starts: number[] = [];
  /** End of each range, excluded. */
  readonly #ends: number[] = [];

  add(next: number): void {
    const last = this.#ends.length - 1;
    if (this.#ends[last] === next) {
      this.#ends[last] = next + 1;
    } else {
      this.#starts.push(next);
      this.#ends.push(next + 1);
    }
  }

  all(): number[] {
    return this.#starts.flatMap((start, i) =>
      Array.from({ length: (this.#ends[i] as number) - start }, (_, more) => start + more),
    );
  }
}
