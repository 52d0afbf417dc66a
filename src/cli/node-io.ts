import { createReadStream, rmSync, statSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { once } from "node:events";
import type { Io, WholeFile } from "./io.ts";

/** Files, standard streams and the clock of this machine. */
export function nodeIo(): Io {
  endWhenNobodyReads(process.stdout);
  endWhenNobodyReads(process.stderr);
  return {
    open: (path) =>
      (path === "-" ? process.stdin : createReadStream(path)) as AsyncIterable<Uint8Array>,
    sizeOf: (path) => (path === "-" ? undefined : statSync(path, { throwIfNoEntry: false })?.size),
    out: { write: (text) => writeTo(process.stdout, text) },
    err: {
      write: (text) => writeTo(process.stderr, text),
      isTerminal: process.stderr.isTTY === true,
    },
    create: createWhole,
    now: () => performance.now(),
  };
}

async function writeTo(stream: NodeJS.WritableStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, "drain");
}

/** `forfait-mt ... | head` closes the pipe early: that is no error. */
function endWhenNobodyReads(stream: NodeJS.WriteStream): void {
  stream.on("error", ({ code, message }: NodeJS.ErrnoException) => {
    if (code === "EPIPE") process.exit(0);
    if (stream !== process.stderr) process.stderr.write(`forfait-mt: ${message}\n`);
    process.exit(2);
  });
}

const ENOUGH = 1 << 16;

/**
 * Writes beside the final name, and takes it only once whole: an interruption leaves no half file under it.
 * What is no file (a device, a pipe) is written to directly.
 */
async function createWhole(path: string): Promise<WholeFile> {
  const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() ?? true;
  const target = isFile ? `${path}.${process.pid}.part` : path;
  const remove = (): void => (isFile ? rmSync(target, { force: true }) : undefined);
  const interrupted = (): never => process.exit(130);
  const forget = (): unknown =>
    process.off("exit", remove).off("SIGINT", interrupted).off("SIGTERM", interrupted);
  process.once("exit", remove).once("SIGINT", interrupted).once("SIGTERM", interrupted);
  const handle = await open(target, "w").catch((error: unknown) => {
    forget();
    throw error;
  });

  let held = "";
  const flush = async (): Promise<void> => {
    const text = held;
    held = "";
    await handle.appendFile(text);
  };
  const close = async (): Promise<void> => {
    await handle.close();
    forget();
  };
  return {
    write: async (text) => {
      held += text;
      if (held.length > ENOUGH) await flush();
    },
    finish: async () => {
      await flush();
      await close();
      if (isFile) await rename(target, path);
    },
    discard: async () => {
      await close();
      remove();
    },
  };
}
