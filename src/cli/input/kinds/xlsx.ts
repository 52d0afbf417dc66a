import type { Archive } from "./archive.ts";
import type { Sheet } from "./sheet.ts";
import { readXml } from "./xml.ts";
import { related } from "./xlsx-parts.ts";
import { sheetRows, type CellContext } from "./xlsx-rows.ts";
import { readFormats } from "./xlsx-styles.ts";
import { readTexts } from "./xlsx-texts.ts";

/** The sheets of an Excel workbook, in its order. */
export async function openXlsx(archive: Archive): Promise<readonly Sheet[]> {
  const book = (await related(archive, "", "officeDocument"))[0]?.path ?? "";
  const parts = await related(archive, book);
  const partOf = (type: string): string | undefined =>
    parts.find((part) => part.type === type)?.path;
  const { sheets, from1904 } = await readBook(archive, book);
  const context: CellContext = {
    from1904,
    formats: await readFormats(archive, partOf("styles")),
    texts: await readTexts(archive, partOf("sharedStrings")),
  };
  const opened: Sheet[] = [];
  for (const { name, isHidden, id } of sheets) {
    const part = parts.find((one) => one.id === id);
    if (part?.type !== "worksheet") continue;
    const rows: Sheet["rows"] = () => sheetRows(archive.text(part.path), context, name);
    opened.push({ name, isHidden, isEmpty: await isEmpty(rows), rows });
  }
  return opened;
}

async function isEmpty(rows: Sheet["rows"]): Promise<boolean> {
  for await (const _ of rows()) return false;
  return true;
}

async function readBook(
  archive: Archive,
  book: string,
): Promise<{
  sheets: readonly { name: string; isHidden: boolean; id: string }[];
  from1904: boolean;
}> {
  const sheets: { name: string; isHidden: boolean; id: string }[] = [];
  let from1904 = false;
  await readXml(archive.text(book), {
    open(element, attributes) {
      if (element === "workbookPr")
        from1904 = ["1", "true"].includes(attributes()["date1904"] ?? "");
      if (element !== "sheet") return;
      const { name = "", state = "visible", ...others } = attributes();
      const id = Object.keys(others).find((key) => key.endsWith(":id")) ?? "";
      sheets.push({ name, isHidden: state !== "visible", id: others[id] ?? "" });
    },
  });
  return { sheets, from1904 };
}
