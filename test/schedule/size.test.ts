import { describe, expect, test } from "vitest";
import { applyPatch, loadSchedule } from "../../src/index.ts";
import { refused, why } from "../support/refused.ts";
import { villageWith } from "../support/village.ts";

const named = (count: number, one: unknown): Record<string, unknown> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`n${i}`, one]));

describe("a document of any size", () => {
  test.each([
    ["a name of 100 letters", { [`amounts.base.cases.${"x".repeat(100)}`]: undefined }],
    ["a label of 2,000 characters", { "amounts.base.fr": "x".repeat(2000) }],
    ["300 sources", { sources: { COUNCIL: source(), ...named(299, source()) } }],
  ])("loads with %s", (_, edits) => expect(loadSchedule(villageWith(edits)).id).toBe("fr.village"));

  test.each([
    [
      "a name of 101 letters",
      { [`sources.${"x".repeat(101)}`]: source() },
      `sources.${"x".repeat(32)}…${"x".repeat(39)}`,
      "at most 100 characters",
    ],
    [
      "a label of 2,001 characters",
      { "amounts.base.fr": "x".repeat(2001) },
      "amounts.base.fr",
      "at most 2000 characters",
    ],
    ["301 sources", { sources: named(301, source()) }, "sources", "at most 300 entries"],
    ["301 parts", named(301, 0), "(document)", "at most 300 entries"],
    [
      "301 parts of a payment",
      { "payment.summer.equal": Array.from({ length: 301 }, () => "06/N") },
      "payment.summer.equal",
      "at most 300 entries",
    ],
  ])("is refused with %s", (_, edits, path, allowed) => {
    const why = refused(() => loadSchedule(villageWith(edits)));
    expect(why).toMatchObject({ code: "SCHEDULE_TOO_LARGE", path });
    expect(why.allowed).toMatchObject({ en: allowed });
  });

  test("counts its characters anew for each option", () => {
    const options = (count: number): unknown =>
      villageWith({
        sources: { COUNCIL: source(), ...named(200, { ...source(), title: "x".repeat(100) }) },
        "readings.more": { fr: "?", en: "?", default: "d", because: "b", or: named(count, {}) },
      });
    expect(loadSchedule(options(10)).id).toBe("fr.village");
    expect(refused(() => loadSchedule(options(40)))).toMatchObject({
      code: "SCHEDULE_TOO_LARGE",
      path: "(document)",
    });
  });

  test("is refused as text before it is read", () =>
    expect(refused(() => loadSchedule(" ".repeat(10_000_000)))).toMatchObject({
      code: "SCHEDULE_TOO_LARGE",
      found: "10000000",
    }));

  test("is as large with a patch", () => {
    const schedule = loadSchedule(villageWith());
    expect(refused(() => applyPatch(schedule, { "base.fr": "x".repeat(2001) }))).toMatchObject({
      code: "SCHEDULE_TOO_LARGE",
      path: "amounts.base.fr",
    });
  });

  test("refuses an amendment of any size", () =>
    expect(
      refused(() =>
        loadSchedule({ id: "fr.x", version: "1", over: "fr.fmt.2026", patch: named(301, "1") }),
      ),
    ).toMatchObject({ code: "SCHEDULE_TOO_LARGE", path: "patch" }));
});

function source(): Record<string, string> {
  return { status: "official", checked: "2026-01-15", title: "Registre" };
}

test("a text that is no JSON is refused, and one that is too long is not read", () => {
  const longest = 4 * 1_000_000;
  expect(refused(() => loadSchedule("not JSON"))).toStrictEqual(
    why("SCHEDULE_INVALID", "(document)", '"not JSON"', "un document JSON", "a JSON document"),
  );
  expect(refused(() => loadSchedule(" ".repeat(longest))).code).toBe("SCHEDULE_INVALID");
  expect(refused(() => loadSchedule(" ".repeat(longest + 1)))).toStrictEqual(
    why(
      "SCHEDULE_TOO_LARGE",
      "(document)",
      String(longest + 1),
      `un texte de ${longest} caractères au plus`,
      `a text of at most ${longest} characters`,
    ),
  );
});
