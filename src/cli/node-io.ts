import { createReadStream, createWriteStream, rmSync, statSync, type WriteStream } from "node:fs";
import { rename } from "node:fs/promises";
import { once } from "node:events";
import type { Io, WholeFile } from "./io.ts";

/** Files, standard streams and the clock of this machine. */
export function nodeIo(): Io {
  endQuietlyWhenNobodyReads(process.stdout);
  endQuietlyWhenNobodyReads(process.stderr);
  return {
    open: (path) => (path === "-" ? process.stdin : createReadStream(path)) as AsyncIterable<Uint8Array>,
    sizeOf: (path) => (path === "-" ? undefined : statSync(path, { throwIfNoEntry: false })?.size),
    out: { write: (text) => writeTo(process.stdout, text) },
    err: { write: (text) => writeTo(process.stderr, text), isTerminal: process.stderr.isTTY === true },
    create: createWhole,
    now: () => performance.now(),
  };
}

async function writeTo(stream: NodeJS.WritableStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, "drain");
}

/** `forfait-mt ... | head` closes the pipe early: that is no error. */
function endQuietlyWhenNobodyReads(stream: NodeJS.WriteStream): void {
  stream.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 2));
}

/** Writes beside the final name, and takes it only once whole: an interruption leaves no half file under it. */
async function createWhole(path: string): Promise<WholeFile> {
  const partial = `${path}.${process.pid}.part`;
  const stream: WriteStream = createWriteStream(partial);
  await once(stream, "open");
  const remove = (): void => rmSync(partial, { force: true });
  const interrupted = (): never => {
    remove();
    process.exit(130);
  };
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  const close = async (): Promise<void> => {
    process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
    stream.end();
    await once(stream, "close");
  };
  return {
    write: (text) => writeTo(stream, text),
    finish: async () => {
      await close();
      await rename(partial, path);
    },
    discard: async () => {
      await close();
      remove();
    },
  };
}
