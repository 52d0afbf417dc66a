import { describe } from "vitest";
import { applyPatch, getSchedule, type Known } from "../../src/index.ts";
import { assessed } from "../support/prevention.ts";
import { table } from "../support/table.ts";

/** Kleene's logic, as whole truth tables of what the assessment answers. */

const known: readonly Known[] = ["yes", "no", "unknown"];
const AND = ["yes", "no", "unknown", "no", "no", "no", "unknown", "no", "unknown"] as const;
const OR = ["yes", "yes", "yes", "yes", "no", "unknown", "yes", "unknown", "unknown"] as const;

type Pair = readonly [a: Known, b: Known];
const rows = (answers: readonly Known[]) =>
  known.flatMap((a, i) =>
    known.map((b, j) => [`${a}, ${b}`, [a, b] as Pair, answers[3 * i + j] as Known] as const),
  );

const window = { from: "01/02/Y", to: "31/12/Y" };
const schedule = applyPatch(getSchedule("fr.fmt.2026"), {
  "acts.lab": { fr: "labo", en: "lab", recorded: "here" },
  "prevention.one-way": {
    eligible: { both: { sex: "F", ald: [8] } },
    validated: { lab: { acts: { lab: 1, hba1c: 1 }, ...window } },
  },
  "prevention.two-ways": {
    eligible: { woman: { sex: "F" }, ald: { ald: [8] } },
    validated: { lab: { acts: { lab: 1 }, ...window }, hba1c: { acts: { hba1c: 1 }, ...window } },
  },
});
const options = { schedule, asOf: "2027-02-01" };

const sex = { yes: "F", no: "M", unknown: undefined } as const;
const ald = {
  yes: { ald: true, aldNumbers: [8] },
  no: { ald: false },
  unknown: { ald: true },
} as const;
const who = ([a, b]: Pair): object => ({ age: 40, sex: sex[a], ...ald[b] });

table<Pair, Known>(
  "facts of a way must all hold",
  rows(AND),
  (pair) => assessed("one-way", who(pair), options).eligible,
);

table<Pair, Known>(
  "any way is enough to be eligible",
  rows(OR),
  (pair) => assessed("two-ways", who(pair), options).eligible,
);

describe("acts", () => {
  /** Kinds that the practice would know: one dated by its year alone may be out of the window. */
  const done = (kind: string, is: Known): readonly object[] =>
    is === "no" ? [] : [{ kind, date: is === "yes" ? "2026-05-05" : "2026" }];
  const patient = ([a, b]: Pair): object => ({
    age: 40,
    sex: "F",
    ald: true,
    aldNumbers: [8],
    acts: [...done("lab", a), ...done("hba1c", b)],
  });

  table<Pair, Known>(
    "of a way must all be done",
    rows(AND),
    (pair) => assessed("one-way", patient(pair), options).validated,
  );

  table<Pair, Known>(
    "of any way are enough",
    rows(OR),
    (pair) => assessed("two-ways", patient(pair), options).validated,
  );
});
