import { createReadStream, statSync } from "node:fs";
import { once } from "node:events";
import type { Io } from "./io.ts";
import { inputIdentity, outputIdentity } from "./output/identity.ts";
import { openOutput, type Streams } from "./output/open-output.ts";

/** Files, standard streams and the clock of this machine. */
export function nodeIo(): Io {
  const { stdout, stderr } = process;
  exitOnClosedPipe(stdout);
  exitOnClosedPipe(stderr);
  const streams: Streams = new Map([
    [1, (chunk) => writeTo(stdout, chunk)],
    [2, (chunk) => writeTo(stderr, chunk)],
  ]);
  return {
    open: (path) =>
      (path === "-" ? process.stdin : createReadStream(path)) as AsyncIterable<Uint8Array>,
    sizeOf: (path) => (path === "-" ? undefined : statSync(path, { throwIfNoEntry: false })?.size),
    identityOf: (path, use) => (use === "read" ? inputIdentity(path) : outputIdentity(path)),
    out: { write: (text) => writeTo(stdout, text) },
    err: { write: (text) => writeTo(stderr, text), isTerminal: stderr.isTTY === true },
    create: (path, access = "shared") => openOutput(path, access, streams),
    now: () => performance.now(),
  };
}

async function writeTo(stream: NodeJS.WritableStream, chunk: string | Uint8Array): Promise<void> {
  if (!stream.write(chunk)) await once(stream, "drain");
}

/** `forfait-mt ... | head` closes the pipe early, which is not an error. */
function exitOnClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on("error", ({ code, message }: NodeJS.ErrnoException) => {
    if (code === "EPIPE") process.exit(0);
    if (stream !== process.stderr) process.stderr.write(`forfait-mt: ${message}\n`);
    process.exit(2);
  });
}
