import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

/** The laws of the house that the code can show: who imports whom, no circle, and nothing impure outside the command. */

const root = join(import.meta.dirname, "../src");
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".ts"),
);
const textOf = new Map(files.map((file) => [file, readFileSync(join(root, file), "utf8")]));

const importsOf = (file: string): string[] =>
  [...(textOf.get(file) as string).matchAll(/from "(\.[^"]+)"/g)]
    .map(([, path]) => relative(root, join(root, dirname(file), path as string)))
    .map((path) => (/\.\w+$/.test(path) ? path : `${path}.ts`))
    .filter((path) => path.endsWith(".ts"));

const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  ground: [],
  money: [],
  schedule: ["ground", "money"],
  panel: ["ground"],
  statement: ["ground", "money", "schedule", "panel"],
  sql: ["ground", "money", "schedule", "panel", "statement"],
  cli: ["ground", "money", "schedule", "panel", "statement", "sql"],
};

const roomOf = (file: string): string =>
  file.includes("/") ? (file.split("/")[0] as string) : "ground";

/** Lists of public names, one for each entry of the package; they may name any room. */
const ENTRIES = ["index.ts", "core.ts", "load.ts"];

test.each(files.filter((file) => !ENTRIES.includes(file)))(
  "%s imports from its own room or from those below",
  (file) => {
    const room = roomOf(file);
    const above = importsOf(file).filter(
      (path) => roomOf(path) !== room && !MAY_IMPORT[room]?.includes(roomOf(path)),
    );
    expect(above).toEqual([]);
  },
);

test("no circle", () => {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    expect(path, `${[...path, file].join(" -> ")}`).not.toContain(file);
    if (done.has(file)) return;
    for (const next of importsOf(file)) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
});

test("the calculation of core.ts reaches neither the validator nor a document", () => {
  const reached = new Set<string>();
  const visit = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    valuesFrom(file).forEach(visit);
  };
  visit("core.ts");
  const texts = [...reached].map((file) => textOf.get(file) as string);
  expect(reached).toContain("statement/price.ts");
  expect(reached).not.toContain("schedule/registry.ts");
  expect(
    texts.filter((text) => /^import [^;]*"(zod[^"]*|[^"]*fr\/[^"]*\.json)"/m.test(text)),
  ).toEqual([]);
});

/** Files that a file imports more than types from. */
function valuesFrom(file: string): string[] {
  const text = (textOf.get(file) as string).replace(/^(import|export) type [^;]*;/gm, "");
  return [...text.matchAll(/from "(\.[^"]+\.ts)"/g)].map(([, path]) =>
    relative(root, join(root, dirname(file), path as string)),
  );
}

test.each(files.filter((file) => roomOf(file) !== "cli"))(
  "%s touches no file, clock, chance, network, environment or console",
  (file) => {
    expect(textOf.get(file)).not.toMatch(
      /"node:|\bprocess\.|Date\.now\(|new Date\(\)|Math\.random\(|\bfetch\(|console\./,
    );
  },
);

const tests = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).filter(
  (name) => name.endsWith(".test.ts") && !name.includes("node_modules"),
);

test.each(tests)("test/%s reads no clock and has no time limit of its own", (file) => {
  const text = readFileSync(join(import.meta.dirname, file), "utf8");
  const ownLimit = /\},\s*\d+_?000,?\s*\);/;
  expect(text).not.toMatch(/performance[.]now|Date[.]now|hrtime[(.]|[Tt]imeout: /);
  expect(text).not.toMatch(ownLimit);
});
