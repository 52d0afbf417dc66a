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
import { wayText } from "../../src/schedule/prevention/way-text.ts";
import { typeset } from "../../src/typography.ts";
import { refused, why, type Why } from "../support/refused.ts";
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

const prevention = {
  acts: {
    jab: { fr: "piqûre", en: "jab", recorded: "here", source: "COUNCIL" },
    mammography: { fr: "mammographie", en: "mammography", recorded: "elsewhere", assumed: "usage" },
  },
  conditions: {
    gout: { fr: "goutte", en: "gout", source: "COUNCIL" },
    cough: {
      fr: "toux",
      en: "cough",
      assumed: "usage",
      shownBy: {
        ill: { ald: [30, 3, 1, 2, 10, 8, 9, 24, 25, 12], user: true },
        jabs: {
          acts: { jab: 2, mammography: 1 },
          from: "01/10/Y-1",
          to: "31/01/Y+1",
          source: "COUNCIL",
        },
      },
    },
  },
  "amounts.care.cases.flu": {
    fr: "Grippe",
    en: "Flu",
    source: "COUNCIL",
    eligible: {
      women: { sex: "F", age: "50-74", on: "31/12/Y", source: "COUNCIL" },
      men: { sex: "M", age: "65", on: "01/07/Y-1", source: "COUNCIL" },
      old: { age: "80+", on: "31/12/Y", assumed: "usage" },
      babies: { reaches: "9 months", source: "COUNCIL" },
      ill: { ald: [5], condition: "gout", source: "COUNCIL" },
    },
    validated: {
      early: { acts: { jab: 1 }, from: "birth+2 months", to: "birth+9 months", source: "COUNCIL" },
      once: { acts: { mammography: 1 }, to: "31/12/Y", source: "COUNCIL" },
    },
  },
};
const village = (): Schedule => loadSchedule(villageWith(structuredClone(prevention)));

const scan = { acts: { mammography: 1 }, to: "31/12/Y" };
const who = { age: "60+", on: "31/12/Y" };
const withOne = (ways: object): Schedule =>
  applyPatch(village(), { "care.bones": { fr: "os", en: "bones", ...ways } } as SchedulePatch);
const withWays = (eligible: unknown, validated: unknown = { scan }): Schedule =>
  withOne({ eligible, validated });

const day = [
  'un jour : "31/12/Y", "31/01/Y+1", "birth+24 months"',
  'a day: "31/12/Y", "31/01/Y+1", "birth+24 months"',
] as const;
const dayOfYear = ["un jour de l'année : 31/12/Y", "a day of the year: 31/12/Y"] as const;
const realDay = ["un jour que toute année a", "a day that every year has"] as const;
const ageAndDay = ["age et son jour on, ensemble", "age and its day on, together"] as const;
const actsAndDay = [
  "acts et leur dernier jour to, ensemble",
  "acts and their last day, to",
] as const;
const rising = ["un intervalle croissant, de 0 à 129", "a rising range, from 0 to 129"] as const;
const illness = ["des numéros d'ALD, de 1 à 32", "numbers of ALD, from 1 to 32"] as const;
const oneWay = ["au moins une façon", "at least one way"] as const;
const both = [
  "eligible et validated ensemble, ou aucun des deux",
  "eligible and validated together, or neither",
] as const;
const anotherName = ["un autre nom", "another name"] as const;

type Allowed = readonly [fr: string, en?: string];
const way = "care.bones.eligible.a";
const against = (at: string, found: string, [fr, en]: Allowed): Why =>
  why("SCHEDULE_INVALID", `${way}${at}`, found, fr, en);
const misspelt = (at: string, found: string, [fr, en]: Allowed): Why =>
  why("SCHEDULE_INVALID", `amounts.care.cases.bones.eligible.a${at}`, found, fr, en);
const unknown = (at: string, found: string, known: object = {}): Why =>
  why("SCHEDULE_REFERENCE_UNKNOWN", `${way}${at}`, found, Object.keys(known).join(", "));

