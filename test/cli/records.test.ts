import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csv } from "../support/files.ts";
import { call, outputOf, type Called } from "../support/io.ts";
import { recordsOf } from "../support/records.ts";
import { times } from "../support/runs.ts";
import { amountsOf } from "../support/amounts.ts";

const rows = [
  ["id", "age", "ald", "c2s"],
  ["P1", "40", "non", "non"],
  ["P2", "82", "oui", "oui"],
];

/** Lines of the rows that a call with `--rejects r` refused. */
function lines({ files }: Called): number[] {
  return [...(files.get("r") ?? "").matchAll(/^list,(\d+),/gm)].map(([, line]) => Number(line));
}

describe("separators and line ends", () => {
  for (const [name, separator] of [
    ["comma", ","],
    ["semicolon", ";"],
    ["tab", "\t"],
  ] as const) {
    for (const [end, lineEnd] of [
      ["LF", "\n"],
      ["CRLF", "\r\n"],
      ["CR", "\r"],
    ] as const) {
      test.each([undefined, 1, 2, 3])(`${name} and ${end}, %s bytes at a time`, async (chunk) => {
        const called = await call(
          "compute list --year 2026 --format csv",
          { list: csv(rows, separator, lineEnd) },
          { ...(chunk && { chunk }) },
        );
        expect(called).toMatchObject({ code: 0, err: "" });
        expect(amountsOf(called)[1]).toBe(",2,105.00,10.00,0.00,0.00,0.00,115.00");
      });
    }
  }

  test("line ends that change on the way", async () => {
    const list = "id,age,ald,c2s\r\nP1,40,non,non\nP2,40,non,non\rP3,x,non,non\r\n\nP4,y,non,non";
    const called = await call("compute list --year 2026 --skip-invalid --format csv --rejects r", {
      list,
    });
    expect(amountsOf(called)[1]).toMatch(/^,2,10\.00,/);
    expect(lines(called)).toEqual([4, 6]);
  });

  test("a header whose cells hold separators and line breaks", async () => {
    const list = '"commentaire, ou; autre\nchose,,,;";age;"A\nL\nD";c2s\nrien;40;oui;non\n';
    for (const chunk of [undefined, 1, 30]) {
      const called = await call(
        "compute list --year 2026 --format csv",
        { list },
        { ...(chunk && { chunk }) },
      );
      expect(called.out).toContain(",1,55.00,");
    }
  });

  test("the first header is empty, and the separator a tab", async () => {
    const called = await call("compute list --year 2026 --format csv", {
      list: "\tage\tald\tc2s\n1\t40\toui\tnon\n",
    });
    expect(called.out).toContain(",1,55.00,");
  });
});

describe("line numbers", () => {
  const broken = "x,non,non";
  test.each(["\n", "\r\n", "\r"])(
    "count blank lines and the breaks in quoted cells: %j",
    async (end) => {
      const list = [
        "note,age,ald,c2s",
        `a,${broken}`,
        "",
        `"two`,
        `lines",${broken}`,
        "  ",
        ",,,",
        `"three`,
        "",
        `lines",${broken}`,
        `"a ""quoted"" one",${broken}`,
        `last,${broken}`,
      ].join(end);
      for (const chunk of [undefined, 1, 2, 3, 5]) {
        const called = await call(
          "compute list --year 2026 --rejects r",
          { list },
          { ...(chunk && { chunk }) },
        );
        expect(called.code).toBe(1);
        expect(lines(called)).toEqual([2, 4, 8, 11, 12]);
      }
    },
  );

  test("begin after blank lines and a BOM", async () => {
    expect(
      lines(
        await call("compute list --year 2026 --rejects r", {
          list: `\ufeff\n\nage,ald,c2s\n40,non,non\n${broken}\n`,
        }),
      ),
    ).toEqual([5]);
  });

  test("begin after megabytes of blank lines", async () => {
    const list = `${"\r\n".repeat(1_000_000)}age,ald,c2s\n${broken}\n`;
    for (const chunk of [4096, 65_536])
      expect(
        lines(await call("compute list --year 2026 --rejects r", { list }, { chunk })),
      ).toEqual([1_000_002]);
  });

  test("hold over thousands of rows in many chunks", async () => {
    const list = `age,ald,c2s,note\n${Array.from({ length: 5000 }, (_, i) => (i % 100 === 7 ? 'x,non,non,"a\r\nb"\r\n' : '40,non,non,"c\r\nd"\r\n')).join("")}`;
    const found = lines(
      await call("compute list --year 2026 --rejects r", { list }, { chunk: 997 }),
    );
    expect(found).toEqual(Array.from({ length: 50 }, (_, i) => 2 + 2 * (100 * i + 7)));
  });
});

