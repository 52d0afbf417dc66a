import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

/**
 * What an editor offers where the cursor, `|`, stands in a program that uses the library; a part of
 * `npm run typecheck`, because it reads every type of the library.
 */

const root = join(import.meta.dirname, "../..");
const file = join(import.meta.dirname, "program.ts");
const config = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile).config as object;
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);

let text = "";
let version = 0;
const service = ts.createLanguageService({
  getCompilationSettings: () => ({ ...options, types: [] }),
  getScriptFileNames: () => [file],
  getScriptVersion: (name) => (name === file ? String(version) : "1"),
  getScriptSnapshot(name) {
    const source = name === file ? text : ts.sys.readFile(name);
    return source === undefined ? undefined : ts.ScriptSnapshot.fromString(source);
  },
  getCurrentDirectory: () => root,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: (name) => name === file || ts.sys.fileExists(name),
  readFile: ts.sys.readFile,
});

function offered(program: string): string[] {
  text = `import * as library from "../../src/index.ts";\n${program.replace("|", "")}`;
  version += 1;
  const cursor = text.length - program.length + 1 + program.indexOf("|");
  const found = service.getCompletionsAtPosition(file, cursor, undefined)?.entries ?? [];
  return found.map(({ name }) => name.replace(/^"(.*)"$/, "$1"));
}

const compute = (what: string): string =>
  `library.computePhysician({ patients: [] }, { year: 2026, ${what} })`;

test.each([
  ["schedules", compute(`schedule: "|"`), ["fr.fmt.2026", "fr.proposal.2024-02-08"]],
  ["schedules, by id", `library.getSchedule("|")`, ["fr.fpmt.2018", "fr.fpmt.2024"]],
  ["readings", compute(`readings: { | }`), ["zone-and-age", "leaving"]],
  ["options of a reading", compute(`readings: { "zone-and-age": "|" }`), ["added", "highest"]],
  ["paths of a patch", compute(`patch: { "|": "1" }`), ["base.ald-80+.amount", "zone.year-1.rate"]],
  ["components", `${compute("")}.components.|`, ["base", "c2s", "zone"]],
  ["keys of a line", `${compute("")}.lines[0]!.|`, ["kind", "rule", "amount"]],
  [
    "codes of notices",
    `${compute("")}.warnings.some(({ code }) => code === "|")`,
    ["outside-period", "not-eligible"],
  ],
  [
    "prevention indicators",
    `library.computePatient({ patient: { age: 5, ald: true, c2s: true, prevention: ["|"] } }, { year: 2026 })`,
    ["flu", "hba1c"],
  ],
  [
    "columns of indicators",
    `library.computeColumns({ age: [], ald: [], c2s: [], prevention: { | } }, { year: 2026 })`,
    ["flu", "hba1c"],
  ],
])("an editor completes %s", (_, program, expected) => {
  expect(offered(program)).toEqual(expect.arrayContaining(expected));
});
