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
  list: ["ground"],
  panel: ["ground", "list"],
  statement: ["ground", "money", "schedule", "list", "panel"],
  formula: ["ground", "money", "schedule", "list", "panel", "statement"],
  sql: ["ground", "money", "schedule", "list", "panel", "statement", "formula"],
  cli: ["ground", "money", "schedule", "list", "panel", "statement", "sql"],
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

test.each(files)("%s has no line over 100 columns", (file) => {
  const lines = (textOf.get(file) as string).split("\n");
  expect(lines.filter((line) => line.length > 100)).toEqual([]);
});

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

test("pricing takes a panel, never a list", () => {
  const reached = new Set<string>();
  visitValues("statement/price.ts", reached);
  expect([...reached].filter((file) => /^list\/(patient-list|batch-reader)/.test(file))).toEqual(
    [],
  );
});

test("no folder imports values from one that imports values from it", () => {
  const folders = new Map<string, Set<string>>();
  for (const file of files.filter((name) => !ENTRIES.includes(name))) {
    const known = folders.get(dirname(file)) ?? new Set();
    folders.set(dirname(file), known);
    for (const path of valuesFrom(file))
      if (dirname(path) !== dirname(file)) known.add(dirname(path));
  }
  const inCircle = [...folders.keys()].filter((start) => {
    const reached = new Set<string>();
    const visit = (folder: string): void => {
      for (const next of folders.get(folder) ?? [])
        if (!reached.has(next)) {
          reached.add(next);
          visit(next);
        }
    };
    visit(start);
    return reached.has(start);
  });
  expect(inCircle).toEqual([]);
});

test.each(files.filter((file) => file.startsWith("panel/scan/")))(
  "%s keeps nothing between calls",
  (file) => {
    expect(textOf.get(file)).not.toMatch(/^(?:export )?(?:let |(?:const|var) [^=]*= (?:new |\{))/m);
  },
);

test("the calculation of core.ts reaches neither the validator nor a document", () => {
  const reached = new Set<string>();
  visitValues("core.ts", reached);
  const texts = [...reached].map((file) => textOf.get(file) as string);
  expect(reached).toContain("statement/price.ts");
  expect(reached).not.toContain("schedule/registry.ts");
  expect(
    texts.filter((text) => /^import [^;]*"(zod[^"]*|[^"]*fr\/[^"]*\.json)"/m.test(text)),
  ).toEqual([]);
});

function visitValues(file: string, reached: Set<string>): void {
  if (reached.has(file)) return;
  reached.add(file);
  for (const next of valuesFrom(file)) visitValues(next, reached);
}

/** Files that a file imports more than types from. */
function valuesFrom(file: string): string[] {
  const imports = [
    ...(textOf.get(file) as string).matchAll(/^(?:import|export) ([^;"]*) from "(\.[^"]+\.ts)";/gm),
  ];
  return imports
    .filter(([, what]) => !isOfTypes(what as string))
    .map(([, , path]) => relative(root, join(root, dirname(file), path as string)));
}

function isOfTypes(what: string): boolean {
  const names = /^\{([^}]*)\}$/
    .exec(what)?.[1]
    ?.split(",")
    .map((name) => name.trim());
  return (
    what.startsWith("type ") ||
    (names ?? ["a value"]).every((name) => name === "" || name.startsWith("type "))
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
