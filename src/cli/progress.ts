import type { Locale } from "../error.ts";
import type { Io } from "./io.ts";

const EVERY = 200;

/** Shows on a terminal how much of a file is read and the time left; never in a pipe. */
export function progressOf(io: Io, total: number | undefined, locale: Locale): { readonly onBytes?: (count: number) => void; readonly done: () => void } {
  if (!io.err.isTerminal || total === undefined) return { done: () => {} };
  const begun = io.now();
  let read = 0;
  let shown = begun;
  const onBytes = (count: number): void => {
    read += count;
    const now = io.now();
    if (now - shown < EVERY) return;
    shown = now;
    const left = Math.ceil(((now - begun) * (total - read)) / read / 1000);
    void io.err.write(`\r${Math.floor((100 * read) / total)} %, ${locale === "fr" ? `encore ${left} s` : `${left} s left`}   `);
  };
  return { onBytes, done: () => (shown === begun ? undefined : void io.err.write("\r\u001b[K")) };
}
