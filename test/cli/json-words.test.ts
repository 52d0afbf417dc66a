import { describe, expect, test } from "vitest";
import { call, outputOf } from "../support/io.ts";

const line = "compute list --year 2026 --format json";
const computed = async (rows: unknown, options = "", files = {}): Promise<unknown> => {
  const called = await call(`${line} ${options}`, { list: JSON.stringify(rows), ...files });
  const { statements, rejected } = outputOf(called);
  return statements[0]?.components ?? rejected.flatMap(({ refusals }) => refusals[0]?.code);
};

describe("JSON is read in the words of a file", () => {
  test.each([
    [{ ald: "oui", birthDate: "15/02/1945", c2s: "non" }, "55.00"],
    [{ "Né(e) le": "15/02/1945", "ALD (O/N)": "X", CSS: "non" }, "55.00"],
    [{ birthDate: "1945-02-15 00:00:00", ald: 1, c2s: 0 }, "55.00"],
    [{ birthDate: 1945, ald: "t", c2s: "f" }, "55.00"],
    [{ age: "80 ans", ald: "ALD 30", c2s: false }, "55.00"],
    [{ age: 80, ald: true, c2s: false, lastSeen: "jamais" }, "5.00"],
    [{ age: 80, ald: true, c2s: false, visits: ["02/01/2025"] }, "55.00"],
  ])("%j", async (row, base) => {
    expect(await computed([row])).toMatchObject({ base: base === "55.00" ? "100.00" : base });
  });

  test("lists of indicators, and their days", async () => {
    const row = { age: 40, ald: false, c2s: false };
    const of = (prevention: unknown): Promise<unknown> => computed([{ ...row, prevention }]);
    expect(await of(["grippe", "ROR"])).toMatchObject({ prevention: "10.00" });
    expect(await of("['flu', 'covid']")).toMatchObject({ prevention: "10.00" });
    expect(await of([{ id: "Grippe", on: "15/10/2026" }])).toMatchObject({ prevention: "5.00" });
    expect(await of("2.0")).toMatchObject({ prevention: "10.00" });
  });

  test.each([
    [{ age: 40, ald: "Non ?", c2s: false }, "ALD_INVALID"],
    [{ age: 40, ald: 2, c2s: false }, "ALD_INVALID"],
    [{ age: 40, ald: "NULL", c2s: false }, "ALD_MISSING"],
    [{ age: 40, ald: null, c2s: false }, "ALD_MISSING"],
    [{ birthDate: 16558, ald: true, c2s: false }, "DATE_INVALID"],
    [{ birthDate: "1945-12-31T23:00:00Z", ald: true, c2s: false }, "DATE_INVALID"],
    [{ id: 100000000000000000000, age: 40, ald: true, c2s: false }, "ID_INVALID"],
    [{ id: "1,01E+10", age: 40, ald: true, c2s: false }, "ID_INVALID"],
    [{ age: 40.5, ald: true, c2s: false }, "AGE_INVALID"],
  ])("%j is refused: %s", async (row, code) => expect(await computed([row])).toEqual([code]));

  test("two numbers beyond 2^53 are refused, not one physician", async () => {
    const list =
      '[{"physicianId":100000000000000001,"age":3,"ald":false,"c2s":false},{"physicianId":100000000000000002,"age":3,"ald":false,"c2s":false}]';
    const { err, code } = await call(line, { list });
    expect(code).toBe(1);
    expect(err).toContain("l'écrire entre guillemets");
  });

  test("a null is no under --blank no", async () =>
    expect(await computed([{ age: 40, ald: null, c2s: "" }], "--blank no")).toMatchObject({
      base: "5.00",
      c2s: "0.00",
    }));

  test("the map and --ignore serve JSON, and its physicians", async () => {
    const m = JSON.stringify({
      Longue: { field: "ald", values: { L: true } },
      Zonage: { field: "zone", values: { Z1: "ZIP" } },
    });
    const rows = {
      patients: [{ age: 40, Longue: "L", CSS: 0, physicianId: "A", Âge: 3 }],
      physicians: [{ id: "A", Zonage: "Z1" }],
    };
    expect(await computed(rows, "--map m --ignore Âge", { m })).toMatchObject({
      base: "55.00",
      zone: "5.50",
    });
  });
});

test.each([
  ['[{"age":3,"age":82,"ald":true,"c2s":false}]', 'clé "age" donnée deux fois'],
  [
    '{"age":3,"ald":true,"c2s":false}\n{"age":3,"a\\u0067e":82}',
    'list, ligne 2 : clé "age" donnée deux fois',
  ],
  [
    '{"patients":[{"age":3,"ald":true,"c2s":false}],"patients":[]}',
    'clé "patients" donnée deux fois',
  ],
  [
    '[{"age":3,"ald":true,"c2s":false,"zone":[{"value":"ZIP","value":"ZAC"}]}]',
    'clé "value" donnée deux fois',
  ],
])("a key given twice is refused: %s", async (list, err) => {
  expect(await call(line, { list })).toMatchObject({ code: 2, err: expect.stringContaining(err) });
});

test.each([
  '[{"a":{"a":{"a":1}},"b":["a","a"],"c":"a\\":{","age":3,"ald":true,"c2s":false}]',
  '{"age":3,"ald":true,"c2s":false,"x":"{\\"age\\":1,\\"age\\":2}"}',
])("keys of different objects, and texts, are not twice: %s", async (list) => {
  expect((await call(line, { list })).code).toBe(0);
});

