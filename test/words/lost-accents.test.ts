import { describe, expect, test } from "vitest";
import { cellReader } from "../../src/words/cells.ts";
import * as vocabulary from "../../src/words/vocabulary.ts";

/** The upper half of CP850, in which DOS and "CSV (MS-DOS)" write. */
const CP850 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0";
const bytes = Uint8Array.from({ length: 128 }, (_, i) => 128 + i);
const MACINTOSH = new TextDecoder("macintosh").decode(bytes);

const asWindows1252 = (written: Uint8Array): string =>
  new TextDecoder("windows-1252").decode(written);
const by = (table: string) => (text: string) =>
  asWindows1252(
    Uint8Array.from(text, (letter) =>
      letter < "\u0080" ? (letter.codePointAt(0) as number) : 128 + table.indexOf(letter),
    ),
  );
const mojibake = (text: string): string => asWindows1252(new TextEncoder().encode(text));

/** What is read of a text that was written in one encoding and read in Windows-1252. */
const losses: Readonly<Record<string, (text: string) => string>> = {
  CP850: by(CP850),
  MacRoman: by(MACINTOSH),
  "UTF-8": mojibake,
  "UTF-8 twice": (text) => mojibake(mojibake(text)),
};

describe.each(Object.entries(losses))("accents that were lost by way of %s", (_, lose) => {
  test.each([
    ["birthDate", "1 février 1944", "1944-02-01"],
    ["birthDate", "15-FÉVR.-1944", "1944-02-15"],
    ["birthDate", "Décembre 1944", "1944-12"],
    ["lastSeen", "3 août 2025", "2025-08-03"],
    ["ald", "exonérée", true],
    ["ald", "Exonéré", true],
    ["sex", "féminin", "F"],
    ["zone", "zone d'action complémentaire", "ZAC"],
    ["conditions", "diabète; HTA", ["diabetes", "hypertension"]],
    ["prevention", "méningocoque, côlon", ["meningococcus", "colorectal"]],
  ])("%s: %s", (field, text, value) => {
    expect(cellReader(field)(lose(text))).toEqual(value);
  });

  test("of words of the user", () => {
    const read = cellReader("ald", { values: { "à vérifier": "non", Concerné: "oui" } });
    expect(read(lose("Concerné"))).toBe(true);
  });

  test("no word of a column is taken for another of the column", () => {
    const tables = {
      ald: [...vocabulary.ALD_YES, ...vocabulary.ALD_NO, ...vocabulary.YES, ...vocabulary.NO],
      zone: Object.values(vocabulary.ZONE_WORDS).flat(),
      sex: Object.values(vocabulary.SEX_WORDS).flat(),
      conditions: Object.values(vocabulary.CONDITION_WORDS).flat(),
      prevention: Object.values(vocabulary.INDICATOR_WORDS).flat(),
      lastSeen: vocabulary.NEVER_WORDS,
    };
    for (const [field, words] of Object.entries(tables))
      for (const word of words) {
        const read = cellReader(field);
        expect([word, read(lose(word))]).toEqual([word, read(word)]);
      }
  });
});

describe("a letter is not dropped for a word to mean something", () => {
  test.each([
    ["ald", "n“n"],
    ["ald", "o—i"],
    ["ald", "…"],
    ["ald", "exon?r?"],
    ["ald", "exon\ufffdr\ufffd"],
    ["birthDate", "1 f?vrier 1944"],
    ["birthDate", "1 juin‚ 1944"],
    ["sex", "h‚mme"],
  ])("%s: %s is passed on as written", (field, text) => {
    expect(cellReader(field)(text)).toBe(text);
  });
});
