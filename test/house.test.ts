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
  words: ["ground", "list"],
  panel: ["ground", "list"],
  population: ["ground", "schedule", "list", "panel"],
  indicators: ["ground", "schedule", "list"],
  statement: ["ground", "money", "schedule", "list", "panel", "indicators"],
  scenario: ["ground", "money", "schedule", "list", "panel", "statement"],
  audit: ["ground", "money", "schedule", "list", "words", "panel", "statement"],
  prevention: ["ground", "money", "schedule", "list", "panel", "indicators", "statement"],
  formula: ["ground", "money", "schedule", "list", "panel", "statement"],
  sql: ["ground", "money", "schedule", "list", "panel", "statement", "formula"],
  cli: [
    "population",
    "scenario",
    "ground",
    "money",
    "schedule",
    "list",
    "words",
    "panel",
    "statement",
    "audit",
    "sql",
    "indicators",
    "prevention",
  ],
};

const roomOf = (file: string): string =>
  file.includes("/") ? (file.split("/")[0] as string) : "ground";

/** Lists of public names, one for each entry of the package; they may name any room. */
const ENTRIES = ["index.ts", "core.ts", "load.ts"];

test("a file imports from its own room or from those below", () => {
  const above = files
    .filter((file) => !ENTRIES.includes(file))
    .flatMap((file) =>
      importsOf(file)
        .map(roomOf)
        .filter((room) => room !== roomOf(file) && !MAY_IMPORT[roomOf(file)]?.includes(room))
        .map((room) => `${file} imports from ${room}`),
    );
  expect(above).toEqual([]);
});

test("no line is over 100 columns", () => {
  const long = [...textOf].flatMap(([file, text]) =>
    text.split("\n").flatMap((line, i) => (line.length > 100 ? [`${file}:${i + 1}`] : [])),
  );
  expect(long).toEqual([]);
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
  expect(
    [...reached].filter((file) =>
      /^list\/(patient-list|row-reader|batch-reader|read-batch)/.test(file),
    ),
  ).toEqual([]);
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

test("the loops keep nothing between calls", () => {
  const kept = /^(?:export )?(?:let |(?:const|var) [^=]*= (?:new |\{))/m;
  const loops = files.filter((file) => file.startsWith("panel/scan/"));
  expect(loops.length).toBeGreaterThan(5);
  expect(loops.filter((file) => kept.test(textOf.get(file) as string))).toEqual([]);
});

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

test("the library touches no file, clock, chance, network, environment or console", () => {
  const impure = /"node:|\bprocess\.|Date\.now\(|new Date\(\)|Math\.random\(|\bfetch\(|console\./;
  const found = files.filter(
    (file) => roomOf(file) !== "cli" && impure.test(textOf.get(file) as string),
  );
  expect(found).toEqual([]);
});

test("the library asks of an engine what ES2020 has, without ICU, and Object.hasOwn", () => {
  const younger =
    /\.(?:at|replaceAll|findLast|findLastIndex|toSorted|toReversed|toSpliced|groupBy|normalize)\(|\\[pP]\{|\bstructuredClone\(|\bIntl\.|new TextEncoder/;
  const found = files.filter(
    (file) => roomOf(file) !== "cli" && younger.test(textOf.get(file) as string),
  );
  expect(found).toEqual([]);
});

const tests = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).filter(
  (name) => name.endsWith(".test.ts") && !name.includes("node_modules"),
);

test("no test reads a clock or has a time limit of its own", () => {
  const clock = /performance[.]now|Date[.]now|hrtime[(.]|[Tt]imeout: /;
  const ownLimit = /\},\s*\d+_?000,?\s*\);/;
  const found = tests.filter((file) => {
    const text = readFileSync(join(import.meta.dirname, file), "utf8");
    return clock.test(text) || ownLimit.test(text);
  });
  expect(tests.length).toBeGreaterThan(100);
  expect(found).toEqual([]);
});
