import { describe, expect, test } from "vitest";
import {
  computePatient,
  computePhysician,
  computeShares,
  loadSchedule,
  type ComputeOptions,
  type Patient,
  type Physician,
  type Statement,
} from "../../src/index.ts";
import { paymentsOf } from "../support/changes.ts";
import { calculationOf } from "../support/lines.ts";
import { adults } from "../support/lists.ts";
import { refused, why } from "../support/refused.ts";
import { anAdult } from "../support/rows.ts";
import { euros, table } from "../support/table.ts";
import { villageWith } from "../support/village.ts";

type Edits = Readonly<Record<string, unknown>>;

/** The options of the village's schedule, changed at some places. */
const by = (edits: Edits = {}): ComputeOptions => ({
  year: 2026,
  schedule: loadSchedule(villageWith(edits)),
});
const lines = ({ lines: all }: Statement): unknown =>
  all.map((line) => [line.rule, ...calculationOf(line), line.amount]);

const onC2s: Patient = { ...anAdult, c2s: true, prevention: [] };
const without: Patient = { ...anAdult, prevention: [] };
const leaving: Physician = { activeUntil: "2026-06-30" };

describe("a schedule without uplifts", () => {
  const edits = { uplifts: undefined, readings: undefined, "eligible.partYear": "quarters" };
  const computed = (): ReturnType<typeof computeShares> =>
    computeShares(
      { physician: leaving, patients: [{ ...onC2s, prevention: ["flu"] }, without] },
      by(edits),
    );

  test("pays its amounts, and half of them to who leaves on 30 June", () => {
    const { statement } = computed();
    expect(lines(statement)).toEqual([
      ["base.adult.amount", 2, "20.00", euros(2 * 20)],
      ["c2s.amount", 1, "4.00", euros(4)],
      ["care.flu.amount", 1, "3.00", euros(3)],
      ["eligible.partYear", "40.00", "-50%", euros(-20)],
      ["eligible.partYear", "4.00", "-50%", euros(-2)],
      ["eligible.partYear", "3.00", "-50%", euros(-1.5)],
    ]);
    expect(statement.components).toEqual({ base: euros(20), c2s: euros(2), care: euros(1.5) });
  });

  test("shares them", () => {
    expect(computed().shares.map(({ components }) => components)).toEqual([
      { base: euros(10), c2s: euros(2), care: euros(1.5) },
      { base: euros(10), c2s: euros(0), care: euros(0) },
    ]);
  });
});

/** Half of the list is on the C2S, which the cap cuts to 25 %: 50 % of 25 - 7 points is 9 % of 2 x 20. */
const share = 3.6;

test("the reduction of each component goes to those who bring it", () => {
  const { shares } = computeShares(
    { physician: leaving, patients: [onC2s, without] },
    by({ "eligible.partYear": "quarters" }),
  );
  expect(shares.map(({ components }) => components)).toEqual([
    {
      base: euros(20 / 2),
      c2s: euros(4 / 2),
      care: euros(0),
      zone: euros(0),
      share: euros(share / 2 / 2),
    },
    {
      base: euros(20 / 2),
      c2s: euros(0),
      care: euros(0),
      zone: euros(0),
      share: euros(share / 2 / 2),
    },
  ]);
});

test("an uplift by share may be paid in advance, on the share of the earlier day", () => {
  const options = by({ "uplifts.cases.share.paid": "advances" });
  const advance = share * 0.25;
  expect(paymentsOf(computePhysician({ patients: [onC2s, without] }, options), "share")).toEqual({
    "2026-06": euros(advance),
    "2027": euros(share - advance),
  });
  expect(paymentsOf(computePatient({ patient: onC2s }, options), "share")).toEqual({
    "2026-06": euros(0),
    "2027": euros(0),
  });
});

test("who was not born on the earlier day counts for no share of the advances", () => {
  const options = by({ "uplifts.cases.share.paid": "advances" });
  const newborn = adults(20).map((one) => ({ ...one, age: 0 }));
  // 20 on the C2S of 120: 50 % of what is over 7 points; a year earlier 20 of 100.
  const patients = [...adults(100, { onC2s: 20 }), ...newborn].map((one) => ({
    ...one,
    prevention: [],
  }));
  const due = (100 * 20 + 20 * 10) * 0.5 * (20 / 120 - 0.07);
  const advance = 100 * 20 * 0.5 * (0.2 - 0.07) * 0.25;
  expect(paymentsOf(computePhysician({ patients }, options), "share")).toEqual({
    "2026-06": euros(advance),
    "2027": euros(Math.round(due * 100) / 100 - advance),
  });
});

test("a schedule may treat every age apart", () => {
  const ages = Array.from({ length: 100 }, (_, age) => age);
  const cases = Object.fromEntries(
    ages.map((age) => [
      `age-${age}`,
      { when: { age: age === 99 ? "99+" : `${age}` }, amount: `${age + 1}` },
    ]),
  );
  const patients = ages.map((age) => ({ ...without, age }));
  const { components } = computePhysician(
    { patients: [...patients, ...patients] },
    by({ "amounts.base.cases": cases }),
  );
  expect(components["base"]).toBe(euros(2 * ((100 * 101) / 2)));
});

test("an uplift on nothing has no line", () => {
  expect(computePhysician({ physician: { zone: "ZIP" }, patients: [] }, by()).lines).toEqual([]);
  expect(
    computePhysician({ physician: { zone: "ZIP" }, patients: [] }, { year: 2026 }).lines,
  ).toEqual([]);
});

