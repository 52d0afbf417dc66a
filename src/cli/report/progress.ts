import type { Context } from "../arguments/context.ts";
import type { BatchFiles } from "../input/batch.ts";

const EVERY = 200;

/** Shows the progress and the remaining time while files are read, on a terminal only. */
export async function withProgress<Result>(
  { io, locale }: Context,
  { list, previous }: BatchFiles,
  read: (onBytes: Pick<BatchFiles, "onBytes">) => Promise<Result>,
): Promise<Result> {
  const paths = [list, previous].filter((path) => path !== undefined);
  const sizes = paths.map(io.sizeOf);
  if (sizes.includes(undefined)) return read({});
  const total = sizes.reduce<number>((sum, size) => sum + (size as number), 0);
  const begun = io.now();
  let done = 0;
  let shown = begun;
  const onBytes = (count: number): void => {
    done += count;
    const now = io.now();
    // Asked here, as a short command is done before.
    if (now - shown < EVERY || !io.err.isTerminal) return;
    shown = now;
    const left = Math.ceil(((now - begun) * Math.max(0, total - done)) / done / 1000);
    const share = Math.min(100, Math.floor((100 * done) / total));
    void io.err.show(`${share} %, ${locale === "fr" ? `encore ${left} s` : `${left} s left`}`);
  };
  try {
    return await read({ onBytes });
  } finally {
    if (shown !== begun) await io.err.show("");
  }
}
