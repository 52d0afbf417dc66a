import { expect, test } from "vitest";
import { loadSchedule } from "../../src/index.ts";
import { refused, why, type Why } from "../support/refused.ts";
import { table, type Row } from "../support/table.ts";
import { villageWith } from "../support/village.ts";

type Edits = Readonly<Record<string, unknown>>;
const refusalOf = (edits: Edits): Why => refused(() => loadSchedule(villageWith(edits)));

test("the village's schedule loads, from an object and from text", () => {
  expect(loadSchedule(villageWith())).toEqual(villageWith());
  expect(loadSchedule(JSON.stringify(villageWith()))).toEqual(villageWith());
});

test("a period of one day loads", () => {
  expect(loadSchedule(villageWith({ "inForce.to": "2026-01-01" })).inForce?.to).toBe("2026-01-01");
});

test("what is loaded shares nothing with what was given", () => {
  const document = villageWith() as { fr: string };
  const schedule = loadSchedule(document);
  document.fr = "Autre";
  expect(schedule.fr).toBe("Forfait du village");
});

const provenance = ["assumed", "source", "user"];
const amountCase = [
  "amount",
  "atLeast",
  "when",
  "en",
  "fr",
  ...provenance,
  "most",
  "points",
  "slabs",
];
const facts = [
  "active",
  "age",
  "ald",
  "c2s",
  "contract",
  "installationYear",
  "physicianAge",
  "sector",
  "seen",
  "zone",
];

const unknownKeys: readonly Row<string, readonly string[]>[] = [
  [
    "of the document",
    "colour",
    [
      "$schema",
      "acts",
      "amends",
      "amounts",
      "chosen",
      "conditions",
      "eligible",
      "en",
      "facts",
      "fr",
      "id",
      "inForce",
      "paidTo",
      "patched",
      "payment",
      "proposed",
      "readings",
      "reads",
      "sources",
      "starts",
      "text",
      "unit",
      "uplifts",
      "version",
    ],
  ],
  ["of the period", "inForce.colour", ["from", "to", ...provenance]],
  [
    "of reads",
    "reads.colour",
    [
      "ifMissing",
      "installationYear",
      "lateVisit",
      "on",
      "preventionYear",
      "seenWithin",
      "zoneOn",
      ...provenance,
    ],
  ],
  [
    "of ifMissing",
    "reads.ifMissing.colour",
    [
      "active",
      "contract",
      "installationYear",
      "physicianAge",
      "prevention",
      "sector",
      "seen",
      "zone",
    ],
  ],
  ["of eligible", "eligible.colour", ["activity", "partYear", "when", ...provenance]],
  ["of a condition", "eligible.when.colour", facts],
  [
    "of a component",
    "amounts.base.colour",
    [...amountCase, "cases", "onlyWith", "paid", "per", "pick"],
  ],
  ["of a case", "amounts.base.cases.child.colour", [...amountCase, "eligible", "validated"]],
  ["of the condition of a case", "amounts.base.cases.child.when.colour", facts],
  ["of the uplifts", "uplifts.colour", ["cases", "of", "together", ...provenance]],
  [
    "of an uplift",
    "uplifts.cases.zone.colour",
    ["cases", "en", "fr", "paid", "rate", "when", ...provenance],
  ],
  [
    "of a rate",
    "uplifts.cases.share.cases.any.rate.colour",
    ["above", "cap", "capOn", "share", "slope"],
  ],
  [
    "of a payment in equal parts",
    "payment.summer.colour",
    ["advance", "balance", "due", "dueIn", "equal", "on", ...provenance],
  ],
  [
    "of a payment by advances",
    "payment.advances.colour",
    ["advance", "balance", "due", "dueIn", "equal", "on", ...provenance],
  ],
  [
    "of a reading",
    "readings.uplift-base.colour",
    ["answers", "because", "default", "en", "fr", "or"],
  ],
  ["of a source", "sources.COUNCIL.colour", ["checked", "published", "status", "title", "url"]],
];

table<string, unknown>(
  "an unknown key is refused, with the keys that are allowed",
  unknownKeys.map(([title, path, keys]) => [
    title,
    path,
    {
      code: "SCHEDULE_UNKNOWN_KEY",
      path,
      found: '"colour"',
      fr: [...keys].sort(),
      en: [...keys].sort(),
    },
  ]),
  (path) => {
    const { allowed, ...rest } = refusalOf({ [path]: "blue" });
    return { ...rest, fr: allowed.fr.split(", ").sort(), en: allowed.en.split(", ").sort() };
  },
);

