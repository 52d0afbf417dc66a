import { afterEach, expect, test } from "vitest";
import { getSchedule, loadSchedule, applyPatch, type SchedulePatch } from "../../src/index.ts";
import { refused, why, type Why } from "../support/refused.ts";
import { table } from "../support/table.ts";
import { villageWith } from "../support/village.ts";

const fmt = getSchedule("fr.fmt.2026");
const unknown = (path: string, found: string, fr: string, en: string = fr): Why =>
  why("PATCH_PATH_UNKNOWN", path, `"${found}"`, fr, en);

const components = "base, c2s, prevention, zone, age67";
const roots = `${components}, reads, eligible, acts, conditions, uplifts, payment, readings`;
const keys = "fr, en, per, pick, paid, when, amount, atLeast, rate, slabs, most, points, onlyWith";
const baseCases = "not-seen, 0-6, 7-74, 75-79, 80+, ald-0-79, ald-80+";
const noWord = [
  "un chemin qui ne touche ni source, ni assumed, ni user : une valeur modifiée porte le nom de qui la modifie",
  "a path that touches neither source, assumed nor user: a patched value carries the name of whoever patches it",
] as const;
const partAndKey = ["une partie et sa clé : uplifts.of", "a part and its key: uplifts.of"] as const;
const anotherName = ["un autre nom", "another name"] as const;
const euros = [
  'des euros, deux décimales au plus : "9940.50"',
  'euros, at most two decimals: "9940.50"',
] as const;

table<SchedulePatch, Why>(
  "a patch is refused",
  [
    ["of an unknown component", { "visit.amount": "5" }, unknown("visit.amount", "visit", roots)],
    [
      "of an unknown case",
      { "base.65+.amount": "5" },
      unknown("base.65+.amount", "65+", `${baseCases}, ${keys}`),
    ],
    [
      "through a value that holds nothing",
      { "base.80+.amount.cents": "5" },
      unknown("base.80+.amount.cents", "amount", "fr, en, when, amount, source"),
    ],
    [
      "through a key that is not there",
      { "reads.colour.blue": "5" },
      unknown("reads.colour.blue", "colour", Object.keys(fmt.reads).join(", ")),
    ],
    [
      "of a way under ways that are none",
      { "prevention.flu.eligible": "all", "prevention.flu.eligible.65+.age": "60+" },
      unknown("prevention.flu.eligible.65+.age", "eligible", "un objet", "an object"),
    ],
    ["under the label of the document", { "fr.short": "FMT" }, unknown("fr.short", "fr", roots)],
    [
      "of a part with an empty key",
      { "payment.": { equal: ["N"] } },
      unknown("payment.", "", ...anotherName),
    ],
    [
      "of a component without a name",
      { "": { fr: "Visite", en: "Visit" } },
      unknown("", "", ...anotherName),
    ],
    [
      "of a part without a key",
      { payment: { equal: ["N"] } },
      unknown("payment", "payment", ...partAndKey),
    ],
    ["that takes away a part", { uplifts: null }, unknown("uplifts", "uplifts", ...partAndKey)],
    [
      "of a case among cases that are text",
      { c2s: { cases: "none" }, "c2s.child": { amount: "5" } },
      unknown("c2s.child", "none", "un objet", "an object"),
    ],
    [
      "of a fact of a condition that is null",
      { c2s: { when: null }, "c2s.when.age": "18+" },
      unknown("c2s.when.age", "when", "when, user"),
    ],
    [
      "of the prototype of a component",
      { "base.__proto__.amount": "5" },
      unknown("base.__proto__.amount", "__proto__", ...anotherName),
    ],
    [
      "that puts in text where a component stands",
      { visit: "5" },
      why("SCHEDULE_INVALID", "amounts.visit", '"5"', "un objet", "an object"),
    ],
    [
      "that puts in a number where a component stands",
      { visit: 5 },
      why("SCHEDULE_INVALID", "amounts.visit", "5", "un objet", "an object"),
    ],
    [
      "that puts in a list where a component stands",
      { visit: ["5"] },
      why("SCHEDULE_INVALID", "amounts.visit", '["5"]', "un objet", "an object"),
    ],
    [
      "that puts in nothing where a component stands",
      { visit: undefined },
      why(
        "SCHEDULE_INVALID",
        "visit",
        "undefined",
        "une valeur, ou null, qui retire",
        "a value, or null, which takes away",
      ),
    ],
    [
      "that takes away a component that is not there",
      { visit: null },
      unknown("visit", "visit", components),
    ],
    [
      "that takes away a fact that is not there",
      { "base.80+.when.zone": null },
      unknown("base.80+.when.zone", "zone", "seen, ald, age"),
    ],
    [
      "of the sources",
      { "sources.ACTIVA.status": "official" },
      unknown("sources.ACTIVA.status", "sources", roots),
    ],
    [
      "of the readings that are chosen",
      { "chosen.zone-and-age": "highest" },
      unknown("chosen.zone-and-age", "chosen", roots),
    ],
    [
      "with the word cases in the path",
      { "base.cases.80+.amount": "5" },
      unknown(
        "base.cases.80+.amount",
        "cases",
        "composante.cas.clé, sans le mot cases",
        "component.case.key, without the word cases",
      ),
    ],
    [
      "of the source of a case",
      { "base.80+.source": "AMELI-FMT" },
      unknown("base.80+.source", "base.80+.source", ...noWord),
    ],
    [
      "of the source of a component",
      { "c2s.source": "ACTIVA" },
      unknown("c2s.source", "c2s.source", ...noWord),
    ],
    [
      "of an assumption",
      { "base.not-seen.assumed": null },
      unknown("base.not-seen.assumed", "base.not-seen.assumed", ...noWord),
    ],
    ["of the mark of a user", { "c2s.user": true }, unknown("c2s.user", "c2s.user", ...noWord)],
    [
      "of the source of a part",
      { "reads.source": "USMY" },
      unknown("reads.source", "reads.source", ...noWord),
    ],
    [
      "with three decimals",
      { "base.80+.amount": "55.555" },
      why("SCHEDULE_INVALID", "amounts.base.cases.80+.amount", '"55.555"', ...euros),
    ],
    [
      "with an unknown key",
      { "base.80+.colour": "red" },
      why(
        "SCHEDULE_UNKNOWN_KEY",
        "amounts.base.cases.80+.colour",
        '"colour"',
        "fr, en, source, assumed, user, when, amount, atLeast, slabs, most, points, eligible, validated",
      ),
    ],
  ],
  (patch) => refused(() => applyPatch(fmt, patch)),
);

