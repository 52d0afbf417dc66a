import { describe, expect, test } from "vitest";
import { answer } from "./answer.ts";
import { arithmeticOf, valueOf } from "./arithmetic.ts";
import { readKit, statementsOf } from "./read-kit.ts";
import { oneIn } from "../support/runs.ts";
import { vector, type Vector } from "./vector.ts";

const files = readKit();
const all = [...files.values()].flat();

describe("our library passes every vector", () => {
  test.each([...files])("of %s", (_, vectors) => {
    for (const one of oneIn(vectors.length > 500 ? 8 : 1, vectors)) {
      const answered = answer({ ...one, shares: "shares" in one.expected });
      if (JSON.stringify(answered) !== JSON.stringify(one.expected))
        expect(answered, one.id).toEqual(one.expected);
    }
  });
});

describe("a vector", () => {
  test("has the shape of the schema", () => {
    expect(
      oneIn(8, all)
        .filter((one) => !vector.safeParse(one).success)
        .map(({ id }) => id),
    ).toEqual([]);
  });

  test("has an id of its own", () => {
    const ids = all.map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  test("that gives its total by hand has it right", () => {
    const designed = all.flatMap((one) => byHand(one));
    for (const { id, total, arithmetic } of designed)
      expect(valueOf(arithmetic), `${id}: ${arithmetic}`).toBe(total);
    expect(designed.length).toBeGreaterThan(1000);
  });
});

test("a vector that says its refusal in words has it right", () => {
  const said = all.flatMap((one) => {
    const [, code, path] = REFUSAL.exec(one.why) ?? [];
    return code === undefined ? [] : [{ one, code, path }];
  });
  for (const { one, code, path } of said)
    expect(one.expected, one.id).toEqual({ error: { code, path } });
  expect(said.length).toBeGreaterThan(100);
});

/** The end of a sentence: `, so FACT_MISSING at practice.facts.nurseHours`. */
const REFUSAL = /, so ([A-Z_]+) at (\S+)$/;

function byHand(one: Vector): { id: string; total: string | undefined; arithmetic: string }[] {
  const arithmetic = arithmeticOf(one.why);
  return arithmetic === undefined ? [] : [{ id: one.id, total: totalOf(one), arithmetic }];
}

/** The amount that a vector is about. */
function totalOf(one: Vector): string | undefined {
  const { expected } = one;
  if ("marginal" in expected) return expected.marginal.change;
  if ("comparison" in expected) return expected.comparison.total.change;
  if ("onDay" in expected) return expected.onDay.due;
  if ("compared" in expected) return expected.compared.total.change;
  if ("sum" in expected) return expected.sum.total;
  return statementsOf(one)[0]?.total;
}

describe("the arithmetic of a why", () => {
  test.each([
    ["2 + 3 * 5", "17.00"],
    ["(2 + 3) * 5 - 1", "24.00"],
    ["100 * 12.5%", "12.50"],
    ["round(1/3) + round(1/3) + round(1/3)", "0.99"],
    ["1/3 + 1/3 + 1/3", "1.00"],
    ["0.125", "0.13"],
    ["1 - 1.125", "-0.13"],
  ])("%s is %s", (arithmetic, value) => expect(valueOf(arithmetic)).toBe(value));

  test("stands after the last colon, or is not there", () => {
    expect(["a list, seen: 5 + 10", "a list: of two", "2 of 3"].map(arithmeticOf)).toEqual([
      "5 + 10",
      undefined,
      undefined,
    ]);
  });
});
