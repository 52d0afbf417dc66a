import { describe, expect, test } from "vitest";
import { getSchedule, listSchedules, type Schedule } from "../../src/index.ts";
import { table } from "../support/table.ts";

/** The amounts of a component by case, or the amount of the component. */
function amountsOf(schedule: string, component: string): unknown {
  const { amount, cases } = getSchedule(schedule).amounts[component] ?? {};
  return cases
    ? Object.fromEntries(Object.entries(cases).map(([name, one]) => [name, one.amount ?? amount]))
    : amount;
}

function ratesOf(schedule: string, component: string): unknown {
  const { rate, cases } = getSchedule(schedule).uplifts?.cases[component] ?? {};
  return cases
    ? Object.fromEntries(Object.entries(cases).map(([name, one]) => [name, one.rate]))
    : rate;
}

table<readonly [schedule: string, component: string], unknown>(
  "the published amounts",
  [
    [
      "FMT, base",
      ["fr.fmt.2026", "base"],
      {
        "not-seen": "5",
        "0-6": "15",
        "7-74": "5",
        "75-79": "15",
        "80+": "55",
        "ald-0-79": "55",
        "ald-80+": "100",
      },
    ],
    ["FMT, C2S", ["fr.fmt.2026", "c2s"], "10"],
    [
      "FPMT 2018, base",
      ["fr.fpmt.2018", "base"],
      { "0-6": "6", "7-79": "5", "80+": "42", "ald-0-79": "42", "ald-80+": "70" },
    ],
    [
      "FPMT 2024, base",
      ["fr.fpmt.2024", "base"],
      { "0-6": "6", "7-79": "5", "80+": "46", "ald-0-79": "46", "ald-80+": "70" },
    ],
    [
      "proposal, base",
      ["fr.proposal.2024-02-08", "base"],
      { "0-6": "6", "7-79": "5", "80+": "46", "ald-0-79": "55", "ald-80+": "70" },
    ],
    [
      "December 2023, base",
      ["fr.round.2023-12-21", "base"],
      { "0-6": "6", "7-79": "5", "80+": "46", "ald-0-79": "53.59", "ald-80+": "81.56" },
    ],
    [
      "March 2024, base",
      ["fr.round.2024-03-14", "base"],
      { "not-seen": "0", "0-6": "6", "7-79": "5", "80+": "55", "ald-0-79": "55", "ald-80+": "100" },
    ],
    [
      "May 2024, base",
      ["fr.round.2024-05-17", "base"],
      { "not-seen": "0", "0-6": "6", "7-79": "5", "80+": "55", "ald-0-79": "55", "ald-80+": "100" },
    ],
    ["March 2024, C2S", ["fr.round.2024-03-14", "c2s"], { seen: "10", "not-seen": "0" }],
    ["March 2024, prevention", ["fr.round.2024-03-14", "prevention"], { any: "5" }],
    ["proposal, C2S", ["fr.proposal.2024-02-08", "c2s"], "5"],
    ["proposal, prevention", ["fr.proposal.2024-02-08", "prevention"], { any: "5" }],
  ],
  ([schedule, component]) => amountsOf(schedule, component),
);

table<readonly [schedule: string, component: string], unknown>(
  "the published rates",
  [
    ["FMT, zone", ["fr.fmt.2026", "zone"], { "year-1": "50%", "year-2": "30%", "year-3+": "10%" }],
    ["FMT, physician of 67", ["fr.fmt.2026", "age67"], "10%"],
    [
      "FPMT, precarity",
      ["fr.fpmt.2018", "precarity"],
      { share: { c2s: true }, above: "7%", slope: "50%", cap: "25%", capOn: "share" },
    ],
    ["proposal, zone", ["fr.proposal.2024-02-08", "zone"], "10%"],
  ],
  ([schedule, component]) => ratesOf(schedule, component),
);

test("the FMT pays 15 prevention indicators, 5 euros each", () => {
  const amounts = Object.values(amountsOf("fr.fmt.2026", "prevention") as object);
  expect(amounts).toEqual(Array(15).fill("5"));
});

test("the forfait structure has 280 points and 835, of 7 euros: 7805 euros at most", () => {
  const { "part-1": first, "part-2": second } = getSchedule("fr.forfait-structure.2025").amounts;
  const points = Object.values(second?.cases ?? {}).map(
    (one) => ((one.points ?? 0) * Number(one.amount ?? second?.amount)) / 7,
  );
  expect(points.reduce((a, b) => a + b)).toBe(835);
  expect([first?.points, first?.amount, second?.amount]).toEqual([280, "7", "7"]);
  expect((280 + 835) * 7).toBe(7805);
});

describe.each(
  listSchedules()
    .map(({ id }) => id)
    .filter((id) => id.startsWith("fr.")),
)("%s", (id) => {
  const schedule = getSchedule(id);

  test("has every label in French and in English", () => {
    for (const { fr, en } of labelled(schedule)) {
      expect(fr).toBeTruthy();
      expect(en).toBeTruthy();
    }
  });

  test("has a day of check for every source, and uses every source", () => {
    const used = new Set(
      JSON.stringify({ ...schedule, sources: undefined }).match(/[A-Z]+-?[A-Z0-9]*/g),
    );
    for (const [source, { checked }] of Object.entries(schedule.sources)) {
      expect(checked).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect([source, used.has(source)]).toEqual([source, true]);
    }
  });
});

function* labelled({
  amounts,
  uplifts,
  readings,
}: Schedule): Generator<{ fr?: string; en?: string }> {
  for (const component of [...Object.values(amounts), ...Object.values(uplifts?.cases ?? {})]) {
    yield component;
    yield* Object.values(component.cases ?? {});
  }
  for (const reading of Object.values(readings ?? {})) {
    yield reading;
    yield* Object.values(reading.answers ?? {});
  }
}
