import {
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

/** Files, folders and links for the tests of what `--out` and `--rejects` do to them. */

const list = "physicianId,age,ald,c2s\nA,82,true,false\nA,40,false,true\n";

export const totals =
  "physicianId,patients,base,c2s,prevention,zone,age67,total,assumptions\n" +
  "A,2,105.00,10.00,0.00,0.00,0.00,115.00,if-missing assumed-rule reading\n";

const contents: Readonly<Record<string, string>> = {
  "l.csv": list,
  "bad.csv": `${list}A,x,true,false\n`,
  "p.csv": "id,zone\nA,\n",
  "previous.csv": list,
  "m.json": '{"physicianId":"physicianId"}',
  "patch.json": '{"base.ald-80+.amount":"100"}',
  "s.json": "{}",
  "old.csv": "before",
};

/** What a command needs to run there. */
const lasting = new Set(["cli.mjs", "node_modules", "tmp"]);

/** Puts a folder back to its first state. */
export function fill(folder: string): void {
  const at = (name: string): string => join(folder, name);
  for (const name of readdirSync(folder))
    if (!lasting.has(name)) rmSync(at(name), { recursive: true });
  for (const [name, text] of Object.entries(contents)) writeFileSync(at(name), text);
  mkdirSync(at("sub"));
  symlinkSync("sub", at("linked"));
  symlinkSync(".", at("here"));
  symlinkSync("l.csv", at("link.csv"));
  symlinkSync("sub/new.csv", at("dangling.csv"));
  linkSync(at("l.csv"), at("hard.csv"));
}

/** Every file in a folder and in its `sub`, with its inode and its text. */
export function tree(folder: string): Record<string, string> {
  const names = [
    ...readdirSync(folder).filter((name) => !lasting.has(name)),
    ...readdirSync(join(folder, "sub")).map((name) => `sub/${name}`),
  ];
  return Object.fromEntries(
    names.map((name) => {
      const stats = lstatSync(join(folder, name));
      return [
        name,
        `${stats.ino} ${stats.isFile() ? readFileSync(join(folder, name), "utf8") : ""}`,
      ];
    }),
  );
}

export const modeOf = (path: string): string => (statSync(path).mode & 0o7777).toString(8);
