import { describe, expect, test } from "vitest";
import fmt2026 from "../../src/schedule/fr/fmt-2026.json" with { type: "json" };
import { getSchedule, listSchedules } from "../../src/index.ts";
import { call } from "../support/io.ts";

describe("forfait-mt schedules", () => {
  test("names every schedule", async () => {
    const { code, out } = await call("schedules");
    expect(code).toBe(0);
    expect(out.trimEnd().split("\n")).toHaveLength(listSchedules().length);
    expect(out).toMatch(/^fr\.fmt\.2026 +01\/01\/2026 – 31\/12\/2029 +\S/m);
    expect(out).toContain("jamais en vigueur");
    expect((await call("schedules --locale en")).out).toContain("never in force");
    for (const [id, scheme] of [
      ["fr.fmt.2026", "forfait"],
      ["fr.donum.2026", "donum"],
      ["be.nurse-premium.2024", "nurse-premium"],
    ] as const)
      expect(out.split("\n").find((line) => line.startsWith(id))).toMatch(
        new RegExp(`  ${scheme}  `),
      );
  });
});

describe("forfait-mt schedule ID", () => {
  test("as a page", async () => {
    for (const [locale, title] of [
      ["fr", "Valeurs qui ne sont pas officielles"],
      ["en", "Values that are not official"],
    ]) {
      const { code, out } = await call(`schedule fr.fmt.2026 --locale ${locale}`);
      expect(code).toBe(0);
      expect(out).toContain(title);
      expect(out).toMatch(/base\.ald-80\+\.amount +/);
    }
  });

  test("as JSON, which loads again", async () => {
    const { out } = await call("schedule fr.fmt.2026 --format json");
    expect(JSON.parse(out)).toEqual(getSchedule("fr.fmt.2026"));
  });

  test("of a file", async () => {
    expect((await call("schedule mine.json", { "mine.json": JSON.stringify(fmt2026) })).out).toBe(
      (await call("schedule fr.fmt.2026")).out,
    );
  });

  test("that is not known", async () => {
    expect(await call("schedule fr.nothing")).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringMatching(/^forfait-mt: SCHEDULE_UNKNOWN: .*fr\.fmt\.2026/),
    });
  });
});

const list = "médecin;patient;age;ald;c2s;zone\nA;P1;82;oui;oui;ZIP\nB;P1;5;non;non;\n";

describe("forfait-mt sql --dated", () => {
  test("reads the dates that are named, from columns of their names", async () => {
    const { code, out } = await call("sql --year 2026 --dated diedOn,aldUntil");
    expect(code).toBe(0);
    expect(out).toContain("NOT COALESCE(died_on <= DATE '2025-12-31', FALSE)");
    expect(out).toContain("WHEN ald_until < DATE '2025-12-31' THEN FALSE");
    expect((await call("sql --year 2026")).out).not.toContain("diedOn");
  });

  test("reads columns by the names of a map, and none that a table does not have", async () => {
    const map = JSON.stringify({
      age_rev: "age",
      "physicians.naissance": "birthDate",
      zonage: "zone",
    });
    const line = "sql --year 2026 --physicians doctors --map map --without id,physicians.contract";
    const { code, out } = await call(line, { map });
    expect(code).toBe(0);
    expect(out).toContain("--   panel.age_rev: a whole number from 0 to 129\n");
    expect(out).toContain("--   doctors.naissance: a day, a month or a year; or empty\n");
    expect(out).toContain(`"zonage" AS VARCHAR`);
    expect(out).toContain("one who is twice in a list is counted twice");
    expect(out).not.toMatch(/"id" AS patient_id|"contract"|"zone" AS VARCHAR/);
  });

  test.each([
    ["a field that is none", { map: `{"x": "salary"}` }, "--map map: unknown field salary"],
    ["two columns of a field", { map: `{"x": "age", "y": "age"}` }, "map: two columns for age"],
    ["values", { map: `{"x": {"field": "zone"}}` }, "map: expected an object { column: field }"],
    ["no object", { map: "[1]" }, "map: expected an object { column: field }"],
  ])("refuses a map with %s", async (_, files, message) => {
    const called = await call("sql --year 2026 --map map --locale en", files);
    expect(called).toMatchObject({ code: 2, out: "" });
    expect(called.err).toContain(message);
  });

  test("refuses to do without what is no field", async () => {
    const called = await call("sql --year 2026 --without salary --locale en");
    expect(called).toMatchObject({ code: 2, out: "" });
    expect(called.err).toContain("--without: unknown field salary");
  });

  test.each([
    ["fr", "attendu registeredFrom, registeredUntil, .*, séparés par des virgules"],
    ["en", "expected registeredFrom, registeredUntil, .*, separated by commas"],
  ])("refuses another column: %s", async (locale, allowed) => {
    const called = await call(`sql --year 2026 --dated diedOn,age --locale ${locale}`);
    expect(called).toMatchObject({ code: 2, out: "" });
    expect(called.err).toMatch(new RegExp(`^forfait-mt: --dat(?:ed|ées) age ?: ${allowed}\\n$`));
  });
});

