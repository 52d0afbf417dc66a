import type { Archive } from "./archive.ts";
import { formatOf, type NumberFormat } from "./number-text.ts";
import { readXml } from "./xml.ts";

/** What the format of each style of cells makes of a number. */
export async function readFormats(
  archive: Archive,
  path: string | undefined,
): Promise<readonly NumberFormat[]> {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  if (path === undefined) return formats;
  let isOfCells = false;
  await readXml(archive.text(path), {
    open(name, attributes) {
      if (name === "cellXfs") isOfCells = true;
      if (name === "numFmt") {
        const { numFmtId = "", formatCode = "" } = attributes();
        codes.set(Number(numFmtId), formatCode);
      }
      if (name === "xf" && isOfCells) {
        const id = Number(attributes()["numFmtId"] ?? "0");
        formats.push(formatOf(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === "cellXfs") isOfCells = false;
    },
  });
  return formats;
}
