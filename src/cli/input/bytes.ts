import { fail } from "../report/failure.ts";
import { isUndecided } from "./kinds/recognise.ts";

/** Bytes of a file that is held in memory at most. */
const MOST_BYTES = 200_000_000;

/** The first bytes of a file, which tell its kind, and the whole file. */
export async function readSignature(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ first: Uint8Array; all: AsyncGenerator<Uint8Array> }> {
  const rest = chunks[Symbol.asyncIterator]();
  let first = new Uint8Array();
  while (isUndecided(first)) {
    const { done, value } = await rest.next();
    if (done) break;
    first = new Uint8Array(Buffer.concat([first, value]));
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield first;
    yield* { [Symbol.asyncIterator]: () => rest };
  }
  return { first, all: all() };
}

/** A whole file in memory. */
export async function readBytesOf(path: string, all: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of all) {
    parts.push(new Uint8Array(part));
    size += part.length;
    if (size > MOST_BYTES)
      fail(
        "INPUT_TOO_LARGE",
        `${path} : plus de ${MOST_BYTES / 1e6} Mo ; enregistrer en CSV UTF-8`,
        `${path}: more than ${MOST_BYTES / 1e6} MB; save it as CSV UTF-8`,
      );
  }
  return Buffer.concat(parts);
}
