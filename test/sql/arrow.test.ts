import {
  Bool,
  DateDay,
  Decimal,
  Dictionary,
  Field,
  Float64,
  Int32,
  Int64,
  List,
  Table,
  tableFromIPC,
  TimestampMicrosecond,
  Uint8,
  Utf8,
  vectorFromArray,
  type Vector,
} from "apache-arrow";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { writeArrow } from "../road/typed.ts";
import { callReal } from "../support/real.ts";
import { openDuck, rowsOf } from "./duck.ts";

const folder = mkdtempSync(join(tmpdir(), "arrow-"));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

/** What the command writes and refuses, without the name of its input. */
async function outcome(input: string, detail: string): Promise<unknown> {
  const [out, rejects] = [at("out.csv"), at("rejects.csv")];
  const called = await compute(
    input,
    ` --skip-invalid --rejects ${rejects} --detail ${detail} --out ${out}`,
  );
  const [written, refused] = [out, rejects].map((file) =>
    readFileSync(file, "utf8").replaceAll(input, "list"),
  );
  return { ...called, err: called.err.replaceAll(input, "list"), written, refused };
}

/** Row, column and code of each refused row. */
function codesIn(rejects: string): string[] {
  const lines = rejects.split("\n").slice(1, -1);
  return lines.map((line) => line.split(",").slice(1, 4).join());
}

const compute = (input: string, more = ""): ReturnType<typeof callReal> =>
  callReal(`compute ${input} --year 2026 --engine duckdb --locale en${more}`);

describe("Arrow in", () => {
  const numbers = Array.from({ length: 5000 }, (_, i) => i);
  const list = {
    physicianId: vectorFromArray(
      numbers.map((i) => `m${i % 3}`),
      new Dictionary(new Utf8(), new Int32()),
    ),
    id: vectorFromArray(
      numbers.map((i) => BigInt(i % 4998)),
      new Int64(),
    ),
    age: vectorFromArray(
      numbers.map((i) => (i === 4000 ? 130 : i % 99)),
      new Uint8(),
    ),
    ald: vectorFromArray(
      numbers.map((i) => (i === 17 ? null : i % 4 === 0)),
      new Bool(),
    ),
    c2s: vectorFromArray(
      numbers.map((i) => (i % 5 === 0 ? "free" : "non")),
      new Utf8(),
    ),
    lastSeen: vectorFromArray(
      numbers.map((i) => new Date(Date.UTC(2023, i % 36, 1))),
      new DateDay(),
    ),
    prevention: vectorFromArray(
      numbers.map((i) => ["flu", "mmr"].slice(i % 3)),
      new List(new Field("item", new Utf8())),
    ),
  } as Record<string, Vector>;

  it("takes the types of Arrow for those of Parquet", async () => {
    const connection = await openDuck();
    const parquet = at("typed.parquet");
    const values = `'m' || (i % 3) AS "physicianId", i % 4998 AS id, CASE WHEN i = 4000 THEN 130 ELSE i % 99 END AS age, CASE WHEN i <> 17 THEN i % 4 = 0 END AS ald, CASE WHEN i % 5 = 0 THEN 'free' ELSE 'non' END AS c2s, CAST(DATE '2023-01-01' + TO_MONTHS(CAST(i % 36 AS INTEGER)) AS DATE) AS "lastSeen", ['flu', 'mmr'][1 + i % 3:] AS prevention`;
    await connection.run(`COPY (SELECT ${values} FROM range(5000) r(i)) TO '${parquet}'`);
    const arrow = writeArrow(at("typed.feather"), new Table(list), 3000);
    for (const detail of ["physicians", "patients"])
      expect(await outcome(arrow, detail)).toEqual(await outcome(parquet, detail));
    const { refused } = (await outcome(arrow, "physicians")) as { refused: string };
    expect(codesIn(refused)).toEqual([
      "18,ald,ALD_MISSING",
      "4001,age,AGE_INVALID",
      "4999,id,PATIENT_TWICE",
      "5000,id,PATIENT_TWICE",
    ]);
  });

  it("reads decimals, moments and fractions as their text is read", async () => {
    const table = new Table({
      age: vectorFromArray(
        [Uint32Array.of(820, 0, 0, 0), Uint32Array.of(45, 0, 0, 0)],
        new Decimal(1, 5),
      ),
      ald: vectorFromArray([1, 0], new Float64()),
      c2s: vectorFromArray([false, false], new Bool()),
      lastSeen: vectorFromArray(
        [Date.UTC(2025, 2, 1, 12), Date.UTC(2020, 0, 1)],
        new TimestampMicrosecond(),
      ),
    });
    const { refused } = (await outcome(writeArrow(at("odd.arrow"), table), "physicians")) as {
      refused: string;
    };
    expect(codesIn(refused)).toEqual([
      "1,lastSeen,DATE_INVALID",
      "2,age | lastSeen,AGE_INVALID | DATE_INVALID",
    ]);
  });

  it.each([
    ["text.arrow", () => "x", /neither an Arrow file nor/],
    ["empty.arrows", () => "", /neither an Arrow file nor/],
    [
      "cut.arrow",
      () => readFileSync(writeArrow(at("whole.arrow"), new Table(list))).subarray(0, 3000),
      /neither an Arrow file nor/,
    ],
  ])("refuses %s", async (name, content, why) => {
    writeFileSync(at(name), content());
    expect(await compute(at(name))).toMatchObject({ code: 2, err: expect.stringMatching(why) });
  });
});

