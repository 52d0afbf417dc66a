import { describe, expect, test } from "vitest";
import { call } from "../support/io.ts";

const list = `patient,naissance,ALD,C2S,sexe,numéros ALD,affections
p1,03/05/1950,non,non,H,,bronchodilatateurs
p2,10/07/1960,oui,non,F,ALD 8 + ALD 30,HTA
`;
const acts = `patient;acte;date de l'acte
p1;Vaccination contre la grippe;20/10/2026
p2;hba1c;02/02/2026
`;
const files = { "l.csv": list, "a.csv": acts };
const asked = "worklist l.csv --acts a.csv --as-of 2026-11-15";

interface Item {
  readonly indicator: string;
  readonly by: string | null;
  readonly amount?: string;
}
const visitsIn = (out: string) =>
  JSON.parse(out) as { readonly id: string; readonly items: readonly Item[] }[];

describe("worklist", () => {
  test("tells what is left to do as JSON", async () => {
    const { code, out } = await call(`${asked} --format json`, files);
    const visits = visitsIn(out);
    const [p1] = visits.filter(({ id }) => id === "p1");
    expect(code).toBe(0);
    expect(p1?.items.map(({ indicator }) => indicator)).not.toContain("flu");
    expect(p1?.items.find(({ indicator }) => indicator === "covid")).toMatchObject({
      by: "2027-01-31",
    });
    expect(visits.flatMap(({ items }) => items).every((item) => !("amount" in item))).toBe(true);
  });

  test("has euros beside patients only on request", async () => {
    const { out } = await call(`${asked} --format json --with-amounts`, files);
    expect(visitsIn(out)[0]?.items[0]?.amount).toBe("5.00");
    expect((await call(asked, files)).out).not.toContain("€");
  });

  test("is a table in French, and says what it is not", async () => {
    const { out } = await call("à-faire l.csv --actes a.csv --au 15/11/2026", files);
    expect(out).toContain("ce qui reste à faire");
    expect(out).toContain("31/01/2027");
    expect(out).toContain("aucun soin");
    expect(out).toContain("donnée de santé");
  });

  test("is a table in English, CSV and a page", async () => {
    const english = await call(`${asked} --locale en`, files);
    expect(english.out).toContain("what is left to do");
    const csv = await call(`${asked} --format csv --locale en`, files);
    expect(csv.out.split("\n")[0]).toBe(
      "physicianId,id,indicator,eligible,validated,because,by,missing,amount",
    );
    expect(csv.out).toContain(",p2,hba1c,yes,unknown,window still open,2026-12-31,to do: HbA1c,");
    const page = await call(`${asked} --format html`, files);
    expect(page.out).toMatch(/^<!doctype html>/i);
  });

  test("takes the year of the day, unless another is said", async () => {
    const { out } = await call(`${asked} --year 2027 --format json`, files);
    expect(visitsIn(out)[0]?.items.some(({ by }) => by === "2027-12-31")).toBe(true);
  });

  test.each([
    ["worklist l.csv", "--au manque"],
    ["worklist l.csv --as-of 2026-02-30", "attendu un jour"],
    ["worklist l.csv --as-of today", "attendu un jour"],
    ["worklist l.csv --as-of 2026-11-15 --detail lines", "ne prend pas"],
  ])("refuses %s", async (line, reason) => {
    const { code, err } = await call(line, files);
    expect([code, err.includes(reason)]).toEqual([2, true]);
  });
});

describe("a file of acts", () => {
  test("is read by compute, and agrees with indicators", async () => {
    const byActs = await call("compute l.csv --year 2026 --acts a.csv --format csv", files);
    const told = list
      .replace("affections", "affections,prévention")
      .replace("bronchodilatateurs", "bronchodilatateurs,grippe")
      .replace("HTA", "HTA,");
    const byIds = await call("compute l.csv --year 2026 --format csv", { "l.csv": told });
    expect(byActs.code).toBe(0);
    expect(byActs.out).toBe(byIds.out);
  });

  test("has columns of its own, which --map and --ignore may name", async () => {
    const other = { ...files, "a.csv": acts.replace("acte;", "Geste;") };
    const map = JSON.stringify({ Geste: "kind" });
    const mapped = await call(`${asked} --map m.json`, { ...other, "m.json": map });
    expect(mapped.out).toBe((await call(asked, files)).out);
  });

  test("tells of acts that are of nobody on the list", async () => {
    const other = { ...files, "a.csv": `${acts}p9;hba1c;02/02/2026\n` };
    expect((await call(asked, other)).err).toContain("d'aucun patient de la liste");
  });

  test.each([
    ["an unknown kind", "p1;promenade;20/10/2026", /ligne 2, acte/],
    ["no patient", ";hba1c;20/10/2026", /ligne 2, patient/],
    ["a day that does not exist", "p1;hba1c;31/02/2026", /ligne 2, date : trouvé 2026-02-31/],
  ])("is refused with %s", async (_, row, reason) => {
    const { code, err } = await call(asked, { ...files, "a.csv": `patient;acte;date\n${row}\n` });
    expect(code).toBe(2);
    expect(err).toMatch(reason);
  });

  test("is refused without a column of it", async () => {
    const { code, err } = await call(asked, { ...files, "a.csv": "patient;acte\np1;hba1c\n" });
    expect([code, err.includes("COLUMN_MISSING") || err.includes("date")]).toEqual([2, true]);
  });
});
