import { typeset } from "../../src/typography.ts";
import { expect, test } from "vitest";
import { applyPatch, loadSchedule } from "../../src/index.ts";
import { describeSchedule } from "../../src/schedule/describe.ts";
import { clinicWith } from "../support/clinic.ts";
import { refused, why, type Why } from "../support/refused.ts";
import { table } from "../support/table.ts";
import { villageWith } from "../support/village.ts";

const fact = { fr: "fait", en: "fact", of: "practice", is: "number" };
const free = ["un nom qui ne sert pas ailleurs", "a name that is not used elsewhere"] as const;
const truth = ["true ou false", "true or false"] as const;
const range = [
  'un intervalle croissant, bornes comprises : "12+", "0-59.99"',
  'a rising range, both ends included: "12+", "0-59.99"',
] as const;
const yearly = { paid: "year", user: true };
const facts =
  "age, ald, c2s, seen, zone, contract, installationYear, physicianAge, sector, active, " +
  "hours, grant, software, rate";

table<Readonly<Record<string, unknown>>, Why>(
  "a document is refused",
  [
    [
      "with the name of a fact of the language",
      { "facts.zone": fact },
      why("SCHEDULE_INVALID", "facts.zone", '"zone"', ...free),
    ],
    ...["patients", "prevention", "id", "facts", "practiceId"].map(
      (id) =>
        [
          `with the name ${id}, which has a meaning of its own`,
          { [`facts.${id}`]: fact },
          why("SCHEDULE_INVALID", `facts.${id}`, `"${id}"`, ...free),
        ] as const,
    ),
    [
      "with a default that is no number",
      { "facts.hours.ifMissing": true, "facts.hours.user": true },
      why(
        "SCHEDULE_INVALID",
        "facts.hours.ifMissing",
        "true",
        "un nombre, quatre décimales au plus",
        "a number, at most four decimals",
      ),
    ],
    [
      "with a default that is no truth",
      { "facts.software.ifMissing": "1" },
      why("SCHEDULE_INVALID", "facts.software.ifMissing", '"1"', ...truth),
    ],
    [
      "with a default in thousandths of a euro",
      { "facts.grant.ifMissing": "0.001" },
      why(
        "SCHEDULE_INVALID",
        "facts.grant.ifMissing",
        '"0.001"',
        "des euros, deux décimales au plus",
        "euros, at most two decimals",
      ),
    ],
    [
      "with a default on nobody's word",
      { "facts.hours.ifMissing": "0" },
      why(
        "SCHEDULE_SOURCE_MISSING",
        "facts.hours",
        "undefined",
        "source (un nom de sources), ou assumed (sur quoi la valeur repose)",
        "source (an id of sources), or assumed (what the value rests on)",
      ),
    ],
    [
      "with a fact of a patient",
      { "facts.hours.of": "patient" },
      why("SCHEDULE_INVALID", "facts.hours.of", '"patient"', "physician, practice"),
    ],
    [
      "with a condition on what nobody declares",
      { "amounts.nurse.when": { beds: "1+" } },
      why("SCHEDULE_UNKNOWN_KEY", "amounts.nurse.when.beds", '"beds"', facts),
    ],
    [
      "with a range for a truth",
      { "amounts.nurse.when": { software: "1+" } },
      why("SCHEDULE_INVALID", "nurse.when.software", '"1+"', ...truth),
    ],
    [
      "with a truth for a range",
      { "amounts.nurse.when": { hours: true } },
      why("SCHEDULE_INVALID", "nurse.when.hours", "true", ...range),
    ],
    [
      "with a range that goes down",
      { "amounts.nurse.when": { hours: "2-1.5" } },
      why("SCHEDULE_INVALID", "nurse.when.hours", '"2-1.5"', ...range),
    ],
    [
      "with a number for a range",
      { "amounts.nurse.when": { hours: 2 } },
      why("SCHEDULE_INVALID", "nurse.when.hours", "2", ...range),
    ],
    [
      "with a share of patients by what is declared of a physician",
      {
        "amounts.each": {
          fr: "par patient",
          en: "per patient",
          per: "patient",
          amount: "5",
          ...yearly,
        },
        uplifts: {
          of: ["each"],
          together: "added",
          user: true,
          cases: {
            more: {
              fr: "majoration",
              en: "uplift",
              rate: {
                share: { hours: "2+" },
                above: "7%",
                slope: "50%",
                cap: "25%",
                capOn: "rate",
              },
              ...yearly,
            },
          },
        },
      },
      why("SCHEDULE_INVALID", "more.rate.share.hours", '"hours"', "age, ald, c2s, seen"),
    ],
    [
      "with an eligibility on what nobody declares",
      { "eligible.when": { beds: "1+" } },
      why("SCHEDULE_UNKNOWN_KEY", "eligible.when.beds", '"beds"', facts),
    ],
    [
      "with points under conditions on patients",
      { "amounts.digital.when": { ald: true } },
      why(
        "SCHEDULE_INVALID",
        "digital.when.ald",
        '"ald"',
        "zone, contract, installationYear, physicianAge, sector, active",
      ),
    ],
    [
      "with slabs of what nobody declares",
      { "amounts.nurse.slabs": { beds: { each: "1" } } },
      why(
        "SCHEDULE_REFERENCE_UNKNOWN",
        "nurse.slabs.beds",
        '"beds"',
        "patients, hours, grant, rate",
      ),
    ],
    [
      "with slabs of a truth",
      { "amounts.nurse.slabs": { software: { each: "1" } } },
      why(
        "SCHEDULE_REFERENCE_UNKNOWN",
        "nurse.slabs.software",
        '"software"',
        "patients, hours, grant, rate",
      ),
    ],
    [
      "with slabs of nothing",
      { "amounts.nurse.slabs": {} },
      why("SCHEDULE_INVALID", "nurse.slabs", "undefined", "patients, hours, grant, rate"),
    ],
    [
      "with slabs of no size",
      { "amounts.nurse.slabs": { patients: { each: "0.0" } } },
      why(
        "SCHEDULE_INVALID",
        "nurse.slabs.patients.each",
        '"0.0"',
        "un nombre supérieur à 0",
        "a number above 0",
      ),
    ],
    [
      "with two things to reach",
      { "amounts.nurse.slabs": { patients: { each: "1", from: "2", over: "3" } } },
      why(
        "SCHEDULE_INVALID",
        "nurse.slabs.patients",
        '"from + over"',
        "soit from, soit over",
        "either from or over",
      ),
    ],
    [
      "without a number of points",
      { "amounts.online.cases.half.points": undefined },
      why(
        "SCHEDULE_INVALID",
        "online.half.points",
        "undefined",
        "un nombre de points, dans le cas ou la composante",
        "a number of points, in the case or in the component",
      ),
    ],
    [
      "with half a point",
      { "amounts.digital.points": 0.5 },
      why(
        "SCHEDULE_INVALID",
        "amounts.digital.points",
        "0.5",
        "un entier de 0 à 1000000",
        "a whole number from 0 to 1000000",
      ),
    ],
    [
      "with points only with what is no points",
      { "amounts.online.onlyWith": "nurse" },
      why("SCHEDULE_REFERENCE_UNKNOWN", "online.onlyWith", '"nurse"', "digital"),
    ],
    [
      "with points only with themselves",
      { "amounts.digital.onlyWith": "digital" },
      why("SCHEDULE_REFERENCE_UNKNOWN", "digital.onlyWith", '"digital"', ""),
    ],
    [
      "with a key of slabs on points",
      { "amounts.digital.most": 3 },
      why(
        "SCHEDULE_UNKNOWN_KEY",
        "digital.most",
        '"most"',
        "une clé de per: point",
        "a key of per: point",
      ),
    ],
    [
      "with a key of points on slabs",
      { "amounts.nurse.onlyWith": "digital" },
      why(
        "SCHEDULE_UNKNOWN_KEY",
        "nurse.onlyWith",
        '"onlyWith"',
        "une clé de per: slab",
        "a key of per: slab",
      ),
    ],
    [
      "with an uplift of what is of the whole list",
      { uplifts: { of: ["nurse"], together: "added", user: true, cases: {} } },
      why("SCHEDULE_REFERENCE_UNKNOWN", "uplifts.of", '"nurse"', ""),
    ],
  ],
  (changes) => refused(() => clinicWith(changes)),
);

