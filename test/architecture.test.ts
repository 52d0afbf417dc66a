import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";
import { commandNames } from "../src/cli/arguments/names.ts";
import { read } from "./support/page.ts";

/** The page on the architecture describes the folders, files and imports that there are. */

const root = join(import.meta.dirname, "..");
const src = join(root, "src");
const page = read("docs/architecture.md");
const entries = readdirSync(src, { recursive: true, withFileTypes: true });

test("names every folder of src", () => {
  const folders = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
  expect(folders.length).toBeGreaterThan(5);
  expect(folders.filter((folder) => !page.includes(`\`${folder}\``))).toEqual([]);
});

test("names every command", () => {
  const [, names] = /one file per command: ([^|]*) \|/.exec(page) as unknown as [string, string];
  expect(names.split(", ")).toEqual(Object.keys(commandNames).sort());
});

test("names only paths that exist", () => {
  const paths = [...page.matchAll(/`((?:src|test|docs|fixtures|\.ci)\/[\w./-]*)`/g)];
  expect(paths.length).toBeGreaterThan(5);
  expect(
    paths.map(([, path]) => path as string).filter((path) => !existsSync(join(root, path))),
  ).toEqual([]);
});

/** Which rooms import from which, leaving out the entries, which list public names of all. */
function importsOfRooms(): Set<string> {
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => relative(src, join(entry.parentPath, entry.name)))
    .filter((file) => !["index.ts", "core.ts", "load.ts"].includes(file));
  const imports = files.flatMap((file) =>
    [...readFileSync(join(src, file), "utf8").matchAll(/from "(\.[^"]+)"/g)]
      .map(([, path]) => join(dirname(file), path as string))
      .filter((path) => !path.startsWith(".."))
      .map((path) => [roomOf(file), roomOf(path)] as const),
  );
  return new Set(imports.filter(([from, to]) => from !== to).map(([from, to]) => `${from} ${to}`));
}

const roomOf = (file: string): string =>
  file.includes("/") ? (file.split("/")[0] as string) : "ground";

test("draws the imports between rooms", () => {
  const imports = importsOfRooms();
  const arrows = [...page.matchAll(/^ {2}(\w+) --> (\w+)$/gm)].map(
    ([, from, to]) => [from, to] as [string, string],
  );
  expect(arrows.filter(([from, to]) => !imports.has(`${from} ${to}`))).toEqual([]);

  const below = (room: string): string[] =>
    arrows.filter(([from]) => from === room).flatMap(([, to]) => [to, ...below(to)]);
  const drawn = new Set(arrows.flatMap(([from]) => below(from).map((to) => `${from} ${to}`)));
  expect([...imports].filter((one) => !drawn.has(one))).toEqual([]);
});
