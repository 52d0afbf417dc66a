/** Chunks of a file, each counted. */
export async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  onBytes: (count: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    onBytes(chunk.length);
    yield chunk;
  }
}

/** First non-blank character, and the whole text replayed. */
export async function peek(
  text: AsyncGenerator<string>,
): Promise<{ first: string; all: AsyncIterable<string> }> {
  let start = "";
  while (start.trim() === "") {
    const { done, value } = await text.next();
    if (done) break;
    start += value;
  }
  async function* all(): AsyncGenerator<string> {
    yield start;
    yield* text;
  }
  return { first: start.trimStart().charAt(0), all: all() };
}

export async function readAll(text: AsyncIterable<string>): Promise<string> {
  const parts: string[] = [];
  for await (const part of text) parts.push(part);
  return parts.join("").replace(/^\ufeff/, "");
}
