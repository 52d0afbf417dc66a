import { describe, expect, test } from "vitest";
import {
  getSchedule,
  listSchedules,
  loadSchedule,
  applyPatch,
  applyReadings,
  type Schedule,
} from "../../src/index.ts";

const fmt = getSchedule("fr.fmt.2026");
const fpmt = getSchedule("fr.fpmt.2024");
const again = (schedule: Schedule): Schedule => loadSchedule(JSON.parse(JSON.stringify(schedule)));

const derived: readonly (readonly [string, Schedule])[] = [
  ...listSchedules().map(({ id }) => [id, getSchedule(id)] as const),
  ["a patched schedule", applyPatch(fmt, { "base.ald-80+.amount": "110", "prevention.flu": null })],
  [
    "a schedule patched twice",
    applyPatch(applyPatch(fmt, { "c2s.amount": "11" }), { "c2s.amount": "12" }),
  ],
  [
    "a schedule with a component put in",
    applyPatch(fmt, {
      home: { fr: "Visite", en: "Visit", per: "patient", amount: "20", paid: "quarters" },
    }),
  ],
  [
    "a schedule under readings",
    applyReadings(fmt, { "not-seen-ald": "keeps", "zone-and-age": "highest" }),
  ],
  [
    "an amendment under a reading",
    applyReadings(fpmt, { "precarity-cap": "rate", leaving: "days" }),
  ],
  [
    "a schedule under readings, then patched",
    applyPatch(applyReadings(fmt, { "first-install": "add" }), { "zone.year-1.rate": "55%" }),
  ],
];

describe("a schedule survives JSON", () => {
  test.each(derived)("%s", (_, schedule) => {
    expect(again(schedule)).toEqual(schedule);
  });
});

describe("what was read from JSON", () => {
  test("takes a reading under the patches that it holds", () => {
    const patched = applyPatch(fmt, { "zone.year-1.rate": "55%" });
    expect(applyReadings(again(patched), { "first-install": "add" })).toEqual(
      applyReadings(patched, { "first-install": "add" }),
    );
  });

  test("takes another patch after those that it holds", () => {
    const patched = applyPatch(fmt, { "c2s.amount": "11" });
    expect(applyPatch(again(patched), { "c2s.amount": "12" })).toEqual(
      applyPatch(patched, { "c2s.amount": "12" }),
    );
  });

  test("keeps the reading that was chosen", () => {
    expect(again(applyReadings(fmt, { "zone-and-age": "highest" })).chosen).toEqual({
      "zone-and-age": "highest",
    });
  });
});

test("a loaded schedule is not loaded twice", () => {
  expect(loadSchedule(fmt)).toBe(fmt);
});
