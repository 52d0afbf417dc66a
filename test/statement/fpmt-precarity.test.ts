import { expect, test } from "vitest";
import {
  computePatient,
  computePhysician,
  type RateLine,
  type ComputeOptions,
  type Patient,
} from "../../src/index.ts";
import { refused, why } from "../support/refused.ts";
import { adults } from "../support/lists.ts";
import { table, tableOfEuros } from "../support/table.ts";

function precarity(patients: readonly Patient[], options: ComputeOptions = { year: 2024 }): string {
  return computePhysician({ patients }, options).components["precarity"] ?? "";
}

/** Of 100 adults at 5 EUR, that is 500 EUR, so many per cent on the C2S. */
const percent = (share: number): Patient[] => adults(100, { onC2s: share });

tableOfEuros<number>(
  "over 7 % of the list, half the excess, up to a share of 25 %",
  [
    ["0 %", 0, 0],
    ["7 %", 7, 0],
    ["8 %", 8, 500 * ((0.08 - 0.07) / 2)],
    ["15 %, the point that was published: 4 %", 15, 500 * 0.04],
    ["24 %", 24, 500 * ((0.24 - 0.07) / 2)],
    ["25 %", 25, 500 * ((0.25 - 0.07) / 2)],
    ["26 %", 26, 500 * 0.09],
    ["100 %", 100, 500 * 0.09],
  ],
  (share) => precarity(percent(share)),
);

tableOfEuros<number>(
  "with 25 % as a cap of the rate",
  [
    ["7 %", 7, 0],
    ["15 %", 15, 500 * 0.04],
    ["26 %", 26, 500 * ((0.26 - 0.07) / 2)],
    ["56 %", 56, 500 * ((0.56 - 0.07) / 2)],
    ["57 %", 57, 500 * 0.25],
    ["58 %", 58, 500 * 0.25],
    ["100 %", 100, 500 * 0.25],
  ],
  (share) => precarity(percent(share), { year: 2024, readings: { "precarity-cap": "rate" } }),
);

tableOfEuros<number>(
  "it was the same in 2018",
  [
    ["7 %", 7, 0],
    ["15 %", 15, 500 * 0.04],
    ["26 %", 26, 500 * 0.09],
  ],
  (share) => precarity(percent(share), { year: 2018 }),
);

const mixed = [
  ...adults(8, { onC2s: 8, kind: "free" }),
  ...adults(12, { onC2s: 12, kind: "contributory" }),
  ...adults(80),
];

tableOfEuros<ComputeOptions>(
  "of 8 % on the free C2S and 12 % on the contributory one",
  [
    ["all count", { year: 2024 }, 500 * ((0.2 - 0.07) / 2)],
    [
      "the free C2S counts",
      { year: 2024, readings: { "precarity-of": "free" } },
      500 * ((0.08 - 0.07) / 2),
    ],
  ],
  (options) => precarity(mixed, options),
);

type Rated = Pick<RateLine, "of" | "rate" | "amount">;

const line = (patients: readonly Patient[]): Rated | undefined => {
  const found = computePhysician({ patients }, { year: 2024 }).lines.find(
    ({ component }) => component === "precarity",
  );
  return found?.kind === "rate"
    ? { of: found.of, rate: found.rate, amount: found.amount }
    : undefined;
};

table<readonly Patient[], Rated | undefined>(
  "the line shows the exact rate",
  [
    ["7 of 100: no line", percent(7), undefined],
    ["15 of 100", percent(15), { of: "500.00", rate: "4%", amount: "20.00" }],
    ["8 of 100", percent(8), { of: "500.00", rate: "0.5%", amount: "2.50" }],
    [
      "10 of 120: (10/120 - 7/100) / 2 = 1/150",
      adults(120, { onC2s: 10 }),
      { of: "600.00", rate: "1/150", amount: "4.00" },
    ],
    ["1 of 3: capped", adults(3, { onC2s: 1 }), { of: "15.00", rate: "9%", amount: "1.35" }],
  ],
  line,
);

test("the amount is rounded once: 2 of 19 give (2/19 - 7/100) / 2 of 95 EUR, that is 1.675, so 1.68", () => {
  expect(precarity(adults(19, { onC2s: 2 }))).toBe("1.68");
});

test("it bears on the whole of the base", () => {
  const list: Patient[] = [
    { age: 80, ald: true, c2s: true },
    { age: 80, ald: false, c2s: false },
    { age: 6, ald: false, c2s: false },
    { age: 50, ald: true, c2s: false },
  ];
  expect(precarity(list)).toBe(((70 + 46 + 6 + 46) * 0.09).toFixed(2));
});

test("one patient alone has no share of a list: the uplift is left out, which is said", () => {
  const { components, warnings, total } = computePatient(
    { patient: { age: 40, ald: false, c2s: true } },
    { year: 2024 },
  );
  expect([components, total]).toEqual([{ base: "5.00", precarity: "0.00" }, "5.00"]);
  expect(warnings.map(({ code, path }) => `${code} ${path}`)).toEqual(["needs-list precarity"]);
});

test("a C2S of a kind that is not told is refused when only the free one counts", () => {
  const kinds = [
    "free (sans participation) ou contributory (avec participation) : l'interprétation choisie en dépend",
    "free or contributory: the chosen reading depends on it",
  ] as const;
  const compute = (): string =>
    precarity(adults(2, { onC2s: 1 }), { year: 2024, readings: { "precarity-of": "free" } });
  expect(refused(compute)).toEqual(why("C2S_KIND_MISSING", "patients[0].c2s", "true", ...kinds));
});
