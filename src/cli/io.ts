/** Everything outside the process that the command uses; tests provide one in memory. */
export interface Io {
  /** Reads a file, or standard input for `-`. A chunk holds until the next one is asked for. */
  readonly open: (path: string) => AsyncIterable<Uint8Array>;
  /** Size of a file in bytes, if known. */
  readonly sizeOf: (path: string) => number | undefined;
  /**
   * Identifies a file independently of its path; undefined if sharing it is harmless, as for a
   * terminal.
   * @param use `-` is standard input or standard output
   * @throws Failure for an output that is a folder, or whose folder is missing
   */
  readonly identityOf: (path: string, use: "read" | "write") => string | undefined;
  readonly out: Stream;
  readonly err: Stream;
  /**
   * Opens an output. A file gets its name only once it is complete; a device, a pipe or standard
   * output (`-`) is written directly.
   * @param access readers of a new file: its owner only, or those allowed by the umask
   * @throws Failure as `identityOf`
   */
  readonly create: (path: string, access?: Access) => Promise<OutputFile>;
  /** Clock in milliseconds, to estimate the remaining time. */
  readonly now: () => number;
}

export type Access = "private" | "shared";

export interface Sink {
  write(text: string): void | Promise<void>;
}

/** A standard stream. */
export interface Stream extends Sink {
  readonly isTerminal: boolean;
}

export interface OutputFile {
  /** For a writer that opens the file itself; undefined if everything must go through `write`. */
  readonly path?: string;
  readonly isTerminal?: boolean;
  write(chunk: string | Uint8Array): void | Promise<void>;
  /** Gives the file its name. */
  finish(): Promise<void>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}