describe("Arrow out", () => {
  const input = at("in.csv");
  writeFileSync(
    input,
    "physicianId,id,age,ald,c2s\nm1,a,82,true,false\n=1+1,b,40,false,true\nm2,é,3,false,false\n",
  );
  const amount = ([low = 0, high = 0]: Uint32Array): string =>
    (Number((BigInt(high) << 32n) | BigInt(low)) / 100).toFixed(2);

  it.each(["out.arrow", "out.arrows"])("%s read back is the CSV and the Parquet", async (name) => {
    for (const detail of ["physicians", "patients"]) {
      for (const out of [name, "out.parquet", "out.csv"])
        await compute(input, ` --detail ${detail} --out ${at(out)}`);
      const table = tableFromIPC(readFileSync(at(name)));
      const rows = table
        .toArray()
        .map((row) =>
          Object.fromEntries(
            [...row].map(([column, value]) => [
              column,
              value instanceof Uint32Array ? amount(value) : String(value),
            ]),
          ),
        );
      const byId = (one: Record<string, unknown>): string =>
        `${String(one["physicianId"])} ${String(one["id"])}`;
      const expected = await rowsOf(await openDuck(), `SELECT * FROM '${at("out.parquet")}'`);
      expect(rows.map(byId).sort()).toEqual(expected.map(byId).sort());
      expect(new Map(rows.map((row) => [byId(row), row]))).toEqual(
        new Map(expected.map((row) => [byId(row), row])),
      );
      const lines = readFileSync(at("out.csv"), "utf8")
        .trim()
        .split("\n")
        .map((line) => line.replace("'=", "="));
      expect(rows.map((row) => Object.values(row).join()).sort()).toEqual(lines.slice(1).sort());
      expect(table.schema.fields.map((field) => field.name).join()).toBe(lines[0]);
      expect(table.schema.fields.slice(-2).map(({ type }) => String(type))).toEqual([
        "Decimal[18e+2]",
        "Utf8",
      ]);
    }
    expect(readdirSync(folder).filter((file) => file.endsWith(".part"))).toEqual([]);
  });

  it("writes many rows in few batches, and no file where every row is refused", async () => {
    writeFileSync(
      at("many.csv"),
      `id,age,ald,c2s\n${Array.from({ length: 70_000 }, (_, i) => `p${i},40,false,false\n`).join("")}`,
    );
    await callReal(
      `compute ${at("many.csv")} --schedule fr.fpmt.2018 --year 2024 --detail patients --out ${at("many.arrow")}`,
    );
    const many = tableFromIPC(readFileSync(at("many.arrow")));
    expect([
      many.numRows,
      many.batches.length,
      many.getChild("physicianId")?.nullCount,
      new Set(many.getChild("id")).size,
    ]).toEqual([70_000, 2, 70_000, 70_000]);
    writeFileSync(at("none.csv"), "id,age,ald,c2s\np,130,false,false\n");
    await compute(at("none.csv"), ` --skip-invalid --out ${at("none.arrow")}`);
    expect(existsSync(at("none.arrow"))).toBe(false);
  });
});

describe("without the package", () => {
  afterEach(() => vi.doUnmock("apache-arrow"));

  it.each(["list.arrow", "list.csv"])(
    "%s: asks for it, in both languages, before anything is computed",
    async (name) => {
      vi.doMock("apache-arrow", () => {
        throw new Error("Cannot find package");
      });
      writeFileSync(at("list.csv"), "age,ald,c2s\n40,false,false\n");
      const more = name === "list.csv" ? ` --out ${at("never.arrow")}` : "";
      for (const locale of ["fr", "en"])
        expect(await compute(at(name), `${more} --locale ${locale}`)).toMatchObject({
          code: 2,
          err: expect.stringContaining("npm install apache-arrow"),
        });
      expect(existsSync(at("never.arrow"))).toBe(false);
    },
  );
});
