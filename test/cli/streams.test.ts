import {
  chmodSync,
  chownSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { buildCommand, type Command } from "../support/command.ts";
import { fill, modeOf, totals, tree } from "../support/outputs.ts";

/** What only a process has: standard streams, limits and another user. */

let command: Command;
let shell: Command["shell"];
let at: Command["at"];

beforeAll(async () => {
  command = await buildCommand();
  ({ shell, at } = command);
});
beforeEach(() => fill(command.folder));
afterAll(() => command.remove());

const read = (name: string): string => readFileSync(at(name), "utf8");

test.each([
  "/dev/stdin --out l.csv < l.csv",
  "- --rejects hard.csv < link.csv",
  "l.csv --out - >> l.csv",
  "bad.csv --out - --rejects r.csv > r.csv",
  "bad.csv --out - --rejects - > /dev/null",
])("a file that a shell opened is recognised: compute %s", (line) => {
  writeFileSync(at("r.csv"), "");
  const before = tree(command.folder);
  const called = shell(
    `forfait-mt compute ${line.replace(/ (?=[<>])/, " --year 2026 --format csv ")}`,
  );
  expect(called).toMatchObject({ code: 2, out: "" });
  expect(called.err).toMatch(/sont un seul fichier : rien n'est écrit/);
  expect(tree(command.folder)).toEqual(before);
});

describe.each([
  ["rows", "--year 2026 --format csv"],
  ["duckdb", "--year 2026 --engine duckdb"],
])("by %s", (engine, by) => {
  const compute = `forfait-mt compute l.csv ${by}`;
  const refuse = `forfait-mt compute bad.csv ${by} --skip-invalid`;

  test.each(["-", "stdout"])("--out %s is standard output, where it stands", (out) => {
    symlinkSync("/dev/fd/1", at("stdout"));
    shell(`(echo first; ${compute} --out ${out}; echo last) > all.txt`);
    expect(read("all.txt")).toBe(`first\n${totals}last\n`);
    expect(readdirSync(command.folder)).not.toContain("-");
    expect(readlinkSync(at("stdout"))).toBe("/dev/fd/1");
  });

  test("--rejects - is standard output where the rows go elsewhere", () => {
    const called = shell(`${refuse} --out new.csv --rejects -`);
    expect(called).toMatchObject({ code: 1, out: expect.stringContaining(",AGE_INVALID,") });
    expect(read("new.csv")).toBe(totals);
    expect(readdirSync(command.folder)).not.toContain("-");
  });

  test("a disk that is full leaves the old file, and no part", () => {
    const rows = Array.from({ length: 400 }, (_, i) => `M${i},40,false,false\n`).join("");
    writeFileSync(at("long.csv"), `physicianId,age,ald,c2s\n${rows}`);
    const line = `forfait-mt compute long.csv ${by} --out old.csv`;
    const called = shell(`trap '' XFSZ; ulimit -f 8; ${line}`);
    expect(called).toMatchObject({ code: 2, out: "" });
    expect(called.err).toMatch(
      engine === "rows" ? /^forfait-mt: .*EFBIG.*\n$/ : /^forfait-mt: .*\n$/,
    );
    expect(called.err).not.toContain("/dev/fd");
    expect(read("old.csv")).toBe("before");
    expect(command.left()).toEqual([]);
  });

  describe.runIf(process.getuid?.() === 0 && engine === "rows")("another user", () => {
    beforeEach(() => {
      chmodSync(at("sub"), 0o777);
      writeFileSync(at("sub/o.csv"), "before");
    });

    test("who cannot keep the group gives the new one no more than all have", () => {
      chmodSync(at("sub/o.csv"), 0o662);
      expect(shell(`${compute} --out sub/o.csv`, { uid: 65_534 }).code).toBe(0);
      expect(statSync(at("sub/o.csv"))).toMatchObject({ uid: 65_534, gid: 65_534 });
      expect(modeOf(at("sub/o.csv"))).toBe("622");
    });

    test("who made a file read-only keeps it", () => {
      chownSync(at("sub/o.csv"), 65_534, 65_534);
      chmodSync(at("sub/o.csv"), 0o444);
      const called = shell(`${compute} --out sub/o.csv`, { uid: 65_534 });
      expect(called).toMatchObject({ code: 2, out: "" });
      expect(called.err).toMatch(/fichier illisible ou non inscriptible : EACCES/);
      expect(read("sub/o.csv")).toBe("before");
      expect(readdirSync(at("sub"))).toEqual(["o.csv"]);
    });
  });
});

describe("--engine duckdb", () => {
  const compute = "forfait-mt compute l.csv --year 2026 --engine duckdb";

  test("--format csv without --out is standard output, as it is without the engine", () =>
    expect(shell(`${compute} --format csv`)).toMatchObject({ code: 0, out: totals }));

  test("--rejects - without --out has standard output for itself", () =>
    expect(
      shell("forfait-mt compute bad.csv --year 2026 --engine duckdb --rejects -"),
    ).toMatchObject({ code: 1, out: expect.stringContaining(",AGE_INVALID,") }));
});
