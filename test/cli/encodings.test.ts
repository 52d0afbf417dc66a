import { describe, expect, test } from "vitest";
import { utf16, windows1252 } from "../support/files.ts";
import { call, outputOf, type Content } from "../support/io.ts";

const text =
  "Médecin;Prénom œuvré;Âge;ALD;C2S\r\nDr Noël-é;Zoé;40;non;gratuite\r\nDr Noël-é;Chloé;82;oui;non é\r\n".replace(
    "non é",
    "non",
  );
const encodings: Readonly<Record<string, Content>> = {
  "UTF-8": text,
  "UTF-8 with BOM": `\ufeff${text}`,
  "Windows-1252": windows1252(text),
  "UTF-16LE with BOM": utf16(text, "le"),
  "UTF-16BE with BOM": utf16(text, "be"),
  "UTF-16LE without BOM": utf16(text.replace("Médecin", "Medecin"), "le", false),
  "UTF-16BE without BOM": utf16(text.replace("Médecin", "Medecin"), "be", false),
};

describe("a list in an encoding", () => {
  for (const [name, content] of Object.entries(encodings)) {
    test.each([undefined, 1, 2, 3, 7])(`${name}, %s bytes at a time`, async (chunk) => {
      const called = await call(
        "compute list --year 2026 --format json",
        { list: content },
        { ...(chunk && { chunk }) },
      );
      expect(called.code).toBe(0);
      expect(called.err).toContain("non lue : « Prénom œuvré »");
      const [statement] = outputOf(called).statements;
      expect(statement?.physicianId).toBe("Dr Noël-é");
      expect(statement?.total).toBe("115.00");
    });
  }
});

describe("the end of a file", () => {
  test.each([undefined, 1, 2])(
    "is an accented letter in Windows-1252, %s bytes at a time",
    async (chunk) => {
      const list = windows1252("age,ald,c2s,physicianId\n40,non,non,André");
      const called = await call(
        "compute list --year 2026 --format json",
        { list },
        { ...(chunk && { chunk }) },
      );
      expect(outputOf(called).statements[0]?.physicianId).toBe("André");
    },
  );

  test("is the middle of a UTF-8 character", async () => {
    const whole = new TextEncoder().encode("age,ald,c2s,médecin\n40,non,non,André");
    const called = await call("compute list --year 2026", { list: whole.subarray(0, -1) });
    expect(called).toMatchObject({
      code: 2,
      out: "",
      err: "forfait-mt: list : le fichier est coupé au milieu d'un caractère (copie interrompue ?) ; l'exporter de nouveau\n",
    });
  });

  test("is the middle of a UTF-16 character", async () => {
    const called = await call("compute list --year 2026 --locale en", {
      list: utf16("age,ald,c2s\n40,non,non", "le").subarray(0, -1),
    });
    expect(called).toMatchObject({
      code: 2,
      out: "",
      err: "forfait-mt: list: the file is cut in the middle of a character (a copy that stopped?); export it again\n",
    });
  });
});

describe("a file that mixes encodings is refused, wherever they meet", () => {
  const mixed = Buffer.concat([
    Buffer.from("médecin,age,ald,c2s\nAndré,40,non,non\n"),
    windows1252("André,41,non,non\n"),
  ]);
  test.each([undefined, 1, 5, 30])("%s bytes at a time", async (chunk) => {
    const called = await call(
      "compute list --year 2026",
      { list: mixed },
      { ...(chunk && { chunk }) },
    );
    expect(called).toMatchObject({ code: 2, out: "" });
    expect(called.err).toContain("mélange plusieurs encodages");
  });

  test("half a surrogate pair in UTF-16", async () => {
    const called = await call("compute list --year 2026", {
      list: utf16("age,ald,c2s\n40,non,\ud800x", "le"),
    });
    expect(called).toMatchObject({ code: 2, out: "" });
  });
});

test.each(["le", "be"] as const)("JSON in UTF-16 %s is read", async (order) => {
  const called = await call("compute list --year 2026 --format csv", {
    list: utf16('[{"age":40,"ald":false,"c2s":false}]', order),
  });
  expect(called.out).toContain(",1,5.00,");
});
