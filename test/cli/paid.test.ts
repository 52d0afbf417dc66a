import { describe, expect, test } from "vitest";
import { call } from "../support/io.ts";

const list = `physicianId;age;ald;c2s;zone\n${"A;40;oui;oui;ZIP\n".repeat(10)}${"B;82;oui;non;none\n".repeat(10)}`;
/** A: 550 of base, 100 of C2S, 55 of zone; a fourth of it. */
const computed = "176.25";
const flat = (text: string): string => text.replace(/[\s\u00a0]+/g, " ");

describe("readings --paid", () => {
  test.each(["2026-04=137.5", "avril=137,50", "04/2026=137,50 €"])(
    "%s names a reading",
    async (paid) => {
      const [place, amount] = paid.split("=") as [string, string];
      const { code, out } = await call(
        `readings l --year 2026 --physician A --format json --paid ${place}=${amount.replace(" ", "")}`,
        { l: list },
      );
      expect(code).toBe(0);
      const { payment, readings } = JSON.parse(out);
      expect(payment.payments[0]).toMatchObject({ due: "2026-04", computed, paid: "137.50" });
      expect(payment.compatible[0].readings).toEqual({ "paid-when": "next-year" });
      expect(readings.length).toBeGreaterThan(5);
    },
  );

  test("several, before the prices of the questions", async () => {
    const { out } = await call(
      "readings l --year 2026 --physician A --paid 2026-04=137.5 --paid juin=137.5",
      { l: list },
    );
    const text = flat(out);
    expect(text).toMatch(/avril 2026 176,25 € 137,50 €.*juin 2026 176,25 € 137,50 €/);
    expect(text.indexOf("À envoyer à la caisse")).toBeLessThan(text.indexOf("[paid-when]"));
  });

  test("of a table of counts", async () => {
    const { code, out } = await call(
      "readings --counts c --year 2026 --paid 2026-04=1375 --format json",
      {
        c: "age;ald;c2s;n;zone;physicianAge\n0-79;oui;oui;100;ZIP;67+\n",
      },
    );
    expect(code).toBe(0);
    const { payment } = JSON.parse(out);
    expect(payment.list).toMatchObject({ patients: 100, ald: 100, c2s: 100 });
    expect(payment.compatible[0].readings).toEqual({ "paid-when": "next-year" });
  });

  test.each([
    ["readings l --year 2026 --paid 2026-04=1", "--versé : 2 médecins dans la liste"],
    ["readings l --year 2026 --physician A --paid 2026-05=1", "DATE_INVALID"],
    ["readings l --year 2026 --physician A --paid 2026-04=5.000", "AMOUNT_INVALID"],
    ["readings l --year 2026 --physician A --paid =1", "attendu date=montant"],
    ["compute l --year 2026 --paid 2026-04=1", "calculer ne prend pas --versé"],
  ])("%s is refused", async (line, message) => {
    const called = await call(line, { l: list });
    expect(called).toMatchObject({ code: 2, out: "" });
    expect(called.err).toContain(message);
  });
});

const paid =
  "Médecin;Date du virement;Libellé;Montant\n" +
  `A;15/04/2026;FMT 2026 1ER ACOMPTE;${computed.replace(".", ",")} €\n` +
  "A;16/04/2026;ROSP 2025;1 234,56\n" +
  "B;02/07/2026;FORFAIT MT ACOMPTE JUIN 2026;200,00\n";

