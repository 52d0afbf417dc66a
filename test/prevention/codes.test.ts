import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { decodePatients, type CodedPatient, type CodeMeaning } from "../../src/index.ts";
import { refused } from "../support/refused.ts";
import { table } from "../support/table.ts";

const year = 2026;
const text = readFileSync(
  join(import.meta.dirname, "../../fixtures/prevention/codes-invented.csv"),
  "utf8",
);
const [, ...lines] = text.trim().split("\n");
const codes = lines.map((line): CodeMeaning => {
  const [system = "", code = "", kind, ald] = line.split(",");
  return { system, code, ...(kind ? { kind } : { ald: ald as string }) };
});
const decoded = (row: object) =>
  decodePatients([{ age: 60, c2s: false, ...row } as CodedPatient], codes, { year })[0];
const kindsOf = (...acts: readonly object[]) =>
  decoded({ acts: acts.map((act) => ({ date: "2026-03-01", ...act })) })?.acts?.map(
    ({ kind }) => kind,
  );

table<readonly object[], readonly string[]>(
  "codes of acts",
  [
    ["one of the CCAM", [{ code: "ZZZZ001" }], ["mammography"]],
    ["written otherwise", [{ code: " zzzz 001" }], ["mammography"]],
    ["of its system", [{ system: "ccam", code: "ZZZZ002" }], ["colonoscopy"]],
    ["one that no indicator reads", [{ code: "ZZZZ009" }, { code: "ZZZZ001" }], ["mammography"]],
    ["all that begin so", [{ code: "0000000000029" }], ["bronchodilator"]],
    ["beside kinds", [{ kind: "hba1c" }, { code: "0000000000017" }], ["hba1c", "flu-vaccine"]],
  ],
  (acts) => kindsOf(...acts) as readonly string[],
);

table<object, readonly [ald: unknown, numbers: unknown]>(
  "codes of ALD",
  [
    ["one, in a subdivision", { ald: "U99.1" }, [true, [8]]],
    ["the longest counts", { ald: "U998" }, [true, [30]]],
    ["several", { ald: "U99.1; U99.8" }, [true, [8, 30]]],
    ["several of one number", { ald: ["U99.1", "U99.2"] }, [true, [8]]],
    ["with numbers beside", { ald: "U99.1", aldNumbers: [8, 5] }, [true, [8, 5]]],
    ["as numbers", { ald: true, aldNumbers: ["U99", 5] }, [true, [5, 8]]],
    ["a number that is not told", { ald: "U98" }, [true, [0]]],
    ["yes and no stay", { ald: false }, [false, undefined]],
    ["numbers stay", { ald: true, aldNumbers: ["8"] }, [true, ["8"]]],
  ],
  (row) => {
    const { ald, aldNumbers } = decoded(row) as unknown as Record<string, unknown>;
    return [ald, aldNumbers];
  },
);

test("a code that the table does not have is refused, and all of them are named at once", () => {
  const date = "2026-03-01";
  const patients = [
    { age: 60, c2s: false, ald: "Q01" },
    {
      age: 60,
      c2s: false,
      ald: false,
      acts: [
        { code: "A1", date },
        { system: "X", code: "A1", date },
      ],
    },
    { age: 60, c2s: false, ald: false, acts: [{ code: "A1", date }] },
  ];
  const { code, path, allowed } = refused(() => decodePatients(patients, codes, { year }));
  expect([code, path]).toEqual(["CODE_UNKNOWN", "patients[0].ald"]);
  expect(allowed.en).toContain("A1 (2), Q01 (1), X A1 (1)");
});

test("without a system, a code that two systems have otherwise is unknown", () => {
  const two: CodeMeaning[] = [
    { system: "CCAM", code: "1", kind: "mammography" },
    { system: "CIP", code: "1", kind: "flu-vaccine" },
  ];
  const row = (act: object) =>
    ({
      age: 60,
      c2s: false,
      ald: false,
      acts: [{ code: "1", date: "2026-03-01", ...act }],
    }) as CodedPatient;
  expect(refused(() => decodePatients([row({})], two, { year })).code).toBe("CODE_UNKNOWN");
  expect(decodePatients([row({ system: "CIP" })], two, { year })[0]?.acts?.[0]?.kind).toBe(
    "flu-vaccine",
  );
});

describe("a row of the table", () => {
  const ok = { system: "CCAM", code: "A1", kind: "mammography" };
  test.each<[string, object, string]>([
    ["without a system", { system: "", code: "A1", kind: "hba1c" }, "codes[1].system"],
    ["without a code", { system: "CCAM", code: " ", kind: "hba1c" }, "codes[1].code"],
    ["a star alone", { system: "CCAM", code: "*", kind: "hba1c" }, "codes[1].code"],
    ["a star inside", { system: "CCAM", code: "A*1", kind: "hba1c" }, "codes[1].code"],
    ["an unknown kind", { system: "CCAM", code: "A2", kind: "walk" }, "codes[1].kind"],
    ["a number out of the list", { system: "CIM-10", code: "A2", ald: 33 }, "codes[1].ald"],
    ["a number in words", { system: "CIM-10", code: "A2", ald: "huit" }, "codes[1].ald"],
    ["both meanings", { system: "CCAM", code: "A2", kind: "hba1c", ald: 8 }, "codes[1]"],
    ["no meaning", { system: "CCAM", code: "A2" }, "codes[1]"],
    ["another meaning of a code", { ...ok, code: "a 1", kind: "hba1c" }, "codes[1].code"],
  ])("%s is refused", (_, row, path) => {
    const all = [ok, row] as CodeMeaning[];
    expect(refused(() => decodePatients([], all, { year }))).toMatchObject({
      code: "CODE_INVALID",
      path,
    });
  });

  test("that is said twice alike is one", () => {
    expect(decodePatients([], [ok, ok], { year })).toEqual([]);
  });
});

test("the invented table says that it is invented, and decides nothing", () => {
  const readme = readFileSync(
    join(import.meta.dirname, "../../fixtures/prevention/README.md"),
    "utf8",
  );
  expect(readme).toMatch(/\*\*invented\*\*[\s\S]*decides nothing/);
});
