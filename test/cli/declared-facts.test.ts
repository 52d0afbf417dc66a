import { describe, expect, test } from "vitest";
import { clinicWith } from "../support/clinic.ts";
import { call, outputOf } from "../support/io.ts";
import { amountsOf } from "../support/amounts.ts";

const ids =
  "médecin;segurSoftware;prescribingAid;sesamVitale;onlineRate;atmpRate;dsgRate;speRate;dmpRate;ePrescriptionRate;apcvUsed;mssUsed";
const labels =
  "RPPS;Logiciel référencé Ségur;certified prescribing aid;SESAM-Vitale à jour au 31/12/N-1;Moyenne des taux de DCMT, FSE, PSE et AAT;taux d'AT-MP en ligne;Taux de DSG en ligne (%);rate of SPE online;taux d’alimentation du DMP;taux d'e-prescription;apCV utilisée dans l'année;MSS used in the year";

/** Base and the three options: (280 + 60 + 60 + 20) × 7 €. */
const all = "A;oui;oui;oui;60;30;30;30;30;30;oui;oui";
/** The base alone: 280 × 7 €. */
const base = "B;oui;oui;oui;60;29,99;30;30;30;0;oui;non";
const none = "C;non;oui;oui;60;30;30;30;30;30;oui;oui";

const donum = "--year 2026 --schedule fr.donum.2026 --format csv";
const rows = (called: { readonly out: string }): string[] => amountsOf(called).slice(1);

describe("a file of physicians and their facts", () => {
  test.each([
    ["ids", ids],
    ["labels in either language", labels],
  ])("is computed without a list where no patient is paid: %s", async (_, header) => {
    const p = [header, all, base, none, ""].join("\n");
    const called = await call(`compute --physicians p ${donum}`, { p });
    expect(called).toMatchObject({ code: 0, err: "" });
    expect(amountsOf(called)).toEqual([
      "physicianId,patients,socle,options,total",
      "A,0,1960.00,980.00,2940.00",
      "B,0,1960.00,0.00,1960.00",
      "C,0,0.00,0.00,0.00",
    ]);
  });

  test("goes with a list that names some of them", async () => {
    const called = await call(`compute list --physicians p ${donum}`, {
      p: [ids, all, base].join("\n"),
      list: "médecin;age;ald;c2s\nB;40;non;non\nB;41;oui;non\n",
    });
    expect(called).toMatchObject({ code: 0, err: "" });
    expect(rows(called)).toEqual(["A,0,1960.00,980.00,2940.00", "B,2,1960.00,0.00,1960.00"]);
  });

  test("takes other headers by --map, and names near ones", async () => {
    const files = {
      p: [ids.replace("onlineRate", "télé").replace("mssUsed", "msUsed;mssUsed"), `${all};oui`],
      m: ['{"Télé": "onlineRate"}'],
    };
    const called = await call(`compute --physicians p --map m ${donum}`, {
      p: files.p.join("\n"),
      m: files.m.join(),
    });
    expect(called.err).toBe("p : colonne « msUsed » non lue ; la plus proche : mssUsed\n");
    expect(rows(called)).toEqual(["A,0,1960.00,980.00,2940.00"]);
  });

  test("may be JSON, practices beside", async () => {
    const ofPractice = { segurSoftware: true, prescribingAid: true, sesamVitale: true };
    const own = {
      onlineRate: "60",
      atmpRate: 30,
      dsgRate: 30,
      speRate: 30,
      dmpRate: 30,
      ePrescriptionRate: 30,
      apcvUsed: true,
      mssUsed: false,
    };
    const document = {
      physicians: [{ id: "A", practiceId: "c", facts: own }],
      practices: [{ id: "c", facts: ofPractice }],
    };
    for (const line of ["compute d", "compute --physicians d"]) {
      const called = await call(`${line} ${donum}`, { d: JSON.stringify(document) });
      expect(called).toMatchObject({ code: 0, err: "" });
      expect(rows(called)).toEqual(["A,0,1960.00,840.00,2800.00"]);
    }
  });

  test("is refused as a list, by the option that takes it", async () => {
    const files = { p: [ids, all].join("\n") };
    const called = await call(`compute p ${donum}`, files);
    expect(called.code).toBe(2);
    expect(called.err).toContain("un fichier de médecins se donne par --médecins");
    expect((await call(`compute p ${donum} --locale en`, files)).err).toContain(
      "a file of physicians is given by --physicians",
    );
  });

  test("does not go without a list where patients are paid", async () => {
    const p = "médecin;zone\nA;ZIP\n";
    expect(await call("compute --physicians p --year 2026", { p })).toMatchObject({
      code: 2,
      out: "",
      err: "forfait-mt: attendu une LISTE : ce barème paie d'après les patients (voir --aide)\n",
    });
    const year = "--year 2024 --schedule be.nurse-premium.2024 --locale en";
    expect((await call(`compute --physicians p ${year}`, { p })).err).toContain("expected a LIST");
  });
});