test("cases by a declared number have neither gap nor overlap, between its decimals too", () => {
  const withCases = (low: string, high: string): unknown =>
    clinicWith({
      "amounts.digital.when": undefined,
      "amounts.digital.points": undefined,
      "amounts.digital.pick": "exactly one",
      "amounts.digital.cases": {
        low: { when: { rate: low }, points: 1 },
        high: { when: { rate: high }, points: 2 },
      },
      "amounts.online.onlyWith": undefined,
    });
  expect(withCases("0-49.9999", "50+")).toBeDefined();
  expect(refused(() => withCases("0-49.99", "50+"))).toMatchObject({
    code: "SCHEDULE_GAP",
    found: '"rate 49.9901-49.9999"',
  });
  expect(refused(() => withCases("0-50", "50+"))).toMatchObject({
    code: "SCHEDULE_OVERLAP",
    found: '"rate 50: low + high"',
  });
});

test("so have cases of slabs", () => {
  const withCases = (few: string): unknown =>
    clinicWith({
      "amounts.nurse.most": undefined,
      "amounts.nurse.pick": "exactly one",
      "amounts.nurse.cases": {
        few: { when: { hours: few }, most: 1 },
        many: { when: { hours: "10+" }, most: 2 },
      },
    });
  expect(withCases("0-9.9999")).toBeDefined();
  expect(refused(() => withCases("0-9.99"))).toMatchObject({
    code: "SCHEDULE_GAP",
    found: '"hours 9.9901-9.9999"',
  });
});