test("a patch under the floor of the proposal is refused, unless it moves the floor as well", () => {
  const proposal = getSchedule("fr.proposal.2024-02-08");
  const allowed = [
    "au moins 55 ; pour passer dessous, modifier aussi base.ald-0-79.atLeast",
    "at least 55; to go under it, patch base.ald-0-79.atLeast as well",
  ] as const;
  expect(refused(() => applyPatch(proposal, { "base.ald-0-79.amount": "54.99" }))).toEqual(
    why("SCHEDULE_FLOOR", "base.ald-0-79.amount", '"54.99"', ...allowed),
  );
  expect(
    applyPatch(proposal, { "base.ald-0-79.amount": "54.99", "base.ald-0-79.atLeast": "50" })
      .amounts["base"]?.cases?.["ald-0-79"]?.amount,
  ).toBe("54.99");
});

const island = { fr: "Île", en: "Island", when: { zone: "ZAC" }, rate: "25%", paid: "summer" };

table<SchedulePatch, Why>(
  "a patch of a schedule that has neither uplifts nor readings is refused",
  [
    [
      "of an unknown component",
      { "visit.amount": "5" },
      unknown("visit.amount", "visit", "base, c2s, care, reads, eligible, payment"),
    ],
    [
      "of a case of an unknown component",
      { "visit.home.amount": "5" },
      unknown("visit.home.amount", "visit", "base, c2s, care, reads, eligible, payment"),
    ],
    [
      "of a rate",
      { "zone.rate": "5%" },
      unknown("zone.rate", "zone", "base, c2s, care, reads, eligible, payment"),
    ],
    [
      "of the uplifts",
      { "uplifts.of": ["base"] },
      unknown("uplifts.of", "uplifts", "base, c2s, care, reads, eligible, payment"),
    ],
    [
      "that puts in an uplift",
      { island },
      unknown(
        "island",
        "island",
        "un barème qui a des majorations (uplifts)",
        "a schedule that has uplifts",
      ),
    ],
  ],
  (patch) =>
    refused(() =>
      applyPatch(loadSchedule(villageWith({ uplifts: undefined, readings: undefined })), patch),
    ),
);

const prototypes: readonly SchedulePatch[] = [
  JSON.parse('{ "__proto__": { "polluted": true } }') as SchedulePatch,
  { "__proto__.polluted": true },
  { "base.__proto__.polluted": true },
  { "prevention.__proto__": { amount: "1.234" } },
  { "reads.__proto__.polluted": true },
  { "readings.__proto__": {} },
  { "constructor.prototype.polluted": true },
  { "base.constructor.prototype.polluted": true },
  { "reads.constructor.prototype.polluted": true },
];

afterEach(() => {
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

test.each(prototypes)("a path to a prototype is refused and pollutes nothing: %j", (patch) => {
  expect(["PATCH_PATH_UNKNOWN", "SCHEDULE_UNKNOWN_KEY"]).toContain(
    refused(() => applyPatch(fmt, patch)).code,
  );
});

test.each(["amounts", "amounts.base.cases", "sources", "readings", "payment"])(
  "a document with __proto__ among its %s is refused",
  (path) => {
    const text = JSON.stringify(villageWith({ [`${path}.PROTO`]: { polluted: true } })).replace(
      '"PROTO"',
      '"__proto__"',
    );
    expect(refused(() => loadSchedule(text))).toEqual(
      why("SCHEDULE_UNKNOWN_KEY", "__proto__", '"__proto__"', ...anotherName),
    );
  },
);

test("a case may be named constructor: a name is only a name", () => {
  expect(
    applyPatch(fmt, { "prevention.constructor": { amount: "7" } }).amounts["prevention"]?.cases?.[
      "constructor"
    ],
  ).toEqual({ amount: "7", user: true });
});
