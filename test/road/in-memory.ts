import type { Io } from "../../src/cli/io.ts";
import { nodeIo } from "../../src/cli/node-io.ts";

/** Reads files that are texts in memory, some bytes at a time. */
export function inMemory(files: Readonly<Record<string, string>>, chunk = 1 << 16): Io {
  async function* open(path: string): AsyncGenerator<Uint8Array> {
    const bytes = new TextEncoder().encode(files[path]);
    for (let from = 0; from < bytes.length; from += chunk) yield bytes.subarray(from, from + chunk);
  }
  return { ...nodeIo(), open, sizeOf: (path) => files[path]?.length };
}
