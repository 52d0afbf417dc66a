import { randomFrom, type Random } from "../random.ts";
import type { Draft } from "../vector.ts";

/** What if: schedules compared, swept, solved for a budget, and old regimes beside new ones. */
export const scenarios = (): readonly Draft[] => [
  ...hand(),
  ...refused(),
  ...randomScenarios(120, 2026_15),
];

const options = { year: 2026 };
/** 100 patients on the C2S, 20 of 82 years in ALD, and 7 of 77 years of another physician. */
const counts = [
  { physicianId: "A", age: 40, ald: false, c2s: true, n: 100 },
  { physicianId: "A", age: 82, ald: true, c2s: false, n: 20 },
  { physicianId: "B", age: 77, ald: false, c2s: false, n: 7 },
];
const physicians = [{ id: "A", zone: "ZIP" }, { id: "B" }];
const given = { counts, physicians };
const b = { patch: { "c2s.amount": "15", "base.75-79.amount": "12.50" } };

function hand(): Draft[] {
  const of = (id: string, why: string, call: Draft["call"], input: object): Draft => ({
    id: `scenario.${id}`,
    why,
    ...(call && { call }),
    options,
    input: { ...given, ...input },
  });
  return [
    of(
      "patch",
      "15 EUR for the C2S of 100, 12.50 for 7; the change: 5 * 100 - 2.50 * 7",
      "compare-schedules",
      { b },
    ),
    of("itself", "a schedule compared with itself; the change: 0", "compare-schedules", {
      b: "fr.fmt.2026",
    }),
    of("by-zone", "by zone, in four parts; the change: 5 * 100 - 2.50 * 7", "compare-schedules", {
      b,
      by: ["zone"],
      quantiles: 4,
    }),
    of(
      "weights",
      "A stands for 1.5 physicians, B for 0.000001; the change: 1.5 * 500 - 0.000001 * 17.50",
      "compare-schedules",
      { b, weights: { A: 1.5, B: 0.000001 } },
    ),
    of(
      "two-documents",
      "the FPMT of 2024 with its precarity of 9 %, then the FMT with 10 % in a ZIP; the change: 100 * (5 + 10 - 5) + 20 * (100 - 70) + (100 * 5 + 20 * 100) * 10% + 7 * (15 - 5) - (100 * 5 + 20 * 70) * 9%",
      "compare-schedules",
      { a: "fr.fpmt.2024", b: "fr.fmt.2026" },
    ),
    of(
      "rate",
      "10 % of 2500 EUR in a ZIP becomes 12.5 %; the change: 2500 * 2.5%",
      "compare-schedules",
      {
        b: { patch: { "zone.year-3+.rate": "12.5%" } },
      },
    ),
    {
      ...of(
        "weighted",
        "0.333333 and 10.5 patients; the change: round(0.333333 * 15) + 10.5 * 15 - round(0.333333 * 10) - 10.5 * 10",
        "compare-schedules",
        { b: { patch: { "c2s.amount": "15" } } },
      ),
      input: {
        counts: [
          { physicianId: "A", age: 40, ald: false, c2s: true, n: 0.333333 },
          { physicianId: "B", age: 40, ald: false, c2s: true, n: 10.5 },
        ],
        b: { patch: { "c2s.amount": "15" } },
      },
    },
    of("sweep", "two values of two amounts", "sweep", {
      vary: { "c2s.amount": ["10", "15"], "base.75-79.amount": ["15", "12"] },
    }),
    of("one-more", "each amount a euro and each rate a point higher", "sweep", {}),
    of("solve", "100 EUR more, by the base of 7 to 74 in a ZIP: 1 EUR is 100 * 1 * 110%", "solve", {
      path: "base.7-74.amount",
      target: { change: "100" },
    }),
    of("solve.rate", "a rate for 12 EUR more of 2500", "solve", {
      path: "zone.year-3+.rate",
      target: { change: "12" },
    }),
    of("solve.group", "two amounts by one factor, for 10 EUR more", "solve", {
      path: ["base.7-74.amount", "base.75-79.amount"],
      target: { change: "10" },
    }),
    of("solve.flat", "nobody is under 7", "solve", {
      path: "base.0-6.amount",
      target: { change: "1" },
    }),
    of("solve.too-low", "less than nothing", "solve", {
      path: "c2s.amount",
      target: { total: "10" },
    }),
    of("solve.neutral", "the total of the same schedule", "solve", {
      path: "c2s.amount",
      target: { neutralTo: "fr.fmt.2026" },
    }),
    of(
      "regimes",
      "ROSP of A and B added to the FPMT of 2025, each amount of the FMT beside them",
      "regimes",
      { old: { added: [{ name: "ROSP", euros: { A: "4900", B: "12.34" } }] } },
    ),
    of("regimes.mean", "a mean is added, so nobody gains or loses by name", "regimes", {
      old: { added: [{ name: "ROSP", mean: "4900" }] },
      new: { added: [{ name: "DONUM", mean: "2940" }] },
    }),
  ];
}

