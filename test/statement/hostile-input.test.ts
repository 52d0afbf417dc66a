import { expect, test } from "vitest";
import {
  computePatient,
  computePhysician,
  computePhysicians,
  explainPatient,
  formatAmount,
  instalmentsOn,
  marginalValue,
  prepareMarginalValue,
  replayStatement,
  safeComputePatient,
  sumStatements,
  type ComputeOptions,
} from "../../src/index.ts";
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
const unlistable = new Proxy(
  {},
  {
    ownKeys(): never {
      throw new Error("ownKeys");
    },
  },
);

const readable = (path: string): Why =>
  why(
    "INPUT_INVALID",
    path,
    "undefined",
    "une valeur qui se laisse lire",
    "a value that can be read",
  );
const one =
  (input: unknown, options: unknown = { year: 2026 }) =>
  (): unknown =>
    computePhysician(input as never, options as ComputeOptions);
const alone = (input: unknown) => (): unknown => computePatient(input as never, { year: 2026 });
const all = (batch: unknown) => (): unknown => computePhysicians(batch as never, { year: 2026 });
const patients = [anAdult];

const unlistableList = new Proxy([], {
  get(): never {
    throw new Error("get");
  },
});
const made = () => computePatient({ patient: anAdult }, { year: 2026 });
const change = (given: unknown) => () =>
  marginalValue({ patients: [{ id: "p", ...anAdult }], change: given as never }, { year: 2026 });

const noList = why("INPUT_INVALID", "patients", "undefined", "une liste", "a list");
const noPatch = (found: string): Why =>
  why("INPUT_INVALID", "patch", found, "un objet { chemin: valeur }", "an object { path: value }");
const noReadings = (found: string): Why =>
  why(
    "INPUT_INVALID",
    "readings",
    found,
    "un objet { interprétation: option }",
    "an object { reading: option }",
  );
const noPhysician = (found: string): Why =>
  why("INPUT_INVALID", "physician", found, "un objet", "an object");

table<() => unknown, Why>(
  "what is given is refused, whatever it is",
  [
    ["a batch that throws", all(throwing("patients")), readable("batch")],
    ["one list that throws", one(throwing("patients")), readable("input")],
    ["one patient who throws", alone(throwing("patient")), readable("input")],
    [
      "a patient to explain who throws",
      () => explainPatient(throwing("id") as never, { year: 2026 }),
      readable("input"),
    ],
    ["a change that throws", change(throwing("add")), readable("change")],
    [
      "a list to change that throws",
      () => marginalValue(throwing("change") as never, { year: 2026 }),
      readable("input"),
    ],
    [
      "a list to change many times that throws",
      () => prepareMarginalValue(throwing("patients") as never, { year: 2026 }),
      readable("input"),
    ],
    ["changes by id that throw", change({ set: unlistable }), readable("change.set")],
    ["facts that throw", change({ set: { p: throwing("c2s") } }), readable("change.set.p")],
    [
      "a patient who joins and throws",
      change({ add: [throwing("id")] }),
      readable("change.add[0]"),
    ],
    [
      "options of an amount that throw",
      () => formatAmount("1", throwing("locale")),
      readable("options"),
    ],
    [
      "options of instalments that throw",
      () => instalmentsOn(made(), "2026-09-01", throwing("received")),
      readable("options"),
    ],
    [
      "payments that throw",
      () => instalmentsOn(made(), "2026-09-01", { received: unlistableList }),
      readable("received"),
    ],
    [
      "a payment that throws",
      () => instalmentsOn(made(), "2026-09-01", { received: [throwing("on") as never] }),
      readable("received[0]"),
    ],
    [
      "options to replay by that throw",
      () => replayStatement(made(), { patient: anAdult }, throwing("schedule")),
      readable("options"),
    ],
    [
      "options to sum by that throw",
      () => sumStatements([made()], throwing("by")),
      readable("options"),
    ],
    [
      "a grouping that throws",
      () =>
        sumStatements([made()], {
          by: () => {
            throw new Error("by");
          },
        }),
      readable("by(statements[0])"),
    ],
    [
      "an input of what returns refusals that throws",
      () => safeComputePatient(throwing("patient") as never, { year: 2026 }),
      readable("input"),
    ],
    [
      "a physician without a patient",
      alone({ physician: {} }),
      why(
        "INPUT_INVALID",
        "input",
        "{physician}",
        "un objet { patient, physician?, practice? }",
        "an object { patient, physician?, practice? }",
      ),
    ],
    ["a physician that throws", one({ patients, physician: throwing("id") }), readable("input")],
    ["options that throw", one({ patients }, throwing("year")), readable("options")],
    [
      "another word for who was never seen",
      one({ patients }, { year: 2026, neverSeen: "blank" }),
      why("INPUT_INVALID", "options.neverSeen", '"blank"', "empty"),
    ],
    [
      "ids that are shared in a word",
      one({ patients }, { year: 2026, idsAreShared: "yes" }),
      why("INPUT_INVALID", "options.idsAreShared", '"yes"', "true, false"),
    ],
    [
      "a patch that throws",
      one({ patients }, { year: 2026, patch: unlistable }),
      readable("patch"),
    ],
    [
      "a list of the year before that is null",
      one({ patients, previousPatients: null }),
      why("INPUT_INVALID", "previousPatients", "null", "une liste", "a list"),
    ],
    ["a patch that is a number", one({ patients }, { year: 2026, patch: 5 }), noPatch("5")],
    ["a patch that is zero", one({ patients }, { year: 2026, patch: 0 }), noPatch("0")],
    ["a patch that is a list", one({ patients }, { year: 2026, patch: [] }), noPatch("[]")],
    [
      "a patch that is a map",
      one({ patients }, { year: 2026, patch: new Map([["c2s.amount", "11"]]) }),
      noPatch("{}"),
    ],
    [
      "readings that are a list",
      one({ patients }, { year: 2026, readings: ["highest"] }),
      noReadings('["highest"]'),
    ],
    [
      "readings that are true",
      one({ patients }, { year: 2026, readings: true }),
      noReadings("true"),
    ],
    ["nothing", one(undefined), noList],
    ["null", one(null), noList],
    ["a physician that is a number", one({ patients, physician: 5 }), noPhysician("5")],
    ["a text", one({ patients, physician: "a" }), noPhysician('"a"')],
    ["a list", one({ patients, physician: [{ zone: "ZIP" }] }), noPhysician("[{zone}]")],
    ["a function", one({ patients, physician: () => 1 }), noPhysician("function")],
    [
      "a patient that is null",
      one({ patients: [null] }),
      why("INPUT_INVALID", "patients[0]", "null", "un objet", "an object"),
    ],
  ],
  refused,
);

test("a physician that is null is one who is not told", () => {
  expect(computePhysician({ patients, physician: null as never }, { year: 2026 })).toEqual(
    computePhysician({ patients }, { year: 2026 }),
  );
});

test("readings and a patch that are null, or empty, change nothing", () => {
  const plain = computePhysician({ patients }, { year: 2026 });
  for (const nothing of [null, {}])
    expect(
      computePhysician({ patients }, {
        year: 2026,
        readings: nothing,
        patch: nothing,
      } as unknown as ComputeOptions),
    ).toEqual(plain);
});

test("a physician with an empty id takes the one that the patients name", () => {
  expect(
    computePhysician(
      { physician: { id: "" }, patients: [{ ...anAdult, physicianId: "a" }] },
      { year: 2026 },
    ).physicianId,
  ).toBe("a");
});
