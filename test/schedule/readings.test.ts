import { describe, expect, test } from "vitest";
import {
  getSchedule,
  loadSchedule,
  applyPatch,
  applyReadings,
  type SchedulePatch,
  type Readings,
  type Schedule,
} from "../../src/index.ts";
import { refused, why, type Why } from "../support/refused.ts";
import { table, type Row } from "../support/table.ts";
import { villageWith } from "../support/village.ts";

const fmt = getSchedule("fr.fmt.2026");
const readings =
  "not-seen-c2s, not-seen-ald, zone-and-age, first-install, uplift-base, install-year, reference-day, zone-day, prevention-year, late-visit, leaving, paid-when, equal-parts, odd-cents";

describe("a chosen option", () => {
  test("is written in the schedule; a default is not", () => {
    expect(applyReadings(fmt, { "zone-and-age": "highest", "odd-cents": "last" }).chosen).toEqual({
      "zone-and-age": "highest",
    });
  });

  test("may be chosen again, the same", () => {
    const once = applyReadings(fmt, { "zone-and-age": "highest" });
    expect(applyReadings(once, { "zone-and-age": "highest" })).toBe(once);
  });

  test("is worked out once for a schedule", () => {
    expect(applyReadings(fmt, { "zone-and-age": "highest" })).toBe(
      applyReadings(fmt, { "zone-and-age": "highest" }),
    );
  });

  test("leaves the schedule that it is made from as it was", () => {
    applyReadings(fmt, { "zone-and-age": "highest" });
    expect([fmt.uplifts?.together, fmt.chosen]).toEqual(["added", undefined]);
  });
});

test.each(["fr.fpmt.2018", "fr.fpmt.2024", "fr.fmt.2026", "fr.proposal.2024-02-08"])(
  "the defaults of %s are the document itself",
  (id) => {
    const schedule = getSchedule(id);
    const defaults = Object.fromEntries(
      Object.entries(schedule.readings ?? {}).map(([reading, one]) => [reading, one.default]),
    );
    expect(applyReadings(schedule, defaults)).toBe(schedule);
  },
);

const highest = applyReadings(fmt, { "zone-and-age": "highest" });

table<readonly [schedule: typeof fmt, readings: Readings], Why>(
  "a reading is refused",
  [
    [
      "that does not exist",
      [fmt, { colour: "blue" }],
      why("READING_UNKNOWN", "readings", '"colour"', readings),
    ],
    [
      "whose name every object has",
      [fmt, { constructor: "x" } as unknown as Readings],
      why("READING_UNKNOWN", "readings", '"constructor"', readings),
    ],
    [
      "of another schedule",
      [getSchedule("fr.fpmt.2018"), { "zone-and-age": "highest" }],
      why("READING_UNKNOWN", "readings", '"zone-and-age"', "precarity-cap, precarity-of, leaving"),
    ],
    [
      "with an option that does not exist",
      [fmt, { "zone-and-age": "both" }],
      why("READING_OPTION_UNKNOWN", "readings.zone-and-age", '"both"', "added, highest"),
    ],
    [
      "that was chosen otherwise",
      [highest, { "zone-and-age": "added" }],
      why("READING_ALREADY_CHOSEN", "readings.zone-and-age", '"added"', "highest"),
    ],
  ],
  ([schedule, chosen]) => refused(() => applyReadings(schedule, chosen)),
);

const orders: readonly Row<readonly [readings: Readings, patch: SchedulePatch], null>[] = [
  [
    "that touch nothing in common",
    [{ "zone-and-age": "highest" }, { "base.ald-80+.amount": "110" }],
    null,
  ],
  [
    "of one value: the patch wins",
    [{ "first-install": "add" }, { "zone.year-1.rate": "55%" }],
    null,
  ],
  ["of one component", [{ "not-seen-c2s": "lost" }, { "c2s.amount": "12" }], null],
  [
    "of what the uplifts bear on",
    [
      { "uplift-base": "base-and-c2s", "zone-and-age": "highest" },
      { "uplifts.of": ["prevention"] },
    ],
    null,
  ],
  [
    "several, with a patch that takes away and one that puts in",
    [
      { "reference-day": "31/12/N", "odd-cents": "first" },
      { "prevention.flu": null, "prevention.rsv": { amount: "7" } },
    ],
    null,
  ],
];

