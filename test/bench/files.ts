/**
 * How fast the command reads files: `npm run bench:files [-- --old DIR --data DIR --rounds 5 ROWS...]`, beside
 * DuckDB merely reading them, or computing the same rule by hand from Parquet, and, on the first list, an older build, whose package is DIR. Processor time of whole
 * processes, each once a round in turn. Lists are kept in `--data`, or else removed at the end.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { YEAR } from "./list.ts";
import { listFiles, type ListFiles } from "./list-files.ts";
import { median } from "./measure.ts";
import { runWhole, type Used } from "./whole-process.ts";

const { values, positionals } = parseArgs({
  options: {
    old: { type: "string" },
    data: { type: "string" },
    rounds: { type: "string", default: "5" },
  },
  allowPositionals: true,
});
const sizes = positionals.length > 0 ? positionals.map(Number) : [1_000_000, 10_000_000];

/** A process that is timed. All that compute a list must give the same totals. */
interface Subject {
  readonly name: string;
  readonly args: readonly string[];
  /** What its output says of the list. */
  readonly result: (output: string) => string;
}

/** At most so many times the processor time of another one. */
interface Asked {
  readonly what: string;
  readonly beside: string;
  readonly ratio: number;
}

const dist = join(import.meta.dirname, "../../dist");
const folder = mkdtempSync(join(tmpdir(), "bench-files-"));
const data = values.data ?? folder;
mkdirSync(data, { recursive: true });
try {
  for (const [place, rows] of sizes.entries()) {
    const files = await listFiles(data, rows);
    compare(rows, subjectsOf(files, place === 0), askedOf(place === 0));
  }
} finally {
  rmSync(folder, { recursive: true });
}

function subjectsOf(files: ListFiles, isFirst: boolean): Subject[] {
  const { physicians, withIds, withoutIds, typedWithIds, typedWithoutIds } = files;
  const command = (dir: string, list: string): string[] => {
    const file = ["cli.cjs", "cli.js"].map((name) => join(dir, name)).find(existsSync);
    if (file === undefined) throw new Error(`${dir} holds no command`);
    const of = ["compute", list, "--physicians", physicians, "--year", String(YEAR)];
    return [file, ...of, "--format", "csv"];
  };
  const typed = (name: string, dir: string, list: string): Subject => {
    const out = join(folder, "out.csv");
    const args = [...command(dir, list), "--engine", "duckdb", "--out", out];
    return { name, args, result: () => totalsOf(readFileSync(out, "utf8")) };
  };
  const ours = (name: string, dir: string, list: string): Subject => {
    return { name, args: command(dir, list), result: totalsOf };
  };
  const reading = (name: string, list: string): Subject => {
    return { name, args: merelyRead(list), result: () => "" };
  };
  const byHand = (name: string, list: string, what: string): Subject => {
    return {
      name,
      args: queried(`SELECT ${what}, ${BY_HAND} FROM '${list}' GROUP BY ALL`),
      result: () => "",
    };
  };
  const { old } = values;
  return [
    ...(old === undefined || !isFirst
      ? []
      : [ours("CSV with ids, older build", join(old, "dist"), withIds)]),
    ours("CSV with ids", dist, withIds),
    ours("CSV without ids", dist, withoutIds),
    reading("CSV with ids, DuckDB merely reading", withIds),
    reading("CSV without ids, DuckDB merely reading", withoutIds),
    ...(old === undefined
      ? []
      : [
          typed("Parquet with ids, older build", join(old, "dist"), typedWithIds),
          typed("Parquet without ids, older build", join(old, "dist"), typedWithoutIds),
        ]),
    typed("Parquet with ids", dist, typedWithIds),
    typed("Parquet without ids", dist, typedWithoutIds),
    byHand("Parquet by hand in DuckDB", typedWithoutIds, '"physicianId"'),
    byHand("Parquet by hand, distinct ids", typedWithIds, '"physicianId", COUNT(DISTINCT id)'),
  ];
}

