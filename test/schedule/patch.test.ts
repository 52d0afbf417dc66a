import { describe, expect, test } from "vitest";
import {
  ForfaitError,
  getSchedule,
  applyPatch,
  applyReadings,
  type SchedulePatch,
  type Schedule,
} from "../../src/index.ts";
import { table } from "../support/table.ts";

const fmt = getSchedule("fr.fmt.2026");
const patched = (patch: SchedulePatch): Schedule => applyPatch(fmt, patch);

table<readonly [patch: SchedulePatch, read: (schedule: Schedule) => unknown], unknown>(
  "a patch puts a value at a path",
  [
    [
      "component.case.key",
      [
        { "base.ald-80+.amount": "110" },
        ({ amounts }) => amounts["base"]?.cases?.["ald-80+"]?.amount,
      ],
      "110",
    ],
    [
      "component.case.key.fact",
      [
        { "zone.year-1.when.installationYear": "0-1" },
        ({ uplifts }) => uplifts?.cases["zone"]?.cases?.["year-1"]?.when,
      ],
      { installationYear: "0-1" },
    ],
    [
      "component.key",
      [{ "c2s.amount": "12.50" }, ({ amounts }) => amounts["c2s"]?.amount],
      "12.50",
    ],
    [
      "component.key of an uplift",
      [{ "age67.rate": "12.5%" }, ({ uplifts }) => uplifts?.cases["age67"]?.rate],
      "12.5%",
    ],
    [
      "component.when.fact, a condition that is not there yet",
      [{ "prevention.when.zone": "ZIP" }, ({ amounts }) => amounts["prevention"]?.when],
      { zone: "ZIP" },
    ],
    [
      "a case that takes its amount from its component",
      [
        { "prevention.flu.amount": "6" },
        ({ amounts }) => amounts["prevention"]?.cases?.["flu"]?.amount,
      ],
      "6",
    ],
    [
      "a part and its key",
      [{ "uplifts.of": ["base", "prevention"] }, ({ uplifts }) => uplifts?.of],
      ["base", "prevention"],
    ],
    [
      "deep in a part",
      [{ "reads.ifMissing.zone": "ZIP" }, ({ reads }) => reads.ifMissing.zone],
      "ZIP",
    ],
    [
      "a word of payment",
      [
        { "payment.quarters.equal": ["N"] },
        ({ payment }) => (payment["quarters"] as { equal: unknown }).equal,
      ],
      ["N"],
    ],
    ["the name of the document", [{ fr: "Mon barème" }, ({ fr }) => fr], "Mon barème"],
    ["the name of the document in English", [{ en: "My schedule" }, ({ en }) => en], "My schedule"],
    ["the text of the law", [{ text: "Avenant" }, ({ text }) => text], "Avenant"],
    [
      "a label in French, which leaves the amount to its source",
      [
        { "c2s.fr": "Solidarité" },
        ({ amounts }) => [amounts["c2s"]?.fr, amounts["c2s"]?.source, amounts["c2s"]?.user],
      ],
      ["Solidarité", fmt.amounts["c2s"]?.source, undefined],
    ],
    [
      "another payment plan, which leaves the amount to its source",
      [
        { "c2s.paid": "balance" },
        ({ amounts }) => [amounts["c2s"]?.paid, amounts["c2s"]?.source, amounts["c2s"]?.user],
      ],
      ["balance", fmt.amounts["c2s"]?.source, undefined],
    ],
    [
      "a label in English, which leaves the amount to its source",
      [
        { "c2s.en": "Solidarity" },
        ({ amounts }) => [amounts["c2s"]?.en, amounts["c2s"]?.source, amounts["c2s"]?.user],
      ],
      ["Solidarity", fmt.amounts["c2s"]?.source, undefined],
    ],
  ],
  ([patch, read]) => read(patched(patch)),
);

describe("null takes away", () => {
  test("a fact of a condition", () => {
    expect(patched({ "zone.when.contract": null }).uplifts?.cases["zone"]?.when).toEqual({
      zone: ["ZIP", "QPV"],
    });
  });

  test("a case", () => {
    expect(
      Object.keys(patched({ "prevention.flu": null }).amounts["prevention"]?.cases ?? {}),
    ).toHaveLength(15 - 1);
  });

  test("a component, with the reading that speaks of it", () => {
    expect(
      Object.keys(patched({ age67: null, "readings.paid-when": null }).uplifts?.cases ?? {}),
    ).toEqual(["zone"]);
  });
});

describe("an object puts in", () => {
  test("a case, after those that are there", () => {
    const { cases } =
      patched({ "prevention.rsv": { fr: "vaccin VRS", en: "RSV vaccine", amount: "7" } }).amounts[
        "prevention"
      ] ?? {};
    expect(Object.entries(cases ?? {}).at(-1)).toEqual([
      "rsv",
      { fr: "vaccin VRS", en: "RSV vaccine", amount: "7", user: true },
    ]);
  });

  test("a component with an amount among the amounts", () => {
    const home = {
      fr: "Visite",
      en: "Home visit",
      per: "patient",
      when: { age: "90+" },
      amount: "20",
      paid: "quarters",
    };
    expect(patched({ home }).amounts["home"]).toEqual({ ...home, user: true });
  });

  test("on the user's word, whatever source it names", () => {
    expect(
      patched({ "prevention.rsv": { amount: "7", source: "ACTIVA" } }).amounts["prevention"]
        ?.cases?.["rsv"],
    ).toEqual({ amount: "7", user: true });
  });

  test("a component with a rate among the uplifts", () => {
    const island = { fr: "Île", en: "Island", when: { zone: "ZAC" }, rate: "25%", paid: "balance" };
    expect(patched({ island }).uplifts?.cases["island"]).toEqual({ ...island, user: true });
  });
});