describe("a row that has not the cells of the header", () => {
  test("is refused, shorter or longer", async () => {
    const called = await call("compute list --year 2026", {
      list: "id,age,ald,c2s\nP1,40,non\nP2,40,non,non,x\nP3,40,non,non\n",
    });
    expect(called).toMatchObject({ code: 1, out: "" });
    expect(called.err).toBe(
      "list, ROW_RAGGED, 2 lignes: nombre de cellules différent de l'en-tête : trouvé 3 (ligne 2), 5 (ligne 3) ; attendu : 4 cellules\n" +
        "2 lignes refusées : rien n'est calculé\n",
    );
  });

  test("is accepted where what is too much is empty", async () => {
    const called = await call("compute list --year 2026 --format csv", {
      list: "id,age,ald,c2s\nP1,40,non,non,\nP2,40,non,non,, ,\n",
    });
    expect(called).toMatchObject({ code: 0, err: "" });
    expect(amountsOf(called)[1]).toMatch(/^,2,10\.00,/);
  });

  test("is accepted where the cells that lack at the end may be empty", async () => {
    const list = (short: string): string =>
      `id,age,ald,c2s,prévention,note\nP1,40,non,non,2,x\nP2,40,non,${short}\n`;
    for (const short of ["non", "non,", "non,,"]) {
      const called = await call("compute list --year 2026 --format csv", { list: list(short) });
      expect(called.code).toBe(0);
      expect(amountsOf(called)[1]).toMatch(/^,2,10\.00,0\.00,10\.00,/);
    }
    expect((await call("compute list --year 2026", { list: list("") })).err).toContain(
      "ligne 3, colonne c2s, C2S_MISSING",
    );
  });

  test("is refused in the file of physicians where the cells that lack hold something", async () => {
    const files = {
      list: "médecin,age,ald,c2s\nA,40,non,non\nB,40,non,non\n",
      p: "id,zone,fin d'activité\nA,ZIP,,x\nB,ZIP\n",
    };
    const called = await call(
      "compute list --year 2026 --physicians p --skip-invalid --format csv",
      files,
    );
    expect(called.code).toBe(1);
    expect(called.err).toContain("p, ligne 2, ROW_RAGGED: ");
    expect(called.err).toContain("list, ligne 2, colonne médecin, PHYSICIAN_UNKNOWN: ");
    expect(called.out).toMatch(/^physicianId.*\nB,1,5\.00,.*\n$/);
  });

  test("is refused in the list of the year before", async () => {
    const files = { list: "age,ald,c2s\n40,non,non\n", before: "age,ald,c2s\n40,non\n" };
    const called = await call("compute list --year 2024 --previous before --format json", files);
    expect(called.err).toContain("ligne 2, ROW_RAGGED: ");
    expect(outputOf(called).rejected).toMatchObject([
      { kind: "previousPatient", index: 0, line: 2, file: "before" },
    ]);
  });
});

describe("quotes", () => {
  test("in the middle of a cell stand for themselves", async () => {
    const called = await call("compute list --year 2026 --format csv --detail patients", {
      list: 'id,age,ald,c2s\nle "petit" Paul,40,non,non\n',
    });
    expect(called.out).toContain('"le ""petit"" Paul",5.00');
  });

  test.each([undefined, 1, 7])(
    "that are never closed stop the reading, and the row is told, %s bytes at a time",
    async (chunk) => {
      const called = await call(
        "compute list --year 2026",
        {
          list: 'note,age,ald,c2s\na,40,non,non\n\n"b\nc",40,non,non\n"d,40,non,non\ne,40,non,non\n',
        },
        { ...(chunk && { chunk }) },
      );
      expect(called).toMatchObject({
        code: 2,
        out: "",
        err: "forfait-mt: list : un guillemet ouvert à la ligne 6 n'est jamais fermé (ou une cellule est démesurée)\n",
      });
    },
  );

  test("that are never closed in the header", async () => {
    expect(
      await call("compute list --year 2026 --locale en", { list: '"age,ald,c2s\n40,non,non\n' }),
    ).toMatchObject({
      code: 2,
      err: "forfait-mt: list: a quote opened on line 1 is never closed (or a cell is boundless)\n",
    });
  });

  test.each([['"', '"'] as const, ["", ""] as const, ["", '"'] as const])(
    "a cell of 1.1 MB between %j and %j",
    async (before, after) => {
      const list = `age,ald,c2s\n40,non,non\n${before}${"x".repeat(1_100_000)}${after},non,non\n`;
      for (const chunk of [undefined, 1 << 16]) {
        const called = await call(
          "compute list --year 2026 --rejects r",
          { list },
          { ...(chunk && { chunk }) },
        );
        expect(called).toMatchObject({ code: 2, out: "" });
        expect(called.err).toContain("un guillemet ouvert à la ligne 3");
      }
    },
  );

  test.each([
    ["a", 1_000_000, true],
    ["a", 1_100_000, false],
    ["é", 500_000, true],
    ["é", 550_000, false],
    ["€", 333_333, true],
    ["€", 366_666, false],
  ])("a cell without quotes of %s times %i, a megabyte or more", async (letter, times, isRead) => {
    const reading = recordsOf([`n,a\n${letter.repeat(times)},1\n`, "b,2"]);
    if (!isRead) return expect(reading).rejects.toThrow("a quote opened on line 2");
    expect((await reading).map(({ line, cells }) => [line, cells[0]?.length, cells[1]])).toEqual([
      [1, 1, "a"],
      [2, times, "1"],
      [3, 1, "2"],
    ]);
  });

  test("begin anywhere in a file: the records and their lines are the same", async () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "é", " ", "€", "'"), maxLength: 4 });
    const quoted = fc.string({ unit: fc.constantFrom("a", ";", "\n", '"', " "), maxLength: 4 });
    const row = fc.array(cell, { minLength: 3, maxLength: 5 });
    const late = fc.array(fc.oneof(cell, quoted), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 6 }),
        fc.array(late, { maxLength: 4 }),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        async (before, after, size, ends) => {
          const rows = [["x", "y", "z"], ...before, ...after];
          const texts = rows.map((cells) =>
            cells
              .map((one) => (/[;\n"]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one))
              .join(";"),
          );
          const text = texts.join("\n") + (ends ? "\n" : "");
          const expected = rows.flatMap((cells, i) => {
            const line = texts.slice(0, i).join("\n").split("\n").length + Math.sign(i);
            return cells.some((one) => one.trim() !== "") ? [{ line, cells }] : [];
          });
          const chunks = text.match(new RegExp(`[^]{1,${size}}`, "g")) ?? [];
          expect(await recordsOf(chunks)).toEqual(expected);
        },
      ),
      times(1),
    );
  });
});

