import { describe, expect, test } from "vitest";
import { computePatient, getSchedule, loadSchedule } from "../../src/index.ts";
import { refused, why, type Why } from "../support/refused.ts";
import { table } from "../support/table.ts";

const amendment = {
  id: "fr.fmt.2028",
  version: "1",
  over: "fr.fmt.2026",
  fr: "Avenant de 2028",
  en: "Amendment of 2028",
  inForce: { from: "2028-01-01", to: "2029-12-31", source: "DECREE" },
  source: "DECREE",
  patch: { "base.ald-80+.amount": "110" },
  sources: { DECREE: { status: "official", checked: "2027-12-01", title: "Le décret" } },
};
const amended = (edits: object): object =>
  JSON.parse(JSON.stringify({ ...amendment, ...edits })) as object;

describe("an amendment", () => {
  const schedule = loadSchedule(amendment);
  const base = getSchedule("fr.fmt.2026");

  test("has its own name and period, and says what it amends", () => {
    const { id, fr, en, inForce, amends } = schedule;
    expect({ id, fr, en, inForce, amends }).toEqual({
      id: "fr.fmt.2028",
      fr: "Avenant de 2028",
      en: "Amendment of 2028",
      inForce: amendment.inForce,
      amends: "fr.fmt.2026",
    });
  });

  test("patches on its own source, and leaves the rest to the schedule that it amends", () => {
    const cases = schedule.amounts["base"]?.cases;
    expect(cases?.["ald-80+"]).toEqual({
      ...base.amounts["base"]?.cases?.["ald-80+"],
      amount: "110",
      source: "DECREE",
    });
    expect(cases?.["80+"]).toEqual(base.amounts["base"]?.cases?.["80+"]);
  });

  test("puts in a case on its own source, and on another where the case names one", () => {
    const { cases } =
      loadSchedule(
        amended({
          patch: {
            "prevention.rsv": { amount: "7" },
            "prevention.zoster": { amount: "8", source: "ACTIVA" },
          },
        }),
      ).amounts["prevention"] ?? {};
    expect([cases?.["rsv"], cases?.["zoster"]]).toEqual([
      { amount: "7", source: "DECREE" },
      { amount: "8", source: "ACTIVA" },
    ]);
  });

  test("puts in a case on the assumption that the case names", () => {
    const { cases } =
      loadSchedule(amended({ patch: { "prevention.rsv": { amount: "7", assumed: "usage" } } }))
        .amounts["prevention"] ?? {};
    expect(cases?.["rsv"]).toEqual({ amount: "7", assumed: "usage" });
  });

  test("gives lines that cite its source", () => {
    const { total, lines } = computePatient(
      { patient: { age: 80, ald: true, c2s: false, seen: true } },
      { schedule, year: 2028 },
    );
    expect([total, lines[0]?.status, lines[0]?.sources]).toEqual([
      "110.00",
      "official",
      ["DECREE"],
    ]);
  });

  test("takes the period of what it amends where it has none", () => {
    expect(loadSchedule(amended({ inForce: undefined })).inForce).toEqual(base.inForce);
  });

  test("may be a proposal", () => {
    const { proposed, inForce } = loadSchedule(
      amended({ inForce: undefined, proposed: "2027-06-01" }),
    );
    expect([proposed, inForce]).toEqual(["2027-06-01", undefined]);
  });

  test("without a source is the user's own", () => {
    const { user, source } =
      loadSchedule(amended({ source: undefined })).amounts["base"]?.cases?.["ald-80+"] ?? {};
    expect([user, source]).toEqual([true, undefined]);
  });
});

describe("the FPMT of 2024 is two values over that of 2018", () => {
  const [before, after] = [getSchedule("fr.fpmt.2018"), getSchedule("fr.fpmt.2024")];

  test("which cite the settlement's source", () => {
    const word = { amount: "46", source: "QDM-4452" };
    const cases = before.amounts["base"]?.cases ?? {};
    expect(after.amounts).toEqual({
      base: {
        ...before.amounts["base"],
        cases: {
          ...cases,
          "80+": { ...cases["80+"], ...word },
          "ald-0-79": { ...cases["ald-0-79"], ...word },
        },
      },
    });
  });

  test("and all the rest is the same", () => {
    const { amounts: _a, id: _i, fr: _f, en: _e, text: _t, inForce: _p, ...rest } = before;
    expect(after).toMatchObject({ ...rest, amends: "fr.fpmt.2018" });
  });
});

const noWord = [
  "un chemin qui ne touche ni source, ni assumed, ni user : une valeur modifiée porte le nom de qui la modifie",
  "a path that touches neither source, assumed nor user: a patched value carries the name of whoever patches it",
] as const;
const known = ["le nom d'un barème connu", "the id of a known schedule"] as const;

table<object, Why>(
  "an amendment is refused",
  [
    [
      "over an unknown schedule",
      { over: "fr.fmt.2025" },
      why("SCHEDULE_REFERENCE_UNKNOWN", "over", '"fr.fmt.2025"', ...known),
    ],
    [
      "over nothing that is text",
      { over: 2026 },
      why("SCHEDULE_INVALID", "over", "2026", "un texte", "a text"),
    ],
    [
      "with an unknown key",
      { colour: "blue" },
      why(
        "SCHEDULE_UNKNOWN_KEY",
        "colour",
        '"colour"',
        "$schema, fr, en, source, assumed, user, id, version, over, text, inForce, proposed, from, readings, patch, sources",
      ),
    ],
    [
      "with an unknown source",
      { source: "RUMOUR" },
      why(
        "SCHEDULE_REFERENCE_UNKNOWN",
        "base.ald-80+.source",
        '"RUMOUR"',
        [...Object.keys(getSchedule("fr.fmt.2026").sources), "DECREE"].join(", "),
      ),
    ],
    [
      "with a source that was never read",
      { sources: { DECREE: { status: "official", title: "Le décret" } } },
      why(
        "SCHEDULE_SOURCE_MISSING",
        "sources.DECREE.checked",
        "undefined",
        "une date AAAA-MM-JJ",
        "a date YYYY-MM-DD",
      ),
    ],
    [
      "with a period and a day of proposal",
      { proposed: "2027-06-01" },
      why(
        "SCHEDULE_INVALID",
        "inForce",
        '"inForce + proposed"',
        "soit inForce, soit proposed",
        "either inForce or proposed",
      ),
    ],
    [
      "that opens a gap",
      { patch: { "base.ald-80+.when.age": "81+" } },
      why(
        "SCHEDULE_GAP",
        "base",
        '"seen true, ald true, age 80"',
        "exactement un cas",
        "exactly one case",
      ),
    ],
    [
      "that touches a source by hand",
      { patch: { "c2s.source": "DECREE" } },
      why("PATCH_PATH_UNKNOWN", "c2s.source", '"c2s.source"', ...noWord),
    ],
  ],
  (edits) => refused(() => loadSchedule(amended(edits))),
);

test("the proposal, which has no amendment, cannot be amended into force by a patch", () => {
  expect(
    refused(() =>
      loadSchedule({
        ...amendment,
        over: "fr.proposal.2024-02-08",
        patch: { "inForce.from": "2024-01-01" },
      }),
    ).code,
  ).toBe("PATCH_PATH_UNKNOWN");
});

test("a scenario that chooses no reading starts without any", () => {
  const scenario = { id: "fr.later", version: "1", over: "fr.fmt.2026", from: 2027 };
  expect(loadSchedule({ ...scenario, patch: { "c2s.amount": "11" } }).starts).toStrictEqual({
    from: 2027,
  });
});
