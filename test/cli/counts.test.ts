import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ageBand } from "../../src/words/age-band.ts";
import { call } from "../support/io.ts";

test.each([
  ["80 ans et +", "80+"],
  ["80 ans et plus", "80+"],
  ["80 ans ou plus", "80+"],
  ["80+", "80+"],
  ["≥ 80 ans", "80+"],
  ["plus de 79 ans", "80+"],
  ["0-6 ans", "0-6"],
  ["75 à 79 ans", "75-79"],
  ["75–79", "75-79"],
  ["De 75\u00a0à\u00a079\u00a0ans", "75-79"],
  ["moins de 7 ans", "0-6"],
  ["82", 82],
  ["82 ans", 82],
  ["vieux", undefined],
  ["80 ans et", undefined],
])("an age band as it is written: %s", (text, band) => expect(ageBand(text)).toBe(band));

const counts =
  "Tranche d'âge;ALD;C2S;Vu;Effectif\n0-6 ans;non;;oui;60\n7 à 74 ans;non;;oui;632\n" +
  "7 à 74 ans;non;;non;68\n80 ans et +;oui;;oui;47\n;;oui;;107\n";
const base = 60 * 15 + 632 * 5 + 68 * 5 + 47 * 100;

describe("--counts", () => {
  test("replaces the list: French bands, and a margin of the C2S", async () => {
    const { code, out, err } = await call("compute --counts c --year 2026 --format json", {
      c: counts,
    });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const [one] = JSON.parse(out).statements;
    expect([one.patients, one.total]).toEqual([60 + 632 + 68 + 47, (base + 1070).toFixed(2)]);
  });

  test("takes weighted numbers, with a comma or a point, and rounds a line once", async () => {
    // 10.333333 x 5 = 51.666665, 0.5 x 100 = 50.00
    const weighted = "Age;ALD;C2S;Effectif\n7-74;non;non;10,333333\n80+;oui;non;0.5\n";
    const { code, out } = await call("calculer --effectifs c --annee 2026 --locale fr", {
      c: weighted,
    });
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, " ")).toContain("10,333333 × 5,00 € 51,67 €");
    expect(out.replace(/\s/g, " ")).toContain("101,67 €");
  });

  test("refuses what may be a thousand, and says how to write it", async () => {
    const { code, err } = await call("compute --counts c --year 2026 --locale en", {
      c: "age,ald,c2s,n\n40,no,no,1.234\n",
    });
    expect(code).toBe(1);
    expect(err).toContain("1.234 may be a thousand: write 1.2340");
  });

  test("prices open questions, and tells those that a table cannot show", async () => {
    const { code, out } = await call("readings --counts c --year 2026 --format json", {
      c: counts,
    });
    expect(code).toBe(0);
    const { readings, total } = JSON.parse(out);
    expect(total).toBe((base + 1070).toFixed(2));
    const codes = readings.map((one: { id: string; options: { refusal?: { code: string } }[] }) => [
      one.id,
      one.options[1]?.refusal?.code,
    ]);
    expect(Object.fromEntries(codes)).toMatchObject({
      "not-seen-c2s": "MARGIN_CROSSED",
      "reference-day": "READING_UNANSWERED",
      "late-visit": "READING_UNANSWERED",
      leaving: "READING_UNANSWERED",
      "first-install": "READING_UNANSWERED",
      "uplift-base": undefined,
      "paid-when": undefined,
    });
  });

  test("of one physician", async () => {
    const c = "médecin;age;ald;c2s;n\nA;40;non;non;10\nB;40;non;non;7\n";
    const { out } = await call("compute --counts c --year 2026 --physician B --format json", { c });
    expect(JSON.parse(out).statements).toMatchObject([{ physicianId: "B", total: "35.00" }]);
    const called = await call("compute --counts c --year 2026 --physician C", { c });
    expect(called).toMatchObject({ code: 2, out: "" });
    expect(called.err).toContain("--médecin C : aucun effectif");
  });

  test("a row that is refused says its line and column", async () => {
    const called = await call("compute --counts c --year 2026", {
      c: "age;ald;c2s;n\n7-74;non;non;10\n74-80;non;vieux;3\n",
    });
    expect(called).toMatchObject({ code: 1, out: "" });
    expect(called.err).toContain("ligne 3, colonne c2s, C2S_INVALID: ");
  });

  test.each([
    ["compute l --counts c --year 2026", "--effectifs remplace LISTE"],
    ["explain --counts c --year 2026 --patient 1", "expliquer ne prend pas --effectifs"],
    ["compute --counts c --year 2026 --skip-invalid", "--sans-refusés ne va pas avec --effectifs"],
    ["compute --counts c --year 2026 --raise x", "--augmenter x : attendu des euros"],
  ])("%s is refused", async (line, message) => {
    const called = await call(line, { c: counts, l: counts });
    expect(called).toMatchObject({ code: 2, out: "" });
    expect(called.err).toContain(message);
  });
});

test("one euro more on each amount, of the national counts that are shipped", async () => {
  const file = join(import.meta.dirname, "../../docs/counts/france-2026.csv");
  const { code, out } = await call("compute --counts c --year 2026 --raise 1", {
    c: readFileSync(file),
  });
  expect(code).toBe(0);
  const text = out.normalize("NFKC");
  expect(text).toMatch(
    /base\.7-74\.amount +Socle : 7 à 74 ans, sans ALD +5,00 € → 6,00 € +\+41 273 000,00 €/,
  );
  expect(text).toMatch(
    /base\.ald-0-79\.amount +Socle : ALD, moins de 80 ans +55,00 € → 56,00 € +\+10 391 000,00 €/,
  );
  expect(text).toMatch(/c2s\.amount +Majoration C2S +10,00 € → 11,00 € +\+7 450 000,00 €/);
  expect(text).toMatch(/prevention\.amount .* \?\n/);
  expect(text).toContain("? : le tableau ne dit pas qui a été vu, ni la prévention.");
  const csv = await call("compute --counts c --year 2026 --raise 0,50 --format csv", {
    c: readFileSync(file),
  });
  expect(csv.out.split("\n")[0]).toBe("path,label,before,after,difference");
  expect(csv.out).toContain("c2s.amount,Majoration C2S,10.00,10.50,3725000.00\n");
  const excel = await call("compute --counts c --year 2026 --raise 1 --format csv --csv excel", {
    c: readFileSync(file),
  });
  expect(excel.out).toContain("Majoration C2S;10,00;11,00;7450000,00;");
  expect(excel.out).toContain("simulation, non officielle");
});

test("a leaflet: the statement of counts as a page, with what open questions are worth", async () => {
  const page = await call("compute --counts c --year 2026 --format html", {
    c: "age;ald;c2s;n;zone;physicianAge\n0-79;oui;oui;100;ZIP;67+\n",
  });
  expect(page.out).toMatch(/^<!doctype html>/);
  expect(page.out.replace(/\u00a0/g, " ")).toMatch(
    /Selon les questions que le texte laisse ouvertes : de [\d ]+,00 € à [\d ]+,00 €/,
  );
  const two = await call("compute --counts c --year 2026 --format markdown", {
    c: "age;ald;c2s;n;zone\n40;non;non;10;ZIP\n40;non;non;7;none\n",
  });
  expect(two.out).toMatch(/^# /);
  expect(two.out).toMatch(/ZIP[\s\S]*none/);
});
