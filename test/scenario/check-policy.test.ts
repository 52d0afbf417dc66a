import { describe, expect, test } from "vitest";
import {
  checkPolicy,
  computePatient,
  type PatientPair,
  type PolicyOptions,
} from "../../src/index.ts";
import { refused } from "../support/refused.ts";
import { table } from "../support/table.ts";
import { A, B, two } from "./panels.ts";

const check = (options: Partial<PolicyOptions> = {}) =>
  checkPolicy(undefined, { year: 2026, policy: "complex-pays-more", ...options });

const told = ({ complex, other }: PatientPair): string =>
  `${complex.amount} (${complex.actions}) < ${other.amount} (${other.actions})`;

describe("a complex patient pays more", () => {
  const [same, without] = check().answers;

  test("under the FMT, with the same prevention, if both were seen", () => {
    // Not seen, both bring 5: the ALD adds nothing.
    expect(same?.holds).toBe(false);
    expect(same?.counterExamples).toEqual([
      {
        fact: "ald",
        complex: { age: 0, ald: true, c2s: false, seen: false, actions: 0, amount: "5.00" },
        other: { age: 0, ald: false, c2s: false, seen: false, actions: 0, amount: "5.00" },
      },
    ]);
  });

  test("under the FMT, not without any prevention", () => {
    const [smallest, ...others] = (without?.counterExamples ?? []) as PatientPair[];
    expect(smallest).toEqual({
      fact: "c2s",
      complex: { age: 7, ald: false, c2s: "free", seen: true, actions: 0, amount: "15.00" },
      other: { age: 7, ald: false, c2s: false, seen: true, actions: 3, amount: "20.00" },
    });
    // In ALD 55, without 15 and 9 actions; not seen 5 against 5 and one action; not seen on the C2S.
    expect(others.map(told)).toEqual([
      "55.00 (0) < 60.00 (9)",
      "5.00 (0) < 10.00 (1)",
      "15.00 (0) < 20.00 (3)",
    ]);
  });

  test("under a C2S of 80 EUR, which no fifteen actions reach", () => {
    const found = check({ patch: { "c2s.amount": "80" } }).answers[1]?.counterExamples;
    expect((found as PatientPair[]).map(({ fact }) => fact)).toEqual(["ald", "ald"]);
  });

  test("under the proposal, with the same prevention; without any, thirty actions are more", () => {
    const { answers, holds } = check({ schedule: "fr.proposal.2024-02-08", year: 2024 });
    expect(answers[0]?.holds).toBe(true);
    // C2S 10, without it 5 and two actions: 15.
    expect(told(answers[1]?.counterExamples[0] as PatientPair)).toBe("10.00 (0) < 15.00 (2)");
    expect(holds).toBe(false);
  });

  test("and each counter-example is what a patient brings", () => {
    for (const { complex, other } of (without?.counterExamples ?? []) as PatientPair[])
      for (const { actions, amount, ...facts } of [complex, other])
        expect(
          computePatient({ patient: { ...facts, prevention: actions } }, { year: 2026 }).total,
        ).toBe(amount);
  });

  test("says its scope, and that it is static", () => {
    const { scope, isStatic } = check();
    expect([Object.keys(scope), isStatic]).toEqual([["fr", "en"], true]);
    expect(Object.isFrozen(check().answers[0])).toBe(true);
  });
});

describe("the new is not less than the old", () => {
  const patch = { "base.75-79.amount": "12.34", "c2s.amount": "15" };
  const of = (policy: PolicyOptions["policy"], edits = {}) =>
    checkPolicy(two, { year: 2026, policy, old: "fr.fmt.2026", patch, ...edits });

  test("in all: 500 more and 18.62 less", () => {
    expect(of("no-saving")).toMatchObject({ holds: true, answers: [{ counterExamples: [] }] });
    const less = of("no-saving", { patch: { "base.75-79.amount": "12.34" } });
    expect(less.answers[0]?.counterExamples).toEqual([
      {
        physicianId: null,
        old: (A + B).toFixed(2),
        new: (A + B - 18.62).toFixed(2),
        change: "-18.62",
      },
    ]);
  });

  test("for each: B loses", () => {
    expect(of("nobody-loses").answers[0]?.counterExamples).toEqual([
      { physicianId: "B", old: "555.00", new: "536.38", change: "-18.62" },
    ]);
  });

  test("nor the FMT less than the FPMT on these two", () => {
    const edits = { old: "fr.fpmt.2024", patch: {} };
    expect([of("no-saving", edits).holds, of("nobody-loses", edits).holds]).toEqual([true, true]);
  });
});

table<Partial<PolicyOptions>, readonly [string, string]>(
  "options of a policy that are refused",
  [
    ["another policy", { policy: "fair" as never }, ["INPUT_INVALID", "options.policy"]],
    ["no old", { policy: "no-saving" }, ["INPUT_INVALID", "options.old"]],
    ["an old of patients", { old: "fr.fmt.2026" }, ["KEY_UNKNOWN", "options.old"]],
    ["a year in words", { year: "2026" as never }, ["YEAR_INVALID", "year"]],
  ],
  (edits) => {
    const { code, path } = refused(() =>
      checkPolicy(two, { year: 2026, policy: "complex-pays-more", ...edits }),
    );
    return [code, path];
  },
);
