import { describe, expect, test } from "vitest";
import { call, outputOf } from "../support/io.ts";
import { amountsOf } from "../support/amounts.ts";

const patient = { id: "P1", age: 40, ald: true, c2s: "free", seen: true, prevention: ["flu"] };
const total = "70.00";

describe("JSON", () => {
  test("a list of patients", async () => {
    const called = await call("compute list --year 2026 --format json", {
      list: JSON.stringify([patient], null, 2),
    });
    expect(outputOf(called)).toMatchObject({ statements: [{ patients: 1, total }], rejected: [] });
  });

  test("a document of physicians, patients and the patients of the year before", async () => {
    const document = {
      physicians: [{ id: "A" }],
      patients: [{ ...patient, physicianId: "A", prevention: undefined }],
      previousPatients: [],
    };
    const called = await call("compute list --year 2024 --format json", {
      list: JSON.stringify(document),
    });
    const [statement] = outputOf(called).statements;
    expect(called.code).toBe(0);
    expect(statement?.assumptions.map(({ code }) => code)).not.toContain("advances-same-list");
    const alone = await call("compute list --year 2024 --format json", {
      list: JSON.stringify({ ...document, previousPatients: undefined }),
    });
    expect(outputOf(alone).statements[0]?.assumptions.map(({ code }) => code)).toContain(
      "advances-same-list",
    );
  });

  test("a row a line, blank lines apart", async () => {
    const list = `\ufeff${JSON.stringify(patient)}\r\n\r\n${JSON.stringify({ ...patient, id: "P2", age: "quarante" })}\n${JSON.stringify({ ...patient, id: "P3" })}`;
    const called = await call("compute list --year 2026 --skip-invalid --format json", { list });
    expect(called.code).toBe(1);
    expect(called.err).toContain(
      'ligne 3, colonne age, AGE_INVALID: âge invalide : trouvé "quarante" ; ',
    );
    expect(outputOf(called)).toMatchObject({
      statements: [{ patients: 2, total: "140.00" }],
      rejected: [{ kind: "patient", index: 1, id: "P2", line: 3 }],
    });
  });

  test("one row, on one line", async () => {
    expect(
      outputOf(
        await call("compute list --year 2026 --format json", { list: JSON.stringify(patient) }),
      ).statements,
    ).toMatchObject([{ total }]);
  });

  test.each([
    ["{", "list, ligne 1 : JSON illisible"],
    ["[1,", "list, ligne 1 : JSON illisible"],
    ['{"age":1}\n{"age":', "list, ligne 2 : JSON illisible"],
    ['{"patients":{}}', "list : patients doit être une liste"],
    ['{"patients":[],"physicians":3}', "list : physicians doit être une liste"],
    ['{"patients":null}', "list : patients doit être une liste"],
    ['{"patients":[],"previousPatients":"x"}', "list : previousPatients doit être une liste"],
    ["[".repeat(200_000), "list, ligne 1 : JSON illisible"],
  ])("that cannot be read: %.30s", async (list, err) => {
    expect(await call("compute list --year 2026", { list })).toMatchObject({
      code: 2,
      out: "",
      err: `forfait-mt: ${err}\n`,
    });
  });

  test.each([
    ["null", "INPUT_INVALID"],
    ["3", "INPUT_INVALID"],
    ['"x"', "INPUT_INVALID"],
    ["[]", "INPUT_INVALID"],
    ["{}", "AGE_MISSING"],
    ['{"age":1e400,"ald":true,"c2s":true}', "AGE_INVALID"],
    ['{"age":40,"ald":true,"c2s":true,"id":{}}', "ID_INVALID"],
    ['{"age":40,"ald":true,"c2s":true,"prevention":{"length":3}}', "PREVENTION_INVALID"],
    [`{"age":40,"c2s":true,"ald":${"[".repeat(100_000)}${"]".repeat(100_000)}}`, "ALD_INVALID"],
    [
      `{"age":40,"c2s":true,"ald":${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}}`,
      "ALD_INVALID",
    ],
  ])("a row that is refused, and the others are not: %.60s", async (row, code) => {
    const called = await call("compute list --year 2026 --skip-invalid --format json --rejects r", {
      list: `[${row},{"age":40,"ald":true,"c2s":true}]`,
    });
    const { statements, rejected } = outputOf(called);
    expect(statements).toMatchObject([{ patients: 1, total: "65.00" }]);
    expect(rejected.map(({ index, refusals }) => [index, refusals[0]?.code])).toEqual([[0, code]]);
    expect(called.err).toMatch(/^list, patients\[0\]/);
    expect(called.files.get("r")).toContain(code);
  });

  test("with __proto__ in a row is a field like another", async () => {
    const called = await call("compute list --year 2026 --format json", {
      list: '[{"__proto__":{"ald":true},"age":40,"c2s":false,"ald":false}]',
    });
    expect(outputOf(called).statements).toMatchObject([{ total: "5.00" }]);
    expect(called.err).toBe("list : colonne non lue : « __proto__ »\n");
  });

  test("with __proto__ for facts is refused", async () => {
    const called = await call("compute list --year 2026", {
      list: '[{"__proto__":{"ald":true,"age":40,"c2s":true}}]',
    });
    expect(called.err).toContain("ALD_MISSING");
  });
});

describe("standard input", () => {
  test.each([
    ["CSV", "age,ald,c2s,prevention\n40,oui,gratuite,grippe\n"],
    ["JSON", JSON.stringify([patient])],
    ["NDJSON", `${JSON.stringify(patient)}\n`],
  ])("holds the list, as %s", async (_, list) => {
    const called = await call("compute - --year 2026 --format csv", { "-": list });
    expect(called).toMatchObject({ code: 0, err: "" });
    expect(amountsOf(called)[1]).toMatch(new RegExp(`,${total}$`));
  });

  test("holds the physicians", async () => {
    const called = await call("compute list --physicians - --year 2026 --format csv", {
      list: "age,ald,c2s\n40,oui,non\n",
      "-": "zone\nZIP\n",
    });
    expect(amountsOf(called)[1]).toMatch(/,60\.50$/);
  });

  test("cannot hold both", async () => {
    expect(
      await call("compute - --physicians - --year 2026", { "-": "age,ald,c2s\n40,oui,non\n" }),
    ).toMatchObject({ code: 2, err: "forfait-mt: « - » ne peut être lu qu'une fois\n" });
  });
});
