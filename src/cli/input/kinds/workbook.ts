import type { LocalizedText } from "../../../error.ts";
import { quoted } from "../../../printable.ts";
import { Failure, fail } from "../../report/failure.ts";
import { Archive } from "./archive.ts";
import { failKind, type NamedKind } from "./named-kinds.ts";
import { openOds } from "./ods.ts";
import { chooseSheet } from "./sheet-choice.ts";
import type { Sheet, SheetRow } from "./sheet.ts";
import { openXlsx } from "./xlsx.ts";

/** A sheet of a workbook as records, and what is told of it. */
export interface SheetRead {
  /** Whole once the rows are read. */
  readonly notes: readonly LocalizedText[];
  readonly rows: AsyncGenerator<SheetRow>;
}

export interface SheetOptions {
  /** Name of the sheet to read. */
  readonly sheet: string | undefined;
  /** Option that names it, up to the name. */
  readonly option: LocalizedText;
}

/**
 * Opens the list in a zip file, which must be an .xlsx or .ods workbook.
 * @throws Failure
 */
export async function openWorkbook(
  path: string,
  bytes: Buffer,
  { sheet: wanted, option }: SheetOptions,
): Promise<SheetRead> {
  return readable(path, async () => {
    const archive = await Archive.open(path, bytes);
    const sheets = await openSheets(path, archive);
    const sheet = chooseSheet(path, sheets, wanted, option);
    const notes = [...notesOnSheet(path, sheet, sheets), ...notesOnMacros(path, archive)];
    return { notes, rows: readableRows(path, sheet, notes) };
  });
}

async function openSheets(path: string, archive: Archive): Promise<readonly Sheet[]> {
  const { names } = archive;
  if (names.includes("xl/workbook.bin")) failKind(path, "xlsb");
  if (names.some((name) => /^(word|ppt)\//.test(name))) failKind(path, "document");
  if (names.some((name) => name.startsWith("Index/") || name === "Index.zip"))
    failKind(path, "numbers");
  if (archive.has("_rels/.rels") && names.some((name) => name.startsWith("xl/")))
    return openXlsx(archive);
  if (archive.has("content.xml") && archive.has("META-INF/manifest.xml")) {
    const other = await otherDocument(archive);
    return other ? failKind(path, other) : openOds(archive);
  }
  return failKind(path, names.includes("encrypted-package") ? "password" : "archive");
}

/** What an OpenDocument file is that is no spreadsheet to read. */
async function otherDocument(archive: Archive): Promise<NamedKind | undefined> {
  const manifest = await archive.whole("META-INF/manifest.xml");
  if (manifest.includes(":encryption-data")) return "password";
  const type = archive.has("mimetype") ? await archive.whole("mimetype") : "spreadsheet";
  return type.includes("spreadsheet") ? undefined : "document";
}

function notesOnSheet(
  path: string,
  { name }: Sheet,
  sheets: readonly Sheet[],
): readonly LocalizedText[] {
  const others = sheets.filter((one) => one.name !== name && !one.isEmpty).length;
  const unread = {
    fr: others === 0 ? "" : others === 1 ? " ; 1 autre, non lue" : ` ; ${others} autres, non lues`,
    en: others === 0 ? "" : `; ${others} other${others > 1 ? "s" : ""}, not read`,
  };
  return [
    {
      fr: `${path} : feuille lue : « ${quoted(name)} »${unread.fr}`,
      en: `${path}: sheet read: "${quoted(name)}"${unread.en}`,
    },
  ];
}

function notesOnMacros(path: string, { names }: Archive): readonly LocalizedText[] {
  if (!names.some((name) => /vbaProject\.bin$|^(Basic|Scripts)\/./.test(name))) return [];
  return [
    {
      fr: `${path} : le classeur contient des macros, qui ne sont pas exécutées`,
      en: `${path}: the workbook holds macros, which are not run`,
    },
  ];
}

/** @param notes to which hidden rows are added, for a filter in Excel hides what it leaves out */
async function* readableRows(
  path: string,
  sheet: Sheet,
  notes: LocalizedText[],
): AsyncGenerator<SheetRow> {
  const rows = sheet.rows()[Symbol.asyncIterator]();
  let hidden = 0;
  try {
    for (;;) {
      const { done, value } = await readable(path, () => rows.next());
      if (done) break;
      if (value.isHidden) hidden += 1;
      yield value;
    }
    if (hidden > 0) notes.push(noteOnHidden(path, hidden));
  } finally {
    await rows.return?.();
  }
}

function noteOnHidden(path: string, count: number): LocalizedText {
  return count === 1
    ? { fr: `${path} : 1 ligne masquée est lue aussi`, en: `${path}: 1 hidden row is read too` }
    : {
        fr: `${path} : ${count} lignes masquées sont lues aussi`,
        en: `${path}: ${count} hidden rows are read too`,
      };
}

/** Names the file in an error of the libraries that unpack and parse. */
async function readable<Result>(path: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { message } = error as Error;
    return fail(
      "INPUT_WORKBOOK",
      `${path} : classeur endommagé (${quoted(message)}) ; l'ouvrir, l'enregistrer de nouveau`,
      `${path}: damaged workbook (${quoted(message)}); open it and save it again`,
    );
  }
}
