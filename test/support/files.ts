/** Lists as spreadsheets save them. */

export function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) =>
    letter === "€" ? 0x80 : letter === "œ" ? 0x9c : (letter.codePointAt(0) as number),
  );
}

export function utf16(text: string, order: "le" | "be", bom = true): Uint8Array {
  const bytes = Buffer.from(bom ? `\ufeff${text}` : text, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
}

/** Rows of cells as CSV. */
export function csv(rows: readonly (readonly string[])[], separator = ",", end = "\n"): string {
  return rows.map((cells) => cells.join(separator) + end).join("");
}
