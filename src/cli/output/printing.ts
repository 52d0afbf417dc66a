import type { Locale } from "../../error.ts";
import { printableLines } from "../../printable.ts";
import { setIn } from "../../typography.ts";
import type { Io, OutputFile } from "../io.ts";

/** Files and streams, where what is printed is printable. */
export interface PrintingIo extends Io {
  readonly err: Io["err"] & {
    /** Shows a line of a terminal in place of the one shown before; "" wipes it. */
    readonly show: (line: string) => void | Promise<void>;
  };
}

/**
 * Makes every message printable, and whatever goes to a terminal. A file or a pipe gets data as
 * they are: an identifier comes out as it came in. Messages are set as their language is.
 */
export function printing(io: Io, locale: Locale): PrintingIo {
  const { out, err } = io;
  const message = (text: string): string => setIn(locale, printableLines(text));
  return {
    ...io,
    out: {
      write: (text) => out.write(out.isTerminal ? shown(text) : text),
      get isTerminal() {
        return out.isTerminal;
      },
    },
    err: {
      write: (text) => err.write(message(text)),
      show: (line) => err.write(`\r${message(line)}\u001b[K`),
      get isTerminal() {
        return err.isTerminal;
      },
    },
    create: async (path, access) => printingFile(await io.create(path, access)),
  };
}

/** A terminal needs no mark of UTF-8. */
const shown = (text: string): string => printableLines(text.replace(/^\ufeff/, ""));

function printingFile(file: OutputFile): OutputFile {
  if (!file.isTerminal) return file;
  const decoder = new TextDecoder();
  const textOf = (chunk: string | Uint8Array): string =>
    typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
  return { ...file, write: (chunk) => file.write(shown(textOf(chunk))) };
}
