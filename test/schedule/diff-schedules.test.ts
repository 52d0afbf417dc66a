import { expect, test } from "vitest";
import {
  applyPatch,
  applyReadings,
  diffSchedules,
  getSchedule,
  type LocalizedText,
  type Schedule,
  type ScheduleDifference,
} from "../../src/index.ts";
import { refused } from "../support/refused.ts";
import { table } from "../support/table.ts";
import { villageWith } from "../support/village.ts";

const at = (all: ReturnType<typeof diffSchedules>, path: string): unknown =>
  all.find((one) => one.path === path);

test("no difference from itself, by id or document, also from JSON", () => {
  const document = getSchedule("fr.fmt.2026");
  expect(diffSchedules("fr.fmt.2026", document)).toEqual([]);
  expect(diffSchedules(document, JSON.parse(JSON.stringify(document)))).toEqual([]);
});

test("the règlement arbitral of 2024: two values, and the rest of the document", () => {
  const all = diffSchedules("fr.fpmt.2018", "fr.fpmt.2024");
  expect(all.filter(({ kind }) => kind === "value").map(({ path }) => path)).toEqual([
    "base.80+.amount",
    "base.ald-0-79.amount",
  ]);
  expect(at(all, "base.80+.amount")).toEqual({
    path: "base.80+.amount",
    kind: "value",
    before: { value: "42", status: "secondary" },
    after: { value: "46", status: "secondary" },
  });
  expect(at(all, "id")).toMatchObject({ kind: "document", before: { value: "fr.fpmt.2018" } });
  expect(at(all, "amends")).toMatchObject({ before: null, after: { value: "fr.fpmt.2018" } });
});

test("a patch: the value of the text and the user's", () => {
  const all = diffSchedules(
    "fr.fmt.2026",
    applyPatch(getSchedule("fr.fmt.2026"), { "base.ald-80+.amount": "110" }),
  );
  expect(at(all, "base.ald-80+.amount")).toMatchObject({
    kind: "value",
    before: { value: "100", status: "official" },
    after: { value: "110", status: "user" },
  });
  expect(all.filter(({ kind }) => kind === "value")).toHaveLength(1);
});

test("a way of an indicator, and a kind of act, each with its own status", () => {
  const document = getSchedule("fr.fmt.2026");
  const patched = applyPatch(document, { "prevention.flu.eligible.65+.age": "50+" });
  expect(at(diffSchedules(document, patched), "prevention.flu.eligible.65+.age")).toMatchObject({
    before: { value: "65+", status: "assumed" },
    after: { value: "50+", status: "user" },
  });
  const elsewhere = applyPatch(document, { "acts.flu-vaccine.recorded": "here" });
  expect(at(diffSchedules(document, elsewhere), "acts.flu-vaccine.recorded")).toEqual({
    path: "acts.flu-vaccine.recorded",
    kind: "value",
    before: { value: "elsewhere", status: "assumed" },
    after: { value: "here", status: "user" },
  });
  const more = { fr: "autre acte", en: "another act", recorded: "here" };
  expect(
    at(diffSchedules(document, applyPatch(document, { "acts.more": more })), "acts.more"),
  ).toMatchObject({ before: null, after: { status: "user" } });
});

test("a reading: the part of the document that it changes", () => {
  const all = diffSchedules(
    "fr.fmt.2026",
    applyReadings(getSchedule("fr.fmt.2026"), { "zone-and-age": "highest" }),
  );
  expect(all.filter(({ kind }) => kind === "value").map(({ path }) => path)).toEqual([
    "uplifts.together",
  ]);
});

test("two schemes: what one lacks is null, not left out; paths are as patches write them", () => {
  const all = diffSchedules("fr.fpmt.2024", "fr.fmt.2026");
  expect(at(all, "c2s")).toMatchObject({
    kind: "value",
    before: null,
    after: { status: "official" },
  });
  expect(at(all, "base.ald-80+.amount")).toMatchObject({
    before: { value: "70" },
    after: { value: "100" },
  });
  const back = diffSchedules("fr.fmt.2026", "fr.fpmt.2024");
  expect(back.map(({ path }) => path).sort()).toEqual(all.map(({ path }) => path).sort());
  expect(JSON.parse(JSON.stringify(all))).toEqual(all);
  expect(Object.isFrozen(all[0])).toBe(true);
});

