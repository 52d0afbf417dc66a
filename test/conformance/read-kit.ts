import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Vector } from "./vector.ts";

export const folder: string = join(import.meta.dirname, "..", "..", "fixtures", "conformance");

let kit: ReadonlyMap<string, readonly Vector[]> | undefined;

/** The vectors as they stand in the kit, by file; they are read once. */
export function readKit(): ReadonlyMap<string, readonly Vector[]> {
  const names = readdirSync(join(folder, "vectors")).sort();
  return (kit ??= new Map(
    names.map((name) => [name, linesOf(readFileSync(join(folder, "vectors", name), "utf8"))]),
  ));
}

function linesOf(text: string): Vector[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Vector);
}

export type StatementOf = Extract<Vector["expected"], { statement: unknown }>["statement"];

/** Every statement that a vector expects: one, those of a batch, or none. */
export function statementsOf({ expected }: Vector): readonly StatementOf[] {
  if ("statement" in expected) return [expected.statement];
  return "statements" in expected ? expected.statements : [];
}

/** Every code that a vector expects to be refused with, with its path. */
export function refusalsOf({
  expected,
}: Vector): readonly { readonly code: string; readonly path: string }[] {
  if ("error" in expected) return [expected.error];
  return "rejected" in expected ? expected.rejected.flatMap(({ refusals }) => refusals) : [];
}
