import { closeSync, open, read } from "node:fs";
import { promisify } from "node:util";

const openAsync = promisify(open);
const readAsync = promisify(read);

/** What is read at once: at first as Node's own streams do, then more, which costs less. */
const [FIRST, MORE] = [1 << 16, 1 << 20] as const;

/**
 * Reads a file, a pipe or a device. A stream of Node costs a short command some milliseconds more.
 */
export async function* readBytes(path: string): AsyncGenerator<Uint8Array> {
  const descriptor = await openAsync(path, "r");
  try {
    for (let size: number = FIRST; ; size = MORE) {
      const bytes = Buffer.allocUnsafeSlow(size);
      const { bytesRead, buffer } = await readAsync(descriptor, bytes, 0, size, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    closeSync(descriptor);
  }
}