describe("a patch", () => {
  test("leaves the schedule that it is made from as it was", () => {
    patched({ "base.ald-80+.amount": "110" });
    expect(fmt.amounts["base"]?.cases?.["ald-80+"]?.amount).toBe("100");
  });

  test("is kept in the schedule, one after the other", () => {
    const twice = applyPatch(patched({ "c2s.amount": "11" }), { "c2s.amount": "12" });
    expect([twice.patched, twice.amounts["c2s"]?.amount]).toEqual([
      [{ "c2s.amount": "11" }, { "c2s.amount": "12" }],
      "12",
    ]);
  });

  test("lies under another one of the same place when a reading is chosen", () => {
    const twice = applyPatch(patched({ "c2s.amount": "11" }), { "c2s.amount": "12" });
    expect(applyReadings(twice, { "zone-and-age": "highest" }).amounts["c2s"]?.amount).toBe("12");
  });

  test("may put in a case and take it away in another one when a reading is chosen", () => {
    const none = applyPatch(patched({ "prevention.rsv": { amount: "7" } }), {
      "prevention.rsv": null,
    });
    expect(applyReadings(none, { "zone-and-age": "highest" }).amounts["prevention"]?.cases).toEqual(
      fmt.amounts["prevention"]?.cases,
    );
  });

  test("changes nothing else than the place and its word", () => {
    const { patched: _, amounts, ...rest } = patched({ "c2s.amount": "12" });
    const { amounts: before, ...restBefore } = fmt;
    const { source: _source, ...c2s } = { ...before["c2s"] };
    expect(rest).toEqual(restBefore);
    expect(amounts).toEqual({ ...before, c2s: { ...c2s, amount: "12", user: true } });
  });

  test("keeps no object of the caller's", () => {
    const zones = ["ZIP"];
    const schedule = patched({ "zone.when.zone": zones });
    zones.push("ZAC");
    expect(schedule.uplifts?.cases["zone"]?.when?.zone).toEqual(["ZIP"]);
  });
});

describe("the last patch of a schedule is applied once", () => {
  const flu = (change: unknown): SchedulePatch => ({ "prevention.flu": change });
  const first = { "base.80+.amount": "12.30", "c2s.when": { zone: ["ZIP", "QPV"] } };

  test("for a copy of it too", () => {
    const result = patched(first);
    expect(patched(structuredClone(first))).toBe(result);
    expect(patched({ ...first, "c2s.amount": "12" })).not.toBe(result);
  });

  test.each<[name: string, SchedulePatch, SchedulePatch]>([
    ["value", { "base.80+.amount": "12.30" }, { "base.80+.amount": "12.31" }],
    ["value within", flu({ amount: "6" }), flu({ amount: "7" })],
    ["path", { "base.80+.amount": "12.30" }, { "base.75-79.amount": "12.30" }],
    ["number of paths", { "c2s.amount": "1" }, { "c2s.amount": "1", "base.80+.amount": "1" }],
    ["order", { "c2s.amount": "1", "c2s.fr": "C" }, { "c2s.fr": "C", "c2s.amount": "1" }],
    ["removal", flu({ amount: "6" }), flu(null)],
    ["length of a list", { "c2s.when.zone": ["ZIP"] }, { "c2s.when.zone": ["ZIP", "QPV"] }],
  ])("another %s is another schedule", (_, one, other) => {
    const [before, after] = [patched(one), patched(other)];
    expect([before.patched, after.patched]).toEqual([[one], [other]]);
    expect(JSON.stringify(after)).not.toBe(JSON.stringify(before));
  });

  test.each<[name: string, SchedulePatch, unknown]>([
    ["undefined for null", flu(null), flu(undefined)],
    ["an object for a list", { "c2s.when.zone": ["ZIP"] }, { "c2s.when.zone": { 0: "ZIP" } }],
    [
      "an object with a length for a list",
      { "c2s.when.zone": ["ZIP"] },
      { "c2s.when.zone": { 0: "ZIP", length: 1 } },
    ],
    ["a list with a hole at its end", { "c2s.when.zone": ["ZIP"] }, { "c2s.when.zone": hole() }],
    ["a number for a text", { "c2s.amount": "12" }, { "c2s.amount": 12 }],
  ])("%s is still refused", (_, good, bad) => {
    patched(good);
    expect(() => patched(bad as SchedulePatch)).toThrow(ForfaitError);
  });

  function hole(): unknown[] {
    const list: unknown[] = ["ZIP"];
    list.length = 2;
    return list;
  }
});
