import { expect, test } from "vitest";
import { applyPatch, loadSchedule } from "../../src/index.ts";
import { compile } from "../../src/statement/compile.ts";
import { clinicWith } from "../support/clinic.ts";
import { villageWith } from "../support/village.ts";

test("a schedule is compiled once", () => {
  const schedule = loadSchedule(villageWith());
  expect(compile(schedule)).toBe(compile(schedule));
});

test("a patch of values compiles what it changes, for the same columns, and shares the rest", () => {
  const schedule = loadSchedule(villageWith());
  const [base, c2s, care] = compile(schedule).amounts;
  const patched = compile(applyPatch(schedule, { "c2s.amount": "5", "care.hpv.amount": "2" }));
  expect(patched.amounts[0]).toBe(base);
  const [, c2sNow, careNow] = patched.amounts;
  expect(c2sNow?.rules).toMatchObject([{ unit: 500, column: c2s?.rules[0]?.column }]);
  expect(careNow?.rules.map(({ unit }) => unit)).toEqual([300, 200]);
  for (const [now, before] of [
    [c2sNow, c2s],
    [careNow, care],
  ] as const) {
    expect(now?.rules.map(({ column }) => column)).toEqual(
      before?.rules.map(({ column }) => column),
    );
    expect(now?.prevention?.actionColumn).toBe(before?.prevention?.actionColumn);
  }
});

test("of a schedule without uplifts no component bears any, of another those that it names", () => {
  const bearing = (edits: Readonly<Record<string, unknown>>): unknown =>
    compile(loadSchedule(villageWith(edits)))
      .amounts.filter(({ bears }) => bears)
      .map(({ component }) => component);
  expect(bearing({})).toEqual(["base"]);
  expect(bearing({ "uplifts.of": ["base", "care"] })).toEqual(["base", "care"]);
  expect(bearing({ uplifts: undefined, readings: undefined })).toEqual([]);
});

test("facts that are read are those of conditions and the declared numbers of slabs", () => {
  // The nurse is paid by hours, digital tools under software, online ones by a rate.
  expect(compile(clinicWith()).reads).toEqual(new Set(["hours", "software", "rate"]));
});
