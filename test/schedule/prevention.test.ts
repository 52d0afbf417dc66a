import { describe, expect, test } from "vitest";
import {
  applyPatch,
  getSchedule,
  loadSchedule,
  type LocalizedText,
  type PreventionWay,
  type Schedule,
  type SchedulePatch,
} from "../../src/index.ts";
import { describeSchedule } from "../../src/schedule/describe.ts";
import { refused } from "../support/refused.ts";
import { table } from "../support/table.ts";
import { villageWith } from "../support/village.ts";

const fmt = getSchedule("fr.fmt.2026");
const indicators = Object.entries(fmt.amounts["prevention"]?.cases ?? {});

test("each of the fifteen indicators says who is eligible and what validates", () => {
  expect(indicators).toHaveLength(15);
  for (const [id, { eligible, validated }] of indicators) {
    expect([id, Object.keys(eligible ?? {}).length > 0]).toEqual([id, true]);
    expect([id, Object.keys(validated ?? {}).length > 0]).toEqual([id, true]);
  }
});

table<string, string>(
  "the numbers of ALD are those of the text",
  [
    ["flu", "flu", "1-2, 5-10, 12-16, 18-22, 24, 25, 27, 28, 30"],
    ["covid", "covid", "1-3, 5-10, 12-16, 18-22, 23-25, 27, 28, 30"],
    ["pneumococcus", "pneumococcus", "2, 3, 5-9, 14, 19, 21, 22, 24, 25, 27, 28, 30"],
  ],
  (id) => (numbersOf(id).join() === expand(TEXT[id] as string) ? (TEXT[id] as string) : "others"),
);

const TEXT: Readonly<Record<string, string>> = {
  flu: "1-2, 5-10, 12-16, 18-22, 24, 25, 27, 28, 30",
  covid: "1-3, 5-10, 12-16, 18-22, 23-25, 27, 28, 30",
  pneumococcus: "2, 3, 5-9, 14, 19, 21, 22, 24, 25, 27, 28, 30",
};

function numbersOf(id: string): readonly number[] {
  return fmt.amounts["prevention"]?.cases?.[id]?.eligible?.["ald"]?.ald ?? [];
}

/** `1-3, 5` → `1,2,3,5`. */
function expand(text: string): string {
  return text
    .split(", ")
    .flatMap((run) => {
      const [from = 0, to = from] = run.split("-").map(Number);
      return Array.from({ length: to - from + 1 }, (_, i) => from + i);
    })
    .join();
}

const scan = { acts: { mammography: 1 }, to: "31/12/Y" };
const who = { age: "60+", on: "31/12/Y" };
const withOne = (ways: object): Schedule =>
  applyPatch(fmt, { "prevention.bones": { fr: "os", en: "bones", ...ways } } as SchedulePatch);
const withWays = (eligible: unknown, validated: unknown = { scan }): Schedule =>
  withOne({ eligible, validated });

