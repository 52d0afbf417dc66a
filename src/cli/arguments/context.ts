import type { Locale } from "../../error.ts";
import type { Args } from "./args.ts";
import type { PrintingIo } from "../output/printing.ts";

/** Input of a command, which returns its exit code. */
export interface Context {
  readonly args: Args;
  readonly io: PrintingIo;
  readonly locale: Locale;
}

export type Command = (context: Context) => Promise<number>;
