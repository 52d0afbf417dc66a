import {
  getSchedule,
  listSchedules,
  panelsFromCounts,
  panelsFromColumns,
  computeColumns,
  computePanels,
  toSql,
  type ColumnarStatements,
  type ColumnOptions,
  type CountOptions,
  type CountRow,
  type PanelColumns,
  type Physician,
  type SqlTarget,
  type PanelOptions,
} from "../../src/index.ts";
import { askingFacts, factsOf, practiceId, practiceOf } from "./facts.ts";
import { anyJson, anything, hostileProxy, WORDS } from "./hostile.ts";
import type { Random } from "./random.ts";
import { attempt, expectThat } from "./verdict.ts";

/** One case: columns, counts and names of tables, some of them hostile, through the functions that take many patients at once. */
export function fuzzColumns(random: Random): void {
  const rows = random.one([0, 1, 3, 40]);
  const columns = random.chance(0.1)
    ? harmed(random, columnsOf(random, rows))
    : columnsOf(random, rows);
  const plain = optionsOf(random);
  const options = harmed(random, plain) as unknown as ColumnOptions;
  const priced = attempt("computeColumns", () =>
    computeColumns(columns as unknown as PanelColumns, options),
  );
  if (priced) checkNothingLost(priced, rows);
  const panels = attempt("panelsFromColumns", () =>
    panelsFromColumns(columns as unknown as PanelColumns, options),
  );
  const wanted = {
    ...plain,
    ...(random.chance(0.5) && {
      schedule: random.one(listSchedules()).id,
      move: random.chance(0.5),
    }),
  } as PanelOptions;
  const repriced = panels && attempt("statements", () => computePanels(panels, wanted));
  if (repriced) {
    if (!wanted.move) checkNothingLost(repriced, rows);
    attempt("statement", () => repriced.statement(random.one([0, 1, -1, 0.5, 99, Number.NaN])));
  }

  const table = random.chance(0.05)
    ? anything(random)
    : random.many(random.int(0, 4), () => harmed(random, countOf(random)));
  const counted = attempt("panelsFromCounts", () =>
    panelsFromCounts(table as CountRow[], countOptions(random, plain)),
  );
  if (counted) attempt("statements of counts", () => computePanels(counted, wanted));

  attempt("toSql", () =>
    toSql(harmed(random, sqlTarget(random)) as unknown as SqlTarget, {
      year: 2026,
      schedule: random.chance(0.9)
        ? getSchedule(random.one(listSchedules()).id)
        : (anything(random) as string),
    }),
  );
}

function checkNothingLost(
  { patients, rejected, counts, totalCents, sums }: ColumnarStatements,
  rows: number,
): void {
  const computed = patients.reduce((before, count) => before + count, 0);
  expectThat(
    computed + counts.leftOut + rejected.rows === rows && counts.read === rows,
    `${computed} computed + ${counts.leftOut} left out + ${rejected.rows} refused, of ${rows} rows in columns`,
  );
  expectThat(
    totalCents.every(Number.isSafeInteger) && Number.isSafeInteger(sums.totalCents),
    "an amount is no whole number of cents",
  );
  expectThat(
    rejected.listed.every(({ kind, index }) => kind !== "patient" || (index >= 0 && index < rows)),
    "a refused row that was not there",
  );
}

type Node = Record<string, unknown>;

/** As it is, or with one value made worse. */
function harmed(random: Random, value: Node): Node {
  if (random.chance(0.7)) return value;
  const harm = random.int(0, 5);
  if (harm === 0) return anything(random) as Node;
  if (harm === 1) return hostileProxy(random, value) as Node;
  const key = random.one([...Object.keys(value), random.one(WORDS)]);
  return {
    ...value,
    [key]:
      harm === 2
        ? anyJson(random)
        : harm === 3
          ? hostileProxy(random, Object(value[key]) as object)
          : anything(random),
  };
}

function columnsOf(random: Random, rows: number): Node {
  const column = (most: number): unknown =>
    columnOf(random, rows, () => random.int(0, random.chance(0.02) ? 300 : most));
  return {
    ...(random.chance(0.7) && {
      physicianId: random.chance(0.5)
        ? column(2)
        : random.many(rows, () => random.one(["A", "B", "__proto__", "", 7, null])),
    }),
    ...(random.chance(0.8)
      ? { age: column(129) }
      : { birthYear: columnOf(random, rows, () => random.int(1890, 2027)) }),
    ald: column(1),
    c2s: column(3),
    ...(random.chance(0.3) && { seen: column(1) }),
    ...(random.chance(0.2) && { yearsSinceSeen: column(3) }),
    ...(random.chance(0.2) && {
      [random.one(["registeredFrom", "registeredUntil", "diedOn", "aldUntil", "c2sFrom"])]:
        columnOf(random, rows, () => random.one([20_453, 20_454, 0, -2_147_483_648, 90_000])),
    }),
    ...(random.chance(0.5) && {
      prevention: random.one([
        column(15),
        { flu: column(1), hpv: column(1) },
        { mask: column(3), indicators: ["flu", "hpv"] },
        { mask: column(3), indicators: anyJson(random) },
      ]),
    }),
  };
}

