import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Duckdb } from "../../src/cli/duckdb/duckdb.ts";
import { nodeIo } from "../../src/cli/node-io.ts";
import type { Physician } from "../../src/index.ts";
import { outcomeOf, withoutIds, withoutPlaces } from "../road/outcome.ts";
import { csvAsArrow, csvAsParquet } from "../road/typed.ts";
import type { FileCase } from "./files.ts";

const io = nodeIo();

/** How a file is compared. */
export interface Compared {
  readonly rows: number;
  /** Files of typed columns that were compared: none for a list whose rows differ in length. */
  readonly typed: number;
  readonly differences: readonly string[];
}

/** One list row by row, by its bytes, as Parquet and as Arrow. @returns what differs */
export async function compareFile(folder: string, one: FileCase): Promise<Compared> {
  const list = join(folder, "list.csv");
  const physicians = one.physicians && join(folder, "physicians.csv");
  writeFileSync(list, one.text);
  if (physicians) writeFileSync(physicians, physiciansCsv(one.physicians));
  const files = { list, physicians, map: {} };
  const byRow = await outcomeOf(io, one, { ...files, keep: true });
  const told = `${one.schedule} ${one.year} ${JSON.stringify(one.readings)} ${JSON.stringify(one.choices)} ${JSON.stringify(one.physicians)}\n${one.text}`;
  const differences: string[] = [];
  const expectSame = (name: string, outcome: unknown, expected: unknown): void => {
    const [given, wanted] = [outcome, expected].map((value) => JSON.stringify(value, null, 1));
    if (given !== wanted) differences.push(`${told}\nby row ${wanted}\n${name} ${given}`);
  };
  expectSame("by bytes", await outcomeOf(io, one, files), byRow);
  const kinds = hasRaggedRow(one.text) ? [] : TYPED;
  if (kinds.length > 0) {
    for (const [name, write, rowsAtOnce] of kinds) {
      const engine = new Duckdb(rowsAtOnce);
      const typed = { ...files, list: await write(join(folder, name), one.text), engine };
      expectSame(name, withoutPlaces(await outcomeOf(io, one, typed)), withoutPlaces(byRow));
      expectSame(
        `${name} without ids`,
        withoutIds(await outcomeOf(io, one, { ...typed, dropIds: true })),
        withoutIds(byRow),
      );
      await engine.close();
    }
  }
  return { rows: one.text.split("\n").length - 2, typed: kinds.length, differences };
}

const TYPED = [
  ["list.parquet", csvAsParquet, undefined],
  ["list.arrow", csvAsArrow, 1],
  ["list.arrows", csvAsArrow, undefined],
] as const;

/** A table of columns has no such row. */
function hasRaggedRow(text: string): boolean {
  return /^1[,;\t]2$/m.test(text);
}

export function physiciansCsv(physicians: readonly Physician[] | undefined): string {
  const fields = [
    "id",
    "zone",
    "birthDate",
    "firstInstallation",
    "sector",
    "activeFrom",
    "activeUntil",
  ] as const;
  const facts = Object.keys(physicians?.[0]?.facts ?? {});
  return [
    [...fields, ...facts].join(";"),
    ...(physicians ?? []).map((one) =>
      [
        ...fields.map((field) => one[field] ?? ""),
        ...facts.map((id) => one.facts?.[id] ?? ""),
      ].join(";"),
    ),
  ].join("\n");
}