table<unknown, readonly [code: string, path: string]>(
  "a way that cannot be is refused",
  [
    ["no fact", {}, ["SCHEDULE_INVALID", "prevention.bones.eligible.a"]],
    [
      "an age without its day",
      { age: "60+" },
      ["SCHEDULE_INVALID", "prevention.bones.eligible.a.on"],
    ],
    [
      "a day without an age",
      { on: "31/12/Y", sex: "M" },
      ["SCHEDULE_INVALID", "prevention.bones.eligible.a.on"],
    ],
    [
      "an age on a day of birth",
      { age: "1", on: "birth+9 months" },
      ["SCHEDULE_INVALID", "prevention.bones.eligible.a.on"],
    ],
    [
      "a falling range",
      { age: "60-50", on: "31/12/Y" },
      ["SCHEDULE_INVALID", "prevention.bones.eligible.a.age"],
    ],
    [
      "an age over the oldest",
      { age: "130+", on: "31/12/Y" },
      ["SCHEDULE_INVALID", "prevention.bones.eligible.a.age"],
    ],
    ["an ALD twice", { ald: [8, 8] }, ["SCHEDULE_INVALID", "prevention.bones.eligible.a.ald"]],
    [
      "ALD 33",
      { ald: [33] },
      ["SCHEDULE_INVALID", "amounts.prevention.cases.bones.eligible.a.ald.0"],
    ],
    [
      "ALD 0",
      { ald: [0] },
      ["SCHEDULE_INVALID", "amounts.prevention.cases.bones.eligible.a.ald.0"],
    ],
    [
      "no number of ALD",
      { ald: [] },
      ["SCHEDULE_INVALID", "amounts.prevention.cases.bones.eligible.a.ald"],
    ],
    [
      "an unknown condition",
      { condition: "gout" },
      ["SCHEDULE_REFERENCE_UNKNOWN", "prevention.bones.eligible.a.condition"],
    ],
    [
      "an unknown kind of acts",
      { acts: { walk: 1 }, to: "31/12/Y" },
      ["SCHEDULE_REFERENCE_UNKNOWN", "prevention.bones.eligible.a.acts"],
    ],
    [
      "acts without a last day",
      { acts: { mammography: 1 } },
      ["SCHEDULE_INVALID", "prevention.bones.eligible.a.to"],
    ],
    [
      "a last day without acts",
      { sex: "M", to: "31/12/Y" },
      ["SCHEDULE_INVALID", "prevention.bones.eligible.a.to"],
    ],
    [
      "no acts at all",
      { acts: {}, to: "31/12/Y" },
      ["SCHEDULE_INVALID", "prevention.bones.eligible.a.acts"],
    ],
    [
      "no times",
      { acts: { mammography: 0 }, to: "31/12/Y" },
      ["SCHEDULE_INVALID", "amounts.prevention.cases.bones.eligible.a.acts.mammography"],
    ],
    [
      "a window that ends before it begins",
      { ...scan, from: "01/01/Y+1" },
      ["SCHEDULE_INVALID", "prevention.bones.eligible.a.to"],
    ],
    [
      "a window of months that does",
      { acts: { mammography: 1 }, from: "birth+10 months", to: "birth+9 months" },
      ["SCHEDULE_INVALID", "prevention.bones.eligible.a.to"],
    ],
    [
      "a day that most years lack",
      { ...scan, to: "29/02/Y" },
      ["SCHEDULE_INVALID", "prevention.bones.eligible.a.to"],
    ],
    [
      "a day that no year has",
      { ...scan, to: "31/04/Y" },
      ["SCHEDULE_INVALID", "prevention.bones.eligible.a.to"],
    ],
    [
      "a day of the year N",
      { ...scan, to: "31/12/N" },
      ["SCHEDULE_INVALID", "amounts.prevention.cases.bones.eligible.a.to"],
    ],
    [
      "an age in years that is reached",
      { reaches: "2 years" },
      ["SCHEDULE_INVALID", "amounts.prevention.cases.bones.eligible.a.reaches"],
    ],
    [
      "a sex in French",
      { sex: "femme" },
      ["SCHEDULE_INVALID", "amounts.prevention.cases.bones.eligible.a.sex"],
    ],
    [
      "an unknown key",
      { weight: "80+" },
      ["SCHEDULE_UNKNOWN_KEY", "amounts.prevention.cases.bones.eligible.a.weight"],
    ],
  ],
  (way) => {
    const { code, path } = refused(() => withWays({ a: way }));
    return [code, path];
  },
);

describe("an indicator", () => {
  test("without what validates is refused, and without who is eligible", () => {
    expect(refused(() => withOne({ eligible: { who } })).path).toBe("prevention.bones.validated");
    expect(refused(() => withOne({ validated: { scan } })).path).toBe("prevention.bones.eligible");
  });

  test("is not validated by facts alone", () => {
    expect(refused(() => withWays({ who }, { who })).path).toBe(
      "prevention.bones.validated.who.acts",
    );
  });

  test("without any way is refused", () => {
    expect(refused(() => withWays({})).path).toBe("prevention.bones.eligible");
  });

  test("with a way called as its provenance is refused", () => {
    expect(refused(() => withWays({ source: who })).path).toBe("prevention.bones.eligible.source");
  });

  test("is of amounts per indicator alone", () => {
    const { code, path } = refused(() =>
      loadSchedule(
        villageWith({
          "amounts.base.cases.child.eligible": { who: { ...who, source: "COUNCIL" } },
        }),
      ),
    );
    expect([code, path]).toEqual(["SCHEDULE_UNKNOWN_KEY", "base.child.eligible"]);
  });
});

test("a way that stands on nobody's word is refused", () => {
  const { code, path } = refused(() =>
    loadSchedule(
      villageWith({
        acts: { jab: { fr: "piqûre", en: "jab", recorded: "here", source: "COUNCIL" } },
        "amounts.care.cases.flu": {
          eligible: { old: { ...who, source: "COUNCIL" } },
          validated: { jab: { acts: { jab: 1 }, to: "31/12/Y" } },
        },
      }),
    ),
  );
  expect([code, path]).toEqual(["SCHEDULE_SOURCE_MISSING", "care.flu.validated.jab"]);
});

