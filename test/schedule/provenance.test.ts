import { describe, expect, test } from "vitest";
import {
  computePatient,
  getSchedule,
  applyPatch,
  applyReadings,
  type StatementLine,
  type SchedulePatch,
  type Schedule,
} from "../../src/index.ts";
import { combine, attributionOf, type Attribution } from "../../src/schedule/provenance.ts";
import { table } from "../support/table.ts";

const fmt = getSchedule("fr.fmt.2026");

/** The line of one component of an 82-year-old in ALD, on the C2S, in a ZIP. */
function line(
  schedule: Schedule,
  component: string,
): Pick<StatementLine, "status" | "sources" | "assumed"> {
  const physician = { zone: "ZIP", firstInstallation: "2025", age: 70 } as const;
  const { lines } = computePatient(
    { patient: { age: 82, ald: true, c2s: true, seen: true, prevention: ["flu"] }, physician },
    { schedule, year: 2026 },
  );
  const { status, sources, assumed } = lines.find(
    (one) => one.component === component,
  ) as StatementLine;
  return { status, sources, ...(assumed && { assumed }) };
}

table<readonly [schedule: Schedule, component: string], unknown>(
  "a line of the FMT is as sure as the least sure of what it rests on",
  [
    [
      "100 EUR at 80 in ALD: an official page",
      [fmt, "base"],
      { status: "official", sources: ["AMELI-FMT"] },
    ],
    ["the C2S: an official page", [fmt, "c2s"], { status: "official", sources: ["AMELI-FMT"] }],
    [
      "a vaccine: its name from another page",
      [fmt, "prevention"],
      { status: "secondary", sources: ["AMELI-FMT", "CSMF"] },
    ],
    [
      "the zone: its rate from other pages, its base from an official one",
      [fmt, "zone"],
      { status: "secondary", sources: ["URML-PDL", "OMNI-ZONE", "AMELI-FMT"] },
    ],
    [
      "the age of 67: the same",
      [fmt, "age67"],
      { status: "secondary", sources: ["EGORA-2026", "AMELI-FMT"] },
    ],
  ],
  ([schedule, component]) => line(schedule, component),
);

const byUser = { status: "user", sources: [] };
const patched = (patch: SchedulePatch): Schedule => applyPatch(fmt, patch);

table<readonly [patch: SchedulePatch, component: string], unknown>(
  "what a user's patch touches is on the user's word, without a source",
  [
    ["an amount", [{ "base.ald-80+.amount": "110" }, "base"], byUser],
    ["a condition", [{ "base.ald-80+.when.age": "80+" }, "base"], byUser],
    ["a component, for its cases", [{ "prevention.amount": "6" }, "prevention"], byUser],
    ["a rate", [{ "zone.year-1.rate": "55%" }, "zone"], { status: "user", sources: ["AMELI-FMT"] }],
    [
      "the condition of a component, for its cases",
      [{ "zone.when.contract": null }, "zone"],
      { status: "user", sources: ["AMELI-FMT"] },
    ],
    [
      "what the uplifts bear on, for every uplift",
      [{ "uplifts.of": ["base", "c2s"] }, "age67"],
      { status: "user", sources: ["EGORA-2026"] },
    ],
  ],
  ([patch, component]) => line(patched(patch), component),
);

test("a patch of another case, of a label or of a payment leaves the word of a line", () => {
  const schedule = patched({
    "base.80+.amount": "60",
    "base.ald-80+.fr": "grand âge",
    "c2s.paid": "balance",
  });
  expect([line(schedule, "base"), line(schedule, "c2s")]).toEqual([
    line(fmt, "base"),
    line(fmt, "c2s"),
  ]);
});

describe("what a reading touches is assumed, for the reading's reason, and keeps its source", () => {
  const assumed = (reading: string): object => ({
    assumed: { fr: `interprétation ${reading}`, en: `reading ${reading}` },
  });

  test("of a case", () => {
    const read = applyReadings(fmt, { "not-seen-ald": "keeps" });
    expect(line(read, "base")).toEqual({
      status: "assumed",
      sources: ["AMELI-FMT"],
      ...assumed("not-seen-ald = keeps"),
    });
  });

  test("of a component", () => {
    const read = applyReadings(fmt, { "not-seen-c2s": "lost" });
    expect(line(read, "c2s")).toEqual({
      status: "assumed",
      sources: ["AMELI-FMT"],
      ...assumed("not-seen-c2s = lost"),
    });
  });

  test("of a rate", () => {
    const read = applyReadings(fmt, { "first-install": "add" });
    expect(line(read, "zone")).toEqual({
      status: "assumed",
      sources: ["URML-PDL", "OMNI-ZONE", "AMELI-FMT"],
      ...assumed("first-install = add"),
    });
  });

  test("and an earlier assumption is kept beside it", () => {
    const read = applyReadings(fmt, { "reference-day": "31/12/N" }).reads.assumed as {
      fr: string;
      en: string;
    };
    expect(read.fr).toContain("dites nulle part ; interprétation reference-day = 31/12/N");
    expect(read.en).toContain("said nowhere; reading reference-day = 31/12/N");
  });
});

const words = {
  sources: {
    A: { status: "official", checked: "2026-01-01", title: "A" },
    B: { status: "secondary", checked: "2026-01-01", title: "B" },
  },
} as unknown as Schedule;

table<Parameters<typeof attributionOf>[1], Attribution>(
  "the word of a value",
  [
    ["an official source", { source: "A" }, { status: "official", sources: ["A"] }],
    ["another source", { source: "B" }, { status: "secondary", sources: ["B"] }],
    [
      "two that agree: the best counts",
      { source: ["B", "A"] },
      { status: "official", sources: ["B", "A"] },
    ],
    [
      "more than its source",
      { source: "A", assumed: "why" },
      { status: "assumed", sources: ["A"], assumed: { fr: "why", en: "why" } },
    ],
    [
      "no source",
      { assumed: { fr: "parce que", en: "because" } },
      { status: "assumed", sources: [], assumed: { fr: "parce que", en: "because" } },
    ],
    [
      "a user's, whatever it was",
      { source: "A", assumed: "why", user: true },
      { status: "user", sources: [] },
    ],
  ],
  (provenance) => attributionOf(words, provenance),
);

test("of several values that are equally sure, the first says what is assumed", () => {
  const word = (source: string, reason: string): Attribution =>
    attributionOf(words, { source, assumed: reason });
  expect(
    combine([word("A", "one"), word("B", "two"), attributionOf(words, { source: "A" })]),
  ).toStrictEqual({
    status: "assumed",
    sources: ["A", "B"],
    assumed: { fr: "one", en: "one" },
  });
});
