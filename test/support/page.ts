import { transformSync } from "esbuild";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import * as library from "../../src/index.ts";

const root = join(import.meta.dirname, "../..");

export function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** A fenced block of a page. */
export interface Block {
  /** What stands after the fence: `json small.json`, `sh exit 2`. */
  readonly info: string;
  readonly text: string;
  /** The words just above it. */
  readonly above: string;
}

export function blocksOf(page: string): Block[] {
  const text = read(page);
  return [...text.matchAll(/^```(\S.*)\n([\s\S]*?)^```$/gm)].map((match) => ({
    info: match[1] as string,
    text: match[2] as string,
    above: text.slice(Math.max(0, match.index - 500), match.index),
  }));
}

/** Blocks that stand for a file: `json small.json`, `json patch ID as patch.json`, `csv patients.csv`. */
export function filesOf(page: string): Map<string, string> {
  return new Map(
    blocksOf(page).flatMap(({ info, text }) => {
      const name = /^(?:json|csv) (?:patch \S+ as )?(\S+\.(?:json|csv))/.exec(info)?.[1];
      return name ? [[name, text] as const] : [];
    }),
  );
}

/** Runs an example as a reader would; `expression; //=> value` becomes a check. */
export function runExample(code: string, files: ReadonlyMap<string, string>): void {
  const checked = code.replace(
    /^(\s*)([^\n]*?);?\s*\n?\s*\/\/=> (.*)$/gm,
    "$1expect($2).toEqual($3);",
  );
  const names = { ...library, expect, readFileSync: (name: string) => files.get(name) };
  new Function(...Object.keys(names), withoutTypes(checked))(...Object.values(names));
}

/** TypeScript as the JavaScript that runs. */
export function withoutTypes(code: string): string {
  return transformSync(code, { loader: "ts", target: "es2022" }).code;
}
