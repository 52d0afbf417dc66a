import { Parser } from "saxen";

/** An element, by its name without a prefix; the names of attributes keep theirs. */
export interface XmlHandlers {
  open?(name: string, attributes: () => Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Characters without a tag after which a text is boundless; a cell of Excel holds 32,767. */
const LONGEST_TEXT = 1 << 21;

/**
 * Parses XML while it arrives, and yields after each chunk.
 * @throws Error for anything but well-formed XML
 */
export async function* parseXml(
  chunks: AsyncIterable<string>,
  { open, close, text }: XmlHandlers,
): AsyncGenerator<void> {
  let sinceTag = 0;
  const stop = (error: Error): never => {
    throw error;
  };
  const parser = new Parser()
    .on("error", stop)
    .on("warn", stop)
    .on("openTag", (name, attributes, decode) => {
      sinceTag = 0;
      open?.(localName(name), () => decoded(attributes(), decode));
    })
    .on("closeTag", (name) => close?.(localName(name)))
    .on("text", (part, decode) => text?.(decode(part)))
    .on("cdata", (part) => text?.(part));
  for await (const chunk of chunks) {
    sinceTag += chunk.length;
    parser.write(chunk);
    if (sinceTag > LONGEST_TEXT) throw new Error("a text without an end");
    yield;
  }
  parser.end();
  yield;
}

/** Parses XML to its end. */
export async function readXml(chunks: AsyncIterable<string>, handlers: XmlHandlers): Promise<void> {
  for await (const _ of parseXml(chunks, handlers)) continue;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function decoded(
  attributes: Readonly<Record<string, string>>,
  decode: (text: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, decode(value)]),
  );
}