function refused(): Draft[] {
  const all: readonly [string, Draft["call"], object, string, string][] = [
    ["b", "compare-schedules", {}, "INPUT_INVALID", "options.b"],
    [
      "weight",
      "compare-schedules",
      { b, weights: { A: 1, B: 0.0000001 } },
      "COUNT_INVALID",
      "options.weights.B",
    ],
    [
      "count",
      "compare-schedules",
      { b, counts: [{ ...counts[0], n: 1.0000001 }] },
      "COUNT_INVALID",
      "table[0].n",
    ],
    [
      "path",
      "solve",
      { path: "base.pick", target: { change: "1" } },
      "INPUT_INVALID",
      "options.path",
    ],
    ["target", "solve", { path: "c2s.amount", target: {} }, "INPUT_INVALID", "options.target"],
    [
      "amount",
      "regimes",
      { old: { added: [{ name: "ROSP", euros: { A: "1,5", B: "2" } }] } },
      "AMOUNT_INVALID",
      "options.old.added[0].euros.A",
    ],
    [
      "means",
      "regimes",
      { quantiles: 4, old: { added: [{ name: "ROSP", mean: "1" }] } },
      "MEANS_ONLY",
      "options.quantiles",
    ],
  ];
  return all.map(([name, call, input, code, path]) => ({
    id: `scenario.refused.${name}`,
    why: `refused, so ${code} at ${path}`,
    ...(call && { call }),
    options,
    input: { ...given, ...input },
  }));
}

const AGES = [0, 6, 7, 40, 74, 75, 79, 80, 95];
const PATHS = [
  "c2s.amount",
  "base.0-6.amount",
  "base.7-74.amount",
  "base.75-79.amount",
  "base.80+.amount",
  "base.ald-0-79.amount",
  "base.ald-80+.amount",
  "prevention.amount",
  "zone.year-3+.rate",
  "age67.rate",
];
const SCHEDULES = ["fr.fpmt.2018", "fr.fpmt.2024", "fr.proposal.2024-02-08"];

/** Tables that nobody designed, under patches of the FMT and beside other schedules. */
export function randomScenarios(count: number, seed: number): Draft[] {
  const chance = randomFrom(seed);
  return Array.from({ length: count }, (_, number) => {
    const isWeighted = number % 3 === 0;
    const call = chance.one([
      "compare-schedules",
      "compare-schedules",
      "sweep",
      "solve",
      "regimes",
    ] as const);
    const input = inputOf(chance, call, isWeighted);
    return {
      id: `scenario.random.${String(number + 1).padStart(3, "0")}`,
      why: `${isWeighted ? "weighted " : ""}counts of three physicians at random`,
      call,
      options,
      input: { ...tableOf(chance, isWeighted), ...input },
    };
  });
}

function tableOf(random: Random, isWeighted: boolean): object {
  const n = (): number => (isWeighted ? random.between(1, 9_000_000) / 1e6 : random.between(1, 9));
  return {
    physicians: ["A", "B", "C"].map((id) => ({
      id,
      zone: random.one(["ZIP", "QPV", "ZAC", "none"]),
      age: random.one([40, 66, 67]),
      sector: "1",
    })),
    counts: Array.from({ length: random.between(2, 9) }, () => ({
      physicianId: random.one(["A", "B", "C"]),
      age: random.one(AGES),
      ald: random.chance(0.4),
      c2s: random.chance(0.3),
      n: n(),
      ...(random.chance(0.5) && { prevention: random.between(0, 5) }),
    })),
  };
}

function inputOf(random: Random, call: NonNullable<Draft["call"]>, isWeighted: boolean): object {
  const cents = (most: number): string => (random.between(0, most) / 100).toFixed(2);
  const value = (path: string): string =>
    path.endsWith("rate") ? `${random.between(0, 60) / 2}%` : cents(12_000);
  const patch = Object.fromEntries(random.some(PATHS, 0.3).map((path) => [path, value(path)]));
  if (call === "sweep") {
    const [one, two] = [random.one(PATHS.slice(0, 5)), random.one(PATHS.slice(5))];
    return {
      vary: { [one]: [value(one), value(one)], [two]: [value(two), value(two), value(two)] },
    };
  }
  if (call === "solve")
    return {
      path: random.one(PATHS),
      target: { change: `${random.chance(0.3) ? "-" : ""}${cents(20_000)}` },
    };
  if (call === "regimes")
    return {
      old: { added: [{ name: "ROSP", euros: [cents(60_000), cents(60_000), cents(60_000)] }] },
    };
  const weights = random.chance(0.4)
    ? { weights: ["A", "B", "C"].map(() => random.between(0, 5_000_000) / 1e6) }
    : {};
  const other = !isWeighted && random.chance(0.4);
  return other
    ? { a: random.one(SCHEDULES), b: "fr.fmt.2026", quantiles: 4, ...weights }
    : {
        b: { patch: { "c2s.amount": cents(3000), ...patch } },
        by: ["zone"],
        quantiles: 3,
        ...weights,
      };
}
