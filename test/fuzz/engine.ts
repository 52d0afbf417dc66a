import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { callWith, type Output } from "../support/io.ts";
import { checkCall, patients, physicians } from "./files.ts";
import type { Random } from "./random.ts";
import { expectThat } from "./verdict.ts";

/** One case: a file, broken or not, through the DuckDB engine; what it computes and refuses, the row path computes and refuses. */
export async function fuzzEngine(random: Random): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "fuzz-engine-"));
  try {
    await checkEngine(random, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function checkEngine(random: Random, folder: string): Promise<void> {
  const list = patients(random).content;
  const files = { list, physicians: physicians(random) };
  const path = join(
    folder,
    random.chance(0.9) ? "list.csv" : random.one(["li'st[1].csv", "list.parquet", "list.arrow"]),
  );
  const out = join(folder, "out.csv");
  writeFileSync(path, list);
  const choices = [
    "--year",
    random.one(["2026", "2024", "2019"]),
    "--skip-invalid",
    "--rejects",
    "rejects",
    ...(random.chance(0.4) ? ["--physicians", "physicians"] : []),
  ];
  const argv = ["compute", path, ...choices, "--engine", "duckdb", "--out", out];
  const called = await callWith(argv, { files });
  checkCall(called, argv);
  const left = readdirSync(folder).filter((name) => join(folder, name) !== path);
  expectThat(
    left.every((name) => name === "out.csv"),
    `${left.join()} left by ${argv.join(" ")}`,
  );
  if (called.code === 2) return;

  const byRow = await callWith(["compute", "list", ...choices, "--format", "json"], { files });
  if (byRow.code === 2)
    return expectThat(
      rowsOf(called.files.get(out) ?? "").length === 0,
      `the row path fails where the engine computes: ${byRow.err}`,
    );
  const { statements, rejected } = JSON.parse(byRow.out) as Output;
  const told = `${argv.join(" ")}\n${called.err}\nrow path: ${byRow.err}`;
  const computed = rowsOf(called.files.get(out) ?? "").flatMap(([id, count, ...amounts]) =>
    count === "0" ? [] : [`${id} ${count} ${amounts.at(-1)}`],
  );
  const isPaid = statements.filter(({ patients: count }) => count > 0);
  expectThat(
    sorted(computed) ===
      sorted(
        isPaid.map(
          ({ physicianId, patients: count, total }) =>
            `${inert(physicianId ?? "")} ${count} ${total}`,
        ),
      ),
    `the engine computes otherwise: ${told}`,
  );
  const refused =
    rowsOf(called.files.get("rejects") ?? "").length +
    (called.err.match(/PHYSICIAN_TWICE|ZONE_INVALID|SECTOR_INVALID/g)?.length ?? 0);
  expectThat(
    refused >= rejected.filter(({ kind }) => kind === "patient").length,
    `the engine refuses fewer rows: ${told}`,
  );
}

const sorted = (lines: readonly string[]): string => [...lines].sort().join("\n");

/** Records after the header. */
function rowsOf(text: string): string[][] {
  return (parse(text, { relax_column_count: true }) as string[][]).slice(1);
}

/** A text as the output has it, where a spreadsheet would run it. */
function inert(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) && !/^-?\d+(\.\d+)?%?$/.test(text) ? `'${text}` : text;
}