describe("check-payment", () => {
  test("compares each physician with the rows of the file, and exits with 3 for a gap", async () => {
    const { code, out } = await call("check-payment l --year 2026 --paid p --format json", {
      l: list,
      p: paid,
    });
    expect(code).toBe(3);
    const [a, b] = JSON.parse(out).checks;
    expect(a.payments).toMatchObject([{ due: "2026-04", computed, gap: "0.00" }]);
    expect(a.others).toEqual([{ label: "ROSP 2025", amount: "1234.56" }]);
    expect(b.payments).toMatchObject([{ due: "2026-06", computed: "250.00", gap: "-50.00" }]);
  });

  test("exits with 0 where each payment is that computed, and has then no letter", async () => {
    const called = await call("check-payment l --year 2026 --physician A --paid p", {
      l: list,
      p: paid,
    });
    expect(called.code).toBe(0);
    expect(called.out).not.toContain("Madame, Monsieur");
  });

  test("prints the letter behind the check; CSV has a row for each payment", async () => {
    const line = "check-payment l --year 2026 --physician B --paid p";
    const text = await call(line, { l: list, p: paid });
    expect(text.out).toMatch(/Versements et calcul[\s\S]*Madame, Monsieur/);
    const csv = await call(`${line} --format csv --out o`, { l: list, p: paid });
    expect(csv.files.get("o")).toBe(
      "physicianId,due,component,computed,paid,gap\nB,2026-06,,250.00,200.00,-50.00\n",
    );
  });

  test("reads the free labels of bank statements, and writes its letter in French", async () => {
    const noemie =
      "Date;Libellé;Crédit\n" +
      "17/04/2026;VIR SEPA CPAM DE PARIS NOEMIE 580 FMT ACOMPTE AVRIL 2026;150,00\n" +
      "18/04/2026;VIR CPAM NOEMIE HONORAIRES 04/2026;812,40\n";
    const line = "check-payment l --year 2026 --physician A --paid p --locale en";
    const { code, out } = await call(`${line} --format json`, { l: list, p: noemie });
    expect(code).toBe(3);
    const [check] = JSON.parse(out).checks;
    expect(check.payments).toMatchObject([{ due: "2026-04", computed, paid: "150.00" }]);
    expect(check.others).toMatchObject([{ amount: "812.40" }]);
    const letter = (await call(line, { l: list, p: noemie })).out;
    expect(letter).toMatch(/Madame, Monsieur,[\s\S]*Sources[\s\S]*https:\/\//);
  });

  test("by component, under its name or its id", async () => {
    const { out } = await call("check-payment l --year 2026 --physician A --paid p --format csv", {
      l: list,
      p: "Composante;Montant\nSocle;550\nMajoration C2S;100\nzone;55\n",
    });
    expect(out.split("\n").slice(1, 4)).toEqual([
      "A,,base,550.00,550.00,0.00",
      "A,,c2s,100.00,100.00,0.00",
      "A,,zone,55.00,55.00,0.00",
    ]);
  });

  test.each([
    ["date;montant\n2026-04;beaucoup\n", 1, "ligne 2, colonne montant, AMOUNT_INVALID"],
    ["date;montant\n2026-05;12\n", 1, "ligne 2, colonne date, DATE_INVALID"],
    ["date;montant\n15 août 2026;12\n", 1, "attendu : 2026-04, 2026-06"],
    ["date;montant\n04/15/2026;12\n", 1, "ordre américain"],
    ["date;montant\n2026-04;\n", 1, "des euros : 147,50"],
    ["date;montant\n", 2, "aucun versement"],
    ["montant\n12\n", 2, "la date, la composante ou le libellé"],
    ["date;libellé\n2026-04;FMT\n", 2, "il manque le montant"],
    ["médecin;date;montant\nC;2026-04;12\n", 2, "aucun versement à ce médecin"],
  ])("%j is refused", async (file, code, message) => {
    const called = await call("check-payment l --year 2026 --physician A --paid p", {
      l: list,
      p: file,
    });
    expect(called).toMatchObject({ code, out: "" });
    expect(called.err).toContain(message);
  });

  test("payments to a physician whom the list does not name, and no --paid, are refused", async () => {
    const named = "médecin;date;montant\nC;2026-04;12\n";
    const called = await call("check-payment l --year 2026 --paid p", { l: list, p: named });
    expect(called).toMatchObject({ code: 2, out: "" });
    expect(called.err).toContain("la liste n'a pas de médecin C");
    const without = await call("check-payment l --year 2026", { l: list });
    expect(without).toMatchObject({ code: 2, out: "" });
  });
});