function askedOf(isFirst: boolean): Asked[] {
  if (isFirst)
    return [{ what: "CSV with ids", beside: "CSV with ids, older build", ratio: 1 / 15 }];
  return [
    ...["CSV with ids", "CSV without ids"].map((what) => {
      return { what, beside: `${what}, DuckDB merely reading`, ratio: 1.25 };
    }),
    { what: "Parquet with ids", beside: "Parquet by hand in DuckDB", ratio: 4 },
    { what: "Parquet without ids", beside: "Parquet by hand in DuckDB", ratio: 2 },
  ];
}

/** What the FMT of 2026 pays by patient, without facts of physicians and without a check. */
const BY_HAND = `SUM(CASE WHEN NOT seen THEN 5 WHEN ald AND age >= 80 THEN 100 WHEN ald THEN 55
  WHEN age <= 6 THEN 15 WHEN age < 75 THEN 5 WHEN age < 80 THEN 15 ELSE 55 END)
  + SUM(CASE WHEN c2s <> 'false' THEN 10 ELSE 0 END) + 5 * SUM(prevention)`;

function queried(sql: string): string[] {
  const script = `import { DuckDBInstance } from "@duckdb/node-api";
const connection = await (await DuckDBInstance.create(":memory:")).connect();
await connection.runAndReadAll(process.argv[1]);`;
  return ["--input-type=module", "-e", script, sql];
}

/** Counts the rows and adds up the lengths of all cells. */
function merelyRead(list: string): string[] {
  const script = `import { DuckDBInstance } from "@duckdb/node-api";
const connection = await (await DuckDBInstance.create(":memory:")).connect();
const source = \`read_csv('\${process.argv[1].replaceAll("'", "''")}', all_varchar = true)\`;
const names = (await connection.run(\`SELECT * FROM \${source} LIMIT 0\`)).columnNames();
const sums = names.map((name) => \`SUM(LENGTH("\${name}"))\`);
await connection.runAndReadAll(\`SELECT COUNT(*), \${sums.join()} FROM \${source}\`);`;
  return ["--input-type=module", "-e", script, list];
}

/** The id, the patients and the total of each physician. */
function totalsOf(csv: string): string {
  const [header = "", ...lines] = csv.trimEnd().split("\n");
  const places = ["physicianId", "patients", "total"].map((name) => {
    return header.split(",").indexOf(name);
  });
  return lines.map((line) => places.map((at) => line.split(",")[at]).join()).join("\n");
}

function compare(rows: number, subjects: readonly Subject[], asked: readonly Asked[]): void {
  const all = new Map(subjects.map(({ name }): [string, Used[]] => [name, []]));
  const results = new Set<string>();
  for (let round = 0; round < Number(values.rounds); round++)
    for (const { name, args, result } of subjects) {
      const used = runWhole(args, folder);
      all.get(name)?.push(used);
      const found = result(used.output);
      if (found !== "") results.add(found);
      if (results.size > 1) throw new Error(`${name}: other totals`);
    }
  const timeOf = (name: string): number =>
    median((all.get(name) ?? []).map(({ processor }) => processor));
  console.log(`\n${rows.toLocaleString("en")} rows`);
  for (const [name, used] of all) {
    const times = used.map(({ processor }) => processor);
    const memory = Math.max(...used.map((one) => one.memory));
    const cells = [
      `${(timeOf(name) / 1000).toFixed(2)} s`,
      `${(Math.min(...times) / 1000).toFixed(2)}-${(Math.max(...times) / 1000).toFixed(2)} s`,
      `${memory.toFixed(0)} MB`,
    ];
    console.log(name.padEnd(40) + cells.map((cell) => cell.padStart(15)).join(""));
  }
  for (const { what, beside, ratio } of asked)
    if (all.has(what) && all.has(beside)) {
      const found = timeOf(what) / timeOf(beside);
      const shown =
        ratio < 1
          ? `${(1 / found).toFixed(1)} times faster than (asked: ${1 / ratio})`
          : `${found.toFixed(2)} times (asked: at most ${ratio})`;
      console.log(`${what}: ${shown} ${beside}`);
    }
}
