import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { call, outputOf } from "../support/io.ts";

const folder = join(import.meta.dirname, "../../fixtures/example");
const files = {
  list: readFileSync(join(folder, "patients.csv")),
  p: readFileSync(join(folder, "physicians.csv")),
};
const called = await call("compute list --physicians p --year 2026 --format json", files);
const { statements, rejected } = outputOf(called);

test("the bundled example has no refused row, and no column that is not read", () => {
  expect(called).toMatchObject({ code: 0, err: "" });
  expect(rejected).toEqual([]);
});

test("it has the mess of real files", () => {
  const text = files.list.toString("latin1");
  expect(text).toMatch(/^Médecin;Patient;Date de naissance;/);
  expect(text.split("\r\n").length).toBeGreaterThan(1900);
  for (const mess of [
    /;\d{4};/,
    /;\d\d\/\d{4};/,
    /;O;/,
    /;oui;/,
    /;Oui;/,
    /;N;/,
    /;avec participation;/,
    /;gratuite;/,
    /; ?\r?\n|;\r\n/,
  ])
    expect(text).toMatch(mess);
});

/** The table of the forfait, counted again row by row from the bytes of the file; cents throughout. */
function recount(): Map<string, Record<string, number>> {
  const [, ...rows] = files.list.toString("latin1").trimEnd().split("\r\n");
  const sums = new Map<string, Record<string, number>>();
  for (const row of rows) {
    const [physician = "", , birth = "", ald = "", c2s = "", seen = "", done = ""] = row.split(";");
    const age = 2025 - Number(birth.slice(-4));
    const isIll = /^o/i.test(ald);
    const base =
      Number(seen.slice(-4)) < 2024
        ? 5
        : isIll
          ? age >= 80
            ? 100
            : 55
          : age < 7
            ? 15
            : age < 75
              ? 5
              : age < 80
                ? 15
                : 55;
    const sum = sums.get(physician) ?? { patients: 0, base: 0, c2s: 0, prevention: 0 };
    sums.set(physician, {
      patients: (sum["patients"] ?? 0) + 1,
      base: (sum["base"] ?? 0) + base * 100,
      c2s: (sum["c2s"] ?? 0) + (c2s === "non" ? 0 : 1000),
      prevention: (sum["prevention"] ?? 0) + (done === "" ? 0 : done.split(", ").length * 500),
    });
  }
  return sums;
}

test("its sums are those of an independent count", () => {
  const uplifts = { A: { zone: 10, age67: 10 }, B: { zone: 30, age67: 0 } } as const;
  const sums = recount();
  expect([...sums.keys()]).toEqual(["A", "B"]);
  for (const [id, { zone, age67 }] of Object.entries(uplifts)) {
    const { patients = 0, base = 0, c2s = 0, prevention = 0 } = sums.get(id) ?? {};
    const amounts = {
      base,
      c2s,
      prevention,
      zone: (base * zone) / 100,
      age67: (base * age67) / 100,
    };
    const total = Object.values(amounts).reduce((sum, cents) => sum + cents, 0);
    const euros = Object.fromEntries(
      Object.entries(amounts).map(([component, cents]) => [component, (cents / 100).toFixed(2)]),
    );
    expect(patients).toBeGreaterThan(900);
    expect(statements.find(({ physicianId }) => physicianId === id)).toMatchObject({
      patients,
      components: euros,
      total: (total / 100).toFixed(2),
    });
  }
});

test("the whole year is priced under every schedule of the library", async () => {
  for (const year of [2018, 2021, 2024, 2025, 2026, 2029]) {
    const priced = await call(
      `compute list --physicians p --year ${year} --skip-invalid --format json`,
      files,
    );
    const output = outputOf(priced);
    const isOfPatient = ({ kind }: { readonly kind: string }): boolean => kind === "patient";
    const refused = [...output.rejected, ...output.leftOut].filter(isOfPatient).length;
    expect(output.statements.reduce((sum, { patients }) => sum + patients, refused)).toBe(1996);
  }
});

test("npm start computes it from anywhere, before anything is built, and leaves nothing", async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), "example-"));
  const script = join(folder, "start.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
    cwd: elsewhere,
    encoding: "utf8",
  });
  rmdirSync(elsewhere);
  const inMemory = await call("compute list --physicians p --year 2026", files);
  expect([status, stderr]).toEqual([0, `${inMemory.counts}\n`]);
  expect(stdout).toMatch(/^L'exemple .*\nThe example .*\n\n/);
  expect(stdout.endsWith(inMemory.out)).toBe(true);
});
