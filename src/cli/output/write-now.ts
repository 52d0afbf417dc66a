import { writeSync } from "node:fs";

/**
 * Writes to an open file descriptor before it returns. Opening the stream of standard error costs
 * milliseconds, more than most calls take.
 */
export function writeNow(descriptor: number, text: string): void {
  let bytes = new TextEncoder().encode(text);
  while (bytes.length > 0) bytes = bytes.subarray(writeSome(descriptor, bytes));
}

/** Number of bytes written; waits for a pipe that is full. */
function writeSome(descriptor: number, bytes: Uint8Array): number {
  try {
    return writeSync(descriptor, bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    return 0;
  }
}
