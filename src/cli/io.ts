/** What the command may touch; `main.ts` gives the real one, tests give one in memory. */
export interface Io {
  /** Chunks of a file, or of standard input for `-`. */
  readonly open: (path: string) => AsyncIterable<Uint8Array>;
  /** Bytes in a file, where that is known. */
  readonly sizeOf: (path: string) => number | undefined;
  /**
   * Identifies a file whatever path names it; undefined where sharing it is harmless, as for a
   * terminal.
   * @param use `-` is standard input or standard output
   * @throws Failure for an output that is a folder, or whose folder is missing
   */
  readonly identityOf: (path: string, use: "read" | "write") => string | undefined;
  readonly out: Sink;
  readonly err: Sink & { readonly isTerminal: boolean };
  /**
   * Opens an output. A file gets its name only once it is complete; a device, a pipe or standard
   * output (`-`) is written into.
   * @param access who may read a file that did not exist: its user, or those that the umask admits
   * @throws Failure as `identityOf`
   */
  readonly create: (path: string, access?: Access) => Promise<OutputFile>;
  /** Milliseconds, for the time left. */
  readonly now: () => number;
}

export type Access = "private" | "shared";

export interface Sink {
  write(text: string): void | Promise<void>;
}

export interface OutputFile {
  /** For a writer that opens files itself; undefined where everything goes through `write`. */
  readonly path?: string;
  write(chunk: string | Uint8Array): void | Promise<void>;
  /** Gives the file its name. */
  finish(): Promise<void>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}
