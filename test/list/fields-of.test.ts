import { expect, test } from "vitest";
import { fieldsOf } from "../../src/list/fields-of.ts";

interface Row {
  readonly id?: unknown;
  readonly zone?: unknown;
  readonly facts?: unknown;
}

const read = (given: unknown): ReturnType<typeof fieldsOf<Row>> =>
  fieldsOf(given as Row, ["id", "zone", "facts"]);

test.each<[string, unknown]>([
  ["nothing", undefined],
  ["null", null],
  ["a text", "id"],
  ["a number", 7],
  ["a list", [{ id: "a" }]],
  ["a function that has the fields", Object.assign(() => 0, { id: "a" })],
  ["a list that has the fields", Object.assign([], { id: "a" })],
])("%s is no row", (_, given) => expect(read(given)).toBeUndefined());

test.each([
  [(throwing: () => never) => Object.defineProperty({}, "id", { get: throwing })],
  [(throwing: () => never) => ({ zone: new Proxy([], { get: throwing }) })],
  [
    (throwing: () => never) => ({
      zone: [
        { value: 1 },
        {
          get value() {
            return throwing();
          },
        },
      ],
    }),
  ],
  [
    (throwing: () => never) => ({
      facts: {
        get share() {
          return throwing();
        },
      },
    }),
  ],
])("a row of which a part cannot be read is none (%#)", (make) =>
  expect(
    read(
      make(() => {
        throw new Error("unreadable");
      }),
    ),
  ).toBeUndefined(),
);

test("the fields that are known are read, the names of others are told, inherited ones too", () => {
  const given = Object.assign(Object.create({ sector: "1" }) as object, { id: 7, towm: "x" });
  expect(read(given)).toEqual({ row: { id: 7 }, unknown: ["towm", "sector"] });
});

test("periods are copied, so that they cannot change; what is no period stays as it is", () => {
  const period = { value: "ZIP", until: "2025" };
  const list = [1];
  const act = Object.assign(() => 0, { value: "QPV" });
  const zone = [period, list, "ZAC", 5, null, undefined, act];
  const copy = read({ zone })?.row.zone as readonly unknown[];
  expect(copy).toStrictEqual(zone);
  expect([copy === zone, copy[0] === period]).toEqual([false, false]);
  expect(copy.slice(1).map((one, i) => Object.is(one, zone[i + 1]))).toEqual(
    zone.slice(1).map(() => true),
  );
  const object = { value: "ZIP" };
  expect(["ZIP", object, null].map((one) => read({ zone: one })?.row.zone === one)).toEqual([
    true,
    true,
    true,
  ]);
});

test("facts are copied, so that they cannot change; what is no object stays as it is", () => {
  const facts = { share: 1 };
  expect(read({ facts })?.row.facts).toEqual(facts);
  expect(read({ facts })?.row.facts).not.toBe(facts);
  const others = [[{ share: 1 }], "share", null, undefined, () => 1];
  for (const one of others) expect(read({ facts: one })?.row.facts).toBe(one);
});

test("each field is read once", () => {
  let reads = 0;
  const given = {
    get zone() {
      reads += 1;
      return "ZIP";
    },
  };
  expect(read(given)?.row.zone).toBe("ZIP");
  expect(reads).toBe(1);
});
