import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildCommand, type Command } from "../support/command.ts";
import { callReal } from "../support/real.ts";

let command: Command;
let shell: Command["shell"];

const list = "médecin;patient;age;ald;c2s\nA;1;82;oui;non\nA;2;40;non;oui\n";
const long = `médecin;patient;age;ald;c2s\n${Array.from({ length: 1_500 }, (_, i) => `M${i};1;40;non;non\n`).join("")}`;

beforeAll(async () => {
  command = await buildCommand();
  ({ shell } = command);
  writeFileSync(command.at("list.csv"), list);
  writeFileSync(command.at("long.csv"), long);
  writeFileSync(command.at("bad.csv"), `${list}A;3;x;oui;non\n`);
});

afterAll(() => command.remove());

describe("the command, as a process", () => {
  test("computes a file, and standard input alike", () => {
    const row = "A,2,105.00,10.00,0.00,0.00,0.00,115.00,";
    const fromFile = shell("forfait-mt compute list.csv --year 2026 --format csv");
    expect(fromFile).toMatchObject({ code: 0, err: "" });
    expect(fromFile.out).toContain(row);
    expect(shell("forfait-mt compute - --year 2026 --format csv", { input: list })).toEqual(
      fromFile,
    );
    expect(shell("cat list.csv | forfait-mt compute - --year 2026 --format csv")).toEqual(fromFile);
  });

  test("exits with 0, 1 and 2, and its messages are never stack traces", () => {
    const bad = shell("forfait-mt compute bad.csv --year 2026");
    expect(bad).toMatchObject({ code: 1, out: "" });
    expect(bad.err).toMatch(/^\S+, ligne 4, colonne age, AGE_INVALID: /);
    const none = shell("forfait-mt");
    expect(none).toMatchObject({ code: 2, out: "" });
    expect(none.err).toContain("npx forfait-medecin-traitant");
    for (const { err } of [bad, none]) expect(err).not.toMatch(/\n\s+at /);
  });

  test("tells what the disk refuses in one sentence", async () => {
    const { folder, at } = command;
    for (const [line, err] of [
      [folder, "EISDIR"],
      [
        `${at("list.csv")} --out ${at("nowhere/o.csv")}`,
        `le dossier « ${at("nowhere")} » n'existe pas`,
      ],
    ] as const) {
      const called = await callReal(`compute ${line} --year 2026`);
      expect(called).toMatchObject({ code: 2, out: "" });
      expect(called.err).toContain(err);
      expect(called.err).not.toMatch(/\n\s+at /);
    }
  });

  test("| head is quiet", () => {
    const called = shell(
      "set -o pipefail; forfait-mt compute long.csv --year 2026 --format csv --detail lines | head -2",
    );
    expect(called).toMatchObject({ code: 0, err: "" });
    expect(called.out.split("\n")).toHaveLength(3);
  });

  test("2>&1 | head is quiet too", () => {
    const called = shell(
      "forfait-mt compute long.csv --year 2019 --physicians list.csv 2>&1 | head -1",
    );
    expect(called).toMatchObject({ code: 0, err: "" });
  });

  test("shows no progress in a pipe, however long it takes", () => {
    writeFileSync(command.at("clock.cjs"), "let now = 0; process.uptime = () => now++;");
    const line = "forfait-mt compute list.csv --year 2026 --format csv > /dev/null";
    const called = shell(`export NODE_OPTIONS="--require ./clock.cjs"; ${line}`);
    expect(called).toMatchObject({ code: 0, out: "", err: "" });
  });

  test("opens no stream that it does not use, nor the modules of Node for it", () => {
    const list = "require('fs').writeFileSync('loaded.txt', `${process.moduleLoadList}`)";
    writeFileSync(command.at("hook.cjs"), `process.on("exit", () => ${list});`);
    writeFileSync(command.at("empty.mjs"), "");
    const loadedBy = (line: string): string[] => {
      const called = shell(`export NODE_OPTIONS="--require ./hook.cjs"; ${line}`, { input: "" });
      expect(called).toMatchObject({ code: 0, err: "" });
      return readFileSync(command.at("loaded.txt"), "utf8").split(",");
    };
    const always = new Set(loadedBy(`${process.execPath} empty.mjs`));
    const costly = / (net|tty|perf_hooks)$/;
    const costlyIn = (line: string): string[] =>
      loadedBy(line).filter((name) => !always.has(name) && costly.test(name));
    expect(costlyIn("forfait-mt compute list.csv --year 2026 > o.txt")).toEqual([]);
    expect(costlyIn("forfait-mt compute list.csv --year 2026")).toContain("NativeModule net");
  });

  test("a full device is told", () => {
    const called = shell("forfait-mt compute list.csv --year 2026 --format csv > /dev/full");
    expect(called.code).toBe(2);
    expect(called.err).toMatch(/^forfait-mt: ENOSPC.*\n$/);
  });

  test("does not wait for the rest of an input that it has refused", () => {
    const refused = "printf 'a,b,c\\n%.0s' $(seq 40) >&3; forfait-mt compute - --year 2026 < open";
    expect(shell(`mkfifo open; exec 3<> open; ${refused}`).code).toBe(2);
  });
});

describe("--out, on a disk", () => {
  const read = (name: string): string => readFileSync(command.at(name), "utf8");
  let compute: string;
  beforeAll(() => {
    compute = `compute ${command.at("list.csv")} --year 2026`;
  });

  test("replaces the file once it is whole", async () => {
    writeFileSync(command.at("o.csv"), "before");
    const line = `${compute} --format csv --out ${command.at("o.csv")}`;
    expect(await callReal(line)).toEqual({
      code: 0,
      out: "",
      err: "",
      counts: "2 lues = 2 calculées + 0 hors liste + 0 refusée",
    });
    expect(read("o.csv")).toContain("A,2,105.00,");
    expect(command.left()).toEqual([]);
  });

  test("that is a folder is reported", async () => {
    mkdirSync(command.at("sub"));
    expect(await callReal(`${compute} --out ${command.at("sub")}`)).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringContaining("sub : est un dossier"),
    });
    expect(command.left()).toEqual([]);
  });

  test("that is a device is written to, not replaced", () => {
    expect(
      shell("forfait-mt compute list.csv --year 2026 --format csv --out /dev/stdout | cat").out,
    ).toContain("A,2,105.00,");
    expect(command.left()).toEqual([]);
  });
});