const euros = [
  'des euros, deux décimales au plus : "9940.50"',
  'euros, at most two decimals: "9940.50"',
] as const;
const percentage = ['un pourcentage : "10%"', 'a percentage: "10%"'] as const;
const rates = [
  "un pourcentage, ou {share, above, slope, cap, capOn}",
  "a percentage, or {share, above, slope, cap, capOn}",
] as const;
const wholeNumbers = [
  'des entiers, bornes comprises : "0-6", "80+", "1"',
  'whole numbers, both ends included: "0-6", "80+", "1"',
] as const;
const names = [
  "lettres, chiffres, + et -, et pas seulement des chiffres",
  "letters, digits, + and -, and not digits alone",
] as const;
const scheduleIds = ["un identifiant comme fr.fmt.2026", "an id such as fr.fmt.2026"] as const;
const dates = ["une date AAAA-MM-JJ", "a date YYYY-MM-DD"] as const;
const referenceDays = ['"31/12/N" ou "31/12/N-1"', '"31/12/N" or "31/12/N-1"'] as const;
const zoneDays = ['"31/12/N-1" ou "01/01/N"', '"31/12/N-1" or "01/01/N"'] as const;
const dueDates = [
  'un mois ou une année : "04/N", "N+1"',
  'a month or a year: "04/N", "N+1"',
] as const;
const child = "amounts.base.cases.child";