test("refuses an unknown id", () => {
  expect(refused(() => diffSchedules("fr.fmt.2026", "fr.fmt.2O26")).code).toBe("SCHEDULE_UNKNOWN");
});

const MAYOR = { status: "secondary", checked: "2026-01-15", title: "Le maire" };
const named = (name: string): LocalizedText => ({ fr: name, en: name });

/** Of the village, with a status of its own wherever one may stand, and names that are words of the language. */
const village = {
  "sources.MAYOR": MAYOR,
  "sources.user": { ...MAYOR },
  "readings.source": {
    ...named("Why?"),
    default: "no",
    because: "usage",
    or: { yes: { "care.hpv": null } },
  },
  "facts.source": { ...named("a"), of: "physician", is: "boolean" },
  "facts.any": { ...named("c"), of: "practice", is: "boolean", ifMissing: true, source: "MAYOR" },
  "facts.fr": { ...named("b"), of: "practice", is: "number", ifMissing: "1", source: "MAYOR" },
  "acts.en": { ...named("jab"), recorded: "here", source: "MAYOR" },
  "conditions.user": { ...named("cough"), assumed: "usage" },
  "amounts.assumed": {
    ...named("visit"),
    per: "patient",
    when: { contract: true },
    amount: "1",
    paid: "summer",
    source: "MAYOR",
    cases: { contract: { assumed: "usage" } },
  },
  "amounts.base.source": undefined,
  "amounts.base.cases.child.source": "COUNCIL",
  "amounts.base.cases.adult.source": "MAYOR",
  "amounts.base.cases.ald.assumed": "usage",
  "amounts.care.cases.flu": {
    source: "MAYOR",
    eligible: { "65+": { age: "65+", on: "31/12/Y", assumed: "usage" } },
    validated: { jab: { acts: { en: 1 }, to: "31/12/Y", source: "COUNCIL" } },
  },
  "uplifts.cases.zone.assumed": "usage",
  "uplifts.cases.share.cases.any.source": "MAYOR",
  "uplifts.cases.share.when": { any: true },
  "uplifts.cases.share.rate": "5%",
  "reads.source": "MAYOR",
  "eligible.assumed": "usage",
  "payment.advances.source": "MAYOR",
  "payment.assumed": "usage",
};

type Edits = Readonly<Record<string, unknown>>;
type Place = readonly [
  path: string,
  kind: ScheduleDifference["kind"],
  before: ScheduleDifference["before"],
  after: ScheduleDifference["after"],
];
const villageOf = (edits: Edits): Schedule =>
  villageWith(structuredClone({ ...village, ...edits })) as Schedule;
const none = (value: unknown) => ({ value });
const official = (value: unknown) => ({ value, status: "official" }) as const;
const secondary = (value: unknown) => ({ value, status: "secondary" }) as const;
const assumed = (value: unknown) => ({ value, status: "assumed" }) as const;
const user = (value: unknown) => ({ value, status: "user" }) as const;

