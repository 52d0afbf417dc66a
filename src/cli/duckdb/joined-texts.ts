/** Stands between texts. */
const SEPARATOR = 0;

/** SQL of the texts of a column, joined to bytes: as many texts as there are rows. */
export function joinedTexts(sql: string): string {
  return `ENCODE(STRING_AGG(IFNULL(CAST(${sql} AS VARCHAR), ''), CHR(${SEPARATOR})))`;
}

/** The texts of a column in a window. */
export class JoinedTexts {
  bytes: Buffer = Buffer.alloc(0);
  /** Where each text begins; behind the last one, where the next would. */
  readonly #starts: Uint32Array;

  /** @param size most rows of a window */
  constructor(size: number) {
    this.#starts = new Uint32Array(size + 1);
  }

  /** @returns false if a text holds the byte that stands between them: they cannot be told */
  read(bytes: Buffer, size: number): boolean {
    this.bytes = bytes;
    const starts = this.#starts;
    let row = 0;
    for (let at = 0; at < bytes.length; at++)
      if (bytes[at] === SEPARATOR) {
        row += 1;
        if (row === size) return false;
        starts[row] = at + 1;
      }
    starts[size] = bytes.length + 1;
    return row === size - 1;
  }

  startOf(row: number): number {
    return this.#starts[row] as number;
  }

  endOf(row: number): number {
    return (this.#starts[row + 1] as number) - 1;
  }

  textOf(row: number): string {
    return this.bytes.toString("utf8", this.startOf(row), this.endOf(row));
  }
}