describe("forfait-mt sql of a schedule that declares facts", () => {
  const line = "sql --year 2026 --schedule fr.donum.2026";

  test("asks for the table of physicians, and says its columns", async () => {
    const fr = await call(line);
    expect(fr).toMatchObject({ code: 2, out: "" });
    expect(fr.err).toMatch(
      /^forfait-mt: --médecins NOM manque : fr\.donum\.2026 lit .*: segurSoftware \(logiciel référencé Ségur, du cabinet\), .*\n$/,
    );
    expect((await call(`${line} --locale en`)).err).toMatch(
      /--physicians NAME is missing: .*mssUsed \(MSS used in the year, of the physician\)\n$/,
    );
  });

  test("reads each fact from the column of its name", async () => {
    const { code, out } = await call(`${line} --physicians doctors`);
    expect(code).toBe(0);
    expect(out).toContain('"onlineRate"');
    expect(out).toContain('FROM "doctors"');
  });
});

describe("forfait-mt explain LIST --patient ID", () => {
  test("tells of the patient of each physician who has one by that id", async () => {
    const { code, out, err } = await call("explain list --patient P1 --year 2026", { list });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const plain = out.normalize("NFKC");
    expect(plain).toMatch(/^Patient P1 · Médecin A · Forfait médecin traitant \(FMT\) 2026 · /);
    expect(plain).toMatch(/\nPatient P1 · Médecin B · /);
    expect(plain).toMatch(/Socle : ALD, 80 ans et plus +100,00 € +source officielle \[1\]/);
    expect(plain).toMatch(/Total \(non officiel\) +120,00 €/);
    expect(plain).toContain("Ce qui n'est pas dû pour ce patient\n");
  });

  test("as a page for each, and as Markdown", async () => {
    const of = "expliquer list --patient P1 --année 2026";
    const both = await call(`${of} --format html`, { list });
    expect(both.out.match(/<section /g)).toHaveLength(2);
    const one = await call(`${of} --format html --médecin A`, { list });
    expect(one.out).toMatch(/^<!doctype html>\n<html lang="fr">/);
    expect(one.out).toContain("<h1>Patient P1 · Médecin A · ");
    const { out } = await call(`${of} --format markdown --médecin B --locale en`, { list });
    expect(out).toMatch(/^## Patient P1 · Physician B · /);
  });

  test("says that changed values are a simulation", async () => {
    const { out } = await call("explain list --patient P1 --year 2026 --set c2s.amount=12", {
      list,
    });
    expect(out.normalize("NFKC")).toMatch(
      /^SIMULATION : Majoration C2S : 10,00 € → 12,00 € \(c2s\.amount\)\n/,
    );
  });

  test("as JSON", async () => {
    const { out } = await call("explain list --patient P1 --year 2026 --format json", { list });
    expect(JSON.parse(out)).toMatchObject([
      { physicianId: "A", id: "P1", total: "120.00" },
      { physicianId: "B", id: "P1", total: "15.00" },
    ]);
  });

  test("computes nothing while a row is refused", async () => {
    const called = await call("explain list --patient P1 --year 2026", {
      list: `${list}A;P2;x;non;non;ZIP\n`,
    });
    expect(called).toMatchObject({ code: 1, out: "" });
    expect(called.err).toContain("ligne 4, colonne age, AGE_INVALID: ");
  });
});

describe("forfait-mt readings LIST", () => {
  test("prices every open question", async () => {
    const { code, out, err } = await call("readings list --year 2026 --format json", { list });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out)).toMatchObject({ schedule: "fr.fmt.2026", year: 2026, total: "135.00" });
  });

  test("as a page", async () => {
    const out = (await call("readings list --year 2026", { list })).out.normalize("NFKC");
    expect(out).toContain("[zone-and-age]");
    expect(out).toContain("n'est dans aucun des deux");
  });

  test("for a reader: a page, and Markdown", async () => {
    const page = (await call("readings list --year 2026 --format html", { list })).out;
    expect(page.startsWith("<!doctype html>")).toBe(true);
    expect(page.normalize("NFKC")).toContain("135,00 €");
    const { out } = await call("readings list --year 2026 --format markdown", { list });
    expect(out).toMatch(/^## Ce que valent les questions .* estimation non officielle\n/);
  });

  test("the page says what each option moves on each instalment", async () => {
    const one = "age;ald;c2s\n40;non;oui\n";
    const lines = (await call("readings list --year 2026 --locale en", { list: one })).out;
    expect(lines.normalize("NFKC")).toContain(
      "next-year: −€2.50 in April 2026, June 2026, September 2026, November 2026; +€10.00 in 2027",
    );
  });

  test.each([
    ["a cell", "A;P2;x;non;non;ZIP\n", "ligne 4, colonne age, AGE_INVALID: "],
    ["a ragged row", "A;P2;40;non\n", "ligne 4, ROW_RAGGED: "],
    ["a contradiction", "A;P2;40;non;non;QPV\n", "ligne 4, colonne zone, PHYSICIAN_CONTRADICTED: "],
  ])("prices nothing while a row is refused: %s", async (_, row, err) => {
    const called = await call("readings list --year 2026", { list: list + row });
    expect(called).toMatchObject({ code: 1, out: "" });
    expect(called.err).toContain(err);
  });

  test("names the columns that it does not read", async () => {
    expect(
      (await call("readings list --year 2026", { list: "age,ald,c2s,couleur\n40,non,non,bleu\n" }))
        .err,
    ).toBe("list : colonne non lue : « couleur »\n");
  });
});