test("a patch of a fact that is not declared is refused, with those that are", () => {
  expect(refused(() => applyPatch(clinicWith(), { "facts.beds.ifMissing": "1" }))).toEqual(
    why("PATCH_PATH_UNKNOWN", "facts.beds.ifMissing", '"beds"', "hours, grant, software, rate"),
  );
});

test("a patch may set a default, which is then the user's, and a slab", () => {
  const patched = applyPatch(clinicWith(), {
    "facts.hours.ifMissing": "40",
    "nurse.slabs.hours.each": "2",
    "nurse.most": 3,
  });
  expect(patched.facts?.["hours"]).toMatchObject({ ifMissing: "40", user: true });
  expect(patched.amounts["nurse"]).toMatchObject({ most: 3, slabs: { hours: { each: "2" } } });
});

test("a description says what slabs and points are, and which facts have to be given", () => {
  const { amounts, facts: declared } = describeSchedule(clinicWith());
  expect(amounts.map(({ value }) => value)).toEqual(
    [
      {
        fr: "100,01 € par tranche de 2 patients (au-delà de 3) et 1,1 heures (à partir de 2,2), 4 au plus",
        en: "100.01 EUR per slab of 2 patients (over 3) and 1.1 hours (from 2.2), at most 4",
      },
      { fr: "7 € par point, 10 points", en: "7 EUR per point, 10 points" },
      { fr: "7 € par point, 3 points", en: "7 EUR per point, 3 points" },
      { fr: "7 € par point, 5 points", en: "7 EUR per point, 5 points" },
    ].map(typeset),
  );
  expect(declared.map(({ id, value }) => [id, value.fr])).toEqual([
    ["hours", "nombre, du cabinet, à donner"],
    ["grant", "euros, du cabinet"],
    ["software", "oui ou non, du médecin"],
    ["rate", "nombre, du médecin"],
  ]);
});

test("a description of one slab of any size says no more", () => {
  const { amounts } = describeSchedule(
    clinicWith({
      facts: undefined,
      "amounts.digital": undefined,
      "amounts.online": undefined,
      "amounts.nurse.most": undefined,
      "amounts.nurse.slabs": { patients: { each: "2.5" } },
    }),
  );
  expect(amounts.map(({ value }) => value)).toEqual([
    typeset({
      fr: "100,01 € par tranche de 2,5 patients",
      en: "100.01 EUR per slab of 2.5 patients",
    }),
  ]);
});

test("cases by a fact that is declared true or false cover both", () => {
  const facts = { "facts.net": { fr: "réseau", en: "network", of: "practice", is: "boolean" } };
  const cases = { yes: { when: { net: true }, amount: "1" } };
  const both = { ...cases, no: { when: { net: false }, amount: "2" } };
  const withCases = (some: object): unknown =>
    villageWith({ ...facts, "amounts.base.cases": some });
  expect(() => loadSchedule(withCases(both))).not.toThrow();
  expect(refused(() => loadSchedule(withCases(cases)))).toStrictEqual(
    why("SCHEDULE_GAP", "base", '"net false"', "exactement un cas", "exactly one case"),
  );
});
