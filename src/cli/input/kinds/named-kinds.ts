import type { LocalizedText } from "../../../error.ts";
import { fail } from "../../report/failure.ts";
import type { Kind } from "./recognise.ts";

/** Kinds of file that are told by name, and not read. */
export type NamedKind = Exclude<Kind, "text" | "zip" | "ole"> | InsideOther;

/** Kinds that only the content of a zip or OLE file tells. */
type InsideOther = "archive" | "xls" | "xlsb" | "password" | "numbers" | "document";

const saveAs: LocalizedText = {
  fr: "l'ouvrir dans Excel ou LibreOffice, Enregistrer sous, « Classeur Excel (.xlsx) »",
  en: 'open it in Excel or LibreOffice, Save As, "Excel workbook (.xlsx)"',
};
const extract: LocalizedText = {
  fr: "en extraire la liste, et donner celle-ci",
  en: "extract the list from it, and give that",
};
const exportCsv: LocalizedText = {
  fr: "exporter la table en CSV ou en Parquet",
  en: "export the table as CSV or Parquet",
};
const copyTable: LocalizedText = {
  fr: "recopier le tableau dans Excel ou LibreOffice, et enregistrer en .xlsx",
  en: "copy the table into Excel or LibreOffice, and save as .xlsx",
};
const exportProgram: LocalizedText = {
  fr: "demander au logiciel un export en CSV ou en .xlsx",
  en: "ask the program for an export as CSV or .xlsx",
};
const withEngine: LocalizedText = {
  fr: "ajouter --moteur duckdb (npm install @duckdb/node-api)",
  en: "add --engine duckdb (npm install @duckdb/node-api)",
};

const compressed = (by: string): readonly [LocalizedText, LocalizedText] => [
  { fr: `un fichier comprimé (${by})`, en: `a compressed file (${by})` },
  extract,
];

/** What each kind is, and what to do with it. */
const KINDS: Readonly<Record<NamedKind, readonly [LocalizedText, LocalizedText]>> = {
  xls: [{ fr: "un classeur Excel 97-2003 (.xls)", en: "an Excel 97-2003 workbook (.xls)" }, saveAs],
  xlsb: [
    { fr: "un classeur Excel binaire (.xlsb)", en: "a binary Excel workbook (.xlsb)" },
    saveAs,
  ],
  password: [
    { fr: "un fichier protégé par un mot de passe", en: "a file protected by a password" },
    {
      fr: "l'ouvrir, puis l'enregistrer sans mot de passe (Fichier, Informations, Protéger)",
      en: "open it, then save it without a password (File, Info, Protect)",
    },
  ],
  numbers: [
    { fr: "un fichier Numbers", en: "a Numbers file" },
    {
      fr: "dans Numbers : Fichier, Exporter vers, Excel",
      en: "in Numbers: File, Export To, Excel",
    },
  ],
  document: [
    { fr: "un document (texte ou présentation)", en: "a document (text or slides)" },
    copyTable,
  ],
  markup: [
    {
      fr: "une page HTML ou un document XML, quel que soit le nom du fichier",
      en: "an HTML page or an XML document, whatever the name of the file",
    },
    saveAs,
  ],
  pdf: [
    { fr: "un PDF, dont on ne peut pas tirer des cellules sûres", en: "a PDF, which has no cells" },
    exportProgram,
  ],
  rtf: [{ fr: "un document RTF", en: "an RTF document" }, copyTable],
  image: [
    { fr: "une image", en: "an image" },
    { fr: "demander au logiciel un export", en: "ask the program for an export" },
  ],
  archive: [{ fr: "une archive zip", en: "a zip archive" }, extract],
  gzip: compressed("gzip"),
  bzip2: compressed("bzip2"),
  xz: compressed("xz"),
  zstd: compressed("zstd"),
  "7z": compressed("7-Zip"),
  rar: compressed("RAR"),
  parquet: [{ fr: "un fichier Parquet", en: "a Parquet file" }, withEngine],
  arrow: [{ fr: "un fichier Arrow", en: "an Arrow file" }, withEngine],
  duckdb: [{ fr: "une base DuckDB", en: "a DuckDB database" }, exportCsv],
  sqlite: [{ fr: "une base SQLite", en: "a SQLite database" }, exportCsv],
  sas: [{ fr: "une table SAS", en: "a SAS table" }, exportCsv],
  spss: [{ fr: "un fichier SPSS", en: "an SPSS file" }, exportCsv],
  stata: [{ fr: "un fichier Stata", en: "a Stata file" }, exportCsv],
  utf32: [
    { fr: "un texte en UTF-32", en: "a text in UTF-32" },
    { fr: "l'enregistrer en UTF-8", en: "save it as UTF-8" },
  ],
  dbf: [{ fr: "une table dBase (.dbf)", en: "a dBase table (.dbf)" }, saveAs],
  sylk: [{ fr: "un fichier SYLK (.slk)", en: "a SYLK file (.slk)" }, saveAs],
  vcard: [
    { fr: "des fiches de contacts ou d'agenda", en: "cards of contacts or of a calendar" },
    exportProgram,
  ],
  access: [{ fr: "une base Access", en: "an Access database" }, exportCsv],
  avro: [{ fr: "un fichier Avro", en: "an Avro file" }, exportCsv],
  hl7: [{ fr: "des messages HL7", en: "HL7 messages" }, exportProgram],
};

/** @throws Failure INPUT_KIND, which says what the file is and what to do */
export function failKind(path: string, kind: NamedKind): never {
  const [what, todo] = KINDS[kind];
  return fail(
    "INPUT_KIND",
    `${path} : c'est ${what.fr} ; ${todo.fr}`,
    `${path}: this is ${what.en}; ${todo.en}`,
  );
}
