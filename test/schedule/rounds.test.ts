import { describe, expect, test } from "vitest";
import {
  computePanels,
  getSchedule,
  panelsFromCounts,
  type ComputeOptions,
  type CountRow,
  type Schedule,
} from "../../src/index.ts";
import { describeSchedule, type ValueEntry } from "../../src/schedule/describe.ts";
import { read } from "../support/page.ts";

/** The rounds of the negotiation: what each published, what it kept of the round before, and December's 100 M EUR. */

function valuesOf(id: string): Map<string, ValueEntry> {
  return new Map(describeSchedule(getSchedule(id)).amounts.map((one) => [one.path, one]));
}

/** What a round published itself, at its own source and without an assumption. */
const published: readonly (readonly [id: string, before: string, paths: readonly string[]])[] = [
  [
    "fr.round.2024-03-14",
    "fr.proposal.2024-02-08",
    ["base.80+.amount", "base.ald-0-79.amount", "base.ald-80+.amount", "c2s.seen.amount"],
  ],
  ["fr.round.2024-05-17", "fr.round.2024-03-14", []],
];

describe.each(published)("%s", (id, before, paths) => {
  const [now, earlier] = [valuesOf(id), valuesOf(before)];

  test("published these amounts and no others", () => {
    const own = [...now.values()].filter(({ status }) => status !== "assumed");
    expect(own.map(({ path }) => path).sort()).toEqual([...paths].sort());
    for (const { status } of own) expect(status).toBe("secondary");
  });

  test("keeps the other amounts of the round before, as assumed", () => {
    const kept = [...now.values()].filter(({ path }) => !paths.includes(path) && earlier.has(path));
    expect(kept.length).toBeGreaterThan(3);
    for (const { path, value, status } of kept)
      expect([path, value.en, status]).toEqual([path, earlier.get(path)?.value.en, "assumed"]);
  });

  test("was never in force", () => {
    const { proposed, inForce }: Schedule = getSchedule(id);
    expect([proposed, inForce]).toEqual([id.slice("fr.round.".length), undefined]);
  });
});

test("every amount of December is assumed: only a sum was published", () => {
  const paths = ["base.ald-0-79.amount", "base.ald-80+.amount"];
  for (const path of paths)
    expect(valuesOf("fr.round.2023-12-21").get(path)?.status).toBe("assumed");
});

/** The national table, from its figures: 50,560 physicians with 1,060 patients, 230 of them in ALD. */
const PATIENTS = 50_560 * 1_060;
const shares = { "0-6": [7.54], "7-74": [11.21, 71.44], "75-79": [3.72], "80+": [6.09] };
const all = Object.fromEntries(
  Object.entries(shares).map(([age, parts]) => [
    age,
    parts.reduce((sum, share) => sum + Math.round((PATIENTS * share) / 100), 0),
  ]),
) as Record<keyof typeof shares, number>;
const oldInAld = { "75-79": Math.round(all["75-79"] * 0.53), "80+": Math.round(all["80+"] * 0.75) };
const inAld = {
  "0-6": 0,
  "7-74": 50_560 * 230 - oldInAld["75-79"] - oldInAld["80+"],
  ...oldInAld,
};

test("the pages have the table that the published figures make", () => {
  for (const page of ["docs/negotiation.md", "docs/negociation.md"]) {
    const rows = [...read(page).matchAll(/\{ age: "(\S+)", all: ([\d_]+), ald: ([\d_]+) \}/g)];
    expect(
      rows.map(([, age, n, ald]) => [
        age,
        Number(n?.replaceAll("_", "")),
        Number(ald?.replaceAll("_", "")),
      ]),
    ).toEqual(
      (Object.keys(shares) as (keyof typeof shares)[]).map((age) => [age, all[age], inAld[age]]),
    );
  }
});

