import { expect, test } from "vitest";
import { computePhysician, computePhysicians, type Options } from "../../src/index.ts";
import { refused, why, type Why } from "../support/refused.ts";
import { anAdult } from "../support/rows.ts";
import { table } from "../support/table.ts";

/** An object that throws when this field of it is read. */
const throwing = (field: string): object =>
  Object.defineProperty({}, field, {
    enumerable: true,
    get(): never {
      throw new Error(field);
    },
  });
const unlistable = new Proxy({}, {
  ownKeys(): never {
    throw new Error("ownKeys");
  },
});

const readable = (path: string): Why => why("INPUT_INVALID", path, "undefined", "une valeur qui se laisse lire", "a value that can be read");
const one = (input: unknown, options: unknown = { year: 2026 }) => (): unknown => computePhysician(input as never, options as Options);
const all = (batch: unknown) => (): unknown => computePhysicians(batch as never, { year: 2026 });
const patients = [anAdult];

const noList = why("INPUT_INVALID", "patients", "undefined", "une liste", "a list");
const noPhysician = (found: string): Why => why("INPUT_INVALID", "physician", found, "un objet", "an object");

table<() => unknown, Why>(
  "what is given is refused, whatever it is",
  [
    ["a batch that throws", all(throwing("patients")), readable("batch")],
    ["one list that throws", one(throwing("patients")), readable("input")],
    ["a physician that throws", one({ patients, physician: throwing("id") }), readable("input")],
    ["options that throw", one({ patients }, throwing("year")), readable("options")],
    ["a patch that throws", one({ patients }, { year: 2026, patch: unlistable }), readable("patch")],
    ["nothing", one(undefined), noList],
    ["null", one(null), noList],
    ["a physician that is a number", one({ patients, physician: 5 }), noPhysician("5")],
    ["a text", one({ patients, physician: "a" }), noPhysician('"a"')],
    ["a list", one({ patients, physician: [{ zone: "ZIP" }] }), noPhysician("[{zone}]")],
    ["a function", one({ patients, physician: () => 1 }), noPhysician("function")],
    ["a patient that is null", one({ patients: [null] }), why("INPUT_INVALID", "patients[0]", "null", "un objet", "an object")],
  ],
  refused,
);

test("a physician that is null is one who is not told", () => {
  expect(computePhysician({ patients, physician: null as never }, { year: 2026 })).toEqual(computePhysician({ patients }, { year: 2026 }));
});