table<unknown, Why>(
  "a way that cannot be is refused",
  [
    ["no fact", {}, against("", '"{}"', ["age, reaches, sex, ald, condition, acts"])],
    ["an age without its day", { age: "60+" }, against(".on", "undefined", ageAndDay)],
    ["a day without an age", { on: "31/12/Y", sex: "M" }, against(".on", '"31/12/Y"', ageAndDay)],
    [
      "an age on a day of birth",
      { age: "1", on: "birth+9 months" },
      against(".on", '"birth+9 months"', dayOfYear),
    ],
    ["a falling range", { age: "60-50", on: "31/12/Y" }, against(".age", '"60-50"', rising)],
    ["an age over the oldest", { age: "130+", on: "31/12/Y" }, against(".age", '"130+"', rising)],
    [
      "an ALD twice",
      { ald: [8, 8] },
      against(".ald", "[8, 8]", ["chaque numéro une seule fois", "each number once"]),
    ],
    ["ALD 33", { ald: [33] }, misspelt(".ald.0", "33", illness)],
    ["ALD 0", { ald: [0] }, misspelt(".ald.0", "0", illness)],
    [
      "no number of ALD",
      { ald: [] },
      misspelt(".ald", "[]", ["une valeur non vide", "a value that is not empty"]),
    ],
    [
      "an unknown condition",
      { condition: "asthma" },
      unknown(".condition", '"asthma"', prevention.conditions),
    ],
    [
      "an unknown kind of acts",
      { acts: { walk: 1 }, to: "31/12/Y" },
      unknown(".acts", '"walk"', prevention.acts),
    ],
    [
      "acts without a last day",
      { acts: { mammography: 1 } },
      against(".to", "undefined", actsAndDay),
    ],
    [
      "a last day without acts",
      { sex: "M", to: "31/12/Y" },
      against(".to", '"31/12/Y"', actsAndDay),
    ],
    [
      "a first day without acts",
      { sex: "M", from: "31/12/Y" },
      against(".to", "undefined", actsAndDay),
    ],
    [
      "no acts at all",
      { acts: {}, to: "31/12/Y" },
      against(".acts", '"{}"', ["au moins un acte", "at least one act"]),
    ],
    [
      "no times",
      { acts: { mammography: 0 }, to: "31/12/Y" },
      misspelt(".acts.mammography", "0", [
        "un nombre d'actes, de 1 à 100",
        "a number of acts, from 1 to 100",
      ]),
    ],
    [
      "a window that ends before it begins",
      { ...scan, from: "01/01/Y+1" },
      against(".to", '"31/12/Y"', ["un jour à partir de 01/01/Y+1", "a day from 01/01/Y+1 on"]),
    ],
    [
      "a window of months that does",
      { acts: { mammography: 1 }, from: "birth+10 months", to: "birth+9 months" },
      against(".to", '"birth+9 months"', [
        "un jour à partir de birth+10 months",
        "a day from birth+10 months on",
      ]),
    ],
    [
      "a window that ends a day before it begins",
      { acts: { mammography: 1 }, from: "02/01/Y", to: "01/01/Y" },
      against(".to", '"01/01/Y"', ["un jour à partir de 02/01/Y", "a day from 02/01/Y on"]),
    ],
    [
      "an age on a day that most years lack",
      { age: "60+", on: "29/02/Y" },
      against(".on", '"29/02/Y"', realDay),
    ],
    [
      "a day that most years lack",
      { ...scan, to: "29/02/Y" },
      against(".to", '"29/02/Y"', realDay),
    ],
    [
      "a first day that no year has",
      { ...scan, from: "31/04/Y" },
      against(".from", '"31/04/Y"', realDay),
    ],
    ["a day of the year N", { ...scan, to: "31/12/N" }, misspelt(".to", '"31/12/N"', day)],
    ["a day in a text", { ...scan, to: "the 31/12/Y" }, misspelt(".to", '"the 31/12/Y"', day)],
    [
      "a day before a text",
      { ...scan, to: "31/12/Y noon" },
      misspelt(".to", '"31/12/Y noon"', day),
    ],
    ["a month of one digit", { ...scan, to: "31/1/Y" }, misspelt(".to", '"31/1/Y"', day)],
    [
      "an age in years that is reached",
      { reaches: "2 years" },
      misspelt(".reaches", '"2 years"', [
        'un âge en mois : "9 months"',
        'an age in months: "9 months"',
      ]),
    ],
    [
      "an age in months among others",
      { reaches: "9 months or so" },
      misspelt(".reaches", '"9 months or so"', [
        'un âge en mois : "9 months"',
        'an age in months: "9 months"',
      ]),
    ],
    [
      "an age in about so many months",
      { reaches: "about 9 months" },
      misspelt(".reaches", '"about 9 months"', [
        'un âge en mois : "9 months"',
        'an age in months: "9 months"',
      ]),
    ],
    ["a sex in French", { sex: "femme" }, misspelt(".sex", '"femme"', ["F, M"])],
    [
      "an unknown key",
      { weight: "80+" },
      why(
        "SCHEDULE_UNKNOWN_KEY",
        "amounts.care.cases.bones.eligible.a.weight",
        '"weight"',
        "source, assumed, user, age, on, reaches, sex, ald, condition, acts, from, to",
      ),
    ],
  ],
  (given) => refused(() => withWays({ a: given })),
);