test("kinds of acts and conditions stand on somebody's word", () => {
  const kind = { fr: "piqûre", en: "jab", recorded: "here" };
  const refusedAt = (changes: Record<string, unknown>): string =>
    refused(() => loadSchedule(villageWith(changes))).path;
  expect(refusedAt({ acts: { jab: kind } })).toBe("acts.jab");
  expect(refusedAt({ conditions: { gout: { fr: "goutte", en: "gout" } } })).toBe("conditions.gout");
});

test("a condition is shown by facts and acts, not by another condition", () => {
  expect(
    refused(() =>
      applyPatch(fmt, { "conditions.diabetes.shownBy": { other: { condition: "hypertension" } } }),
    ).path,
  ).toBe("conditions.diabetes.shownBy.other.condition");
});

const caseOf = (schedule: Schedule, id: string) => schedule.amounts["prevention"]?.cases?.[id];

describe("a patch", () => {
  test("of an age makes that way the user's, and no other value", () => {
    const patched = applyPatch(fmt, { "prevention.flu.eligible.65+.age": "60+" });
    expect(caseOf(patched, "flu")?.eligible?.["65+"]).toEqual({
      age: "60+",
      on: "31/12/Y",
      user: true,
    });
    expect(caseOf(patched, "flu")?.source).toBe("CSMF");
    const { prevention, amounts } = describeSchedule(patched);
    const changed = [...prevention, ...amounts].filter(({ status }) => status === "user");
    expect(changed.map(({ path }) => path)).toEqual(["prevention.flu.eligible.65+"]);
  });

  test("adds a way, and takes one away", () => {
    const patched = applyPatch(fmt, {
      "prevention.flu.eligible.midwives": { condition: "diabetes" },
      "prevention.flu.eligible.ald": null,
    });
    expect(Object.keys(caseOf(patched, "flu")?.eligible ?? {})).toEqual([
      "65+",
      "bronchodilators",
      "midwives",
    ]);
  });

  test("takes away who is eligible and what validates, of an indicator that keeps its price", () => {
    const patched = applyPatch(fmt, {
      "prevention.flu.eligible": null,
      "prevention.flu.validated": null,
    });
    const { eligible, validated } = caseOf(patched, "flu") ?? {};
    expect([eligible, validated]).toEqual([undefined, undefined]);
  });

  test("adds an indicator with its price", () => {
    const patched = withWays({ who });
    expect(caseOf(patched, "bones")).toMatchObject({ user: true, validated: { scan } });
  });

  test("of a price leaves who is eligible to its source", () => {
    const patched = applyPatch(fmt, { "prevention.flu.amount": "7" });
    const statuses = describeSchedule(patched)
      .prevention.filter(({ path }) => path.startsWith("prevention.flu."))
      .map(({ status }) => status);
    expect(statuses).toEqual(["assumed", "secondary", "secondary", "assumed"]);
  });

  test("of an unknown way is refused, with those that are known", () => {
    const { code, allowed } = refused(() =>
      applyPatch(fmt, { "prevention.flu.eligible.60+.age": "60+" }),
    );
    expect([code, allowed.en]).toEqual(["PATCH_PATH_UNKNOWN", "65+, ald, bronchodilators"]);
  });

  test("of whose record holds an act", () => {
    const patched = applyPatch(fmt, { "acts.flu-vaccine.recorded": "here" });
    expect(patched.acts?.["flu-vaccine"]).toMatchObject({ recorded: "here", user: true });
  });
});

const textsOf = (schedule: Schedule): readonly LocalizedText[] =>
  describeSchedule(schedule)
    .prevention.filter(({ path }) => path.startsWith("prevention.bones"))
    .map(({ value }) => value);

test("a way is described in words, in both languages", () => {
  const way: PreventionWay = { sex: "F", age: "50-74", on: "31/12/Y" };
  const schedule = withWays({ way }, { scan: { ...scan, from: "01/01/Y-1" } });
  expect(textsOf(schedule)).toEqual([
    { fr: "femmes, de 50 à 74 ans au 31/12/Y", en: "women, 50 to 74 years on Y-12-31" },
    {
      fr: "mammographie, du 01/01/Y-1 au 31/12/Y",
      en: "mammography, from (Y-1)-01-01 to Y-12-31",
    },
  ]);
  expect(textsOf(withWays({ way: { sex: "M", age: "65", on: "31/12/Y" } }))[0]).toEqual({
    fr: "hommes, 65 ans au 31/12/Y",
    en: "men, 65 years on Y-12-31",
  });
});
