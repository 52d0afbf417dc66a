import { describe, expect, test } from "vitest";
import { call } from "../support/io.ts";

/** `check` says what a call would read, in counts and shares of rows, without any amount. */

const list =
  "Né le;ALD;C2S;Couverture;Âge;décédé le\n" +
  "15/02/1950;oui;non;a;75;\n" +
  "15/02/1990;non;oui;b;35;\n" +
  "15/02/1991;peut-être;non;c;34;\n" +
  "15/02/1930;oui;non;d;95;01/03/2025\n";
const line = "check list --year 2026 --ignore Âge";

const checked = async (line: string, files: Record<string, string>) =>
  JSON.parse((await call(`check list --year 2026 --format json ${line}`, files)).out) as Record<
    string,
    unknown
  >;

describe("check --format json", () => {
  const report = () => checked("--ignore Âge", { list });

  test("tells each column, read, unread or left out", async () => {
    expect((await report())["files"]).toEqual([
      {
        file: "list",
        columns: [
          { header: "Né le", field: "birthDate", is: "read" },
          { header: "ALD", field: "ald", is: "read" },
          { header: "C2S", field: "c2s", is: "read" },
          { header: "Couverture", field: null, is: "unread" },
          { header: "Âge", field: null, is: "left-out" },
          { header: "décédé le", field: "diedOn", is: "read" },
        ],
      },
    ]);
  });

  test("counts rows, and their shares of those read", async () => {
    expect(await report()).toMatchObject({
      counts: { read: 4, computed: 2, leftOut: 1, rejected: 1 },
      shares: { computed: 0.5, leftOut: 0.25, rejected: 0.25 },
      refused: [
        { file: "list", kind: "patient", column: "ALD", code: "ALD_INVALID", rows: 1, share: 0.25 },
      ],
    });
  });

  test.each(["", "--physicians p"])("assumes what compute assumes %s", async (more) => {
    const files = {
      list: "physicianId;âge;ald;c2s\nA;82;oui;non\nB;30;non;non\n",
      p: "id;zone\nA;ZIP\nB;\n",
    };
    const { out } = await call(`compute list --year 2026 --format json ${more}`, files);
    const { statements } = JSON.parse(out) as {
      statements: { assumptions: { code: string; fr: string }[] }[];
    };
    const inStatements = statements.flatMap(({ assumptions }) =>
      assumptions.flatMap(({ code, fr }) => (code === "if-missing" ? [fr] : [])),
    );
    const assumed = (await checked(more, files))["assumed"] as {
      code: string;
      fr: string;
      physicians: number;
    }[];
    const told = assumed.flatMap(({ code, fr, physicians }) =>
      code === "if-missing" ? Array<string>(physicians).fill(fr) : [],
    );
    expect(told.sort()).toEqual(inStatements.sort());
    expect(told.length).toBeGreaterThan(0);
  });

  test("tells the keys of JSON", async () => {
    const json = JSON.stringify([{ "Né le": "15/02/1950", ALD: "oui", C2S: false }]);
    expect(await checked("", { list: json })).toMatchObject({
      files: [{ columns: [{ field: "birthDate" }, { field: "ald" }, { field: "c2s" }] }],
      counts: { read: 1, computed: 1 },
    });
  });
});

describe("check", () => {
  test("prints a page without an amount, and why rows are refused", async () => {
    const { code, out, err, counts } = await call(`${line} --locale en`, { list });
    expect(code).toBe(1);
    expect(out).toMatch(/Couverture +not read/);
    expect(out).toMatch(/Âge +left out/);
    expect(out).toMatch(/to compute +2 +50%/);
    expect(out).toMatch(/seen.* +rows: 2, physicians: 1 +50%/);
    expect(out).toContain("died on the day or before: 1");
    expect(out).not.toMatch(/EUR|€/);
    expect(err).toContain("list, line 4, column ALD, ALD_INVALID");
    expect(counts).toBe("read 4 = accepted 2 + left out 1 + rejected 1");
  });

  test("ends with 0 if all is read, 2 if the call is wrong", async () => {
    expect(
      await call("check list --year 2026", { list: "âge;ald;c2s\n82;oui;non\n" }),
    ).toMatchObject({
      code: 0,
      out: expect.stringMatching(/Refus\n {2}rien\n$/),
    });
    expect((await call("check list --year 2026", { list: "âge;c2s\n82;non\n" })).code).toBe(2);
    expect((await call("check --year 2026")).code).toBe(2);
  });
});