describe("readings, then patches, whatever the order of the calls", () => {
  test.each(orders)("%s", (_, [chosen, patch]) => {
    expect(applyReadings(applyPatch(fmt, patch), chosen)).toEqual(
      applyPatch(applyReadings(fmt, chosen), patch),
    );
  });

  test("a patched value is the patch's, though a reading was chosen after it", () => {
    const schedule = applyReadings(applyPatch(fmt, { "zone.year-1.rate": "55%" }), {
      "first-install": "add",
    });
    expect(schedule.uplifts?.cases["zone"]?.cases?.["year-1"]).toMatchObject({
      rate: "55%",
      user: true,
    });
    expect(schedule.uplifts?.cases["zone"]?.cases?.["year-2"]).toMatchObject({
      rate: "40%",
      assumed: { en: "reading first-install = add" },
    });
  });

  test("two patches keep their own order", () => {
    const schedule = applyPatch(applyPatch(fmt, { "zone.year-1.rate": "51%" }), {
      "zone.year-1.rate": "52%",
    });
    expect(
      applyReadings(schedule, { "first-install": "add" }).uplifts?.cases["zone"]?.cases?.["year-1"]
        ?.rate,
    ).toBe("52%");
  });

  test("two patches both stay, where the reading touches the place of the first", () => {
    const schedule = applyPatch(applyPatch(fmt, { "zone.year-1.rate": "55%" }), {
      "c2s.amount": "12",
    });
    const { amounts, uplifts } = applyReadings(schedule, { "first-install": "add" });
    expect(uplifts?.cases["zone"]?.cases?.["year-1"]).toMatchObject({ rate: "55%", user: true });
    expect(amounts["c2s"]).toMatchObject({ amount: "12", user: true });
  });
});

describe("a patch stays, though a reading touches the same place", () => {
  const chosen = { "uplift-base": "base-and-c2s" };
  const village = (option: SchedulePatch): Schedule =>
    loadSchedule(
      villageWith({ "amounts.c2s.atLeast": "1", "readings.uplift-base.or.base-and-c2s": option }),
    );
  const both = (schedule: Schedule, patch: SchedulePatch): readonly Schedule[] => [
    applyReadings(applyPatch(schedule, patch), chosen),
    applyPatch(applyReadings(schedule, chosen), patch),
  ];

  test("a value that the reading takes away is put in again", () => {
    const [after, before] = both(village({ "c2s.atLeast": null }), { "c2s.atLeast": "2" });
    expect(after?.amounts["c2s"]).toMatchObject({ atLeast: "2", user: true });
    expect(after).toEqual(before);
  });

  test("a case that the reading puts in again is taken away", () => {
    const [after, before] = both(village({ "care.hpv": { amount: "9" } }), { "care.hpv": null });
    expect(after?.amounts["care"]?.cases).toEqual({ flu: {} });
    expect(after).toEqual(before);
  });
});

const readable = ["une valeur qui se laisse lire", "a value that can be read"] as const;
const aPatch = ["un objet { chemin: valeur }", "an object { path: value }"] as const;
const someReadings = [
  "un objet { interprétation: option }",
  "an object { reading: option }",
] as const;
const throwing = (): never => {
  throw new Error("a trap");
};

table<() => unknown, Why>(
  "what are no readings, and what is no patch",
  [
    [
      "readings that are null",
      () => applyReadings(fmt, null as never),
      why("INPUT_INVALID", "readings", "null", ...someReadings),
    ],
    [
      "readings that throw when they are listed",
      () => applyReadings(fmt, new Proxy({}, { ownKeys: throwing })),
      why("INPUT_INVALID", "readings", "undefined", ...readable),
    ],
    [
      "an option that JSON cannot write",
      () => applyReadings(fmt, { "zone-and-age": 1n } as never),
      why("INPUT_INVALID", "readings", "undefined", ...readable),
    ],
    [
      "a patch that is null",
      () => applyPatch(fmt, null as never),
      why("INPUT_INVALID", "patch", "null", ...aPatch),
    ],
    [
      "a patch that is text",
      () => applyPatch(fmt, "c2s.amount" as never),
      why("INPUT_INVALID", "patch", '"c2s.amount"', ...aPatch),
    ],
    [
      "a patch that throws when it is listed",
      () => applyPatch(fmt, new Proxy({}, { ownKeys: throwing })),
      why("INPUT_INVALID", "patch", "undefined", ...readable),
    ],
    [
      "a value of a patch that throws",
      () => applyPatch(fmt, { "c2s.when": new Proxy({}, { ownKeys: throwing }) }),
      why("INPUT_INVALID", "patch", "undefined", ...readable),
    ],
  ],
  refused,
);
