import { expect, test } from "vitest";
import { loadSchedule } from "../../src/index.ts";
import { refused, why, type Why } from "../support/refused.ts";
import { table } from "../support/table.ts";
import { villageWith } from "../support/village.ts";

const unknown = (path: string, found: string, allowed: string): Why =>
  why("SCHEDULE_REFERENCE_UNKNOWN", path, `"${found}"`, allowed);
const invalid = (path: string, found: string, fr: string, en?: string): Why =>
  why("SCHEDULE_INVALID", path, found, fr, en ?? fr);
const aValue = (fact: string) =>
  [`une valeur, puisqu'un cas lit ${fact}`, `a value, since a case reads ${fact}`] as const;
const free = ["un nom qui ne sert pas ailleurs", "a name that is not used elsewhere"] as const;
const component = {
  fr: "Autre",
  en: "Other",
  per: "patient",
  amount: "1",
  paid: "summer",
  source: "COUNCIL",
};
const patientFacts = "age, ald, c2s, seen";
const physicianFacts = "zone, contract, installationYear, physicianAge, sector, active";

table<Readonly<Record<string, unknown>>, Why>(
  "a reference to what does not exist is refused",
  [
    [
      "an uplift of no component",
      { "uplifts.of": ["base", "visit"] },
      unknown("uplifts.of", "visit", "base, c2s, care"),
    ],
    [
      "an uplift of an uplift",
      { "uplifts.of": ["zone"] },
      unknown("uplifts.of", "zone", "base, c2s, care"),
    ],
    [
      "a way of payment",
      { "amounts.base.paid": "winter" },
      unknown("base.paid", "winter", "summer, advances"),
    ],
    [
      "a way of payment of an uplift",
      { "uplifts.cases.zone.paid": "oddCents" },
      unknown("zone.paid", "oddCents", "summer, advances"),
    ],
    [
      "a way of payment, beside the sources and the assumption of the payment",
      {
        "payment.source": ["COUNCIL"],
        "payment.assumed": { fr: "usage", en: "custom" },
        "amounts.base.paid": "assumed",
      },
      unknown("base.paid", "assumed", "summer, advances"),
    ],
    [
      "an answer to no option",
      { "readings.uplift-base.answers.both": { fr: "les deux", en: "both" } },
      unknown("readings.uplift-base.answers", "both", "base, base-and-c2s"),
    ],
    [
      "an option without an answer",
      { "readings.uplift-base.answers.base": undefined },
      unknown("readings.uplift-base.answers", "base", "base, base-and-c2s"),
    ],
    [
      "a reading that was chosen",
      { chosen: { colour: "blue" } },
      unknown("chosen", "colour", "uplift-base"),
    ],
  ],
  (edits) => refused(() => loadSchedule(villageWith(edits))),
);

