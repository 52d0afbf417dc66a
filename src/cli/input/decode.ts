import { fail } from "../report/failure.ts";

/** Decodes UTF-8 with or without BOM, UTF-16 with BOM (Excel), otherwise Windows-1252. */
export async function* decode(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let reader: Reader | undefined;
  let start = new Uint8Array();
  for await (const chunk of chunks) {
    if (reader) {
      yield reader.read(chunk);
      continue;
    }
    start = concat(start, chunk);
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
  /** Trailing bytes of an incomplete UTF-8 character. */
  #pending = new Uint8Array();

  constructor(start: Uint8Array) {
    this.#decoder = new TextDecoder(encodingOf(start), { fatal: true });
  }

  read(chunk: Uint8Array): string {
    const bytes = this.#pending.length > 0 ? concat(this.#pending, chunk) : chunk;
    const incomplete = this.#decoder.encoding === "utf-8" ? incompleteBytes(bytes) : 0;
    try {
      const text = this.#decoder.decode(bytes.subarray(0, bytes.length - incomplete), {
        stream: true,
      });
      this.#sawUtf8 ||= NOT_ASCII.test(text);
      this.#pending = bytes.slice(bytes.length - incomplete);
      return text;
    } catch {
      return this.#asWindows1252(bytes);
    }
  }

  end(): string {
    const isTruncated = this.#pending.length > 0;
    if (isTruncated && !this.#sawUtf8) return this.#asWindows1252(this.#pending);
    try {
      if (!isTruncated) return this.#decoder.decode();
    } catch {
      // UTF-16 that ends within a character: reported below.
    }
    return fail(
      "INPUT_CUT",
      "le fichier est coupé au milieu d'un caractère",
      "the file is cut in the middle of a character",
    );
  }

  /** Falls back to Windows-1252, unless earlier bytes can only be UTF-8. */
  #asWindows1252(bytes: Uint8Array): string {
    if (
      this.#sawUtf8 ||
      this.#decoder.encoding !== "utf-8" ||
      NOT_ASCII.test(new TextDecoder().decode(bytes).replaceAll("\ufffd", ""))
    ) {
      fail(
        "INPUT_ENCODING",
        "le fichier mélange plusieurs encodages ; l'enregistrer en UTF-8",
        "the file mixes encodings; save it as UTF-8",
      );
    }
    this.#decoder = new TextDecoder("windows-1252");
    this.#pending = new Uint8Array();
    return this.#decoder.decode(bytes, { stream: true });
  }
}

const NOT_ASCII = /[\u0080-\uffff]/;

/** Number of trailing bytes that belong to an incomplete UTF-8 character. */
function incompleteBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

export function encodingOf(start: Uint8Array): string {
  const [a, b, c, d] = start;
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (b === 0 && d === 0 && a !== 0 && c !== 0) return "utf-16le";
  if (a === 0 && c === 0 && b !== 0 && d !== 0) return "utf-16be";
  return "utf-8";
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
