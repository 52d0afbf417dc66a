import { describe, expect, test } from "vitest";
import {
  computePhysician,
  type ComputeOptions,
  type Patient,
  type Statement,
} from "../../src/index.ts";
import { refused, why, type Why } from "../support/refused.ts";
import { anAdult, batch, whyRefused } from "../support/rows.ts";
import { table } from "../support/table.ts";

const seenNeeded = [
  "true ou false (ou une date dans lastSeen) ; ou aucune colonne seen ; si une case vide " +
    'veut dire jamais : neverSeen: "empty" (--never-seen empty)',
  "true or false (or a date in lastSeen); or no seen column at all; if an empty cell means " +
    'never: neverSeen: "empty" (--never-seen empty)',
] as const;
const missing = (path: string, found: string): Why =>
  why("SEEN_MISSING", path, found, ...seenNeeded);
const rows = (...more: readonly object[]): object[] => more.map((one) => ({ ...anAdult, ...one }));

table<readonly object[], readonly Why[]>(
  "empty in one row of a column that exists is refused, prevention excepted",
  [
    ["no column seen at all", rows({}, {}), []],
    ["seen in every row", rows({ seen: true }, { seen: false }), []],
    [
      "seen missing from a row",
      rows({ seen: true }, {}),
      [missing("patients[1].seen", "undefined")],
    ],
    [
      "seen empty in a row",
      rows({ seen: "" }, { seen: true }),
      [missing("patients[0].seen", '""')],
    ],
    ["seen null in every row", rows({ seen: null }), [missing("patients[0].seen", "null")]],
    [
      "lastSeen missing from a row",
      rows({ lastSeen: "2025" }, {}),
      [missing("patients[1].lastSeen", "undefined")],
    ],
    [
      "lastSeen empty in a row",
      rows({ lastSeen: "2025" }, { lastSeen: "" }),
      [missing("patients[1].lastSeen", "undefined")],
    ],
    ["lastSeen where seen is empty", rows({ seen: true }, { seen: "", lastSeen: "2025" }), []],
    ["prevention empty in a row", rows({ prevention: 3 }, { prevention: "" }, {}), []],
  ],
  (patients) => whyRefused(batch(patients)),
);

test("a row that cannot be read does not tell which columns there are", () => {
  const unreadable = {
    get seen(): never {
      throw new Error("seen");
    },
  };
  expect(whyRefused(batch([unreadable, anAdult]))).toEqual([
    why("INPUT_INVALID", "patients[0]", "{seen}", "un objet", "an object"),
  ]);
});

/** What a statement says of columns that a list lacks. */
function assumedOf(patients: readonly object[], year = 2026): string[] {
  const { assumptions }: Statement = computePhysician(
    { patients: patients as Patient[] },
    { year },
  );
  return assumptions
    .filter(({ path }) => path.startsWith("patients"))
    .map(({ code, path, en }) => `${code} ${path}: ${en}`);
}

const seenAssumed =
  "if-missing patients[].seen: last visit: not given, every patient counted as seen";
const nonePrevented =
  "if-missing patients[].prevention: prevention: not given, no indicator counted";

const of2026 =
  "prevention-year patients[].prevention: prevention: indicators validated in 2026; those without a date count too";

table<readonly object[], readonly string[]>(
  "a column that the whole list lacks takes the schedule's default, which is said once",
  [
    ["both lack", rows({}, {}), [seenAssumed, nonePrevented]],
    ["seen is there", rows({ seen: true }, { seen: true }), [nonePrevented]],
    ["lastSeen is there", rows({ lastSeen: "2025" }), [nonePrevented]],
    ["prevention is there, for one patient", rows({ prevention: 1 }, {}), [seenAssumed, of2026]],
    ["prevention is there, empty", rows({ prevention: "" }), [seenAssumed, of2026]],
    ["no patient", [], []],
  ],
  (patients) => assumedOf(patients),
);

describe("the FPMT", () => {
  test("asks neither who was seen nor what was done", () => {
    expect(assumedOf(rows({}), 2024)).toEqual([]);
  });

  test("does not hold seen against lastSeen, since it asks for neither", () => {
    expect(
      whyRefused(batch(rows({ seen: true, lastSeen: "1999" }), undefined, { year: 2024 })),
    ).toEqual([]);
  });

  test("says that it does not pay the prevention of a list that has it", () => {
    const { warnings, total } = computePhysician(
      { patients: [{ ...anAdult, prevention: 3 }] },
      { year: 2024 },
    );
    expect([warnings.map(({ code }) => code), total]).toEqual([["prevention-unpaid"], "5.00"]);
  });
});

table<ComputeOptions["patch"], Why>(
  "a column that the whole list lacks is refused where the schedule has no default",
  [
    [
      "seen",
      { "reads.ifMissing.seen": null },
      why(
        "FACT_MISSING",
        "patients[].seen",
        "undefined",
        "une valeur : le barème n'a pas de défaut pour seen",
        "a value: the schedule has no default for seen",
      ),
    ],
    [
      "prevention",
      { "reads.ifMissing.prevention": null },
      why(
        "FACT_MISSING",
        "patients[].prevention",
        "undefined",
        "les indicateurs de prévention : le barème n'a pas de défaut",
        "prevention indicators: the schedule has no default",
      ),
    ],
  ],
  (patch) =>
    refused(() =>
      computePhysician({ patients: [anAdult] }, { year: 2026, ...(patch && { patch }) }),
    ),
);