describe("a cell", () => {
  const total = async (column: string, cell: string): Promise<string> => {
    const cells = all.split(";").map((one, i) => (ids.split(";")[i] === column ? cell : one));
    const called = await call(`compute --physicians p ${donum}`, {
      p: `${ids}\n${cells.join(";")}\n`,
    });
    return called.code === 0
      ? (rows(called)[0]?.split(",").at(-1) as string)
      : (/, ([A-Z_]+): /.exec(called.err)?.[1] ?? called.err);
  };

  test.each([
    ["onlineRate", "60", "2940.00"],
    ["onlineRate", "60,0", "2940.00"],
    ["onlineRate", "59.9999", "0.00"],
    ["onlineRate", "60 %", "2940.00"],
    ["onlineRate", "60%", "2940.00"],
    ["onlineRate", "66,667", "2940.00"],
    ["onlineRate", "59,99999", "FACT_INVALID"],
    ["onlineRate", "1 000", "FACT_INVALID"],
    ["onlineRate", "-60", "FACT_INVALID"],
    ["onlineRate", "soixante", "FACT_INVALID"],
    ["onlineRate", "6e1", "FACT_INVALID"],
    ["onlineRate", "oui", "FACT_INVALID"],
    ["onlineRate", "", "FACT_MISSING"],
    ["segurSoftware", "VRAI", "2940.00"],
    ["segurSoftware", "1", "2940.00"],
    ["segurSoftware", "N", "0.00"],
    ["segurSoftware", "60", "FACT_INVALID"],
    ["segurSoftware", "peut-être", "FACT_INVALID"],
    ["segurSoftware", " ", "FACT_MISSING"],
  ])("of %s: %j", async (column, cell, expected) => {
    expect(await total(column, cell)).toBe(expected);
  });

  test.each([
    ["12,5", 0],
    ["12,000", 1],
    ["12 %", 1],
    ["0,125", 0],
  ])("of hours: %j", async (cell, code) => {
    const called = await call(
      "compute list --physicians p --year 2024 --schedule be.nurse-premium.2024 --format csv",
      { list: "age,ald,c2s\n40,non,non\n", p: `nurseHours;zone\n${cell};\n` },
    );
    expect(called.code).toBe(code);
  });
});

