import { describe, expect, test } from "vitest";
import {
  applyPatch,
  applyReadings,
  computePatient,
  computePhysician,
  getSchedule,
  loadSchedule,
  type Schedule,
} from "../../src/index.ts";
import { computePhysician as computeInCore } from "../../src/core.ts";
import { refused, why, type Why } from "../support/refused.ts";
import { table } from "../support/table.ts";

const document = {
  id: "fr.scenario.later",
  version: "1",
  over: "fr.fmt.2026",
  from: 2027,
  readings: { "zone-and-age": "highest" },
  patch: { "c2s.amount": "12" },
};
/** 100 of base, 10 of C2S, and 10 % of the base for the zone and for the age. */
const input = {
  physician: { zone: "ZIP", age: 70 },
  patients: [{ age: 82, ald: true, c2s: true, seen: true }],
} as const;
const without = (key: string): object =>
  Object.fromEntries(Object.entries(document).filter(([name]) => name !== key));
const total = (schedule: Schedule, year: number): string =>
  computePhysician(input, { year, schedule }).total;

describe("a scenario from 2027", () => {
  const scenario = loadSchedule(document);

  test.each([
    [2026, "130.00"], // 100 + 10 + 10 + 10
    [2027, "122.00"], // 100 + 12 + 10
    [2028, "122.00"],
  ])("in %i", (year, expected) => {
    expect(total(scenario, year)).toBe(expected);
  });

  test("is the schedule itself before, and no simulation", () => {
    const before = computePhysician(input, { year: 2026, schedule: scenario });
    expect(before).toEqual(computePhysician(input, { year: 2026 }));
    expect(before.simulation).toBeUndefined();
  });

  test("changes its values, not its readings, from then on", () => {
    const { changes, readings } = computePhysician(input, { year: 2027, schedule: scenario });
    expect(changes).toMatchObject([{ path: "c2s.amount", was: "10", now: "12" }]);
    expect(readings["zone-and-age"]).toBe("highest");
  });

  test("keeps what is laid on it, on either side of its start", () => {
    const dearer = applyPatch(scenario, { "base.ald-80+.amount": "200" });
    expect([total(dearer, 2026), total(dearer, 2027)]).toEqual(["250.00", "232.00"]);
    const halved = applyReadings(scenario, { "not-seen-c2s": "lost" });
    expect([total(halved, 2026), total(halved, 2027)]).toEqual(["130.00", "122.00"]);
    expect(applyReadings(dearer, { "not-seen-c2s": "lost" }).starts).toEqual({
      from: 2027,
      readings: { "zone-and-age": "highest" },
    });
  });

  test("is the same from JSON, once it is loaded and patched", () => {
    const read = loadSchedule(JSON.stringify(scenario));
    expect([total(read, 2026), total(read, 2027)]).toEqual(["130.00", "122.00"]);
    const dearer = applyPatch(scenario, { "base.ald-80+.amount": "200" });
    const again = loadSchedule(JSON.stringify(dearer));
    expect([total(again, 2026), total(again, 2027)]).toEqual(["250.00", "232.00"]);
  });

  test("is the same in the small entry", () => {
    const inYear = (year: number, patch = {}): string =>
      computeInCore(input, { year, schedule: scenario, patch }).total;
    expect([inYear(2026), inYear(2027)]).toEqual(["130.00", "122.00"]);
    expect(inYear(2026, { "base.ald-80+.amount": "200" })).toBe("250.00");
  });

  test("leaves its reading open before, and closed after", () => {
    const readings = { "zone-and-age": "highest" };
    const { total: before } = computePhysician(input, { year: 2026, schedule: scenario, readings });
    expect(before).toBe("120.00"); // 100 + 10 + 10
    expect(refused(() => applyReadings(scenario, { "zone-and-age": "added" })).code).toBe(
      "READING_ALREADY_CHOSEN",
    );
  });
});

test("a scenario without a start holds in every year", () => {
  const always = loadSchedule(without("from"));
  expect([total(always, 2026), total(always, 2027)]).toEqual(["122.00", "122.00"]);
  expect(always.starts).toBeUndefined();
  expect(always.chosen).toEqual({ "zone-and-age": "highest" });
});

test("an amendment may start later as well, on its own source", () => {
  const amendment = loadSchedule({
    ...without("readings"),
    source: "DECREE",
    sources: { DECREE: { status: "official", checked: "2026-12-01", title: "Le décret" } },
  });
  const patient = { age: 40, ald: false, c2s: true, seen: true };
  const lines = (year: number) => computePatient({ patient }, { year, schedule: amendment }).lines;
  expect(lines(2026)[1]?.sources).not.toContain("DECREE");
  expect(lines(2027)[1]).toMatchObject({ amount: "12.00", sources: ["DECREE"] });
});

const aYear = ["une année, en nombre : 2027", "a year, as a number: 2027"] as const;
const readings = Object.keys(getSchedule("fr.fmt.2026").readings ?? {});

table<object, Why>(
  "a scenario is refused",
  [
    ["from a year in words", { from: "2027" }, why("SCHEDULE_INVALID", "from", '"2027"', ...aYear)],
    ["from half a year", { from: 2027.5 }, why("SCHEDULE_INVALID", "from", "2027.5", ...aYear)],
    ["from year 1", { from: 1 }, why("SCHEDULE_INVALID", "from", "1", ...aYear)],
    [
      "with an unknown reading",
      { readings: { zone: "highest" } },
      why("READING_UNKNOWN", "readings", '"zone"', readings.join(", ")),
    ],
    [
      "with an unknown option",
      { readings: { "zone-and-age": "lowest" } },
      why("READING_OPTION_UNKNOWN", "readings.zone-and-age", '"lowest"', "added, highest"),
    ],
    [
      "with a reading that is no text",
      { readings: { "zone-and-age": true } },
      why("SCHEDULE_INVALID", "readings.zone-and-age", "true", "un texte", "a text"),
    ],
  ],
  (edits) => refused(() => loadSchedule({ ...document, ...edits })),
);

test("a start without what it is over is refused", () => {
  const { amends: _, ...alone } = loadSchedule(document);
  expect(refused(() => loadSchedule({ ...alone, id: "fr.alone" }))).toMatchObject({
    code: "SCHEDULE_REFERENCE_UNKNOWN",
    path: "amends",
  });
});
