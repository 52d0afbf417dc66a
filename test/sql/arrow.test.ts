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
  RecordBatchFileWriter,
  RecordBatchStreamWriter,
  Table,
  tableFromIPC,
  TimestampMicrosecond,
  Uint8,
  Utf8,
  vectorFromArray,
  type Vector,
} from "apache-arrow";
import fc from "fast-check";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { computeWithDuckdb, type DuckdbJob } from "../../src/cli/duckdb/compute.ts";
import { nodeIo } from "../../src/cli/node-io.ts";
import { getSchedule, applyReadings } from "../../src/index.ts";
import { recordsOf } from "../support/records.ts";
import { runs } from "../support/runs.ts";
import { openDuck, rowsOf } from "./duck.ts";
import { fileCases, type FileCase } from "./files.ts";

const folder = mkdtempSync(join(tmpdir(), "arrow-"));
const at = (name: string): string => join(folder, name);
const io = nodeIo();
afterAll(() => rmSync(folder, { recursive: true }));

const job = { io, schedule: getSchedule("fr.fmt.2026"), year: 2026, threads: 1 };

/** Writes a table as it would come, a few rows in each record batch. */
function write(path: string, table: Table, rows = 7): string {
  const writer = path.endsWith("s") ? new RecordBatchStreamWriter() : new RecordBatchFileWriter();
  for (let from = 0; from < table.numRows; from += rows)
    for (const batch of table.slice(from, from + rows).batches) writer.write(batch);
  writeFileSync(path, writer.finish().toUint8Array(true));
  return path;
}

async function textsOf(csv: string): Promise<Table> {
  const rows = (await recordsOf([csv])).map(({ cells }) => cells);
  const [header = [], ...others] = rows;
  return new Table(
    Object.fromEntries(
      header.map((name, i) => [
        name,
        vectorFromArray(
          others.map((cells) => cells[i]),
          new Utf8(),
        ),
      ]),
    ),
  );
}

/** What a job says, writes and refuses: the place, columns and codes of each refused row; not the name of its input. */
async function outcome(input: string, more: Partial<DuckdbJob>): Promise<unknown> {
  const [out, rejects] = [at("out.csv"), at("rejects.csv")];
  for (const file of [out, rejects]) rmSync(file, { force: true });
  const result = await computeWithDuckdb({
    ...job,
    input,
    out,
    rejects,
    skipInvalid: true,
    ...more,
  });
  const rejected = readFileSync(rejects, "utf8")
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").slice(1, 5))
    .sort();
  const withoutName: unknown = JSON.parse(JSON.stringify(result).replaceAll(input, "list"));
  return { result: withoutName, rejected, rows: readFileSync(out, "utf8").split("\n").sort() };
}

