import { describe, expect, test } from "vitest";
import { call } from "../support/io.ts";

/** `map` writes the document that `--map` takes; `?` stands where the user has to say. */

const list =
  "IPP;Né le;Affection;Couverture;Vu en consult. depuis 2 ans;Zonage;Nom\n" +
  "7001;15/02/1950;oui;CSS;non;HZ;MARTIN\n" +
  "7002;15/02/1990;non;RG;oui;HZ;MARTIN\n" +
  "7003;15/02/1991;non;RG;oui;HZ;MARTIN\n" +
  "7004;15/02/1992;non;RG;oui;HZ;DUPONT\n";

const mapped = async (files: Record<string, string>, more = ""): Promise<Record<string, unknown>> =>
  JSON.parse((await call(`map list --year 2026 --locale en ${more}`, files)).out) as Record<
    string,
    unknown
  >;

describe("map", () => {
  test("writes every header, and asks only for what is not understood", async () => {
    expect(
      await mapped({
        list: "Âge;ALD;C2S;Zonage;Date dern. consult. cabinet;Type d'ALD;Couleur\n82;oui;non;HZ;2020;8;vert\n50;NSP;x;ZIP;2021;8;vert\n",
      }),
    ).toEqual({
      Âge: "age",
      ALD: { field: "ald", values: { NSP: "?" } },
      C2S: "c2s",
      Zonage: { field: "zone", values: { HZ: "?" } },
      "Date dern. consult. cabinet": "?",
      "Type d'ALD": null,
      Couleur: null,
    });
  });

  test("is refused by --map until it is filled in", async () => {
    const files = { list: "âge;ald;c2s\n82;NSP;non\n" };
    const { out } = await call("map list --year 2026", files);
    const called = await call("compute list --year 2026 --map m", { ...files, m: out });
    expect(called).toMatchObject({ code: 2, out: "" });
    expect(called.err).toContain("« NSP » vaut « ? », que ALD ne comprend pas");
  });

  test("once filled in, gives the amounts of the same list in known words", async () => {
    const document = await mapped({ list });
    expect(document).toMatchObject({ "Né le": "birthDate", Couverture: null });
    const filled = {
      ...document,
      IPP: "id",
      Affection: "ald",
      Couverture: { field: "c2s", values: { CSS: "oui", RG: "non" } },
      "Vu en consult. depuis 2 ans": "seen",
      Zonage: { field: "zone", values: { HZ: "aucune" } },
    };
    const known =
      "id;birthDate;ald;c2s;seen;zone\n" +
      "7001;1950-02-15;true;true;false;none\n7002;1990-02-15;false;false;true;none\n" +
      "7003;1991-02-15;false;false;true;none\n7004;1992-02-15;false;false;true;none\n";
    const line = "compute list --year 2026 --format csv";
    const { out, code } = await call(`${line} --map m`, { list, m: JSON.stringify(filled) });
    expect(code).toBe(0);
    expect(out).toBe((await call(line, { list: known })).out);
  });

  test("of a list that is understood changes nothing of what is computed", async () => {
    const files = {
      list: "médecin;patient;Né le;ald;css\nA;1;15/02/1950;oui;non\nB;2;15/02/1990;non;non\n",
      p: "médecin;Né le;zonage\nA;15/02/1965;ZIP\nB;15/02/1995;\n",
    };
    const line = "list --physicians p --year 2026";
    const { out } = await call(`map ${line}`, files);
    expect(JSON.parse(out)).toMatchObject({
      médecin: {},
      patient: "identifiant",
      "Né le": "date de naissance",
    });
    expect((await call(`compute ${line} --format csv --map m`, { ...files, m: out })).out).toBe(
      (await call(`compute ${line} --format csv`, files)).out,
    );
  });

  test("keeps what --map and --ignore already say", async () => {
    const files = {
      list: "âge;ald;c2s;Zonage;Code\n82;oui;non;HZ;1\n",
      m: '{"Zonage": {"field": "zone", "values": {"HZ": "none"}}}',
    };
    expect(await mapped(files, "--map m --ignore Code")).toEqual({
      âge: "age",
      ald: "ald",
      c2s: "c2s",
      Zonage: { field: "zone", values: { HZ: "none" } },
      Code: null,
    });
  });

  test("asks for words in a column of dates, never for dates", async () => {
    const dates = "âge;ald;c2s;Dernière visite\n82;oui;non;perdu de vue\n82;oui;non;01/02/23\n";
    expect(await mapped({ list: dates })).toMatchObject({
      "Dernière visite": { field: "lastSeen", values: { "perdu de vue": "?" } },
    });
  });

  test("tells two columns of one field, of which the user chooses", async () => {
    expect(await mapped({ list: "âge;ald;en ald;c2s\n82;oui;oui;non\n" })).toMatchObject({
      ald: "ald",
      "en ald": "?",
    });
  });

  test("reads the keys of JSON", async () => {
    const json = JSON.stringify([{ "Né le": "15/02/1950", ALD: "NSP", C2S: false, x: [1] }]);
    expect(await mapped({ list: json })).toEqual({
      "Né le": "birthDate",
      ALD: { field: "ald", values: { NSP: "?" } },
      C2S: "c2s",
      x: null,
    });
  });

  test("tells nothing of who patients are: kinds of text, and counts", async () => {
    const { out, err } = await call("map list --year 2026", {
      list: list.replace("15/02/1950", "le quinze"),
    });
    for (const personal of ["7001", "1990", "15/02", "quinze", "MARTIN", "DUPONT"])
      expect(out + err).not.toContain(personal);
    expect(err).toMatch(/Né le +date de naissance +4 +1 +00\/00\/0000 \(3\), a a \(1\)/);
    expect(err).toMatch(/Couverture +non lue +4 +RG \(3\), a \(1\)/);
    expect(err).toMatch(/Zonage +zone +4 +4 +HZ \(4\)/);
  });

  test("--out writes to a file, never over the list", async () => {
    const files = { list: "âge;ald;c2s\n82;oui;non\n" };
    const { files: after, out } = await call(
      "map list --year 2026 --locale en --out m.json",
      files,
    );
    expect(out).toBe("");
    expect(JSON.parse(after.get("m.json") ?? "")).toEqual({ âge: "age", ald: "ald", c2s: "c2s" });
    expect((await call("map list --year 2026 --out list", files)).code).toBe(2);
  });
});