table<readonly [from: string, to: string], unknown>(
  "a window is accepted, for it may be open:",
  [
    ["a day", ["31/12/Y", "31/12/Y"], "bones"],
    ["a day on which the child reaches an age", ["birth+9 months", "birth+9 months"], "bones"],
    ["from an age to a day", ["birth+9 months", "31/12/Y"], "bones"],
    ["from a day to an age", ["31/12/Y", "birth+9 months"], "bones"],
    ["from the last day of a year to the first of the next", ["31/12/Y", "01/01/Y+1"], "bones"],
    ["from the last day of a month to the first of the next", ["31/01/Y", "01/02/Y"], "bones"],
  ],
  ([from, to]) =>
    withWays({ who }, { scan: { ...scan, from, to } }).amounts["care"]?.cases?.["bones"]?.en,
);

const bones = "care.bones";
table<() => unknown, Why>(
  "an indicator is refused",
  [
    [
      "without what validates",
      () => withOne({ eligible: { who } }),
      why("SCHEDULE_INVALID", `${bones}.validated`, "undefined", ...both),
    ],
    [
      "without who is eligible",
      () => withOne({ validated: { scan } }),
      why("SCHEDULE_INVALID", `${bones}.eligible`, "undefined", ...both),
    ],
    [
      "that is validated by facts alone",
      () => withWays({ who }, { scan, who }),
      why(
        "SCHEDULE_INVALID",
        `${bones}.validated.who.acts`,
        "undefined",
        "les actes qui valident",
        "the acts that validate",
      ),
    ],
    [
      "without any way to be eligible",
      () => withWays({}),
      why("SCHEDULE_INVALID", `${bones}.eligible`, '"{}"', ...oneWay),
    ],
    [
      "without any way to be validated",
      () => withWays({ who }, {}),
      why("SCHEDULE_INVALID", `${bones}.validated`, '"{}"', ...oneWay),
    ],
    ...["source", "assumed", "user"].map(
      (name) =>
        [
          `with a way that is called ${name}`,
          () => withWays({ [name]: who }),
          why("SCHEDULE_INVALID", `${bones}.eligible.${name}`, `"${name}"`, ...anotherName),
        ] as const,
    ),
  ],
  (make) => refused(make),
);