table<Edits, Why>(
  "a value of the wrong shape is refused",
  [
    [
      "an amount with three decimals",
      { [`${child}.amount`]: "10.005" },
      why("SCHEDULE_INVALID", `${child}.amount`, '"10.005"', ...euros),
    ],
    [
      "an amount with a useless third decimal",
      { [`${child}.amount`]: "10.000" },
      why("SCHEDULE_INVALID", `${child}.amount`, '"10.000"', ...euros),
    ],
    [
      "an amount that is a number",
      { [`${child}.amount`]: 10 },
      why("SCHEDULE_INVALID", `${child}.amount`, "10", ...euros),
    ],
    [
      "a negative amount",
      { [`${child}.amount`]: "-10" },
      why("SCHEDULE_INVALID", `${child}.amount`, '"-10"', ...euros),
    ],
    [
      "a floor with three decimals",
      { [`${child}.atLeast`]: "9.999" },
      why("SCHEDULE_INVALID", `${child}.atLeast`, '"9.999"', ...euros),
    ],
    [
      "a rate without its sign",
      { "uplifts.cases.zone.rate": "10" },
      why("SCHEDULE_INVALID", "uplifts.cases.zone.rate", '"10"', ...percentage),
    ],
    [
      "a negative rate",
      { "uplifts.cases.zone.rate": "-10%" },
      why("SCHEDULE_INVALID", "uplifts.cases.zone.rate", '"-10%"', ...percentage),
    ],
    [
      "a rate with words after it",
      { "uplifts.cases.zone.rate": "10% par an" },
      why("SCHEDULE_INVALID", "uplifts.cases.zone.rate", '"10% par an"', ...percentage),
    ],
    [
      "a rate that is a number",
      { "uplifts.cases.zone.rate": 0.1 },
      why("SCHEDULE_INVALID", "uplifts.cases.zone.rate", "0.1", ...rates),
    ],
    [
      "a slope that is a number",
      { "uplifts.cases.share.cases.any.rate.slope": 0.5 },
      why("SCHEDULE_INVALID", "uplifts.cases.share.cases.any.rate.slope", "0.5", ...percentage),
    ],
    [
      "a range in words",
      { [`${child}.when.age`]: "under 18" },
      why("SCHEDULE_INVALID", `${child}.when.age`, '"under 18"', ...wholeNumbers),
    ],
    [
      "a range with its unit",
      { [`${child}.when.age`]: "0-17 ans" },
      why("SCHEDULE_INVALID", `${child}.when.age`, '"0-17 ans"', ...wholeNumbers),
    ],
    [
      "a range that is a number",
      { [`${child}.when.age`]: 17 },
      why("SCHEDULE_INVALID", `${child}.when.age`, "17", ...wholeNumbers),
    ],
    [
      "a missing year of installation that is neither number nor range",
      { "reads.ifMissing.installationYear": true },
      why("SCHEDULE_INVALID", "reads.ifMissing.installationYear", "true", ...wholeNumbers),
    ],
    [
      "a missing age of a physician that is neither number nor range",
      { "reads.ifMissing.physicianAge": true },
      why("SCHEDULE_INVALID", "reads.ifMissing.physicianAge", "true", ...wholeNumbers),
    ],
    [
      "a falling range",
      { [`${child}.when.age`]: "17-0" },
      why(
        "SCHEDULE_INVALID",
        "base.child.when.age",
        '"17-0"',
        "un intervalle croissant, de 0 à 129",
        "a rising range, from 0 to 129",
      ),
    ],
    [
      "an ALD in words",
      { [`${child}.when.ald`]: "no" },
      why("SCHEDULE_INVALID", `${child}.when.ald`, '"no"', "true ou false", "true or false"),
    ],
    [
      "an unknown kind of C2S",
      { "amounts.c2s.when.c2s": "cmu" },
      why(
        "SCHEDULE_INVALID",
        "amounts.c2s.when.c2s",
        '"cmu"',
        'true, false, "free" ou "contributory"',
        'true, false, "free" or "contributory"',
      ),
    ],
    [
      "a source that is a number",
      { "amounts.c2s.source": 3 },
      why(
        "SCHEDULE_INVALID",
        "amounts.c2s.source",
        "3",
        "un nom de source, ou une liste de noms",
        "the id of a source, or a list of ids",
      ),
    ],
    [
      "an assumption in no language",
      { "amounts.c2s.assumed": true },
      why(
        "SCHEDULE_INVALID",
        "amounts.c2s.assumed",
        "true",
        "un texte, ou {fr, en}",
        "a text, or {fr, en}",
      ),
    ],
    [
      "a way of payment that is text",
      { "payment.summer": "06/N" },
      why(
        "SCHEDULE_INVALID",
        "payment.summer",
        '"06/N"',
        "{equal} ou {advance, due, on, balance}",
        "{equal} or {advance, due, on, balance}",
      ),
    ],
    [
      "what the uplifts bear on as text",
      { "uplifts.of": "base" },
      why("SCHEDULE_INVALID", "uplifts.of", '"base"', "une liste", "a list"),
    ],
    [
      "a reference day other than 31 December",
      { "reads.on": "30/06/N" },
      why(
        "SCHEDULE_INVALID",
        "reads.on",
        '"30/06/N"',
        '"31/12/N" ou "31/12/N-1"',
        '"31/12/N" or "31/12/N-1"',
      ),
    ],
    [
      "a reference day with words before it",
      { "reads.on": "le 31/12/N" },
      why("SCHEDULE_INVALID", "reads.on", '"le 31/12/N"', ...referenceDays),
    ],
    [
      "a reference day ten years back",
      { "reads.on": "31/12/N-10" },
      why("SCHEDULE_INVALID", "reads.on", '"31/12/N-10"', ...referenceDays),
    ],
    [
      "a reference day that is a number",
      { "reads.on": 31 },
      why("SCHEDULE_INVALID", "reads.on", "31", ...referenceDays),
    ],
    [
      "a day of the zone in the middle of a year",
      { "reads.zoneOn": "01/07/N" },
      why("SCHEDULE_INVALID", "reads.zoneOn", '"01/07/N"', ...zoneDays),
    ],
    [
      "a day of the zone with a day of one digit",
      { "reads.zoneOn": "1/1/N" },
      why("SCHEDULE_INVALID", "reads.zoneOn", '"1/1/N"', ...zoneDays),
    ],
    [
      "a day of the zone in the year after",
      { "reads.zoneOn": "01/01/N+1" },
      why("SCHEDULE_INVALID", "reads.zoneOn", '"01/01/N+1"', ...zoneDays),
    ],
    [
      "a day of the zone that is a number",
      { "reads.zoneOn": 31 },
      why("SCHEDULE_INVALID", "reads.zoneOn", "31", ...zoneDays),
    ],
    [
      "a year of prevention to come",
      { "reads.preventionYear": "N+1" },
      why("SCHEDULE_INVALID", "reads.preventionYear", '"N+1"', "N, N-1", "N, N-1"),
    ],
    [
      "a late visit that is a truth",
      { "reads.lateVisit": true },
      why("SCHEDULE_INVALID", "reads.lateVisit", "true", "seen, unseen", "seen, unseen"),
    ],
    [
      "an activity in days",
      { "eligible.activity": "days" },
      why(
        "SCHEDULE_INVALID",
        "eligible.activity",
        '"days"',
        "reference-day, year",
        "reference-day, year",
      ),
    ],
    [
      "a year of other dates that is none",
      { "payment.advances.dueIn": { N: ["04/N"] } },
      why(
        "SCHEDULE_INVALID",
        "payment.advances.dueIn.N",
        '["04/N"]',
        'une année : "2026"',
        'a year: "2026"',
      ),
    ],
    [
      "a year of other dates that are none",
      { "payment.advances.dueIn": { 2018: ["04/2018"] } },
      why("SCHEDULE_INVALID", "payment.advances.dueIn.2018.0", '"04/2018"', ...dueDates),
    ],
    [
      "a due date in ten years",
      { "payment.summer.equal": ["N+10"] },
      why("SCHEDULE_INVALID", "payment.summer.equal.0", '"N+10"', ...dueDates),
    ],
    [
      "a due date that is a number",
      { "payment.summer.equal": [6] },
      why("SCHEDULE_INVALID", "payment.summer.equal.0", "6", ...dueDates),
    ],
    [
      "a month that does not exist",
      { "payment.summer.equal": ["13/N"] },
      why(
        "SCHEDULE_INVALID",
        "payment.summer.equal.0",
        '"13/N"',
        'un mois ou une année : "04/N", "N+1"',
        'a month or a year: "04/N", "N+1"',
      ),
    ],
    [
      "an unknown zone",
      { "uplifts.cases.zone.when.zone": "ZRR" },
      why("SCHEDULE_INVALID", "uplifts.cases.zone.when.zone", '"ZRR"', "ZIP, QPV, ZAC, none"),
    ],
    [
      "an unknown word for odd cents",
      { "payment.oddCents": "lost" },
      why("SCHEDULE_INVALID", "payment.oddCents", '"lost"', "last, first"),
    ],
    [
      "an id of digits alone, which JSON would reorder",
      { "amounts.base.cases.7": { when: { ald: true }, amount: "1" } },
      why(
        "SCHEDULE_INVALID",
        "amounts.base.cases.7",
        "{when, amount}",
        "lettres, chiffres, + et -, et pas seulement des chiffres",
        "letters, digits, + and -, and not digits alone",
      ),
    ],
    [
      "an id with a space after its digits",
      { "amounts.base.cases.65 ans": { when: { ald: true }, amount: "1" } },
      why("SCHEDULE_INVALID", "amounts.base.cases.65 ans", "{when, amount}", ...names),
    ],
    [
      "an id with a space before its digits",
      { "amounts.base.cases.ans 65": { when: { ald: true }, amount: "1" } },
      why("SCHEDULE_INVALID", "amounts.base.cases.ans 65", "{when, amount}", ...names),
    ],
    [
      "a label in one language",
      { en: undefined },
      why("SCHEDULE_INVALID", "en", "undefined", "un texte", "a text"),
    ],
    [
      "an empty label",
      { fr: "" },
      why("SCHEDULE_INVALID", "fr", '""', "une valeur non vide", "a value that is not empty"),
    ],
    [
      "an id that is none",
      { id: "village" },
      why(
        "SCHEDULE_INVALID",
        "id",
        '"village"',
        "un identifiant comme fr.fmt.2026",
        "an id such as fr.fmt.2026",
      ),
    ],
    [
      "an id with a word before its country",
      { id: "the-fr.village" },
      why("SCHEDULE_INVALID", "id", '"the-fr.village"', ...scheduleIds),
    ],
    [
      "an id with a word after it",
      { id: "fr.village bis" },
      why("SCHEDULE_INVALID", "id", '"fr.village bis"', ...scheduleIds),
    ],
    [
      "a day with an hour",
      { "inForce.from": "2026-01-01T00:00" },
      why("SCHEDULE_INVALID", "inForce.from", '"2026-01-01T00:00"', ...dates),
    ],
    [
      "a year of five digits",
      { "inForce.from": "12026-01-01" },
      why("SCHEDULE_INVALID", "inForce.from", '"12026-01-01"', ...dates),
    ],
    [
      "a day that is a number",
      { "inForce.from": 20260101 },
      why("SCHEDULE_INVALID", "inForce.from", "20260101", ...dates),
    ],
    [
      "a period that ends before it begins",
      { "inForce.to": "2025-12-31" },
      why(
        "SCHEDULE_INVALID",
        "inForce.to",
        '"2025-12-31"',
        "un jour à partir du 2026-01-01",
        "a day from 2026-01-01",
      ),
    ],
    [
      "a period and a day of proposal",
      { proposed: "2025-01-01" },
      why(
        "SCHEDULE_INVALID",
        "inForce",
        '"inForce + proposed"',
        "soit inForce, soit proposed",
        "either inForce or proposed",
      ),
    ],
    [
      "neither",
      { inForce: undefined },
      why(
        "SCHEDULE_INVALID",
        "inForce",
        "undefined",
        "soit inForce, soit proposed",
        "either inForce or proposed",
      ),
    ],
  ],
  refusalOf,
);

table<unknown, Why>(
  "what is not a document is refused",
  [
    [
      "nothing",
      undefined,
      why("SCHEDULE_INVALID", "(document)", "undefined", "un objet", "an object"),
    ],
    ["null", null, why("SCHEDULE_INVALID", "(document)", "null", "un objet", "an object")],
    ["a list", [], why("SCHEDULE_INVALID", "(document)", "[]", "un objet", "an object")],
    [
      "text that is not JSON",
      "{",
      why("SCHEDULE_INVALID", "(document)", '"{"', "un document JSON", "a JSON document"),
    ],
  ],
  (document) => refused(() => loadSchedule(document)),
);
