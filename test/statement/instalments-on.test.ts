import { describe, expect, test } from "vitest";
import { computePhysician, instalmentsOn, type ReceivedPayment } from "../../src/index.ts";
import { refused, why } from "../support/refused.ts";

/** 100 EUR in four quarters, and 5 EUR of prevention in the year after. */
const statement = computePhysician(
  { patients: [{ age: 82, ald: true, c2s: false, prevention: ["flu"] }] },
  { year: 2026 },
);

test.each([
  ["2026-01-01", "0.00", "105.00"],
  ["2026-03-31", "0.00", "105.00"],
  ["2026-04-01", "25.00", "80.00"],
  ["2026-05-31", "25.00", "80.00"],
  ["2026-06-01", "50.00", "55.00"],
  ["2026-11-27", "100.00", "5.00"],
  ["2026-12-31", "100.00", "5.00"],
  ["2027-01-01", "105.00", "0.00"],
  ["2031-01-01", "105.00", "0.00"],
])("on %s %s is due and %s to come", (day, due, toCome) => {
  expect(instalmentsOn(statement, day)).toEqual({ due, toCome });
  expect("received" in instalmentsOn(statement, day)).toBe(false);
});

test("a balance that takes back is due from its month", () => {
  // advances 3 * 17.50 on the list of N-1, 5 due: the balance is -47.50
  const old = { age: 82, ald: true, c2s: false };
  const fpmt = computePhysician(
    { patients: [{ age: 40, ald: false, c2s: false }], previousPatients: [old] },
    { year: 2025 },
  );
  expect(instalmentsOn(fpmt, "2026-02-28")).toEqual({ due: "52.50", toCome: "-47.50" });
  expect(instalmentsOn(fpmt, "2026-03-01")).toEqual({ due: "5.00", toCome: "0.00" });
});

test("what came is an amount, or the payments until the day", () => {
  const on = (received: string | readonly ReceivedPayment[]): unknown =>
    instalmentsOn(statement, "2026-06-15", { received }).received;
  expect(on("25")).toBe("25.00");
  expect(on([])).toBe("0.00");
  expect(
    on([
      { on: "2026-04-20", amount: "24.90" },
      { on: "2026-06-15", amount: "25.10" },
      { on: "2026-06-16", amount: "1.00" },
    ]),
  ).toBe("50.00");
  expect(on([{ on: "2026-05-01", amount: "-0.01" }])).toBe("-0.01");
});

test("a stored statement", () => {
  const stored = JSON.parse(JSON.stringify(statement)) as typeof statement;
  expect(instalmentsOn(stored, "2026-11-27")).toEqual(instalmentsOn(statement, "2026-11-27"));
});

describe("refused", () => {
  test.each(["2026-11", "2026", "2026-02-30", "27/11/2026", "", undefined, new Date(0)])(
    "the day %s",
    (day) => {
      expect(refused(() => instalmentsOn(statement, day as string))).toMatchObject({
        code: "DATE_INVALID",
        path: "day",
      });
    },
  );

  test.each<[unknown, string, string]>([
    [25, "AMOUNT_INVALID", "received"],
    ["25,00", "AMOUNT_INVALID", "received"],
    [null, "AMOUNT_INVALID", "received"],
    [["25.00"], "INPUT_INVALID", "received[0]"],
    [[null], "INPUT_INVALID", "received[0]"],
    [[{ on: "2026-04", amount: "25.00" }], "DATE_INVALID", "received[0].on"],
    [[{ on: "2026-04-01", amount: 25 }], "AMOUNT_INVALID", "received[0].amount"],
    [[{ on: "2026-04-01", amont: "25.00" }], "KEY_UNKNOWN", "received[0].amont"],
  ])("%j as received", (received, code, path) => {
    expect(
      refused(() => instalmentsOn(statement, "2026-06-01", { received } as never)),
    ).toMatchObject({
      code,
      path,
    });
  });

  test("an option that nothing reads, and what is no statement", () => {
    expect(
      refused(() => instalmentsOn(statement, "2026-06-01", { recieved: "1" } as never)).path,
    ).toBe("options.recieved");
    expect(refused(() => instalmentsOn({} as never, "2026-06-01")).path).toBe("statement");
  });

  test("in words, with how a day and a payment are written", () => {
    expect(refused(() => instalmentsOn(statement, "2026-02-30"))).toEqual(
      why(
        "DATE_INVALID",
        "day",
        '"2026-02-30"',
        "un jour AAAA-MM-JJ qui existe",
        "a day YYYY-MM-DD that exists",
      ),
    );
    expect(
      refused(() => instalmentsOn(statement, "2026-06-01", { received: [3] } as never)),
    ).toEqual(why("INPUT_INVALID", "received[0]", "3", '{ on: "2026-04-15", amount: "50.00" }'));
  });

  test("what cannot be read, with its place", () => {
    const fail = (): never => {
      throw new Error("closed");
    };
    const options = new Proxy({}, { ownKeys: fail });
    expect(refused(() => instalmentsOn(statement, "2026-06-01", options)).path).toBe("options");
    const received = new Proxy([], { get: fail }) as ReceivedPayment[];
    expect(refused(() => instalmentsOn(statement, "2026-06-01", { received })).path).toBe(
      "received",
    );
  });
});