const KINDS = [
  Uint8Array,
  Int8Array,
  Uint8ClampedArray,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
] as const;

/** A column of one of the types that are read, or of almost one. */
function columnOf(random: Random, rows: number, value: () => number): unknown {
  const values = random.many(random.chance(0.02) ? rows + 1 : rows, value);
  const kind = random.int(0, 9);
  if (kind <= 4) return random.one(KINDS).from(values);
  if (kind === 5) return BigInt64Array.from(values, BigInt);
  if (kind === 6)
    return values.map((one) =>
      random.chance(0.1) ? anything(random) : random.chance(0.3) ? one === 1 : one,
    );
  if (kind === 7)
    return {
      length: rows,
      get: (i: number) => (random.chance(0.01) ? anything(random) : values[i]),
    };
  if (kind === 8)
    return { length: rows, data: [arrowPiece(random, values)], get: (i: number) => values[i] };
  return values;
}

/** A stretch of an Arrow vector, which may say what is not so. */
function arrowPiece(random: Random, values: readonly number[]): unknown {
  const whole = {
    type: { typeId: 2 },
    length: values.length,
    offset: 0,
    nullCount: 0,
    values: Int32Array.from(values),
  };
  if (random.chance(0.5)) return whole;
  const nulls = {
    ...whole,
    nullCount: 1,
    nullBitmap: new Uint8Array(Math.ceil(values.length / 8)).fill(random.int(0, 255)),
  };
  return random.chance(0.5)
    ? nulls
    : {
        ...nulls,
        [random.one(Object.keys(nulls))]: random.chance(0.5) ? anyJson(random) : anything(random),
      };
}

function optionsOf(random: Random): Node {
  const physicians: Physician[] = random.one([
    [{ id: "A" }, { id: "B" }],
    [{ id: 0 }, { id: 1 }, { id: 2 }],
    [{}],
    [{ id: "A", zone: "ZIP", firstInstallation: "2020-01-01" }, { id: "A" }],
  ]);
  const inPractices = physicians.map((row) => ({
    ...row,
    ...(random.chance(0.5) && { facts: factsOf(random) }),
    ...(random.chance(0.3) && { practiceId: practiceId(random) }),
  }));
  return {
    ...(random.chance(0.3) ? askingFacts(random) : { year: random.one([2018, 2024, 2026, 2026]) }),
    ...(random.chance(0.6) && { physicians: random.chance(0.5) ? physicians : inPractices }),
    ...(random.chance(0.2) && {
      practices: random.many(random.int(0, 3), () => harmed(random, practiceOf(random))),
    }),
    ...(random.chance(0.3) && { match: random.one(["id", "index", "other"]) }),
    ...(random.chance(0.2) && { limit: random.one([0, 1, 1000, -1]) }),
  };
}

function countOf(random: Random): Node {
  return {
    ...(random.chance(0.3) && { physicianId: random.one(["A", "B", 0, "__proto__"]) }),
    age: random.one([0, 82, "75-79", "80+", "0-129", "7-6", "200", "٣"]),
    ald: random.chance(0.5),
    c2s: random.one([false, true, "free"]),
    ...(random.chance(0.2) && { seen: random.chance(0.5) }),
    ...(random.chance(0.1) && { yearsSinceSeen: random.int(0, 4) }),
    n: random.one([0, 1, 1000, 2 ** 53, 1.5, -1]),
  };
}

function countOptions(random: Random, options: unknown): CountOptions {
  return {
    ...(options as CountOptions),
    ...(random.chance(0.5) && { split: "even" }),
    ...(random.chance(0.3) && {
      prevention: random.one([3, { flu: 2 }, anyJson(random), anything(random)]) as number,
    }),
  };
}

function sqlTarget(random: Random): Node {
  const name = (): unknown =>
    random.one(["panel", 'a"b', "a.b", "é", "x'; DROP TABLE panel; --", random.one(WORDS), null]);
  return {
    dialect: random.one(["duckdb", "postgres", "spark", "duckdb", "oracle"]),
    grain: random.one(["physician", "patient", undefined]),
    ...(random.chance(0.5) && { table: name() }),
    ...(random.chance(0.5) && { physicians: name() }),
    ...(random.chance(0.5) && {
      columns: {
        [random.one([
          "physicianId",
          "id",
          "age",
          "birthDate",
          "seen",
          "lastSeen",
          "prevention",
          "other",
        ])]: name(),
        ...(random.chance(0.2) && { indicators: { flu: name() } }),
      },
    }),
    ...(random.chance(0.3) && {
      physicianColumns: {
        [random.one(["id", "zone", "birthYear", "other"])]: name(),
        ...(random.chance(0.5) && {
          facts: { [random.one(["nurseHours", "mssUsed", "other"])]: name() },
        }),
      },
    }),
  };
}