describe("an indicator", () => {
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

test.each(["eligible.babies", "validated.once"])(
  "a way that stands on nobody's word is refused: %s",
  (way) => {
    const document = villageWith({
      ...structuredClone(prevention),
      [`amounts.care.cases.flu.${way}.source`]: undefined,
    });
    const { code, path } = refused(() => loadSchedule(document));
    expect([code, path]).toEqual(["SCHEDULE_SOURCE_MISSING", `care.flu.${way}`]);
  },
);

test("a patch adds a way to those of an indicator, and changes one", () => {
  const { amounts } = applyPatch(village(), {
    "care.flu.eligible.coughing": { condition: "cough" },
    "care.flu.eligible.old.age": "75+",
  });
  const { eligible = {} } = amounts["care"]?.cases?.["flu"] ?? {};
  expect(Object.keys(eligible)).toEqual(["women", "men", "old", "babies", "ill", "coughing"]);
  expect(eligible["coughing"]).toEqual({ condition: "cough", user: true });
  expect(eligible["old"]).toEqual({ age: "75+", on: "31/12/Y", user: true });
});

test("the oldest may be all who are eligible", () => {
  expect(() => withWays({ who: { age: "129+", on: "31/12/Y" } })).not.toThrow();
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
    ),
  ).toStrictEqual(
    why(
      "SCHEDULE_INVALID",
      "conditions.diabetes.shownBy.other.condition",
      '"hypertension"',
      "des faits du patient et des actes, non une autre affection",
      "facts of the patient and acts, not another condition",
    ),
  );
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
    expect(patched.amounts["care"]?.cases?.["bones"]).toMatchObject({
      user: true,
      validated: { scan },
    });
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

test("who is eligible, what validates, conditions and acts are said in this order", () => {
  const council = { status: "official", sources: ["COUNCIL"] } as const;
  const usage = { status: "assumed", sources: [], assumed: { fr: "usage", en: "usage" } } as const;
  const text = (fr: string, en: string): LocalizedText => typeset({ fr, en });
  const who = text("Soins : Grippe, éligible", "Care: Flu, eligible");
  const what = text("Soins : Grippe, validé par", "Care: Flu, validated by");
  const flu = "care.flu";
  expect(describeSchedule(village()).prevention).toStrictEqual([
    {
      path: `${flu}.eligible.women`,
      label: who,
      value: text("femmes, de 50 à 74 ans au 31/12/Y", "women, 50 to 74 years on Y-12-31"),
      ...council,
    },
    {
      path: `${flu}.eligible.men`,
      label: who,
      value: text("hommes, 65 ans au 01/07/Y-1", "men, 65 years on (Y-1)-07-01"),
      ...council,
    },
    {
      path: `${flu}.eligible.old`,
      label: who,
      value: text("80 ans et plus au 31/12/Y", "80 years and over on Y-12-31"),
      ...usage,
    },
    {
      path: `${flu}.eligible.babies`,
      label: who,
      value: text("9 mois en Y", "9 months in Y"),
      ...council,
    },
    {
      path: `${flu}.eligible.ill`,
      label: who,
      value: text("ALD 5, goutte", "ALD 5, gout"),
      ...council,
    },
    {
      path: `${flu}.validated.early`,
      label: what,
      value: text(
        "piqûre, du jour des 2 mois au jour des 9 mois",
        "jab, from the day of 2 months to the day of 9 months",
      ),
      ...council,
    },
    {
      path: `${flu}.validated.once`,
      label: what,
      value: text("mammographie, jusqu'au 31/12/Y", "mammography, until Y-12-31"),
      ...council,
    },
    {
      path: "conditions.gout",
      label: text("goutte", "gout"),
      value: text("dite", "told"),
      ...council,
    },
    {
      path: "conditions.cough",
      label: text("toux", "cough"),
      value: {
        fr: "dite, ou : ALD 1-3, 8-10, 12, 24, 25, 30 ; piqûre (2 fois), mammographie, du 01/10/Y-1 au 31/01/Y+1",
        en: "told, or: ALD 1-3, 8-10, 12, 24, 25, 30; jab (2 times), mammography, from (Y-1)-10-01 to (Y+1)-01-31",
      },
      ...usage,
    },
    {
      path: "acts.jab.recorded",
      label: text("piqûre", "jab"),
      value: text("au dossier du cabinet", "in the record of the practice"),
      ...council,
    },
    {
      path: "acts.mammography.recorded",
      label: text("mammographie", "mammography"),
      value: text("parfois hors du dossier", "at times out of the record"),
      ...usage,
    },
  ]);
});

table<PreventionWay, LocalizedText>(
  "a way of a year in words: the days of the year",
  [
    [
      "of an age",
      { age: "65", on: "01/07/Y-1" },
      { fr: "65 ans au 01/07/2025", en: "65 years on 2025-07-01" },
    ],
    [
      "that is reached",
      { reaches: "18 months" },
      { fr: "18 mois en 2026", en: "18 months in 2026" },
    ],
    [
      "of acts",
      { acts: { jab: 1 }, from: "01/10/Y", to: "31/01/Y+1" },
      { fr: "piqûre, du 01/10/2026 au 31/01/2027", en: "jab, from 2026-10-01 to 2027-01-31" },
    ],
  ],
  (way) => wayText(village(), way, 2026),
);