describe("a fact that is missing", () => {
  test("of one physician refuses the row and its patients", async () => {
    const files = {
      p: [ids, all, "B;oui;oui;oui;60;;30;x;30;0;oui;non", ""].join("\n"),
      list: "médecin;age;ald;c2s\nA;40;non;non\nB;41;oui;non\n",
    };
    const called = await call(`compute list --physicians p ${donum} --locale en`, files);
    expect(called).toMatchObject({ code: 1, out: "" });
    expect(called.err).toContain("p, line 3, column speRate, FACT_INVALID: ");
    files.p = files.p.replace(";x;", ";30;");
    const skipped = await call(
      `compute list --physicians p ${donum} --skip-invalid --rejects r`,
      files,
    );
    expect(skipped.code).toBe(1);
    expect(skipped.err).toContain(
      "p, ligne 3, colonne atmpRate, FACT_MISSING: fait manquant, sans valeur par défaut : trouvé une case vide ; ",
    );
    expect(skipped.err).toContain("atmpRate ; 1 patient attend cette correction\n");
    expect(rows(skipped)).toEqual(["A,1,1960.00,980.00,2940.00"]);
    expect(skipped.files.get("r")).toMatch(/^p,3,atmpRate,FACT_MISSING,.*,B,oui,oui,oui,60,,30,/m);
  });

  test("of all is one message, which names each column that is needed", async () => {
    const p = `${ids.replace(";apcvUsed;mssUsed", "")}\n${all.replace(/;oui;oui$/, "")}\n`;
    for (const list of [undefined, "médecin;age;ald;c2s\nA;40;non;non\n"]) {
      const line = `compute ${list ? "list" : ""} --physicians p ${donum} --out o`;
      const called = await call(line, { p, ...(list && { list }) });
      expect(called).toMatchObject({ code: 2, out: "" });
      expect(called.err).toBe(
        "forfait-mt: FACT_MISSING: fr.donum.2026 lit des faits que rien n'indique : apcvUsed (apCV utilisée dans l'année, du médecin), mssUsed (MSS utilisée dans l'année, du médecin) ; il faut une colonne de ce nom dans --médecins, --cabinets ou la liste\n",
      );
      expect(called.files.has("o")).toBe(false);
    }
  });

  test("of physicians whom only the list names", async () => {
    const year = "--year 2024 --schedule be.nurse-premium.2024 --locale en";
    for (const command of ["compute list", "explain list --patient x", "readings list"]) {
      const called = await call(`${command} ${year}`, { list: "age,ald,c2s\n40,no,no\n" });
      expect(called).toMatchObject({
        code: 2,
        err: "forfait-mt: FACT_MISSING: be.nurse-premium.2024 reads facts that nothing tells: nurseHours (nurse hours a week, of the practice); each needs a column of its name in --physicians, --practices or the list\n",
      });
    }
  });
});

