/** What the command may touch; `main.ts` gives the real one, tests give one in memory. */
export interface Io {
  /** Chunks of a file, or of standard input for `-`. */
  readonly open: (path: string) => AsyncIterable<Uint8Array>;
  /** Bytes in a file, where that is known. */
  readonly sizeOf: (path: string) => number | undefined;
  readonly out: Sink;
  readonly err: Sink & { readonly isTerminal: boolean };
  /** A file that has its final name only once it is whole. */
  readonly create: (path: string) => Promise<WholeFile>;
  /** Milliseconds, for the time left. */
  readonly now: () => number;
}

export interface Sink {
  write(text: string): void | Promise<void>;
}

export interface WholeFile extends Sink {
  /** Gives the file its name. */
  finish(): Promise<void>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}
