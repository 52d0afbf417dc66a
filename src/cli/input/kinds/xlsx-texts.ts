import type { Archive } from "./archive.ts";
import { readXml } from "./xml.ts";

/** Texts that cells share. How a text is pronounced (`rPh`) is not part of it. */
export async function readTexts(
  archive: Archive,
  path: string | undefined,
): Promise<readonly string[]> {
  const texts: string[] = [];
  if (path === undefined) return texts;
  let [text, isText, isSpoken] = ["", false, false];
  await readXml(archive.text(path), {
    open(name) {
      if (name === "si") text = "";
      if (name === "rPh") isSpoken = true;
      isText = name === "t" && !isSpoken;
    },
    text(part) {
      if (isText) text += part;
    },
    close(name) {
      if (name === "si") texts.push(unescaped(text));
      if (name === "rPh") isSpoken = false;
      isText = false;
    },
  });
  return texts;
}

/** Excel writes a character that XML does not allow as `_x000D_`. */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