table<Edits, readonly Place[]>(
  "a place that differs, with its kind and how sure each value is",
  [
    ["the version", { version: "2" }, [["version", "document", none("1"), none("2")]]],
    ["the address of the language", { $schema: "https://a.fr/schedule.schema.json" }, []],
    ["the name", { fr: "Forfait" }, [["fr", "text", none("Forfait du village"), none("Forfait")]]],
    [
      "the other name",
      { en: "Forfait" },
      [["en", "text", none("Village forfait"), none("Forfait")]],
    ],
    [
      "the period",
      { "inForce.to": "2027-12-31" },
      [["inForce.to", "document", official("2026-12-31"), official("2027-12-31")]],
    ],
    [
      "how a list is read",
      { "reads.lateVisit": "seen" },
      [["reads.lateVisit", "value", null, secondary("seen")]],
    ],
    [
      "on whose word it is read so",
      { "reads.source": "COUNCIL" },
      [["reads.source", "provenance", secondary("MAYOR"), official("COUNCIL")]],
    ],
    [
      "who is paid",
      { "eligible.partYear": "days" },
      [["eligible.partYear", "value", assumed("none"), assumed("days")]],
    ],
    [
      "what is assumed of it",
      { "eligible.assumed": "custom" },
      [["eligible.assumed", "provenance", assumed("usage"), assumed("custom")]],
    ],
    ["whose list it is", { paidTo: "practice" }, [["paidTo", "value", null, none("practice")]]],
    [
      "a fact that stands for nothing",
      { "facts.source": undefined },
      [["facts.source", "value", none(village["facts.source"]), null]],
    ],
    [
      "what stands for a fact",
      { "facts.fr.ifMissing": "2" },
      [["facts.fr.ifMissing", "value", secondary("1"), secondary("2")]],
    ],
    [
      "the word on what stands for a fact",
      { "facts.fr.source": undefined, "facts.fr.user": true },
      [
        ["facts.fr.source", "provenance", secondary("MAYOR"), null],
        ["facts.fr.user", "provenance", null, user(true)],
      ],
    ],
    [
      "all conditions",
      { conditions: undefined },
      [["conditions", "value", none({ user: village["conditions.user"] }), null]],
    ],
    [
      "a kind of acts that is called as a language",
      { "acts.fr": { ...village["acts.en"], user: true } },
      [["acts.fr", "value", null, user({ ...village["acts.en"], user: true })]],
    ],
    [
      "the name of a kind of acts",
      { "acts.en.en": "shot" },
      [["acts.en.en", "text", secondary("jab"), secondary("shot")]],
    ],
    [
      "a condition that is called as an author",
      { "conditions.user": { ...named("cough"), source: "COUNCIL" } },
      [
        ["conditions.user.assumed", "provenance", assumed("usage"), null],
        ["conditions.user.source", "provenance", null, official("COUNCIL")],
      ],
    ],
    [
      "a condition more",
      { "conditions.cases": village["conditions.user"] },
      [["conditions.cases", "value", null, assumed(village["conditions.user"])]],
    ],
    [
      "a component that is called as a word",
      { "amounts.assumed": undefined },
      [["assumed", "value", secondary(village["amounts.assumed"]), null]],
    ],
    [
      "the condition of a component, and of its case on the same fact",
      {
        "amounts.assumed.when.contract": false,
        "amounts.assumed.cases.contract.when": { contract: false },
      },
      [
        ["assumed.when.contract", "value", secondary(true), secondary(false)],
        ["assumed.contract.when", "value", null, assumed({ contract: false })],
      ],
    ],
    [
      "the conditions of cases",
      {
        "amounts.base.cases.child.when.age": "0-15",
        "amounts.base.cases.adult.when.age": "16+",
      },
      [
        ["base.child.when.age", "value", official("0-17"), official("0-15")],
        ["base.adult.when.age", "value", secondary("18+"), secondary("16+")],
      ],
    ],
    [
      "how a component is paid whose cases tell their own source",
      { "amounts.base.paid": "advances" },
      [["base.paid", "value", none("summer"), none("advances")]],
    ],
    [
      "the French name of a component",
      { "amounts.c2s.fr": "CSS" },
      [["c2s.fr", "text", official("C2S"), official("CSS")]],
    ],
    [
      "amounts of cases, each on its own word",
      {
        "amounts.base.cases.child.amount": "11",
        "amounts.base.cases.adult.amount": "21",
        "amounts.base.cases.ald.amount": "51",
      },
      [
        ["base.child.amount", "value", official("10"), official("11")],
        ["base.adult.amount", "value", secondary("20"), secondary("21")],
        ["base.ald.amount", "value", assumed("50"), assumed("51")],
      ],
    ],
    [
      "ways of an indicator, and the indicator itself",
      {
        "amounts.care.cases.flu.eligible.65+.age": "60+",
        "amounts.care.cases.flu.validated.jab.to": "30/06/Y",
        "amounts.care.cases.flu.fr": "grippe",
      },
      [
        ["care.flu.eligible.65+.age", "value", assumed("65+"), assumed("60+")],
        ["care.flu.validated.jab.to", "value", official("31/12/Y"), official("30/06/Y")],
        ["care.flu.fr", "text", null, secondary("grippe")],
      ],
    ],
    [
      "the way of an indicator of the user",
      {
        "amounts.care.cases.flu": {
          user: true,
          eligible: { "65+": { age: "65+", on: "31/12/Y" } },
          validated: village["amounts.care.cases.flu"].validated,
        },
      },
      [
        ["care.flu.source", "provenance", secondary("MAYOR"), null],
        ["care.flu.eligible.65+.assumed", "provenance", assumed("usage"), null],
        ["care.flu.user", "provenance", null, user(true)],
      ],
    ],
    [
      "all ways of an indicator",
      {
        "amounts.care.cases.flu.eligible": undefined,
        "amounts.care.cases.flu.validated": undefined,
      },
      [
        ["care.flu.eligible", "value", secondary(village["amounts.care.cases.flu"].eligible), null],
        [
          "care.flu.validated",
          "value",
          secondary(village["amounts.care.cases.flu"].validated),
          null,
        ],
      ],
    ],
    [
      "the rate of a component, and of one of its cases",
      {
        "uplifts.cases.zone.rate": "12%",
        "uplifts.cases.share.rate": "6%",
        "uplifts.cases.share.cases.any.rate.above": "8%",
      },
      [
        ["zone.rate", "value", assumed("10%"), assumed("12%")],
        ["share.any.rate.above", "value", secondary("7%"), secondary("8%")],
        ["share.rate", "value", official("5%"), official("6%")],
      ],
    ],
    [
      "the condition of an uplift on a fact that is called as its case",
      { "uplifts.cases.share.when.any": false },
      [["share.when.any", "value", official(true), official(false)]],
    ],
    [
      "the case that a component gains",
      { "amounts.c2s.cases": { ald: { when: { ald: true } } } },
      [["c2s.ald", "value", null, official({ when: { ald: true } })]],
    ],
    [
      "the case that an uplift gains",
      { "uplifts.cases.zone.cases": { north: { source: "COUNCIL" } } },
      [["zone.north", "value", null, official({ source: "COUNCIL" })]],
    ],
    [
      "what uplifts bear on",
      { "uplifts.of": ["base", "c2s"] },
      [["uplifts.of", "value", official(["base"]), official(["base", "c2s"])]],
    ],
    [
      "dates of payment, on the word of each plan",
      { "payment.summer.equal": ["06/N"], "payment.advances.balance": "N+2" },
      [
        ["payment.summer.equal", "value", official(["06/N", "07/N"]), official(["06/N"])],
        ["payment.advances.balance", "value", secondary("N+1"), secondary("N+2")],
      ],
    ],
    [
      "the odd cents",
      { "payment.oddCents": "first" },
      [["payment.oddCents", "value", assumed("last"), assumed("first")]],
    ],
    [
      "an open question that is called as a word",
      { "readings.source.fr": "Pourquoi ?" },
      [["readings.source.fr", "reading", none("Why?"), none("Pourquoi ?")]],
    ],
    [
      "what an option took away, and leaves",
      { "readings.source.or.yes": {} },
      [["readings.source.or.yes.care.hpv", "reading", none(null), null]],
    ],
    [
      "what an option took away, and puts in",
      { "readings.source.or.yes": { "care.hpv": { amount: "4" } } },
      [["readings.source.or.yes.care.hpv", "reading", none(null), none({ amount: "4" })]],
    ],
    [
      "a source that is called as an author",
      { "sources.user.title": "La mairie" },
      [["sources.user.title", "provenance", none("Le maire"), none("La mairie")]],
    ],
  ],
  (edits) =>
    diffSchedules(villageOf({}), villageOf(edits)).map(
      ({ path, kind, before, after }) => [path, kind, before, after] as const,
    ),
);
