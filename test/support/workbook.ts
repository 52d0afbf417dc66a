import { zip } from "./zip.ts";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const relations = (targets: readonly (readonly [string, string])[]): string =>
  `<Relationships>${targets.map(([type, target], i) => `<Relationship Id="r${i}" Type="${OFFICE}/${type}" Target="${target}"/>`).join("")}</Relationships>`;

/** What a workbook of Excel holds beside its cells. */
export interface Book {
  /** Code of the format of style 1. */
  readonly format?: string;
  readonly texts?: string;
  readonly properties?: string;
  readonly parts?: Readonly<Record<string, string>>;
  /** Size that is told of each part, in place of the true one. */
  readonly size?: number;
}

/** The parts of an .xlsx workbook, its sheets given as the rows in XML. */
export function xlsxParts(
  sheets: Readonly<Record<string, string>>,
  { format = "dd/mm/yyyy", texts = "", properties = "", parts = {} }: Book = {},
): Record<string, string> {
  const names = Object.keys(sheets);
  return {
    "_rels/.rels": relations([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `<workbook xmlns:r="${OFFICE}"><workbookPr ${properties}/><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations([
      ...names.map((_, i) => ["worksheet", `worksheets/sheet${i}.xml`] as const),
      ["styles", "styles.xml"],
      ["sharedStrings", "/xl/sharedStrings.xml"],
    ]),
    "xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${format}"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `<sst>${texts}</sst>`,
    ...Object.fromEntries(
      Object.values(sheets).map((rows, i) => [
        `xl/worksheets/sheet${i}.xml`,
        `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
    ...parts,
  };
}

/** An .xlsx workbook of one sheet, or of several by name. */
export function xlsx(
  sheets: string | Readonly<Record<string, string>>,
  book: Book = {},
): Uint8Array<ArrayBuffer> {
  return zip(xlsxParts(typeof sheets === "string" ? { Feuil1: sheets } : sheets, book), book.size);
}

/** A row of cells that hold their text. */
export function row(...cells: readonly string[]): string {
  return `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join("")}</row>`;
}

/** A cell with a value as Excel writes it: its type and its style are attributes. */
export const cell = (value: string, attributes = ""): string =>
  `<c ${attributes}><v>${value}</v></c>`;

/** An .ods workbook: its tables in XML. */
export function ods(
  tables: string,
  parts: Readonly<Record<string, string>> = {},
): Uint8Array<ArrayBuffer> {
  return zip({
    mimetype: "application/vnd.oasis.opendocument.spreadsheet",
    "META-INF/manifest.xml": "<manifest:manifest/>",
    "content.xml": `<office:document-content><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    ...parts,
  });
}