table<Readonly<Record<string, unknown>>, Why>(
  "a name or a value that nothing can be made of is refused",
  [
    [
      "a component named as a part of the document",
      { "amounts.reads": component },
      invalid("reads", '"reads"', ...free),
    ],
    [
      "a component named as the text of the document",
      { "amounts.text": component },
      invalid("text", '"text"', ...free),
    ],
    [
      "a component named as the label in French",
      { "amounts.fr": component },
      invalid("fr", '"fr"', ...free),
    ],
    [
      "a component named as the label in English",
      { "amounts.en": component },
      invalid("en", '"en"', ...free),
    ],
    [
      "a component named as an uplift",
      { "amounts.zone": component },
      invalid("zone", '"zone"', ...free),
    ],
    [
      "a case named as a key",
      { "amounts.care.cases.amount": {} },
      invalid("care.amount", '"amount"', ...free),
    ],
    [
      "a case named as the cases",
      { "amounts.care.cases.cases": {} },
      invalid("care.cases", '"cases"', ...free),
    ],
    [
      "a case of an uplift named as a key",
      { "uplifts.cases.share.cases.rate": { rate: "5%" } },
      invalid("share.rate", '"rate"', ...free),
    ],
    [
      "a case without an amount",
      { "amounts.base.cases.child.amount": undefined },
      invalid(
        "base.child.amount",
        "undefined",
        "un montant, dans le cas ou la composante",
        "an amount, in the case or in the component",
      ),
    ],
    [
      "an uplift without a rate",
      { "uplifts.cases.zone.rate": undefined },
      invalid(
        "zone.rate",
        "undefined",
        "un taux, dans le cas ou la composante",
        "a rate, in the case or in the component",
      ),
    ],
    [
      "an uplift of one component twice",
      { "uplifts.of": ["base", "base"] },
      invalid("uplifts.of", '"base"', "chaque composante une seule fois", "each component once"),
    ],
    [
      "a source checked on a day that does not exist",
      { "sources.COUNCIL.checked": "2026-02-30" },
      invalid("sources.COUNCIL.checked", '"2026-02-30"', "un jour qui existe", "a day that exists"),
    ],
    [
      "a cap of the share under its threshold",
      { "uplifts.cases.share.cases.any.rate.cap": "6.9%" },
      invalid(
        "share.any.rate.cap",
        '"6.9%"',
        "au moins le seuil, 7%",
        "at least the threshold, 7%",
      ),
    ],
    [
      "an uplift that looks at a patient",
      { "uplifts.cases.zone.when.age": "80+" },
      invalid("zone.when.age", '"age"', physicianFacts),
    ],
    [
      "an indicator that looks at a patient",
      { "amounts.care.cases.flu.when": { age: "65+" } },
      invalid("care.flu.when.age", '"age"', physicianFacts),
    ],
    [
      "an eligibility that looks at a patient",
      { "eligible.when.ald": true },
      invalid("eligible.when.ald", '"ald"', physicianFacts),
    ],
    [
      "a share that looks at the physician",
      { "uplifts.cases.share.cases.any.rate.share": { zone: "ZIP" } },
      invalid("share.any.rate.share.zone", '"zone"', patientFacts),
    ],
    [
      "a condition on who was seen, without a window",
      { "amounts.c2s.when.seen": true },
      invalid("reads.seenWithin", "undefined", ...aValue("seen")),
    ],
    [
      "a condition on the installation, without a way to count",
      { "uplifts.cases.zone.when.installationYear": "1" },
      invalid("reads.installationYear", "undefined", ...aValue("installationYear")),
    ],
    [
      "a year of more advances than the others",
      { "payment.advances.dueIn": { 2026: ["06/N", "07/N"] } },
      invalid(
        "payment.advances.dueIn.2026",
        '"06/N, 07/N"',
        "autant de dates que due : 1",
        "as many dates as due: 1",
      ),
    ],
    [
      "an age over the oldest",
      { "amounts.c2s.when.age": "130+" },
      invalid(
        "c2s.when.age",
        '"130+"',
        "un intervalle croissant, de 0 à 129",
        "a rising range, from 0 to 129",
      ),
    ],
    [
      "an age of a physician over the oldest",
      { "uplifts.cases.zone.when.physicianAge": "130+" },
      invalid(
        "zone.when.physicianAge",
        '"130+"',
        "un intervalle croissant, de 0 à 129",
        "a rising range, from 0 to 129",
      ),
    ],
    [
      "a falling range of a physician's age",
      { "uplifts.cases.zone.when.physicianAge": "70-67" },
      invalid(
        "zone.when.physicianAge",
        '"70-67"',
        "un intervalle croissant, de 0 à 129",
        "a rising range, from 0 to 129",
      ),
    ],
    [
      "a falling range of years of installation",
      { "reads.installationYear": "civil", "uplifts.cases.zone.when.installationYear": "3-1" },
      invalid("zone.when.installationYear", '"3-1"', "un intervalle croissant", "a rising range"),
    ],
    [
      "a default that is an option as well",
      { "readings.uplift-base.or.base": {} },
      invalid(
        "readings.uplift-base.or.base",
        '"base"',
        "le choix par défaut est le document lui-même : il n'a pas de modification",
        "the default is the document itself: it has no patch",
      ),
    ],
  ],
  (edits) => refused(() => loadSchedule(villageWith(edits))),
);

const rate = "uplifts.cases.share.cases.any.rate";

table<Readonly<Record<string, unknown>>, string>(
  "a range loads",
  [
    ["of the oldest age alone", { "amounts.c2s.when.age": "129" }, "fr.village"],
    ["of ages that goes over the oldest", { "amounts.c2s.when.age": "100-130" }, "fr.village"],
    [
      "of years of installation, which may be over any age",
      { "reads.installationYear": "civil", "uplifts.cases.zone.when.installationYear": "130+" },
      "fr.village",
    ],
  ],
  (edits) => loadSchedule(villageWith(edits)).id,
);

test("a schedule may have no uplifts", () => {
  expect(
    loadSchedule(villageWith({ uplifts: undefined, readings: undefined })).uplifts,
  ).toBeUndefined();
});

table<Readonly<Record<string, unknown>>, string>(
  "a cap loads",
  [
    ["of the share, on its threshold", { [`${rate}.cap`]: "7.0%" }, "fr.village"],
    [
      "of the rate, under the threshold, which is of the share",
      { [`${rate}.cap`]: "5%", [`${rate}.capOn`]: "rate" },
      "fr.village",
    ],
  ],
  (edits) => loadSchedule(villageWith(edits)).id,
);
