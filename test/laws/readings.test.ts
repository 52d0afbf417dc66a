import fc from "fast-check";
import { expect, test } from "vitest";
import {
  computePhysician,
  getSchedule,
  loadSchedule,
  applyPatch,
  applyReadings,
  type AmountComponent,
  type Readings,
} from "../../src/index.ts";
import { runs } from "../support/runs.ts";
import { input, options } from "./arbitrary.ts";

test("a reading's default changes nothing", () => {
  fc.assert(
    fc.property(input, options, fc.nat(), (given, { schedule = "", year }, pick) => {
      const readings = Object.entries(getSchedule(schedule as string).readings ?? {});
      const [id, reading] = readings[pick % readings.length] as (typeof readings)[number];
      const by: Readings = { [id]: reading.default };
      expect(computePhysician(given, { schedule, year, readings: by })).toEqual(
        computePhysician(given, { schedule, year }),
      );
    }),
    runs(200),
  );
});

test("options, or the schedule that they make, or its text: the same statement", () => {
  fc.assert(
    fc.property(input, options, (given, { schedule, year, readings = {} }) => {
      const made = applyReadings(getSchedule(schedule as string), readings);
      const statement = computePhysician(given, { schedule: schedule as string, year, readings });
      expect(computePhysician(given, { schedule: made, year })).toEqual(statement);
      expect(
        computePhysician(given, { schedule: loadSchedule(JSON.stringify(made)), year }),
      ).toEqual(statement);
    }),
    runs(60),
  );
});

test("readings do not depend on the order in which they are chosen", () => {
  fc.assert(
    fc.property(input, options, (given, { schedule, year, readings = {} }) => {
      const reversed = Object.fromEntries(Object.entries(readings).reverse());
      const { components, instalments } = computePhysician(given, {
        schedule: schedule as string,
        year,
        readings,
      });
      expect(
        computePhysician(given, { schedule: schedule as string, year, readings: reversed }),
      ).toMatchObject({ components, instalments });
    }),
    runs(60),
  );
});

test("readings, then patches, whatever the order of the calls", () => {
  const aboveFloors = fc.integer({ min: 7000, max: 20000 });
  const amount = aboveFloors.map((value) => (value / 100).toFixed(2));
  fc.assert(
    fc.property(input, options, amount, (given, { schedule, year, readings = {} }, patched) => {
      const document = getSchedule(schedule as string);
      const [[id, { cases }]] = Object.entries(document.amounts) as [[string, AmountComponent]];
      const patch = {
        [[id, ...Object.keys(cases ?? {}).slice(0, 1), "amount"].join(".")]: patched,
      };
      const one = applyPatch(applyReadings(document, readings), patch);
      const other = applyReadings(applyPatch(document, patch), readings);
      expect(computePhysician(given, { schedule: other, year })).toEqual(
        computePhysician(given, { schedule: one, year }),
      );
    }),
    runs(60),
  );
});
