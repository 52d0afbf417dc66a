import { execFileSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  chownSync,
  cpSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { setTimeout as later } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildCommand, type Command } from "../support/command.ts";
import { windows1252 } from "../support/files.ts";

/** What is left of a command that is ended from outside. */

const signals = ["SIGHUP", "SIGINT", "SIGTERM"] as const;

let command: Command;

beforeAll(async () => {
  command = await buildCommand();
  writeFileSync(
    command.at("list.csv"),
    windows1252("physicianId,age,ald,c2s\nHélène,82,non,non\n"),
  );
  execFileSync("mkfifo", [command.at("unread.parquet")]);
});
afterAll(() => command.remove());

/** Starts a computation that opens its folder, and then waits for ever: nobody reads the pipe that it writes. */
async function startWaiting(): Promise<ChildProcess> {
  const child = command.start("compute list.csv --year 2026 --out unread.parquet");
  while (folders().length === 0 && child.exitCode === null) await later(5);
  return child;
}

/** Folders of the command among the temporary ones. */
function folders(): string[] {
  const tmp = command.at("tmp");
  return readdirSync(tmp).flatMap((name) =>
    name.startsWith("forfait-mt-") ? [`${tmp}/${name}`] : [],
  );
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown> {
  const ended = once(child, "exit");
  child.kill(signal);
  if (child.exitCode !== null) return child.exitCode;
  const [code, signalled] = await ended;
  return code ?? signalled;
}

describe("the folder of the engine", () => {
  test.each(signals)("%s leaves none", async (signal) => {
    const child = await startWaiting();
    const [folder] = folders() as [string];
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(await end(child, signal)).toBe(signal);
    expect(command.left()).toEqual([]);
  });

  test("a shell sees 128 plus the number of the signal", () => {
    const line = "forfait-mt compute list.csv --year 2026 --out unread.parquet";
    const called = command.shell(
      `${line} & until compgen -G "tmp/*" || ! kill -0 $!; do sleep 0.01; done; kill -TERM $!; wait $!`,
    );
    expect(called.code).toBe(128 + 15);
    expect(command.left()).toEqual([]);
  });
});

/** Every signal takes one way, which the folder shows; here each output meets one of them. */
describe("the part of", () => {
  test.each([
    ["--out", "--year 2026 --format json --out o.csv", "40", "SIGHUP"],
    [
      "--out, with the engine",
      "--year 2026 --engine duckdb --detail patients --out o.csv",
      "40",
      "SIGINT",
    ],
    ["--rejects, with the engine", "--year 2026 --engine duckdb --rejects o.csv", "x", "SIGTERM"],
  ] as const)("%s: none is left, and the old file as it was", async (_, line, age, signal) => {
    const { at, left } = command;
    const parts = (): string[] => left().filter((name) => name.endsWith(".part"));
    // A computation that ends before it is interrupted shows nothing: a longer one is taken.
    for (let rows = 5_000; ; rows *= 2) {
      writeFileSync(at("o.csv"), "before");
      writeFileSync(at("long.csv"), `physicianId,age,ald,c2s\n${rowsOf(rows, age)}`);
      const child = command.start(`compute long.csv ${line}`);
      while (parts().length === 0 && child.exitCode === null) await later(1);
      const ending = await end(child, signal);
      expect(left()).toEqual([]);
      const kept = readFileSync(at("o.csv"), "utf8");
      if (ending === signal && kept === "before") return;
      expect([signal, age === "40" ? 0 : 1]).toContain(ending);
      // The new file is whole if it had its name before the signal came.
      expect(new Set(kept.match(/\bM\d+\b/g)).size).toBe(rows);
    }
  });
});

function rowsOf(count: number, age: string): string {
  return Array.from({ length: count }, (_, i) => `M${i},${age},non,non\n`).join("");
}

/** Moves the time of the last change back by hours; that of a link itself, not of its target. */
function setAge(path: string, hours: number): void {
  const then = new Date(lstatSync(path).mtimeMs - hours * 3_600_000);
  lutimesSync(path, then, then);
}

describe("what SIGKILL left", () => {
  const kept: string[] = [];
  let killed: string[];
  let code: number | null;

  /** A folder as a process left it, hours ago. */
  function leave(name: string, age: number, file = "copy.csv"): string {
    const path = command.at("tmp", name);
    mkdirSync(path);
    writeFileSync(`${path}/${file}`, "Hélène");
    setAge(path, age);
    return name;
  }

  /** What a process leaves is there twice, a day old and less, beside others; then the command runs once. */
  beforeAll(async () => {
    const tmp = command.at("tmp");
    const child = await startWaiting();
    await end(child, "SIGKILL");
    killed = command.left();
    for (const [i, name] of killed.entries()) {
      const younger = `forfait-mt-${child.pid}-young${i}`;
      cpSync(`${tmp}/${name}`, `${tmp}/${younger}`, { recursive: true });
      setAge(`${tmp}/${younger}`, 23);
      setAge(`${tmp}/${name}`, 25);
      kept.push(younger);
    }
    leave("forfait-mt-abcdef", 25);
    leave("forfait-mt-999999999-abcdef", 25);
    leave("forfait-mt-999999999-abcdef-removed", 25);
    kept.push(
      leave("forfait-mt-young1", 1),
      leave("forfait-mt-mylist", 25, "patients.csv"),
      leave("forfait-mt-results", 25),
      leave("another-abcdef", 25),
      leave(`forfait-mt-${process.pid}-abcdef`, 25),
      leave("elsewhere", 25),
    );
    symlinkSync("elsewhere", `${tmp}/forfait-mt-linked`);
    setAge(`${tmp}/forfait-mt-linked`, 25);
    kept.push("forfait-mt-linked");
    if (process.getuid?.() === 0) {
      kept.push(leave("forfait-mt-theirs", 25));
      chownSync(`${tmp}/forfait-mt-theirs`, 65_534, 65_534);
    }
    ({ code } = command.shell("forfait-mt compute list.csv --year 2026 --out swept.parquet"));
  });
  afterAll(() => {
    for (const name of kept) rmSync(command.at("tmp", name), { recursive: true });
  });

  test("is removed by the next start after a day", () => {
    expect(killed.length).toBeGreaterThan(0);
    expect(code).toBe(0);
    expect(command.left().filter((name) => killed.includes(name))).toEqual([]);
  });

  test("is removed only where it is surely ours", () => {
    expect(command.left()).toEqual(kept.sort());
    expect(readFileSync(command.at("tmp", "elsewhere", "copy.csv"), "utf8")).toBe("Hélène");
  });
});
