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

/** First character of a text that is not blank, and the text from its chunk on. */
export async function peek(
  text: AsyncGenerator<Uint8Array>,
): Promise<{ first: string; all: AsyncIterable<Uint8Array> }> {
  const start: Uint8Array[] = [];
  const decoder = new TextDecoder();
  let first = "";
  while (first === "") {
    const { done, value } = await text.next();
    if (done) break;
    start.push(new Uint8Array(value));
    first = decoder.decode(value, { stream: true }).trimStart().charAt(0);
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* start;
    yield* text;
  }
  return { first, all: all() };
}

export async function readAll(text: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let all = "";
  for await (const part of text) all += decoder.decode(part, { stream: true });
  return all.replace(/^\ufeff/, "");
}
