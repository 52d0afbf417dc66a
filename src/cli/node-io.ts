import { statSync } from "node:fs";
import { once } from "node:events";
import { readBytes } from "./input/read-bytes.ts";
import type { Io } from "./io.ts";
import { inputIdentity, outputIdentity } from "./output/identity.ts";
import { writeNow } from "./output/write-now.ts";
import { isTerminal } from "./output/is-terminal.ts";
import { openOutput, type Streams } from "./output/open-output.ts";

/** Files, standard streams and the clock of this machine. */
export interface NodeIo extends Io {
  /** Stops reading the rest of a refused standard input, which would keep the process alive. */
  readonly endInput: () => void;
}

/** Node opens a standard stream when it is first read from `process`; a pipe takes milliseconds. */
export function nodeIo(): NodeIo {
  const [stdout, stderr] = [standardStream("stdout"), standardStream("stderr")];
  const streams: Streams = new Map([
    [1, (chunk) => writeTo(stdout(), chunk)],
    [2, (chunk) => writeTo(stderr(), chunk)],
  ]);
  let endInput = (): void => {};
  const openInput = (): AsyncIterable<Uint8Array> => {
    endInput = () => process.stdin.destroy();
    return process.stdin as AsyncIterable<Uint8Array>;
  };
  return {
    open: (path) => (path === "-" ? openInput() : readBytes(path)),
    endInput: () => endInput(),
    sizeOf: (path) => (path === "-" ? undefined : statSync(path, { throwIfNoEntry: false })?.size),
    identityOf: (path, use) => (use === "read" ? inputIdentity(path) : outputIdentity(path)),
    out: {
      write: (text) => writeTo(stdout(), text),
      get isTerminal() {
        return isTerminal(1);
      },
    },
    err: {
      write: writeError,
      get isTerminal() {
        return stderr().isTTY === true;
      },
    },
    create: (path, access = "shared") => openOutput(path, access, streams),
    now: () => process.uptime() * 1000,
  };
}

/** A standard stream that ends the process if it fails. */
function standardStream(name: "stdout" | "stderr"): () => NodeJS.WriteStream {
  let opened: NodeJS.WriteStream | undefined;
  return () => {
    if (opened === undefined) {
      opened = process[name];
      exitOnClosedPipe(opened);
    }
    return opened;
  };
}

function writeError(text: string): void {
  try {
    writeNow(2, text);
  } catch (error) {
    process.exit((error as NodeJS.ErrnoException).code === "EPIPE" ? 0 : 2);
  }
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
