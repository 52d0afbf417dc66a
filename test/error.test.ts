import { describe, expect, test } from "vitest";
import { titles } from "../src/error-codes.ts";
import { ForfaitError, isForfaitError, oneOf, refusal, refuse } from "../src/error.ts";
import { HOSTILE, UNSEEN } from "./support/hostile-text.ts";
import { table } from "./support/table.ts";

const allowed = { fr: "un entier", en: "a whole number" };

describe("a refusal", () => {
  test("says title, place, value and what is allowed, in the two languages", () => {
    expect(refusal("AGE_INVALID", "patients[3].age", 130, allowed).message).toEqual({
      fr: "âge invalide (patients[3].age)\u00a0: trouvé 130\u00a0; attendu\u00a0: un entier",
      en: "invalid age (patients[3].age): found 130; allowed: a whole number",
    });
  });

  test("is thrown as one kind of error, whose message is in English", () => {
    const act = (): never => refuse("AGE_INVALID", "age", 130, allowed);
    expect(act).toThrow(ForfaitError);
    expect(act).toThrow("AGE_INVALID: invalid age (age): found 130; allowed: a whole number");
  });

  test("carries its fields on the error as well", () => {
    const {
      name,
      code,
      path,
      found,
      allowed: accepted,
    } = new ForfaitError(refusal("AGE_INVALID", "age", 130, allowed));
    expect({ name, code, path, found, accepted }).toEqual({
      name: "ForfaitError",
      code: "AGE_INVALID",
      path: "age",
      found: "130",
      accepted: allowed,
    });
  });
});

describe("a refusal of what is long or hostile", () => {
  const long = "x".repeat(10_000_000);

  test.each([
    ["its path", () => refusal("AGE_INVALID", `patients[3].${long}`, 1, allowed)],
    ["the text found", () => refusal("AGE_INVALID", "age", long, allowed)],
    ["a key found", () => refusal("AGE_INVALID", "age", { [long]: 1 }, allowed)],
    ["a text in a list", () => refusal("AGE_INVALID", "age", [long, [long]], allowed)],
    ["a name allowed", () => refusal("AGE_INVALID", "age", 1, oneOf([long]))],
  ])("repeats at most 80 characters of %s", (_, act) => {
    const why = act();
    expect(JSON.stringify(why)).not.toContain("x".repeat(81));
    expect(JSON.stringify(why).length).toBeLessThan(1000);
  });

  test("keeps both ends of a path", () =>
    expect(refusal("AGE_INVALID", `patients[3].${long}.age`, 1, allowed).path).toMatch(
      /^patients\[3\]\.x+…x+\.age$/,
    ));

  test("lists forty names and counts the rest", () => {
    const names = Array.from({ length: 1000 }, (_, i) => `n${i}`);
    expect(oneOf(names).en).toBe(`${names.slice(0, 40).join(", ")}, … (1000)`);
  });

  test("holds no character that is not seen", () => {
    const why = refusal("AGE_INVALID", `a${HOSTILE}`, HOSTILE, { fr: HOSTILE, en: HOSTILE });
    for (const text of [why.path, why.found, why.allowed.fr, why.message.fr, why.message.en])
      expect(text).not.toMatch(UNSEEN);
  });
});

describe("an error of this library", () => {
  const why = refusal("AGE_INVALID", "age", 130, allowed);

  test("is made anew from the refusal that a Worker posts", () => {
    const error = ForfaitError.from(structuredClone(why));
    expect(error).toBeInstanceOf(ForfaitError);
    expect([error.code, error.refusal]).toEqual(["AGE_INVALID", why]);
  });

  test("is known whatever copy of the package or realm it comes from", () => {
    class OtherCopy extends Error {
      override readonly name = "ForfaitError";
      readonly refusal = why;
    }
    const ofOtherRealm: unknown = { name: "ForfaitError", refusal: why, stack: "" };
    expect([new ForfaitError(why), new OtherCopy(), ofOtherRealm].map(isForfaitError)).toEqual([
      true,
      true,
      true,
    ]);
  });

  test("is nothing else", () => {
    const named = Object.assign(new Error("x"), { name: "ForfaitError" });
    const others = [new Error("x"), named, null, undefined, "ForfaitError", why, { refusal: why }];
    expect(others.map(isForfaitError)).toEqual(others.map(() => false));
  });
});

test("every code has a title in each language", () => {
  for (const { fr, en } of Object.values(titles)) {
    expect(fr).not.toBe("");
    expect(en).not.toBe(fr);
  }
});

table<unknown, string>(
  "what was found is written as JSON, shortened",
  [
    ["a text", "ZIP", '"ZIP"'],
    ["a text of one hundred letters", "a".repeat(100), `"${"a".repeat(79)}…`],
    ["nothing", undefined, "undefined"],
    ["null", null, "null"],
    ["a number", 1.5, "1.5"],
    ["a large integer", 5n, "5"],
    ["a list", ["a", 1], '["a", 1]'],
    ["a long list", Array(9).fill(0), "[… 9]"],
    ["an object, by its keys", { b: 1, a: 2 }, "{b, a}"],
    ["a function", () => 1, "function"],
    ["a symbol", Symbol("x"), "symbol"],
  ],
  (found) => refusal("INPUT_INVALID", "x", found, allowed).found,
);

test("a list that holds itself is shown all the same", () => {
  const list: unknown[] = [];
  list.push(list);
  expect(() => refusal("INPUT_INVALID", "x", list, allowed)).not.toThrow();
});
