import type { Locale } from "../../error.ts";
import type { Args } from "./args.ts";
import type { Io } from "../io.ts";

/** Input of a command, which returns its exit code. */
export interface Context {
  readonly args: Args;
  readonly io: Io;
  readonly locale: Locale;
}

export type Command = (context: Context) => Promise<number>;
