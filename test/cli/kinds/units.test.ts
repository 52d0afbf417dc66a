import { describe, expect, test } from "vitest";
import { Archive } from "../../../src/cli/input/kinds/archive.ts";
import { excelDay } from "../../../src/cli/input/kinds/excel-day.ts";
import { formatOf, numberText } from "../../../src/cli/input/kinds/number-text.ts";
import { isUndecided, recognise } from "../../../src/cli/input/kinds/recognise.ts";
import { zip } from "../../support/zip.ts";
import { call } from "../../support/io.ts";

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "latin1"));

describe("a file by its first bytes", () => {
  test.each([
    ["PK\x03\x04", "zip"],
    ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"],
    ["%PDF-1.7", "pdf"],
    ["\x1f\x8b\x08", "gzip"],
    ["PAR1", "parquet"],
    ["ARROW1\0\0", "arrow"],
    ["<?xml version='1.0'?><Workbook/>", "markup"],
    ["\ufeff\n<html>", "text"],
    ["\xef\xbb\xbf\r\n <HTML xmlns:x=''>", "markup"],
    ["\xff\xfe<\0t\0a\0b\0l\0e\0>\0", "markup"],
    ["<!-- x --><table>", "markup"],
    ["MIME-Version: 1.0", "markup"],
    ["{\\rtf1", "rtf"],
    ["SQLite format 3\0", "sqlite"],
    ["01234567DUCK", "duckdb"],
    [`${"\0".repeat(12)}\xc2\xea\x81\x60\xb3\x14\x11\xcf`, "sas"],
    ["\xff\xfe\0\0a\0\0\0", "utf32"],
    ["\0\0\xfe\xff\0\0\0a", "utf32"],
    ["a\0\0\0g\0\0\0e\0\0\0;\0\0\0", "utf32"],
    ["\0\0\0a\0\0\0g\0\0\0e\0\0\0;", "utf32"],
    ["a\0g\0e\0;\0a\0l\0d\0;\0", "text"],
    ["\x03\x7a\x0b\x1c\x01\0\0\0\x61\0\x20\0\0\0\0\0", "dbf"],
    ["\x30\x7a\x0b\x1c\x01\0\0\0\x48\x01\x20\0\0\0\0\0", "dbf"],
    ["0;1;age;ald;c2s\n", "text"],
    ["ID;PWXL;N;E\r\nP;PGeneral\r\nB;Y2;X3\r\n", "sylk"],
    ["ID;Prénom;age\n1;Jean;40\n2;Anne;41\n", "text"],
    ["ID;Prénom;age\nP1;Jean;40\n", "text"],
    ["BEGIN:VCARD\r\n", "vcard"],
    ["BEGIN:VCALENDAR\r\n", "vcard"],
    ["\0\x01\0\0Standard ACE DB\0", "access"],
    ["Obj\x01", "avro"],
    ["FEA1", "arrow"],
    ["MSH|^~\\&|", "hl7"],
    ["id;age", "text"],
    ["<5 ans;age", "text"],
    ["PK;age", "text"],
    ["{}", "text"],
    ["", "text"],
  ])("%j is %s", (start, kind) => {
    expect(recognise(bytes(start))).toBe(kind);
    const first = Array.from({ length: start.length + 1 }, (_, i) => bytes(start.slice(0, i)));
    const decided = first.find((part) => !isUndecided(part)) ?? bytes(start);
    expect(recognise(decided)).toBe(kind);
  });

  test.each([
    ["parquet", "PAR1", "ajouter --moteur duckdb"],
    ["txt", "\xff\xfe\0\0a\0\0\0", "un texte en UTF-32 ; l'enregistrer en UTF-8"],
    ["slk", "ID;PWXL;N;E\nP;PGeneral\nB;Y2;X3\n", "un fichier SYLK (.slk) ; l'ouvrir dans Excel"],
    ["vcf", "BEGIN:VCARD\n", "des fiches de contacts"],
    ["pdf", "%PDF-1.7", "demander au logiciel un export"],
    ["gzip", "\x1f\x8b\x08", "un fichier comprimé (gzip)"],
    ["xml", "<?xml version='1.0'?><a/>", "une page HTML ou un document XML"],
  ])("%s is named for every file, with what to do", async (_, start, said) => {
    const files = { list: "médecin;âge;ald;c2s\nA;82;oui;non\n", odd: bytes(start) };
    for (const line of ["odd", "list --physicians odd", "list --previous odd"]) {
      const called = await call(`compute ${line} --year 2026`, files, { chunk: 1 });
      expect(called.code).toBe(2);
      expect(called.err).toContain("odd : c'est ");
      expect(called.err).toContain(said);
    }
  });
});

