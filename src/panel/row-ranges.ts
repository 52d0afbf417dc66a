/** Rising whole numbers, of which many follow each other without a gap: only where each stretch begins and ends is kept. */
export class RowRanges {
  readonly #starts: number[] = [];
  /** The first number after each stretch. */
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
