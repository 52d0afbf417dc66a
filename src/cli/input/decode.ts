import { isAscii, isUtf8 } from "node:buffer";
import { fail } from "../report/failure.ts";

/** Decodes UTF-8 with or without BOM, UTF-16 with BOM (Excel), otherwise Windows-1252. */
export async function* decode(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  for await (const chunk of toUtf8(chunks)) yield decoder.decode(chunk, { stream: true });
}

/**
 * The same text as UTF-8 without BOM. No character is cut at the end of a chunk; bytes that are
 * UTF-8 already are passed on as they are.
 */
export async function* toUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
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
    yield withoutBom(reader.read(start));
  }
  if (!reader) {
    reader = new Reader(start);
    yield withoutBom(reader.read(start));
  }
  yield reader.end();
}

function withoutBom(bytes: Uint8Array): Uint8Array {
  const hasBom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return hasBom ? bytes.subarray(3) : bytes;
}

const encoder = new TextEncoder();

class Reader {
  /** Of an encoding other than UTF-8. */
  #decoder: InstanceType<typeof TextDecoder> | undefined;
  #sawUtf8 = false;
  /** Trailing bytes of an incomplete UTF-8 character. */
  #pending = new Uint8Array();

  constructor(start: Uint8Array) {
    const encoding = encodingOf(start);
    if (encoding !== "utf-8")
      this.#decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  }

  read(chunk: Uint8Array): Uint8Array {
    if (this.#decoder) return this.#decoded(chunk);
    const bytes = this.#pending.length > 0 ? concat(this.#pending, chunk) : chunk;
    const whole = bytes.subarray(0, bytes.length - incompleteBytes(bytes));
    if (!isUtf8(whole)) return this.#asWindows1252(bytes);
    this.#sawUtf8 ||= !isAscii(whole);
    this.#pending = bytes.slice(whole.length);
    return whole;
  }

  end(): Uint8Array {
    if (this.#decoder) return this.#decoded();
    if (this.#pending.length === 0) return this.#pending;
    return this.#sawUtf8 ? failCut() : this.#asWindows1252(this.#pending);
  }

  #decoded(chunk?: Uint8Array): Uint8Array {
    try {
      const text = chunk ? this.#decoder?.decode(chunk, { stream: true }) : this.#decoder?.decode();
      return encoder.encode(text);
    } catch {
      return chunk ? failMixed() : failCut();
    }
  }

  /** Falls back to Windows-1252, unless earlier bytes can only be UTF-8. */
  #asWindows1252(bytes: Uint8Array): Uint8Array {
    if (this.#sawUtf8 || NOT_ASCII.test(new TextDecoder().decode(bytes).replaceAll("\ufffd", "")))
      failMixed();
    this.#decoder = new TextDecoder("windows-1252");
    this.#pending = new Uint8Array();
    return this.#decoded(bytes);
  }
}

const NOT_ASCII = /[\u0080-\uffff]/;

function failMixed(): never {
  return fail(
    "INPUT_ENCODING",
    "le fichier mélange plusieurs encodages ; l'enregistrer en UTF-8",
    "the file mixes encodings; save it as UTF-8",
  );
}

function failCut(): never {
  return fail(
    "INPUT_CUT",
    "le fichier est coupé au milieu d'un caractère (copie interrompue ?) ; l'exporter de nouveau",
    "the file is cut in the middle of a character (a copy that stopped?); export it again",
  );
}

/** Number of trailing bytes that belong to an incomplete UTF-8 character. */
function incompleteBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

function encodingOf(start: Uint8Array): string {
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