describe("numbers of Excel", () => {
  test.each([
    [1, false, "1900-01-01"],
    [59, false, "1900-02-28"],
    [60, false, "1900-02-29"],
    [61, false, "1900-03-01"],
    [16_558, false, "1945-05-01"],
    [0, true, "1904-01-01"],
    [15_096, true, "1945-05-01"],
    [2_958_465, false, "9999-12-31"],
    [45_717.604_166_666_7, false, "2025-03-01T14:30:00"],
    [45_717.999_999_9, false, "2025-03-02"],
    [0, false, undefined],
    [-1, true, undefined],
    [2_958_466, false, undefined],
  ])("%d, from 1904 %s, is the day %s", (serial, from1904, day) => {
    expect(excelDay(serial, from1904)).toBe(day);
  });

  test.each([
    ["10100123456", undefined, "10100123456"],
    ["1.0100123456E10", undefined, "10100123456"],
    ["123456789012345", undefined, "123456789012345"],
    ["1234567890123450", undefined, "1.23456789012345e+15"],
    ["0.84999999999999998", undefined, "0.85"],
    ["0.30000000000000004", undefined, "0.3"],
    ["82", "0", "82"],
    ["7", "000", "007"],
    ["7.5", "000", "7.5"],
    ["0.07", "0%", "7%"],
    ["0.125", "0.0%", "12.5%"],
    ["16558", "dd/mm/yyyy", "1945-05-01"],
    ["16558", "[$-40C]d mmmm yyyy;@", "1945-05-01"],
    ["16558", "mmm\\-yy", "1945-05-01"],
    ["16558", 'General" jours d\'âge"', "16558"],
    ["0.5", "hh:mm", "0.5"],
    ["5", "[Red]0", "5"],
    ["5", '0" ans d\'âge"', "5"],
    ["abc", "0", "abc"],
  ])("%s under the format %s is %s", (written, code, text) => {
    expect(numberText(written, formatOf(200, code), false)).toBe(text);
  });

  test("formats that Excel numbers: days, percentages, times", () => {
    expect([14, 22, 9, 10, 20, 1].map((id) => formatOf(id, undefined))).toEqual([
      "date",
      "date",
      "percent",
      "percent",
      undefined,
      undefined,
    ]);
  });
});

describe("what a workbook unpacks to", () => {
  const read = async (archive: Archive, name: string): Promise<number> => {
    let size = 0;
    for await (const text of archive.text(name)) size += text.length;
    return size;
  };

  test("is counted while it is unpacked, each part once", async () => {
    const file = Buffer.from(zip({ a: "x".repeat(1_000_000), b: "y".repeat(1_000_000) }));
    const archive = await Archive.open("list", file, 1_500_000);
    expect(await read(archive, "a")).toBe(1_000_000);
    expect(await read(archive, "a")).toBe(1_000_000);
    await expect(read(archive, "b")).rejects.toMatchObject({ code: "INPUT_TOO_LARGE" });
  });

  test("does not rest on the size that the file tells", async () => {
    const file = Buffer.from(zip({ a: "x".repeat(1_000_000) }, 10));
    await expect(read(await Archive.open("list", file), "a")).rejects.toThrow();
  });
});
