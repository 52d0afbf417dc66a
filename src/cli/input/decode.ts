import { fail } from "../failure.ts";

/** Text from bytes: UTF-8 with or without BOM, UTF-16 with BOM (Excel), or else Windows-1252. */
export async function* decode(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let reader: Reader | undefined;
  let start = new Uint8Array();
  for await (const chunk of chunks) {
    if (reader) {
      yield reader.read(chunk);
      continue;
    }
    start = joined(start, chunk);
    if (start.length < 4) continue;
    reader = new Reader(start);
    yield reader.read(start);
  }
  reader ??= new Reader(start);
  yield start.length < 4 ? reader.read(start) + reader.end() : reader.end();
}

class Reader {
  #decoder: InstanceType<typeof TextDecoder>;
  #sawUtf8 = false;

  constructor(start: Uint8Array) {
    this.#decoder = new TextDecoder(encodingOf(start), { fatal: true });
  }

  read(chunk: Uint8Array): string {
    const before = this.#decoder;
    try {
      const text = before.decode(chunk, { stream: true });
      this.#sawUtf8 ||= /[^\x00-\x7f]/.test(text);
      return text;
    } catch {
      return this.#asWindows(chunk);
    }
  }

  end(): string {
    try {
      return this.#decoder.decode();
    } catch {
      return fail("INPUT_CUT", "le fichier est coupé au milieu d'un caractère", "the file is cut in the middle of a character");
    }
  }

  /** Bytes that are not UTF-8 are Windows-1252, unless the file has shown that it is UTF-8. */
  #asWindows(chunk: Uint8Array): string {
    if (this.#sawUtf8 || this.#decoder.encoding !== "utf-8") {
      fail("INPUT_ENCODING", "le fichier mélange plusieurs encodages ; l'enregistrer en UTF-8", "the file mixes encodings; save it as UTF-8");
    }
    this.#decoder = new TextDecoder("windows-1252");
    return this.#decoder.decode(chunk, { stream: true });
  }
}

function encodingOf(start: Uint8Array): string {
  const [a, b, c, d] = start;
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (b === 0 && d === 0 && a !== 0 && c !== 0) return "utf-16le";
  if (a === 0 && c === 0 && b !== 0 && d !== 0) return "utf-16be";
  return "utf-8";
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
