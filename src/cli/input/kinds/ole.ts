import type { NamedKind } from "./named-kinds.ts";

/** What an OLE file is by the names of its streams, which are written in UTF-16. */
const STREAMS: readonly (readonly [NamedKind, string])[] = [
  ["password", "EncryptedPackage"],
  ["xls", "Workbook"],
  ["xls", "Book"],
];

/** Tells apart the files of Office 97-2003, and newer ones that a password protects. */
export function oleKind(bytes: Buffer): NamedKind {
  const found = STREAMS.find(([, name]) => bytes.includes(Buffer.from(name, "utf16le")));
  return found ? found[0] : "document";
}
