import { describe, expect, test } from "vitest";
import { call, callWith, type Called } from "../support/io.ts";

/** CSV for an Excel in French, which opens it by a double click. */

const list =
  "médecin;patient;né le;ald;c2s;vu;zone;prévention\n" +
  "007;1-2;03/05/1940;oui;non;oui;ZIP;grippe\n" +
  "007;P2;01/01/1990;non;oui;oui;ZIP;\n";
const files = { list };

/** 100 + 5 of base, 10 of C2S, 5 of prevention, 10 % of the base. */
const head =
  "médecin;patients;Socle;Majoration C2S;Prévention, indicateurs validés en N;Majoration de zone;";
const tail = ";total;hypothèses;barème;année;nature du calcul\n";
const UTF8_MARK = "\ufeff";

const linesOf = ({ out }: Called): string[] => out.trimEnd().split("\n");

describe.each(["--locale fr", "--langue français", "--csv excel", "--locale=fr"])(
  "under %s",
  (written) => {
    test("one row for each physician, in French, with schedule, year and status", async () => {
      const called = await call(`compute list --year 2026 --format csv ${written}`, files);
      expect(called).toMatchObject({ code: 0, err: "" });
      const [header, row, ...more] = linesOf(called);
      expect(more).toEqual([]);
      expect(header?.startsWith(UTF8_MARK + head)).toBe(true);
      expect(`${header}\n`.endsWith(tail)).toBe(true);
      expect(row).toMatch(/^"=""007""";2;105,00;10,00;5,00;10,50;0,00;130,50;/);
      expect(row).toMatch(/;fr\.fmt\.2026 v\d+;2026;estimation non officielle$/);
    });
  },
);

describe("otherwise", () => {
  test.each(["", "--locale en", "--csv standard", "--locale fr --csv standard"])(
    "standard, under %j",
    async (written) => {
      const { out } = await call(`compute list --year 2026 --format csv ${written}`, files);
      expect(out).toMatch(
        /^physicianId,patients,base,c2s,prevention,zone,age67,total,assumptions\n007,2,105\.00,/,
      );
    },
  );

  test("in English for who writes English", async () => {
    const line = "compute list --year 2026 --format csv --locale en --csv excel";
    const [header, row] = linesOf(await call(line, files));
    expect(header).toMatch(/^\ufeffphysicianId;patients;base;.*;schedule;year;kind of result$/);
    expect(row).toMatch(/^"=""007""";2;105,00;.*;2026;unofficial estimate$/);
  });
});

describe("other rows", () => {
  const line = "compute list --year 2026 --format csv --csv excel";

  test("of patients, whose ids stay as they are", async () => {
    const [, first, second] = linesOf(await call(`${line} --detail patients`, files));
    expect(first).toMatch(/^"=""007""";"=""1-2""";100,00;0,00;5,00;10,00;0,00;115,00;/);
    expect(second).toMatch(/^"=""007""";P2;5,00;10,00;0,00;0,50;0,00;15,50;/);
  });

  test("of a statement, with statuses and rates", async () => {
    const called = await call(`${line} --detail lines`, files);
    const [header, ...rows] = linesOf(called);
    expect(header).toBe(
      `${UTF8_MARK}médecin;composante;règle;libellé;quantité;montant unitaire;base du taux;taux;montant;statut;sources;hypothèses;barème;année;nature du calcul`,
    );
    expect(rows.find((row) => row.includes(";c2s.amount;"))).toMatch(
      /;1;10,00;;;10,00;source officielle;/,
    );
    expect(rows.find((row) => row.includes(";zone.year-3+.rate;"))).toMatch(
      /;;;105,00;10%;10,50;source /,
    );
  });

  test("of a simulation, which says so in each row", async () => {
    const [, row] = linesOf(await call(`${line} --set c2s.amount=11`, files));
    expect(row).toMatch(/;simulation, non officielle$/);
  });

  test("a rate that does not end is a percentage", async () => {
    const twelve = Array.from({ length: 12 }, (_, i) => `82;non;${i === 0 ? "oui" : "non"}\n`);
    const called = await call("compute list --year 2025 --format csv --csv excel --detail lines", {
      list: `age;ald;c2s\n${twelve.join("")}`,
    });
    const rate = linesOf(called).find((row) => row.includes("precarity"));
    expect(rate).toMatch(/;\d+,\d+%;/);
  });

  test("of counts", async () => {
    const { out } = await callWith(
      "compute --counts c --year 2026 --format csv --locale fr".split(" "),
      { files: { c: "age;ald;c2s;n\n80+;oui;non;2\n" } },
    );
    expect(out).toMatch(/^\ufeffmédecin;patients;Socle;/);
    expect(out).toMatch(/\n;2;200,00;/);
  });

  test("that are refused", async () => {
    const bad = `${list}A;P3;x;oui;non;oui;ZIP;"a;b"\n`;
    const { files: after } = await call("compute bad --year 2026 --rejects r --csv excel", { bad });
    const [header, row] = (after.get("r") ?? "").split("\n");
    expect(header).toBe(
      "\ufefffichier;ligne;colonne;code;raison;médecin;patient;né le;ald;c2s;vu;zone;prévention",
    );
    expect(row).toMatch(
      /^bad;4;né le \| prévention \| prévention;DATE_INVALID \| PREVENTION_UNKNOWN \| PREVENTION_UNKNOWN;"date/,
    );
    expect(row).toMatch(/;A;P3;x;oui;non;oui;ZIP;"a;b"$/);
  });
});

test("line 1 is the header, whatever Excel would like before it", async () => {
  for (const csv of ["standard", "excel"]) {
    const { out } = await call(`compute list --year 2026 --format csv --csv ${csv}`, files);
    expect(out.replace(UTF8_MARK, "")).toMatch(/^(physicianId,|médecin;)/);
  }
});

test("a terminal is shown no mark of UTF-8", async () => {
  const called = await callWith("compute list --year 2026 --format csv --csv excel".split(" "), {
    files,
    isTerminal: true,
  });
  expect(called.out).toMatch(/^médecin;/);
});

test.each([
  ["compute list --year 2026 --csv excel", "--csv va avec --format csv, ou avec --refusés FICHIER"],
  [
    "compute list --year 2026 --csv tableur --format csv",
    "--csv tableur : attendu standard, excel",
  ],
])("%s is refused", async (line, err) => {
  expect(await call(line, files)).toMatchObject({ code: 2, err: `forfait-mt: ${err}\n` });
});
