import { closeSync, open, read } from "node:fs";
import { promisify } from "node:util";

const openAsync = promisify(open);
const readAsync = promisify(read);

/** What Node's own streams read at once. */
const SIZE = 1 << 16;

/**
 * Reads a file, a pipe or a device. A stream of Node costs a short command some milliseconds more.
 */
export async function* readBytes(path: string): AsyncGenerator<Uint8Array> {
  const descriptor = await openAsync(path, "r");
  try {
    for (;;) {
      const { bytesRead, buffer } = await readAsync(
        descriptor,
        new Uint8Array(SIZE),
        0,
        SIZE,
        null,
      );
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    closeSync(descriptor);
  }
}