const table: CountRow[] = (Object.keys(shares) as (keyof typeof shares)[]).flatMap((age) =>
  [false, true].flatMap((ald) => {
    const n = ald ? inAld[age] : all[age] - inAld[age];
    const c2s = Math.round(n * 0.11);
    return [
      { age, ald, c2s: false, n: n - c2s },
      { age, ald, c2s: true, n: c2s },
    ];
  }),
);
const france = panelsFromCounts(table, { year: 2025 });
const cents = (options: Partial<ComputeOptions>): number =>
  computePanels(france, { year: 2025, ...options }).sums.totalCents;
const today = cents({ schedule: "fr.fpmt.2024" });
/** What a change of the FPMT costs, in euros. */
const cost = (options: Partial<ComputeOptions>): number => (cents(options) - today) / 100;

/** Amounts of the FPMT times one factor, each rounded to the cent. */
const times = (amounts: Readonly<Record<string, number>>, factor: number): Record<string, string> =>
  Object.fromEntries(
    Object.entries(amounts).map(([path, amount]) => [path, (amount * factor).toFixed(2)]),
  );

const ald = { "base.ald-0-79.amount": 46, "base.ald-80+.amount": 70 };
const everyone = { "base.0-6.amount": 6, "base.7-79.amount": 5, "base.80+.amount": 46, ...ald };

describe.each([
  ["ald", ald, 99_940_322.42],
  ["seen", everyone, 99_994_374.12],
])("December's 100 M EUR, option %s", (option, amounts, reached) => {
  const schedule = "fr.round.2023-12-21";

  test("is reached from below, and the page says by how much", () => {
    expect(cost({ schedule, readings: { option } })).toBe(reached);
    const [en, fr] = [reached.toLocaleString("en"), reached.toLocaleString("fr")];
    expect(read("docs/negotiation.md")).toContain(`+${en}`);
    expect(read("docs/negociation.md").replace(/\s/g, " ")).toContain(`+${fr.replace(/\s/g, " ")}`);
  });

  test("by the largest factor that does not pass it", () => {
    // Between two factors at which some amount is rounded otherwise, the amounts are the same.
    const factors = Object.values(amounts)
      .flatMap((amount) =>
        Array.from({ length: 2000 }, (_, i) => (Math.round(amount * 100) + i + 0.5) / 100 / amount),
      )
      .filter((factor) => factor < 1.3)
      .sort((a, b) => a - b);
    let [low, high] = [0, factors.length - 1];
    const at = (i: number): Record<string, string> => times(amounts, (factors[i] as number) + 1e-9);
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (cost({ schedule: "fr.fpmt.2024", patch: at(middle) }) <= 100e6) low = middle;
      else high = middle;
    }
    const shipped = getSchedule(schedule);
    const patch = shipped.readings?.["option"]?.or[option] ?? {};
    const amountAt = (path: string): unknown =>
      patch[path] ?? shipped.amounts["base"]?.cases?.[path.split(".")[1] as string]?.amount;
    expect(Object.fromEntries(Object.keys(amounts).map((path) => [path, amountAt(path)]))).toEqual(
      Object.fromEntries(
        Object.entries(at(low)).map(([path, amount]) => [path, amount.replace(".00", "")]),
      ),
    );
    expect(cost({ schedule: "fr.fpmt.2024", patch: at(high) })).toBeGreaterThan(100e6);
  });
});

test("from 75 years nothing is left to choose, and the page says what it costs", () => {
  const readings = { option: "age-75" };
  expect(cost({ schedule: "fr.round.2023-12-21", readings })).toBe(65_053_453.49);
  // 75 to 79 years: 41 EUR more without ALD, 24 with; and the uplift of 2 % for a share of 11 %.
  const base = (all["75-79"] - inAld["75-79"]) * (46 - 5) + inAld["75-79"] * (70 - 46);
  expect(cost({ schedule: "fr.round.2023-12-21", readings })).toBeCloseTo(base * 1.02, -2);
});
