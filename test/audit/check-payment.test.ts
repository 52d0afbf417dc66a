import { describe, expect, test } from "vitest";
import {
  addAmounts,
  checkPayment,
  computePhysician,
  type PaidAmount,
  type Patient,
  type PaymentCheck,
} from "../../src/index.ts";
import { readPayments } from "../../src/audit/paid-amounts.ts";
import { refused } from "../support/refused.ts";

/** 100 in ALD and in the C2S: a base of 5,500, a C2S of 1,000, uplifts of 550 twice. */
const patients = Array.from({ length: 100 }, () => ({ age: 40, ald: true, c2s: true, seen: true }));
const physician = { id: "a", zone: "ZIP", age: 70 } as const;
const check = (...paid: PaidAmount[]): PaymentCheck =>
  checkPayment({ patients, physician }, paid, { year: 2026 });
const april = (cents: number): PaymentCheck =>
  check({ due: "2026-04", amount: (cents / 100).toFixed(2) });
const sets = ({ compatible }: PaymentCheck): unknown =>
  compatible.map(({ readings, distance }) => [readings, distance]);

/** A fourth of the year, in cents. */
const computed = ((5500 + 1000 + 550 + 550) * 100) / 4;

describe("readings that are compatible with a payment", () => {
  test("what is computed needs no change", () => {
    expect(sets(april(computed))).toEqual([[{}, "0.00"]]);
  });

  test("within 1 % of what was paid, on both sides", () => {
    // 1,900.00 less 1,881.19 is 18.81, and 1 % of 1,881.19 is 18.8119; of 1,919.19 it is 19.1919.
    expect(sets(april(188_119))).toContainEqual([{}, "18.81"]);
    expect(sets(april(191_919))).toContainEqual([{}, "19.19"]);
    for (const cents of [188_118, 191_920])
      expect(sets(april(cents))).not.toContainEqual([{}, expect.anything()]);
  });

  test("one change: the C2S and the uplifts come in N+1", () => {
    const { compatible } = april((5500 * 100) / 4);
    expect(compatible).toEqual([
      {
        readings: { "paid-when": "next-year" },
        computed: ["1375.00"],
        distance: "0.00",
        changes: [
          {
            fr: expect.stringContaining("En 2027."),
            en: "When are the C2S and the uplifts paid? In 2027.",
          },
        ],
      },
    ]);
  });

  test("two changes, where one does not come near", () => {
    // The higher uplift alone, of base and C2S: 5,500 + 1,000 + 650.
    expect(sets(april(((5500 + 1000 + 650) * 100) / 4))).toEqual([
      [{ "zone-and-age": "highest", "uplift-base": "base-and-c2s" }, "0.00"],
    ]);
  });

  test("fewer changes first, then the closest; one more that moves cents only is not told", () => {
    const found = april(computed - 1000).compatible;
    expect(found[0]?.readings).toEqual({});
    expect(found.length).toBeLessThanOrEqual(3);
    const sizes = found.map(({ readings }) => Object.keys(readings).length);
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(JSON.stringify(found)).not.toContain("odd-cents");
  });

  test("every payment has to come near", () => {
    const first = { due: "2026-04", amount: "1375" };
    expect(sets(check(first, { due: "2026-06", amount: "1375" }))).toEqual([
      [{ "paid-when": "next-year" }, "0.00"],
    ]);
    expect(sets(check(first, { due: "2026-06", amount: "1900" }))).toEqual([]);
  });

  test("a reading that is chosen in the call is where changes start from", () => {
    const { compatible } = checkPayment(
      { patients, physician },
      [{ due: "2026-04", amount: "1375" }],
      { year: 2026, readings: { "paid-when": "next-year" } },
    );
    expect(compatible.map(({ readings }) => readings)).toEqual([{}]);
  });

  test("questions that the list does not answer are told, and in no set", () => {
    const { unanswered, compatible } = april(computed);
    expect(unanswered.map(({ id }) => id)).toEqual([
      "reference-day",
      "zone-day",
      "prevention-year",
    ]);
    expect(unanswered[0]?.missing.en).toContain("the list on 2026-12-31");
    expect(JSON.stringify(compatible)).not.toContain("reference-day");
  });
});

describe("what would make up a gap that no reading explains", () => {
  test("fewer patients, fewer in ALD, more not seen, at their average", () => {
    // In place of 5,500 of base: 500 without ALD or not seen, with uplifts of 50: 1,600 of 7,600.
    const { compatible, makeUp } = april(computed - 90_000);
    expect(compatible).toEqual([]);
    expect(makeUp).toEqual([
      { of: "patients", patients: -Math.round((900 * 100) / 1900), among: 100, each: "19.00" },
      { of: "ald", patients: -(900 / 15), among: 100, each: "15.00" },
      { of: "not-seen", patients: 900 / 15, among: 100, each: "15.00" },
    ]);
  });

  test("more patients where more was paid; who is in ALD and seen already makes up nothing", () => {
    expect(april(computed + 100_000).makeUp).toEqual([
      { of: "patients", patients: Math.round((1000 * 100) / 1900), among: 100, each: "19.00" },
    ]);
  });

  test("more in ALD, of those who are not; fewer not seen, of those who are not", () => {
    const some: readonly Patient[] = [
      ...Array.from({ length: 8 }, () => ({ age: 40, ald: false, c2s: false, seen: true })),
      ...Array.from({ length: 2 }, () => ({ age: 40, ald: true, c2s: false, seen: false })),
    ];
    const { makeUp, list } = checkPayment(
      { patients: some },
      [{ component: "base", amount: "155" }],
      {
        year: 2026,
      },
    );
    expect(list).toEqual({ patients: 10, ald: 2, c2s: 0, notSeen: 2 });
    expect(makeUp).toEqual([
      { of: "patients", patients: 105 / 5, among: 10, each: "5.00" },
      { of: "ald", patients: 2, among: 8, each: "50.00" },
      { of: "not-seen", patients: -2, among: 2, each: "50.00" },
    ]);
  });

  test("a schedule that asks nobody whether they were seen", () => {
    const { makeUp, list } = checkPayment(
      { patients: patients.slice(0, 10) },
      [{ due: "2025-06", amount: "10" }],
      { year: 2025 },
    );
    expect(list.notSeen).toBe(0);
    expect(makeUp.map(({ of }) => of)).not.toContain("not-seen");
  });
});

