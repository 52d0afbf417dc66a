import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "tsup";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** The command as it is shipped, built once into a folder of its own. */
const folder = mkdtempSync(join(tmpdir(), "forfait-mt-"));
const cli = join(folder, "dist", "cli.js");
const root = join(import.meta.dirname, "../..");

const list = "médecin;patient;age;ald;c2s\nA;1;82;oui;non\nA;2;40;non;oui\n";
const long = `médecin;patient;age;ald;c2s\n${Array.from({ length: 3_000 }, (_, i) => `M${i};1;40;non;non\n`).join("")}`;

beforeAll(async () => {
  await build({
    config: false,
    entry: { cli: join(root, "src/cli/main.ts") },
    outDir: join(folder, "dist"),
    format: "esm",
    platform: "node",
    target: "node20",
    external: [/^node:/, "@duckdb/node-api"],
    noExternal: [/^(?!@duckdb|node:)/],
    silent: true,
    clean: false,
    dts: false,
  });
  writeFileSync(join(folder, "dist", "package.json"), '{"type":"module"}');
  writeFileSync(join(folder, "list.csv"), list);
  writeFileSync(join(folder, "long.csv"), long);
  writeFileSync(join(folder, "bad.csv"), `${list}A;3;x;oui;non\n`);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function shell(command: string, input?: string): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(
    "bash",
    ["-c", command.replaceAll("forfait-mt", `${process.execPath} ${cli}`)],
    { cwd: folder, encoding: "utf8", input },
  );
  return { code: status, out: stdout, err: stderr };
}

describe("the command, as a process", () => {
  test("computes a file, and standard input alike", () => {
    const row = "A,2,105.00,10.00,0.00,0.00,0.00,115.00\n";
    const fromFile = shell("forfait-mt compute list.csv --year 2026 --format csv");
    expect(fromFile).toMatchObject({ code: 0, err: "" });
    expect(fromFile.out).toContain(row);
    expect(shell("forfait-mt compute - --year 2026 --format csv", list)).toEqual(fromFile);
    expect(shell("cat list.csv | forfait-mt compute - --year 2026 --format csv")).toEqual(fromFile);
  });

  test("exits with 0, 1 and 2, and its messages are never stack traces", () => {
    const bad = shell("forfait-mt compute bad.csv --year 2026");
    expect(bad).toMatchObject({ code: 1, out: "" });
    expect(bad.err).toMatch(/^ligne 4, colonne age, AGE_INVALID: /);
    for (const [command, err] of [
      ["", "npx forfait-medecin-traitant"],
      ["compute nowhere.csv --year 2026", "fichier introuvable : nowhere.csv"],
      ["compute . --year 2026", "EISDIR"],
      ["compute list.csv", "--year manque"],
      ["compute list.csv --year 2026 --out nowhere/o.csv", "le dossier « nowhere » n'existe pas"],
    ] as const) {
      const called = shell(`forfait-mt ${command}`);
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

  test("shows no progress in a pipe", () =>
    expect(shell("forfait-mt compute long.csv --year 2026 --format csv > /dev/null").err).toBe(""));

  test("a full device is told", () => {
    const called = shell("forfait-mt compute long.csv --year 2026 --format csv > /dev/full");
    expect(called.code).toBe(2);
    expect(called.err).toMatch(/^forfait-mt: ENOSPC.*\n$/);
  });

  test("does not wait for the rest of an input that it has refused", async () => {
    const child = spawn(process.execPath, [cli, "compute", "-", "--year", "2026"], { cwd: folder });
    child.stdin.write("a,b,c\n1,2,3\n");
    const code = await new Promise<number | null>((exited) => child.on("exit", exited));
    expect(code).toBe(2);
  });
});

describe("--out, on a disk", () => {
  const partial = (): string[] => readdirSync(folder).filter((name) => name.endsWith(".part"));

  test("replaces the file once it is whole", () => {
    writeFileSync(join(folder, "o.csv"), "before");
    expect(shell("forfait-mt compute list.csv --year 2026 --format csv --out o.csv")).toEqual({
      code: 0,
      out: "",
      err: "",
    });
    expect(readFileSync(join(folder, "o.csv"), "utf8")).toContain("A,2,105.00,");
    expect(partial()).toEqual([]);
  });

  test("that fails half way leaves the old file untouched and nothing beside it", () => {
    writeFileSync(join(folder, "o.csv"), "before");
    const called = shell(
      "trap '' XFSZ; ulimit -f 8; forfait-mt compute long.csv --year 2026 --format csv --out o.csv",
    );
    expect(called).toMatchObject({ code: 2, out: "", err: expect.stringContaining("EFBIG") });
    expect(readFileSync(join(folder, "o.csv"), "utf8")).toBe("before");
    expect(partial()).toEqual([]);
  });

  test("that is a folder is reported", () => {
    const called = shell("mkdir -p sub; forfait-mt compute list.csv --year 2026 --out sub");
    expect(called).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringContaining("sub : est un dossier"),
    });
    expect(partial()).toEqual([]);
  });

  test("that is a device is written to, not replaced", () => {
    expect(
      shell("forfait-mt compute list.csv --year 2026 --format csv --out /dev/stdout | cat").out,
    ).toContain("A,2,105.00,");
    expect(partial()).toEqual([]);
  });

  test("that is interrupted leaves no half file", async () => {
    writeFileSync(join(folder, "o.csv"), "before");
    const child = spawn(
      process.execPath,
      [cli, "compute", "long.csv", "--year", "2026", "--out", "o.csv"],
      { cwd: folder },
    );
    while (partial().length === 0 && child.exitCode === null)
      await new Promise((later) => setTimeout(later, 2));
    child.kill("SIGINT");
    const code = await new Promise<number | null>((exited) =>
      child.exitCode === null ? child.on("exit", exited) : exited(child.exitCode),
    );
    expect(partial()).toEqual([]);
    expect([130, null]).toContain(code);
    expect(readFileSync(join(folder, "o.csv"), "utf8")).toBe("before");
  });
});
