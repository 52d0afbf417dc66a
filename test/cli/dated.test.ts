import { describe, expect, test } from "vitest";
import { call, outputOf } from "../support/io.ts";
import { amountsOf } from "../support/amounts.ts";

/** A list as practice software exports it in November 2026; the FMT of 2026 reads it on 31 December 2025. */
const header =
  "Médecin;Patient;Date de naissance;ALD;C2S;Dernière consultation;Décédé le;Date fin MT;MT déclaré le;ALD depuis;Fin de droits C2S;Prévention\n";
const list = `${header}A;1;02/05/1943;oui;non;01/03/2025;;;01/01/2010;;;grippe:15/10/2026 covid:2025-10-01
A;2;02/05/1943;oui;non;01/03/2025;31/12/2025;;01/01/2010;;;
A;3;02/05/1943;oui;non;01/03/2025;;30/12/2025;01/01/2010;;;
A;4;02/05/1943;oui;non;27/11/2026;;;27/11/2026;;;
A;5;03/02/2026;non;non;20/02/2026;;;;;;
A;6;01/01/1950;oui;oui;06/06/2024;;;;01/03/2026;30/12/2025;
`;
/** 82 years in ALD with a flu vaccine of 2026; 75 years, the ALD not yet begun, the C2S ended the day before. */
const total = (100 + 5 + 15).toFixed(2);

describe("a list with dates", () => {
  test("is computed as it stood on the day, and its rows are counted", async () => {
    const called = await call("compute list --year 2026 --format csv", { list });
    const { code, err, counts } = called;
    expect([code, err, counts]).toEqual([0, "", "6 lues = 2 calculées + 4 hors liste + 0 refusée"]);
    expect(amountsOf(called)[1]).toMatch(new RegExp(`^A,2,.*,${total}$`));
  });

  test("in JSON, with the rows that are left out", async () => {
    const output = outputOf(await call("compute list --year 2026 --format json", { list }));
    expect(output.leftOut.map(({ leftOut }) => leftOut)).toEqual([
      "dead",
      "gone",
      "not-yet-registered",
      "unborn",
    ]);
    expect(output.counts).toMatchObject({ read: 6, computed: 2, leftOut: 4, rejected: 0 });
    expect(output.statements[0]).toMatchObject({ total, counts: output.counts });
  });

  test("in the page of a statement, with the reasons", async () => {
    const { out } = await call("compute list --year 2026", { list });
    expect(out.replace(/\s+/g, " ")).toContain(
      "4 lignes sur 6 non comptées (décédé ce jour ou avant : 1 ; plus inscrit ce jour : 1 ;",
    );
  });

  test("a patient who is not on it is explained as such", async () => {
    const { code, err } = await call("explain list --year 2026 --patient 2", { list });
    expect([code, err]).toEqual([
      2,
      "forfait-mt: patient « 2 » hors liste : décédé ce jour ou avant\n",
    ]);
  });

  test("a date that leaves the day open is refused at its line and column", async () => {
    const open = `${header}A;1;1943;oui;non;2025;;2025;;;;\n${list.split("\n")[1]}\n`;
    const { code, err, counts } = await call("compute list --year 2026 --skip-invalid", {
      list: open.replace("A;1;02", "A;9;02"),
    });
    expect(code).toBe(1);
    expect(err).toContain("ligne 2, colonne Date fin MT, DATE_INCOMPLETE");
    expect(counts).toBe("2 lues = 1 calculée + 0 hors liste + 1 refusée");
  });

  test("where nothing is computed, the accepted rows are counted as such", async () => {
    const bad = `${list}A;7;x;oui;non;;;;;;;\n`;
    const { code, out, counts } = await call("compute list --year 2026 --locale en", { list: bad });
    expect([code, out]).toEqual([1, ""]);
    expect(counts).toBe("read 7 = accepted 2 + left out 4 + rejected 1");
  });
});

describe("an empty date of the last visit", () => {
  const empty = "age;ald;c2s;lastSeen\n82;oui;non;\n40;non;non;2025\n";

  test("is refused, and the message names the option", async () => {
    const { code, err } = await call("compute list --year 2026", { list: empty });
    expect(code).toBe(1);
    expect(err).toContain("--jamais-vu vide");
  });

  test("means never with --never-seen empty: 5 for who was not seen, and 5", async () => {
    const { code, out } = await call("compute list --year 2026 --format json --never-seen empty", {
      list: empty,
    });
    expect([code, outputOf({ out } as never).statements[0]?.total]).toEqual([0, "10.00"]);
  });

  test("takes no other word", async () => {
    const { code, err } = await call("compute list --year 2026 --never-seen never", {
      list: empty,
    });
    expect([code, err]).toEqual([2, "forfait-mt: --jamais-vu never : attendu vide\n"]);
  });
});

test("--shared-ids tells both physicians of a patient on two lists", async () => {
  const shared = "médecin;patient;age;ald;c2s\nA;1;40;non;non\nB;1;40;non;non\n";
  const warnings = async (options: string): Promise<readonly (readonly string[])[]> =>
    outputOf(
      await call(`compute list --year 2026 --format json${options}`, { list: shared }),
    ).statements.map((one) => one.warnings.map(({ code }) => code));
  expect(await warnings("")).toEqual([[], []]);
  expect(await warnings(" --shared-ids")).toEqual([["shared-patient"], ["shared-patient"]]);
});

test("readings of the bundled kind of list say what it does not answer", async () => {
  const plain = "médecin;age;ald;c2s\nA;40;non;non\n";
  const { code, out } = await call("readings list --year 2026", { list: plain });
  expect(code).toBe(0);
  expect(out).toMatch(
    /\n {4}31\/12\/N {4}.* \?\n {4}31\/12\/N\s: la liste ne dit pas la patientèle au 31\/12\/2026\s: /,
  );
});
