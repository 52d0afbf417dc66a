import { describe, expect, test } from "vitest";
import { getSchedule, patchSchedule, withReadings, type Patch, type Readings } from "../../src/index.ts";
import { refused, why, type Why } from "../support/refused.ts";
import { table, type Row } from "../support/table.ts";

const fmt = getSchedule("fr.fmt.2026");
const readings = "not-seen-c2s, not-seen-ald, zone-and-age, first-install, uplift-base, install-year, reference-day, paid-when, odd-cents";

describe("a chosen option", () => {
  test("is written in the schedule; a default is not", () => {
    expect(withReadings(fmt, { "zone-and-age": "highest", "odd-cents": "last" }).chosen).toEqual({ "zone-and-age": "highest" });
  });

  test("may be chosen again, the same", () => {
    const once = withReadings(fmt, { "zone-and-age": "highest" });
    expect(withReadings(once, { "zone-and-age": "highest" })).toBe(once);
  });

  test("leaves the schedule that it is made from as it was", () => {
    withReadings(fmt, { "zone-and-age": "highest" });
    expect([fmt.uplifts?.together, fmt.chosen]).toEqual(["added", undefined]);
  });
});

test.each(["fr.fpmt.2018", "fr.fpmt.2024", "fr.fmt.2026", "fr.proposal.2024-02-08"])("the defaults of %s are the document itself", (id) => {
  const schedule = getSchedule(id);
  const defaults = Object.fromEntries(Object.entries(schedule.readings ?? {}).map(([reading, one]) => [reading, one.default]));
  expect(withReadings(schedule, defaults)).toBe(schedule);
});

const highest = withReadings(fmt, { "zone-and-age": "highest" });

table<readonly [schedule: typeof fmt, readings: Readings], Why>(
  "a reading is refused",
  [
    ["that does not exist", [fmt, { colour: "blue" }], why("READING_UNKNOWN", "readings", '"colour"', readings)],
    ["whose name every object has", [fmt, { constructor: "x" } as unknown as Readings], why("READING_UNKNOWN", "readings", '"constructor"', readings)],
    ["of another schedule", [getSchedule("fr.fpmt.2018"), { "zone-and-age": "highest" }], why("READING_UNKNOWN", "readings", '"zone-and-age"', "precarity-cap, precarity-of, leaving")],
    ["with an option that does not exist", [fmt, { "zone-and-age": "both" }], why("READING_OPTION_UNKNOWN", "readings.zone-and-age", '"both"', "added, highest")],
    ["that was chosen otherwise", [highest, { "zone-and-age": "added" }], why("READING_ALREADY_CHOSEN", "readings.zone-and-age", '"added"', "highest")],
  ],
  ([schedule, chosen]) => refused(() => withReadings(schedule, chosen)),
);

const orders: readonly Row<readonly [readings: Readings, patch: Patch], null>[] = [
  ["that touch nothing in common", [{ "zone-and-age": "highest" }, { "base.ald-80+.amount": "110" }], null],
  ["of one value: the patch wins", [{ "first-install": "add" }, { "zone.year-1.rate": "55%" }], null],
  ["of one component", [{ "not-seen-c2s": "lost" }, { "c2s.amount": "12" }], null],
  ["of what the uplifts bear on", [{ "uplift-base": "base-and-c2s", "zone-and-age": "highest" }, { "uplifts.of": ["prevention"] }], null],
  ["several, with a patch that takes away and one that puts in", [{ "reference-day": "31/12/N", "odd-cents": "first" }, { "prevention.flu": null, "prevention.rsv": { amount: "7" } }], null],
];

describe("readings, then patches, whatever the order of the calls", () => {
  test.each(orders)("%s", (_, [chosen, patch]) => {
    expect(withReadings(patchSchedule(fmt, patch), chosen)).toEqual(patchSchedule(withReadings(fmt, chosen), patch));
  });

  test("a patched value is the patch's, though a reading was chosen after it", () => {
    const schedule = withReadings(patchSchedule(fmt, { "zone.year-1.rate": "55%" }), { "first-install": "add" });
    expect(schedule.uplifts?.cases["zone"]?.cases?.["year-1"]).toMatchObject({ rate: "55%", user: true });
    expect(schedule.uplifts?.cases["zone"]?.cases?.["year-2"]).toMatchObject({ rate: "40%", assumed: { en: "reading first-install = add" } });
  });

  test("two patches keep their own order", () => {
    const schedule = patchSchedule(patchSchedule(fmt, { "zone.year-1.rate": "51%" }), { "zone.year-1.rate": "52%" });
    expect(withReadings(schedule, { "first-install": "add" }).uplifts?.cases["zone"]?.cases?.["year-1"]?.rate).toBe("52%");
  });
});