describe("facts in the patient list", () => {
  const slabs = '{ "nurse.slabs.patients": { "each": "1", "over": "1" } }';
  const nurse = "--year 2024 --schedule be.nurse-premium.2024 --patch slabs";
  const simulation =
    "SIMULATION : Prime pour personnel infirmier, taille d'une tranche (patients) : 500 → 1 " +
    "(nurse.slabs.patients.each) ; Prime pour personnel infirmier, au-delà de (patients) : " +
    "1 000 → 1 (nurse.slabs.patients.over)\n";
  const header = "médecin;patient;age;ald;c2s;heures d'infirmier par semaine\n";

  test("are those of each physician's first row", async () => {
    const called = await call(`compute list ${nurse} --format csv`, {
      slabs,
      list: `${header}A;1;40;oui;non;18,0\nA;2;40;oui;non;18\nA;3;40;oui;non;18\nB;1;3;oui;non;18\n`,
    });
    expect(called).toMatchObject({ code: 0, err: simulation });
    // Three slabs of hours and of patients: 3 × 9940.50; one patient is not over one.
    expect(rows(called)).toEqual(["A,3,29821.50,29821.50", "B,1,0.00,0.00"]);
  });

  test("may not contradict themselves", async () => {
    const called = await call(`compute list ${nurse}`, {
      slabs,
      list: `${header}A;1;40;oui;non;18\nA;2;40;oui;non;12\n`,
    });
    expect(called.code).toBe(1);
    expect(called.err).toContain(
      "ligne 3, colonne heures d'infirmier par semaine, PHYSICIAN_CONTRADICTED: ",
    );
  });

  test("may be JSON", async () => {
    const patient = { physicianId: "A", age: 40, ald: true, c2s: false };
    const list = [
      { ...patient, facts: { nurseHours: 12 } },
      { ...patient, facts: { nurseHours: 12 } },
      { ...patient, facts: { nurseHours: 13 } },
      { ...patient, physicianId: "B", facts: { nurseHours: true } },
    ];
    const { statements, rejected } = outputOf(
      await call(`compute list ${nurse} --format json --skip-invalid`, {
        slabs,
        list: JSON.stringify(list),
      }),
    );
    expect(statements).toMatchObject([{ physicianId: "A", patients: 2, total: "19881.00" }]);
    expect(rejected.map(({ kind, index, refusals }) => [kind, index, refusals[0]?.code])).toEqual([
      ["physician", 3, "FACT_INVALID"],
      ["patient", 2, "PHYSICIAN_CONTRADICTED"],
      ["patient", 3, "PHYSICIAN_REFUSED"],
    ]);
  });

  test("are explained, and priced under other readings", async () => {
    const files = { slabs, list: `${header}A;1;40;oui;non;12\nA;2;40;oui;non;12\n` };
    const explained = await call(`explain list --patient 2 ${nurse}`, files);
    expect(explained).toMatchObject({ code: 0, err: "" });
    expect(explained.out.normalize("NFKC")).toContain("9 940,50 €");
    const priced = await call(`readings list ${nurse} --format json`, files);
    // Where more than 12 hours are asked, nothing is due.
    expect(JSON.parse(priced.out)).toMatchObject({
      total: "19881.00",
      lowest: { total: "0.00", readings: { gate: "over" } },
    });
  });

  test("that another schedule declares are unknown columns", async () => {
    const called = await call("compute list --year 2026 --format csv", {
      list: "age,ald,c2s,nurseHours,cabinet\n40,non,non,12,c1\n",
    });
    expect(called).toMatchObject({ code: 0, out: expect.stringContaining("5.00") });
    expect(called.err).toMatch(/« nurseHours ».*« cabinet »/);
  });
});

test("facts of an option of a reading are read for the option", async () => {
  const line = "readings --physicians p --year 2026 --schedule fr.donum.2026";
  const p = `${ids};certificatesMean;moyenne des taux de DMP et d'e-prescription\nA;oui;oui;oui;60;10;50;50;30;30;oui;oui;36,67;30\n`;
  const called = await call(`${line} --format json`, { p });
  expect(called).toMatchObject({ code: 0, err: "" });
  // Each rate: 280 + 60 + 20 points; their means: 60 more.
  expect(JSON.parse(called.out)).toMatchObject({
    total: "2520.00",
    highest: { total: "2940.00", readings: { rates: "mean" } },
  });
  const without = await call(line, { p: [ids, all].join("\n") });
  expect(without.code).toBe(0);
  expect(without.out).toContain("certificatesMean");
});

test("a header keeps the meaning that it has in every list; a label of two facts has none", async () => {
  const fact = { of: "physician", is: "number", ifMissing: "0", user: true };
  const schedule = clinicWith({
    "facts.firstInstallation": { ...fact, fr: "âge", en: "double" },
    "facts.rate": { ...fact, fr: "taux", en: "double" },
    "amounts.digital.when": { firstInstallation: "5+" },
  });
  const called = await call("compute l --physicians p --year 2030 --schedule s.json --format csv", {
    "s.json": JSON.stringify(schedule),
    l: "physicianId,age,ald,c2s\nA,40,non,non\n",
    p: "id;âge;firstInstallation;facts.firstInstallation;double;heures\nA;40;2001;5;80;2\n",
  });
  expect(called.err).toContain("p : colonne non lue : « double »");
  // Ten points of 7 EUR; the rate that pays for more is not known.
  expect(rows(called)).toEqual(["A,1,0.00,70.00,0.00,70.00"]);
});