const dues = ["2026-04", "2026-06", "2026-09", "2026-11", "2027"];

describe("where a payment belongs", () => {
  const components = ["base", "c2s", "zone"];
  const places = (paid: PaidAmount): unknown =>
    readPayments([paid], { name: "FMT", year: 2026, dues, components }).paid.map((one) => [
      one.due,
      one.component,
    ]);

  test.each<[string, PaidAmount, unknown]>([
    ["a month", { due: "2026-04", amount: "1" }, ["2026-04", undefined]],
    ["a day of it", { due: "2026-04-15", amount: "1" }, ["2026-04", undefined]],
    ["a month of a year", { due: "2027-06", amount: "1" }, ["2027", undefined]],
    ["a component", { component: "c2s", amount: "1" }, [undefined, "c2s"]],
    [
      "a component on a date",
      { due: "2026-06", component: "zone", amount: "1" },
      ["2026-06", "zone"],
    ],
    ["a label", { label: "FMT 2026 3E ACOMPTE", amount: "1" }, ["2026-09", undefined]],
    [
      "the day of a late payment, whose label says the instalment",
      { due: "2026-07-02", label: "FMT ACOMPTE JUIN 2026", amount: "1" },
      ["2026-06", undefined],
    ],
  ])("%s", (_, paid, place) => expect(places(paid)).toEqual([place]));

  test("each is computed by date, by component and by both", () => {
    const { payments } = check(
      { due: "2026-04", amount: "1" },
      { component: "c2s", amount: "1" },
      { due: "2026-06", component: "zone", amount: "1" },
      { component: "prevention", amount: "1" },
    );
    expect(payments.map((one) => one.computed)).toEqual(["1900.00", "1000.00", "137.50", "0.00"]);
    expect(payments.map((one) => one.fr)).toEqual([
      "avril\u00a02026",
      "Majoration C2S",
      "juin\u00a02026, Majoration de zone",
      "Prévention, indicateurs validés en 2026",
    ]);
  });

  test("payments of one place add up, and keep their labels", () => {
    const { payments } = check(
      { due: "2026-04", amount: "2000", label: "FMT" },
      { due: "2026-04", amount: "-100.50", label: "FMT reprise" },
    );
    expect(payments).toEqual([
      {
        due: "2026-04",
        fr: "avril\u00a02026",
        en: "April\u00a02026",
        computed: "1900.00",
        paid: "1899.50",
        gap: "-0.50",
        labels: ["FMT", "FMT reprise"],
      },
    ]);
  });

  test("payments of something else are told", () => {
    const { others } = check(
      { due: "2026-04", amount: "1900" },
      { due: "2026-04", amount: "3000", label: "ROSP 2025" },
      { amount: "7", label: "VIREMENT" },
    );
    expect(others).toEqual([
      { label: "ROSP 2025", amount: "3000" },
      { label: "VIREMENT", amount: "7" },
    ]);
  });

  test.each<[string, unknown, object]>([
    [
      "a date of no instalment",
      { due: "2026-05", amount: "1" },
      { code: "DATE_INVALID", path: "paid[0].due" },
    ],
    [
      "a component of none",
      { component: "x", amount: "1" },
      { code: "INPUT_INVALID", path: "paid[0].component" },
    ],
    ["no amount", { due: "2026-04" }, { code: "AMOUNT_INVALID", path: "paid[0].amount" }],
    ["a number", { due: "2026-04", amount: 5 }, { code: "AMOUNT_INVALID" }],
    ["no place", { amount: "1" }, { code: "INPUT_INVALID", path: "paid[0]" }],
    [
      "labels of something else only",
      { amount: "1", label: "ROSP" },
      { code: "INPUT_INVALID", path: "paid" },
    ],
    [
      "a misspelt key",
      { dew: "2026-04", amount: "1" },
      { code: "KEY_UNKNOWN", path: "paid[0].dew" },
    ],
    ["no payment", null, { code: "INPUT_INVALID", path: "paid[0]" }],
  ])("%s is refused", (_, paid, refusal) =>
    expect(refused(() => check(paid as PaidAmount))).toMatchObject(refusal),
  );
});

test("what is compared is the statement's", () => {
  const { statement, payments } = check(...dues.map((due) => ({ due, amount: "1" })));
  expect(statement).toEqual(computePhysician({ patients, physician }, { year: 2026 }));
  expect(addAmounts(payments.map((one) => one.computed))).toBe(statement.total);
});

test("a row that is refused", () => {
  const given = [{ age: -1, ald: true, c2s: true }];
  const paid = [{ due: "2026-04", amount: "1" }];
  expect(refused(() => checkPayment({ patients: given }, paid, { year: 2026 }))).toMatchObject({
    code: "AGE_INVALID",
    path: "patients[0].age",
  });
});