test("a map with a header twice is refused", async () => {
  const called = await call(`${line} --map m`, {
    list: "age;ald;c2s\n3;oui;non\n",
    m: '{"A":"age","A":"ald"}',
  });
  expect(called).toMatchObject({
    code: 2,
    err: expect.stringContaining('clé "A" donnée deux fois'),
  });
});

test("keys near a field, and two for one field, stop", async () => {
  const row = { age: 3, ald: true, c2s: false };
  const near = await call(line, {
    list: JSON.stringify([{ ...row, "Date dern. consult. cabinet": "2020" }]),
  });
  expect(near).toMatchObject({ code: 2, err: expect.stringContaining("--ignore") });
  const twice = await call(line, { list: JSON.stringify([{ ...row, Âge: 82 }]) });
  expect(twice).toMatchObject({ code: 2, err: expect.stringContaining("deux colonnes pour âge") });
});

describe("keys that no field has", () => {
  const row = { physicianId: "A", age: 3, ald: true, c2s: false };
  const unread = (file: string, name: string): string => `${file} : colonne non lue : « ${name} »`;
  const told = async (line: string, files: Record<string, string>): Promise<readonly string[]> => {
    const called = await call(`${line} --year 2026 --format json`, files);
    expect(called.code).toBe(0);
    const { statements } = outputOf(called);
    const warned = statements.flatMap(({ warnings }) => warnings.map(({ code }) => code));
    expect(warned).not.toContain("unknown-field");
    return called.err.trimEnd().split("\n");
  };

  test.each([
    ["JSON", JSON.stringify([row, { ...row, couleur: 1 }])],
    ["NDJSON", `${JSON.stringify(row)}\n${JSON.stringify({ ...row, couleur: null })}\n`],
  ])("are told once, as columns are: %s", async (_, list) =>
    expect(await told("compute list", { list })).toEqual([unread("list", "couleur")]),
  );

  test("are told of each list of a document", async () => {
    const list = JSON.stringify({
      patients: [{ ...row, couleur: 1 }],
      previousPatients: [{ ...row, taille: 1 }],
      physicians: [{ id: "A", humeur: 1 }],
    });
    expect(await told("compute list", { list })).toEqual([
      unread("list", "couleur"),
      unread("list, physicians", "humeur"),
      unread("list, previousPatients", "taille"),
    ]);
  });

  test.each([
    ["JSON", JSON.stringify([{ id: "A", humeur: 1 }])],
    ["NDJSON", `${JSON.stringify({ id: "A", humeur: 1 })}\n{"id":"B"}\n`],
    ["a document", JSON.stringify({ physicians: [{ id: "A", humeur: 1 }] })],
  ])("are told of the file of physicians: %s", async (_, p) =>
    expect(await told("compute list --physicians p", { list: JSON.stringify([row]), p })).toEqual([
      unread("p", "humeur"),
    ]),
  );

  test.each([
    [
      "list",
      {
        list: `${JSON.stringify({ ...row, "Dern. consult. cabinet": 1 })}\n${JSON.stringify(row)}`,
      },
    ],
    ["p", { p: JSON.stringify([{ id: "A", naissance_pro: "1950" }]) }],
    ["p", { p: JSON.stringify({ physicians: [{ id: "A", naissance_pro: "1950" }] }) }],
  ])("stop the command near a field, in the %s", async (file, files) => {
    const called = await call("compute list --physicians p --year 2026", {
      list: JSON.stringify([row]),
      p: "id\nA\n",
      ...files,
    });
    expect(called).toMatchObject({ code: 2, out: "" });
    expect(called.err).toContain(`${file} : colonnes non lues, proches de colonnes connues`);
  });

  test("are told of a document, but a list under another name stops", async () => {
    const document = { patients: [row], version: 2, tags: ["a"], previous: [] };
    const list = JSON.stringify(document);
    expect(await told("compute list", { list })).toEqual(
      ["version", "tags", "previous"].map((key) => `list : clé inconnue « ${key} », non lue`),
    );
    const wrong = { ...document, médecins: [{ id: "A", zone: "ZIP" }] };
    expect(await call("compute list --year 2026", { list: JSON.stringify(wrong) })).toMatchObject({
      code: 2,
      out: "",
      err: "forfait-mt: list : liste inconnue « médecins » ; la nommer, ou l'ôter : patients, physicians, practices, previousPatients\n",
    });
  });

  test("may be left out, and are known to --map and --ignore, in every list", async () => {
    const list = JSON.stringify({ patients: [row], physicians: [{ id: "A", humeur: 1 }] });
    expect(
      await call("compute list --year 2026 --ignore humeur --format csv", { list }),
    ).toMatchObject({ code: 0, err: "" });
    const none = await call("compute list --year 2026 --ignore humeurs", { list });
    expect(none).toMatchObject({ code: 2, err: expect.stringContaining("humeur") });
  });

  test("check and map show those of each list", async () => {
    const list = JSON.stringify({
      patients: [{ ...row, couleur: "bleu" }],
      physicians: [{ id: "A", Zonage: "ZRR" }],
    });
    const checked = await call("check list --year 2026 --format json", { list });
    const { files } = JSON.parse(checked.out) as {
      files: { file: string; columns: { header: string; is: string }[] }[];
    };
    expect(
      files.map(({ file, columns }) => [file, columns.map(({ header, is }) => `${header} ${is}`)]),
    ).toEqual([
      ["list", ["physicianId read", "age read", "ald read", "c2s read", "couleur unread"]],
      ["list, physicians", ["id read", "Zonage read"]],
    ]);
    const { out } = await call("map list --year 2026 --locale en", { list });
    expect(JSON.parse(out)).toMatchObject({
      couleur: null,
      Zonage: { field: "zone", values: { ZRR: "?" } },
    });
  });
});