test("actions at prices that differ go to the one who brings them; who brings none has none", () => {
  const { shares } = computeShares(
    { patients: [{ ...anAdult, prevention: ["flu", "hpv"] }, { ...anAdult }] },
    by(),
  );
  expect(shares.map(({ components }) => components["care"])).toEqual([euros(3 + 2.5), euros(0)]);
});

/** A component that pays any indicator, beside the village's, which names those that it pays. */
const anyIndicator = {
  fr: "Autres actions",
  en: "Other actions",
  per: "indicator",
  paid: "summer",
  source: "COUNCIL",
  cases: { any: { amount: "1" } },
};

table<readonly [edits: Edits, prevention: Patient["prevention"]], unknown>(
  "a component per indicator",
  [
    [
      "without cases pays all alike",
      [{ "amounts.care.cases": undefined }, ["flu", "foot"]],
      [["care.amount", 2, "3.00", euros(2 * 3)]],
    ],
    [
      "without cases pays actions that are counted",
      [{ "amounts.care.cases": undefined }, 4],
      [["care.amount", 4, "3.00", euros(4 * 3)]],
    ],
    [
      "that names its indicators pays them only; another pays any",
      [{ "amounts.others": anyIndicator }, ["flu", "foot"]],
      [
        ["care.flu.amount", 1, "3.00", euros(3)],
        ["others.any.amount", 2, "1.00", euros(2)],
      ],
    ],
    [
      "that names an indicator and pays any pays the named one by its own amount",
      [{ "amounts.care.cases": { any: { amount: "1" }, flu: { amount: "7" } } }, ["flu", "foot"]],
      [
        ["care.any.amount", 1, "1.00", euros(1)],
        ["care.flu.amount", 1, "7.00", euros(7)],
      ],
    ],
  ],
  ([edits, prevention]) => {
    const { lines: all } = computePhysician(
      { patients: [{ ...anAdult, prevention: prevention as never }] },
      by(edits),
    );
    return all
      .filter(({ component }) => component === "care" || component === "others")
      .map((line) => [line.rule, ...calculationOf(line), line.amount]);
  },
);

test("actions by name and actions that are counted are one line, where one price is for all", () => {
  const patients = [
    { ...anAdult, prevention: ["flu"] },
    { ...anAdult, prevention: ["foot", "hpv"] },
    { ...anAdult, prevention: 4 },
  ];
  const care = computePhysician({ patients }, by({ "amounts.care.cases": undefined })).lines.filter(
    ({ component }) => component === "care",
  );
  expect(care.map((line) => [line.rule, ...calculationOf(line), line.amount])).toEqual([
    ["care.amount", 1 + 2 + 4, "3.00", euros((1 + 2 + 4) * 3)],
  ]);
});

test("an indicator that no component pays is refused", () => {
  expect(
    refused(() => computePhysician({ patients: [{ ...anAdult, prevention: ["foot"] }] }, by())),
  ).toEqual(why("PREVENTION_UNKNOWN", "patients[0].prevention", '"foot"', "flu, hpv"));
});

const paper = {
  "sources.PAPER": { status: "secondary", checked: "2026-01-15", title: "Le Journal du village" },
};

table<Edits, readonly [status: string | undefined, sources: readonly string[] | undefined]>(
  "an action that is counted without saying which stands",
  [
    [
      "on the component, where it gives the amount",
      { ...paper, "amounts.care.cases": { flu: { source: "PAPER" }, hpv: {} } },
      ["official", ["COUNCIL"]],
    ],
    [
      "on every case, where each gives its own: on the least sure",
      {
        ...paper,
        "amounts.care.amount": undefined,
        "amounts.care.cases": { flu: { amount: "3" }, hpv: { amount: "3", source: "PAPER" } },
      },
      ["secondary", ["COUNCIL", "PAPER"]],
    ],
  ],
  (edits) => {
    const line = computePhysician(
      { patients: [{ ...anAdult, prevention: 2 }] },
      by(edits),
    ).lines.find(({ rule }) => rule === "care.amount");
    return [line?.status, line?.sources];
  },
);

test.each([
  ["by share, which is left out and said to be", "none", [], ["share"]],
  ["flat, which is paid", "ZIP", [["share.flat.rate", "20.00", "10%", euros(2)]], []],
] as const)("an uplift of one patient is %s", (_, zone, paid, leftOut) => {
  const rate = { share: { c2s: true }, above: "7%", slope: "50%", cap: "25%", capOn: "share" };
  const cases = {
    flat: { when: { zone: "ZIP" }, rate: "10%" },
    shared: { when: { zone: ["none", "QPV", "ZAC"] }, rate },
  };
  const statement = computePatient(
    { patient: without, physician: { zone } },
    by({ "uplifts.cases.share.cases": cases, "uplifts.cases.zone": undefined }),
  );
  expect(lines(statement)).toEqual([["base.adult.amount", 1, "20.00", euros(20)], ...paid]);
  expect(statement.warnings.map(({ code, path }) => (code === "needs-list" ? path : code))).toEqual(
    leftOut,
  );
});

test("a list of the year before is read only where a payment rests on another day", () => {
  const codes = (on: string): readonly string[] =>
    computePhysician(
      { patients: [without], previousPatients: [onC2s] },
      by({ "payment.advances.on": on }),
    ).warnings.map(({ code }) => code);
  expect(codes("31/12/N-1")).toContain("previous-unused");
  expect(codes("31/12/N-2")).not.toContain("previous-unused");
});