describe("what holds no patient", () => {
  test.each([
    ["", "fichier vide"],
    ["\ufeff", "fichier vide"],
    [" \n\r\n\t", "fichier vide"],
    ["age,ald,c2s", "aucun patient"],
    ["age,ald,c2s\n\n,,\n", "aucun patient"],
    ["[]", "aucun patient"],
    ['{"patients":[]}', "aucun patient"],
    ['{"physicians":[{"id":"A"}]}', "aucun patient"],
  ])("%j", async (list, why) => {
    for (const format of ["table", "json", "csv"]) {
      expect(await call(`compute list --year 2026 --format ${format}`, { list })).toMatchObject({
        code: 2,
        out: "",
        err: `forfait-mt: list : ${why}\n`,
      });
    }
  });

  test.each(["", "id,zone\n", "[]"])("nor any physician: %j", async (p) => {
    const called = await call("compute list --year 2026 --physicians p", {
      list: "age,ald,c2s\n40,non,non\n",
      p,
    });
    expect(called).toMatchObject({ code: 2, out: "" });
    expect(called.err).toMatch(/^forfait-mt: p : (fichier vide|aucun médecin)\n$/);
  });
});

describe("characters that no list should have", () => {
  test("NUL in a header, in a cell and in an id", async () => {
    const called = await call("compute list --year 2026 --skip-invalid --format json", {
      list: "id,age,ald,c2s,n\0te\nP\0,40,non,non,\0\nP2,4\x000,non,non,\n",
    });
    expect(called.code).toBe(1);
    expect(outputOf(called)).toMatchObject({
      statements: [{ patients: 1 }],
      rejected: [{ line: 3, refusals: [{ code: "AGE_INVALID", found: '"4\\u00000"' }] }],
    });
    expect(called.err).not.toContain("\0");
  });

  test("NUL and control characters never reach a terminal", async () => {
    const files = {
      list: "médecin,age,ald,c2s\nB\0\u001b[2J,40,non,non\n",
      p: "id\nA\0\u001b[31m\nC\n",
    };
    const called = await call("compute list --physicians p --year 2026", files);
    expect(called.code).toBe(1);
    expect(called.err).toContain("PHYSICIAN_UNKNOWN: ");
    expect(called.err).toMatch(/^[^\p{Cc}]*\n[^\p{Cc}]*\n$/u);
    expect(
      (await call("compute list --year 2026", { list: "age\u001b,âge\0,ald,c2s\n1,1,0,0\n" })).err,
    ).toMatch(/^forfait-mt: list : deux colonnes pour âge : age , âge {2}\([^\p{Cc}]*\n$/u);
  });

  test("ids and physicians with the names of an object's own workings", async () => {
    const ids = ["__proto__", "constructor", "toString", "hasOwnProperty", "prototype"];
    const list = csv([
      ["médecin", "id", "age", "ald", "c2s"],
      ...ids.flatMap((id) => [
        [id, "__proto__", "40", "non", "non"],
        [id, "constructor", "40", "non", "non"],
        [id, "__proto__", "40", "non", "non"],
      ]),
    ]);
    const called = await call("compute list --year 2026 --skip-invalid --format json", { list });
    const { statements, rejected } = outputOf(called);
    expect(statements.map(({ physicianId, patients }) => [physicianId, patients])).toEqual(
      ids.map((id) => [id, 2]),
    );
    expect(rejected.map(({ line, refusals }) => [line, refusals[0]?.code])).toEqual(
      ids.map((_, i) => [4 + 3 * i, "PATIENT_TWICE"]),
    );
  });
});
