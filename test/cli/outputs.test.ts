import { execFile, execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fill, modeOf, totals, tree } from "../support/outputs.ts";
import { callReal } from "../support/real.ts";

/** What `--out` and `--rejects` do to the files that are there. */

const home = process.cwd();
const umask = process.umask();
const folder = realpathSync(mkdtempSync(join(tmpdir(), "outputs-")));

beforeAll(() => process.chdir(folder));
beforeEach(() => fill(folder));
afterAll(() => {
  process.chdir(home);
  process.umask(umask);
  rmSync(folder, { recursive: true });
});

/** What a pipe gives, by a process that reads it to its end. */
async function readAll(pipe: string, encoding: BufferEncoding = "utf8"): Promise<string> {
  return (await promisify(execFile)("cat", [pipe], { encoding })).stdout;
}

const read = (name: string): string => readFileSync(name, "utf8");

describe.each([
  ["rows", "--year 2026 --format csv"],
  ["duckdb", "--year 2026 --engine duckdb"],
])("by %s", (_, by) => {
  const compute = `compute l.csv ${by}`;
  const refuse = `compute bad.csv ${by} --skip-invalid`;

  describe("a file that is read is never written", () => {
    test.each([
      "l.csv --out l.csv",
      "l.csv --out ./l.csv",
      "l.csv --out sub/../l.csv",
      "l.csv --out linked/../l.csv",
      "l.csv --out here/l.csv",
      `l.csv --out ${folder}/l.csv`,
      "l.csv --out link.csv",
      "l.csv --out hard.csv",
      "link.csv --out l.csv",
      "hard.csv --out link.csv",
      "l.csv --rejects l.csv",
      "l.csv --rejects hard.csv --out new.csv",
      "l.csv --physicians p.csv --out p.csv",
      "l.csv --physicians p.csv --rejects here/p.csv",
      "l.csv --map m.json --out m.json",
      "l.csv --patch patch.json --out patch.json",
      "l.csv --schedule s.json --rejects s.json",
      "l.csv --previous previous.csv --out previous.csv",
    ])("compute %s", async (line) => {
      const before = tree(folder);
      const called = await callReal(`compute ${line} ${by}`);
      expect(called).toMatchObject({ code: 2, out: "" });
      expect(called.err).toMatch(/^forfait-mt: .* sont un seul fichier : rien n'est écrit ; .*\n$/);
      expect(tree(folder)).toEqual(before);
    });

    test("the sentence names both, in either language", async () => {
      const line = `${compute} --physicians p.csv --out here/p.csv`;
      expect((await callReal(line)).err).toBe(
        "forfait-mt: --sortie here/p.csv et --médecins p.csv sont un seul fichier : rien n'est écrit ; en donner un autre\n",
      );
      expect((await callReal(`${line} --locale en`)).err).toBe(
        "forfait-mt: --out here/p.csv and --physicians p.csv are one file: nothing is written; give another\n",
      );
    });

    test("but a schedule by its name is no file", async () => {
      writeFileSync("fr.fmt.2026", "before");
      const called = await callReal(`${compute} --schedule fr.fmt.2026 --out fr.fmt.2026`);
      expect(called.code).toBe(0);
      expect(read("fr.fmt.2026")).toBe(totals);
    });
  });

  describe("two outputs never go to one place", () => {
    test.each([
      "--out old.csv --rejects old.csv",
      "--out new.csv --rejects ./new.csv",
      "--out sub/new.csv --rejects linked/new.csv",
      "--out sub/new.csv --rejects dangling.csv",
      "--out New.csv --rejects new.csv",
      "--out - --rejects -",
      "--out - --rejects /dev/fd/1",
    ])("%s", async (line) => {
      const before = tree(folder);
      const called = await callReal(`${refuse} ${line}`);
      expect(called).toMatchObject({ code: 2, out: "" });
      expect(called.err).toMatch(/sont un seul fichier : rien n'est écrit/);
      expect(tree(folder)).toEqual(before);
    });

    test("but files that are there may differ by case alone", async (context) => {
      writeFileSync("R.csv", "R");
      writeFileSync("r.csv", "r");
      if (read("R.csv") === "r") return context.skip();
      expect((await callReal(`${refuse} --out R.csv --rejects r.csv`)).code).toBe(1);
      expect(read("R.csv")).toBe(totals);
      expect(read("r.csv")).toContain(",AGE_INVALID,");
    });

    test("but the null device may take both", async () =>
      expect(await callReal(`${refuse} --out /dev/null --rejects /dev/null`)).toMatchObject({
        code: 1,
      }));
  });

  describe("a file", () => {
    test("that is new has the mode of the umask, and refused rows are for their user only", async () => {
      process.umask(0o027);
      expect((await callReal(`${refuse} --out new.csv --rejects r.csv`)).code).toBe(1);
      expect(read("new.csv")).toBe(totals);
      expect([modeOf("new.csv"), modeOf("r.csv")]).toEqual(["640", "600"]);
    });

    test.each(["600", "640", "664"])("that is there keeps its mode %s", async (mode) => {
      process.umask(0o022);
      for (const name of ["old.csv", "r.csv"]) {
        writeFileSync(name, "before");
        chmodSync(name, Number.parseInt(mode, 8));
      }
      expect((await callReal(`${refuse} --out old.csv --rejects r.csv`)).code).toBe(1);
      expect(read("old.csv")).toBe(totals);
      expect(read("r.csv")).toContain(",AGE_INVALID,");
      expect([modeOf("old.csv"), modeOf("r.csv")]).toEqual([mode, mode]);
    });

    test.runIf(process.getuid?.() === 0)(
      "that is there keeps its owner and its group",
      async () => {
        chownSync("old.csv", 12, 34);
        expect((await callReal(`${compute} --out old.csv`)).code).toBe(0);
        expect(read("old.csv")).toBe(totals);
        expect(statSync("old.csv")).toMatchObject({ uid: 12, gid: 34 });
      },
    );

    test("whose name is as long as a name may be is written", async () => {
      const name = `${"é".repeat(125)}.csv`;
      expect((await callReal(`${compute} --out ${name}`)).code).toBe(0);
      expect(read(name)).toBe(totals);
    });

    test("of two names is replaced under the one that is given", async () => {
      linkSync("old.csv", "other.csv");
      expect((await callReal(`${compute} --out old.csv`)).code).toBe(0);
      expect([read("old.csv"), read("other.csv")]).toEqual([totals, "before"]);
    });
  });

  describe("a link stays, and what it leads to is replaced or created", () => {
    test.each([
      ["old-link.csv", "old.csv", "old.csv"],
      ["sub/up.csv", "../old.csv", "old.csv"],
      ["sub/far.csv", "../linked/../old.csv", "old.csv"],
      ["chain.csv", "dangling.csv", "sub/new.csv"],
    ])("%s -> %s", async (link, to, target) => {
      symlinkSync(to, link);
      expect((await callReal(`${compute} --out ${link}`)).code).toBe(0);
      expect(readlinkSync(link)).toBe(to);
      expect(readlinkSync("dangling.csv")).toBe("sub/new.csv");
      expect(lstatSync(target).isFile()).toBe(true);
      expect(read(target)).toBe(totals);
    });

    test("refused rows through it are for their user only", async () => {
      expect((await callReal(`${refuse} --rejects dangling.csv --out o.csv`)).code).toBe(1);
      expect(readlinkSync("dangling.csv")).toBe("sub/new.csv");
      expect(read("sub/new.csv")).toContain(",AGE_INVALID,");
      expect(modeOf("sub/new.csv")).toBe("600");
    });

    test("one that leads to itself is reported", async () => {
      symlinkSync("circle.csv", "circle.csv");
      const called = await callReal(`${compute} --out circle.csv`);
      expect(called).toMatchObject({ code: 2, out: "", err: expect.stringContaining("ELOOP") });
    });
  });

  describe("a path where no file can be is reported", () => {
    const missing = (path: string, name: string): [string, string] => [
      `${path} : le dossier « ${name} » n'existe pas ; le créer, ou écrire ailleurs`,
      `${path}: the folder "${name}" does not exist; create it, or write elsewhere`,
    ];
    const isFolder = (path: string): [string, string] => [
      `${path} : est un dossier ; donner le nom d'un fichier`,
      `${path}: is a folder; give the name of a file`,
    ];
    test.each([
      ["nowhere/o.csv", ...missing("nowhere/o.csv", "nowhere")],
      ["l.csv/o.csv", ...missing("l.csv/o.csv", "l.csv")],
      ["sub/a/b/o.csv", ...missing("sub/a/b/o.csv", "sub/a/b")],
      ["sub", ...isFolder("sub")],
      ["linked", ...isFolder("linked")],
      ["new/", ...isFolder("new/")],
      [".", ...isFolder(".")],
      ["/", ...isFolder("/")],
    ])("%s", async (path, fr, en) => {
      const before = tree(folder);
      for (const option of ["--out", "--rejects"]) {
        expect((await callReal(`${compute} ${option} ${path}`)).err).toBe(`forfait-mt: ${fr}\n`);
        const called = await callReal(`${compute} ${option} ${path} --locale en`);
        expect(called).toEqual({ code: 2, out: "", err: `forfait-mt: ${en}\n` });
      }
      expect(tree(folder)).toEqual(before);
    });

    test.each([
      ["--out", "--sortie"],
      ["--rejects", "--refusés"],
    ])("an empty name of %s", async (option, french) => {
      expect(await callReal(`${compute} ${option} ''`)).toEqual({
        code: 2,
        out: "",
        err: `forfait-mt: ${french} : nom de fichier vide\n`,
      });
    });

    test("the folder of what a link leads to", async () => {
      symlinkSync("nowhere/o.csv", "lost.csv");
      expect((await callReal(`${compute} --out lost.csv --locale en`)).err).toBe(
        `forfait-mt: lost.csv: the folder "${folder}/nowhere" does not exist; create it, or write elsewhere\n`,
      );
    });
  });

  describe("what is no file is written into, and stays", () => {
    test("a pipe, once somebody reads it", async () => {
      execFileSync("mkfifo", ["rows", "refused"]);
      const read = Promise.all([readAll("rows"), readAll("refused")]);
      expect((await callReal(`${refuse} --out rows --rejects refused`)).code).toBe(1);
      const [rows, refused] = await read;
      expect([rows, refused]).toEqual([totals, expect.stringContaining(",AGE_INVALID,")]);
      expect(lstatSync("rows").isFIFO() && lstatSync("refused").isFIFO()).toBe(true);
    });

    test("a device", async (context) => {
      const { status } = spawnSync("bash", ["-c", "mknod null c 1 3 && echo > null"]);
      if (status !== 0) return context.skip();
      symlinkSync("null", "to-null");
      expect((await callReal(`${refuse} --out null --rejects to-null`)).code).toBe(1);
      expect(lstatSync("null").isCharacterDevice()).toBe(true);
      expect(readlinkSync("to-null")).toBe("null");
    });

    test.runIf(existsSync("/dev/full")).each(["--out", "--rejects"])(
      "a device that is full is reported: %s",
      async (option) => {
        const called = await callReal(`${refuse} ${option} /dev/full`);
        expect(called).toMatchObject({ code: 2 });
        expect(called.err).toMatch(/fichier illisible ou non inscriptible : ENOSPC/);
      },
    );
  });

  describe("a descriptor that is open already", () => {
    const opened: number[] = [];
    afterEach(() => opened.splice(0).forEach(closeSync));
    const open = (name: string, flags: string): number => {
      const descriptor = openSync(name, flags);
      opened.push(descriptor);
      return descriptor;
    };

    test.each([
      ["l.csv --out OPEN", "hard.csv", "a"],
      ["bad.csv --out pipe --rejects pipe", "pipe", "r+"],
      ["bad.csv --out OPEN --rejects pipe", "pipe", "r+"],
      ["bad.csv --out OPEN --rejects r.csv", "r.csv", "w"],
    ])("is the file that it is: compute %s, open on %s", async (line, name, flags) => {
      if (name === "pipe") execFileSync("mkfifo", ["pipe"]);
      const path = `/dev/fd/${open(name, flags)}`;
      const before = tree(folder);
      const called = await callReal(`compute ${line.replace("OPEN", path)} ${by}`);
      expect(called).toMatchObject({ code: 2, out: "" });
      expect(called.err).toMatch(/sont un seul fichier : rien n'est écrit/);
      expect(tree(folder)).toEqual(before);
    });

    test("is written where it stands, and stays open", async () => {
      const [rows, rejects] = [open("new.csv", "w"), open("r.csv", "w")];
      writeSync(rows, "first\n");
      expect(
        await callReal(`${refuse} --out /dev/fd/${rows} --rejects /dev/fd/${rejects}`),
      ).toMatchObject({ code: 1, out: "" });
      writeSync(rows, "last\n");
      expect(read("new.csv")).toBe(`first\n${totals}last\n`);
      expect(read("r.csv")).toContain(",AGE_INVALID,");
    });
  });

  test("a link that waits under a name made of the file and the process is not followed", async () => {
    const before = read("p.csv");
    symlinkSync("p.csv", `old.csv.${process.pid}.part`);
    expect((await callReal(`${compute} --out old.csv`)).code).toBe(0);
    expect([read("old.csv"), read("p.csv")]).toEqual([totals, before]);
  });

  test("nothing is left beside the outputs", async () => {
    const before = readdirSync(folder);
    await callReal(`${refuse} --out new.csv --rejects r.csv`);
    await callReal(`${refuse} --out nowhere/o.csv --rejects r.csv`);
    expect(readdirSync(folder)).toEqual([...before, "new.csv", "r.csv"].sort());
  });

  test("the old rejects stay where the input cannot be read", async () => {
    writeFileSync("l.csv", "\0,x\n");
    expect((await callReal(`${compute} --rejects old.csv`)).code).toBe(2);
    expect(read("old.csv")).toBe("before");
  });
});

describe("--engine duckdb", () => {
  const compute = "compute l.csv --year 2026 --engine duckdb";

  test.each([
    ["parquet", "PAR1"],
    ["arrow", "ARROW1"],
  ])("writes %s through a link and over a file", async (format, magic) => {
    process.umask(0o077);
    symlinkSync(`sub/to.${format}`, `link.${format}`);
    for (const name of ["link", "new", "new"])
      expect((await callReal(`${compute} --out ${name}.${format}`)).code).toBe(0);
    for (const name of [`sub/to.${format}`, `new.${format}`]) {
      expect(read(name).slice(0, magic.length)).toBe(magic);
      expect(modeOf(name)).toBe("600");
    }
    expect(lstatSync(`link.${format}`).isSymbolicLink()).toBe(true);
  });

  test.each([
    ["parquet", "PAR1"],
    ["arrows", "\xff\xff\xff\xff"],
  ])("writes %s into a pipe of that name", async (format, magic) => {
    const pipe = `pipe.${format}`;
    execFileSync("mkfifo", [pipe]);
    const written = readAll(pipe, "latin1");
    expect((await callReal(`${compute} --out ${pipe}`)).code).toBe(0);
    expect((await written).slice(0, magic.length)).toBe(magic);
    expect(lstatSync(pipe).isFIFO()).toBe(true);
  });

  test.each([
    ["--format nonsense", "expected table, json, csv"],
    ["--format csv --out o.parquet", "the name of the file says its format"],
  ])("%s is refused", async (options, why) => {
    const called = await callReal(`${compute} ${options} --locale en`);
    expect(called).toMatchObject({ code: 2, out: "" });
    expect(called.err).toContain(why);
  });
});

test("--rejects - needs --out FILE where the rows go to standard output", async () => {
  expect(await callReal("compute bad.csv --year 2026 --rejects - --locale en")).toEqual({
    code: 2,
    out: "",
    err: "forfait-mt: standard output (--rejects) and standard output (--out) are one file: nothing is written; give another\n",
  });
});
