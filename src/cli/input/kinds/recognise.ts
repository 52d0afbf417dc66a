/** What the first bytes of a file say of it; `text` unless a signature is known. */
export type Kind =
  | "text"
  | "zip"
  | "ole"
  | "markup"
  | "pdf"
  | "gzip"
  | "bzip2"
  | "xz"
  | "zstd"
  | "7z"
  | "rar"
  | "rtf"
  | "parquet"
  | "arrow"
  | "duckdb"
  | "sqlite"
  | "sas"
  | "spss"
  | "stata"
  | "image"
  | "utf32"
  | "dbf"
  | "sylk"
  | "vcard"
  | "access"
  | "avro"
  | "hl7";

/** Bytes at the beginning of a file that are looked at. */
const LOOKED_AT = 512;

/** Bytes at a place, written as Latin-1 text. */
const SIGNATURES: readonly (readonly [Kind, number, string])[] = [
  ["zip", 0, "PK\x03\x04"],
  ["zip", 0, "PK\x05\x06"],
  ["ole", 0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
  ["pdf", 0, "%PDF-"],
  ["gzip", 0, "\x1f\x8b"],
  ["bzip2", 0, "BZh"],
  ["xz", 0, "\xfd7zXZ\0"],
  ["zstd", 0, "\x28\xb5\x2f\xfd"],
  ["7z", 0, "7z\xbc\xaf\x27\x1c"],
  ["rar", 0, "Rar!\x1a\x07"],
  ["rtf", 0, "{\\rtf"],
  ["parquet", 0, "PAR1"],
  ["parquet", 0, "PARE"],
  ["arrow", 0, "ARROW1"],
  ["arrow", 0, "\xff\xff\xff\xff"],
  ["duckdb", 8, "DUCK"],
  ["sqlite", 0, "SQLite format 3\0"],
  ["sas", 0, `${"\0".repeat(12)}\xc2\xea\x81\x60\xb3\x14\x11\xcf`],
  ["sas", 0, "HEADER RECORD*******"],
  ["spss", 0, "$FL2@(#)"],
  ["spss", 0, "$FL3@(#)"],
  ["stata", 0, "<stata_dta>"],
  ["image", 0, "\x89PNG"],
  ["image", 0, "\xff\xd8\xff"],
  ["image", 0, "II*\0"],
  ["image", 0, "MM\0*"],
  ["image", 0, "GIF8"],
  ["utf32", 0, "\xff\xfe\0\0"],
  ["utf32", 0, "\0\0\xfe\xff"],
  ["vcard", 0, "BEGIN:V"],
  ["access", 4, "Standard Jet DB"],
  ["access", 4, "Standard ACE DB"],
  ["avro", 0, "Obj\x01"],
  ["arrow", 0, "FEA1"],
  ["hl7", 0, "MSH|^~"],
];

/** Whether more bytes could make a known kind of this beginning of a file. */
export function isUndecided(start: Uint8Array): boolean {
  if (start.length >= LOOKED_AT) return false;
  const text = textOf(start);
  const isBegun = ([, at, bytes]: (typeof SIGNATURES)[number]): boolean =>
    text.length < at + bytes.length && bytes.startsWith(text.slice(at));
  if (text.length < 16 && (text.includes("\0") || DBF.has(start[0] ?? 0))) return true;
  if (text.startsWith("ID;P") && text.split(/\r\n?|\n/).length < 4) return true;
  return SIGNATURES.some(isBegun) || /^\s*(<[^>]*|m[a-z-]*)?$/i.test(letters(text));
}

const textOf = (start: Uint8Array): string => Buffer.from(start).toString("latin1", 0, LOOKED_AT);

/**
 * Tells the kind of a file.
 * @param start its first bytes, all or until `isUndecided` says no
 */
export function recognise(start: Uint8Array): Kind {
  const text = textOf(start);
  const found = SIGNATURES.find(([, at, bytes]) => text.startsWith(bytes, at));
  if (found) return found[0];
  if (isMarkup(text)) return "markup";
  if (/^(?:[^\0]\0\0\0){4}|^(?:\0\0\0[^\0]){4}/.test(text)) return "utf32";
  if (SYLK.test(text)) return "sylk";
  return isDbf(start) ? "dbf" : "text";
}

/** Records of SYLK: a CSV file whose first headers are `ID` and `Prénom` begins alike. */
const SYLK =
  /^ID;P[^\r\n]*(?:\r?\n|\r)(?:[BCEFOP]|NN);[A-Z][^\r\n]*(?:\r?\n|\r)(?:[BCEFOP]|NN);[A-Z]/;

/** Versions of dBase and FoxPro. */
const DBF: ReadonlySet<number> = new Set([0x03, 0x30, 0x31, 0x43, 0x83, 0x8b, 0xf5]);

/** A dBase table: its version, a day, and the length of its header, a multiple of 32 and one. */
function isDbf(start: Uint8Array): boolean {
  const [version = 0, , month = 0, day = 0] = start;
  const length = (start[8] ?? 0) + 256 * (start[9] ?? 0);
  return (
    DBF.has(version) &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= 31 &&
    length > 32 &&
    (length % 32 === 1 || (version === 0x30 && length % 32 === 8))
  );
}

/** HTML or XML, a page saved with its pictures included. */
function isMarkup(text: string): boolean {
  return /^\s*(<(\?xml|!--|!doctype|[a-z][\w:-]*[\s/>])|mime-version:)/i.test(letters(text));
}

/** Without a byte order mark; UTF-16 has a NUL beside each letter. */
function letters(text: string): string {
  return text.replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "").replaceAll("\0", "");
}