describe("Arrow in", () => {
  it("gives what CSV gives, refused rows too", async () => {
    const cases = fc
      .sample(fileCases, { numRuns: 120, seed: 5 })
      .filter(({ text }) => !/^1[,;\t]2$/m.test(text))
      .slice(0, runs(20).numRuns);
    for (const [i, { text, schedule, readings, year, physicians }] of (
      cases as FileCase[]
    ).entries()) {
      const more = {
        schedule: applyReadings(getSchedule(schedule), readings),
        year,
        grain: i % 2 === 0 ? "physician" : "patient",
        ...(physicians && { physicians }),
      } as const;
      const csv = at("list.csv");
      writeFileSync(csv, text);
      const expected = await outcome(csv, more).catch((error: unknown) => error);
      for (const name of ["list.arrow", "list.arrows"]) {
        const given = await outcome(write(at(name), await textsOf(text)), more).catch(
          (error: unknown) => error,
        );
        if (expected instanceof Error)
          expect(given).toMatchObject({ code: (expected as unknown as { code: string }).code });
        else expect(given).toEqual(expected);
      }
    }
  });

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
    const arrow = write(at("typed.feather"), new Table(list), 3000);
    for (const grain of ["physician", "patient"] as const)
      expect(await outcome(arrow, { grain })).toEqual(await outcome(parquet, { grain }));
    const { rejected } = (await outcome(arrow, {})) as { rejected: string[][] };
    expect(rejected.map((cells) => cells.join()).slice(1)).toEqual([
      "18,,ald,ALD_MISSING",
      "4001,,age,AGE_INVALID",
      "4999,,id,PATIENT_TWICE",
      "5000,,id,PATIENT_TWICE",
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
    const { rejected } = (await outcome(write(at("odd.arrow"), table), {})) as {
      rejected: string[][];
    };
    expect(rejected.filter(([row]) => row !== undefined).map((cells) => cells.join())).toEqual([
      "2,,age,AGE_INVALID",
    ]);
  });

  it.each([
    ["text.arrow", () => "x", /neither an Arrow file nor/],
    ["empty.arrows", () => "", /neither an Arrow file nor/],
    [
      "cut.arrow",
      () => readFileSync(write(at("whole.arrow"), new Table(list))).subarray(0, 3000),
      /neither an Arrow file nor/,
    ],
  ])("refuses %s", async (name, content, why) => {
    writeFileSync(at(name), content());
    await expect(computeWithDuckdb({ ...job, input: at(name) })).rejects.toMatchObject({
      code: "ENGINE_FORMAT",
      message: expect.stringMatching(why),
    });
  });

  it("tells how far it is", async () => {
    const told: [string, number][] = [];
    await computeWithDuckdb({
      ...job,
      input: write(at("typed.arrow"), new Table(list), 2500),
      onProgress: (step, done) => told.push([step, done]),
    });
    expect(told.slice(0, 2)).toEqual([
      ["load", 0.5],
      ["load", 1],
    ]);
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
    for (const grain of ["physician", "patient"] as const) {
      for (const out of [name, "out.parquet", "out.csv"])
        await computeWithDuckdb({ ...job, input, grain, out: at(out) });
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
      expect(String(table.schema.fields.at(-1)?.type)).toBe("Decimal[18e+2]");
    }
    expect(readdirSync(folder).filter((file) => file.endsWith(".part"))).toEqual([]);
  });

  it("writes many rows in few batches, and a list of which every row is refused as a table without rows", async () => {
    writeFileSync(
      at("many.csv"),
      `id,age,ald,c2s\n${Array.from({ length: 70_000 }, (_, i) => `p${i},40,false,false\n`).join("")}`,
    );
    await computeWithDuckdb({
      ...job,
      schedule: getSchedule("fr.fpmt.2018"),
      year: 2024,
      input: at("many.csv"),
      grain: "patient",
      out: at("many.arrow"),
    });
    const many = tableFromIPC(readFileSync(at("many.arrow")));
    expect([
      many.numRows,
      many.batches.length,
      many.getChild("physicianId")?.nullCount,
      new Set(many.getChild("id")).size,
    ]).toEqual([70_000, 2, 70_000, 70_000]);
    writeFileSync(at("none.csv"), "id,age,ald,c2s\np,130,false,false\n");
    await computeWithDuckdb({
      ...job,
      input: at("none.csv"),
      out: at("none.arrow"),
      skipInvalid: true,
    });
    const none = tableFromIPC(readFileSync(at("none.arrow")));
    expect([none.numRows, none.schema.fields.at(-1)?.name]).toEqual([0, "total"]);
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
      const refused = await computeWithDuckdb({
        ...job,
        input: at(name),
        ...(name === "list.csv" && { out: at("never.arrow") }),
      }).catch((error: unknown) => error);
      const text = expect.stringContaining("npm install apache-arrow");
      expect(refused).toMatchObject({
        code: "ENGINE_MISSING",
        refusal: { message: { fr: text, en: text } },
      });
      expect(existsSync(at("never.arrow"))).toBe(false);
    },
  );
});
