/** Headers whose accents were lost because a program took their bytes for another encoding. */

/** The bytes 0x80 to 0x9F in Windows-1252; those that it has no letter for are themselves. */
const HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Letters of French by their byte, in what DOS ("CSV (MS-DOS)") and an old Mac write. */
const CP850: Readonly<Record<number, string>> = {
  0x82: "é",
  0x8a: "è",
  0x88: "ê",
  0x89: "ë",
  0x85: "à",
  0x83: "â",
  0x87: "ç",
  0x93: "ô",
  0x8c: "î",
  0x8b: "ï",
  0x96: "û",
  0x97: "ù",
  0x81: "ü",
  0x90: "É",
  0xd4: "È",
  0xd2: "Ê",
  0xb7: "À",
  0x80: "Ç",
  0xf8: "°",
  0xa7: "º",
};
const MAC_ROMAN: Readonly<Record<number, string>> = {
  0x8e: "é",
  0x8f: "è",
  0x90: "ê",
  0x91: "ë",
  0x88: "à",
  0x89: "â",
  0x8d: "ç",
  0x99: "ô",
  0x94: "î",
  0x95: "ï",
  0x9e: "û",
  0x9d: "ù",
  0x9f: "ü",
  0x83: "É",
  0xe9: "È",
  0xe6: "Ê",
  0xcb: "À",
  0x82: "Ç",
  0xa1: "°",
  0xbc: "º",
  0xcf: "œ",
};

/** What a text may have been, if it was read as Windows-1252 though written otherwise. */
export function readOtherwise(text: string): string[] {
  if (!/[\u0080-\uffff]/.test(text)) return [];
  const once = asUtf8(text);
  return [once, once && asUtf8(once), inTable(text, CP850), inTable(text, MAC_ROMAN)].filter(
    (other) => other !== undefined && other !== text,
  ) as string[];
}

function byteOf(letter: string): number | undefined {
  const code = letter.charCodeAt(0);
  const at = HIGH.indexOf(letter);
  return at >= 0 ? 0x80 + at : code < 0x100 ? code : undefined;
}

/** UTF-8 that was read as Windows-1252: `MÃ©decin`. */
function asUtf8(text: string): string | undefined {
  const bytes = [...text].map(byteOf);
  if (bytes.includes(undefined)) return undefined;
  try {
    return decodeURIComponent(
      bytes.map((byte) => `%${(byte as number).toString(16).padStart(2, "0")}`).join(""),
    );
  } catch {
    return undefined;
  }
}

function inTable(text: string, table: Readonly<Record<number, string>>): string {
  return text.replace(/[\u0080-\uffff]/g, (letter) => table[byteOf(letter) ?? 0] ?? letter);
}

/** A pattern of the letters of a header in which lost ones are `?` or the mark of a lost letter. */
export function withLostLetters(letters: string): RegExp | undefined {
  if (!/[a-z]/.test(letters) || !/[?\ufffd]/.test(letters)) return undefined;
  const pattern = letters.replace(/[^a-z\d?\ufffd]/g, "").replace(/[?\ufffd]+/g, "[a-z]{1,2}");
  return new RegExp(`^${pattern}$`);
}
