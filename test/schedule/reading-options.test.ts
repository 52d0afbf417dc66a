import { expect, test } from "vitest";
import { applyReadings, loadSchedule, type SchedulePatch } from "../../src/index.ts";
import { refused, why, type Why } from "../support/refused.ts";
import { table } from "../support/table.ts";
import { villageWith } from "../support/village.ts";

const path = "readings.uplift-base.or.base-and-c2s";
const option = (fr: string, en: string): Why =>
  why(
    "SCHEDULE_READING",
    path,
    '"base-and-c2s"',
    `une option qui donne un barème valide (${fr})`,
    `an option that gives a valid schedule (${en})`,
  );

const question = (patch: SchedulePatch): object => ({
  fr: "Question ?",
  en: "Question?",
  default: "no",
  because: "usage",
  or: { yes: patch },
});

table<Readonly<Record<string, unknown>>, Why>(
  "an option of a reading that gives an invalid document is refused, with what is wrong",
  [
    [
      "a gap",
      { [path]: { "base.adult.when.age": "19+" } },
      option(
        'aucun cas ne s\'applique (base) : trouvé "age 18, ald false" ; attendu : exactement un cas',
        'no case applies (base): found "age 18, ald false"; allowed: exactly one case',
      ),
    ],
    [
      "a path that does not exist",
      { [path]: { "visit.amount": "5" } },
      option(
        'chemin de modification inconnu (visit.amount) : trouvé "visit" ; attendu : base, c2s, care, zone, share, reads, eligible, uplifts, payment, readings',
        'unknown patch path (visit.amount): found "visit"; allowed: base, c2s, care, zone, share, reads, eligible, uplifts, payment, readings',
      ),
    ],
    [
      "text where a case stands",
      { [path]: { "base.adult": "20" } },
      option(
        'barème invalide (amounts.base.cases.adult) : trouvé "20" ; attendu : un objet',
        'invalid schedule (amounts.base.cases.adult): found "20"; allowed: an object',
      ),
    ],
    [
      "an amount under its floor",
      { [path]: { "base.ald.amount": "1" } },
      option(
        'montant sous le plancher (base.ald.amount) : trouvé "1" ; attendu : au moins 40 ; pour passer dessous, modifier aussi base.ald.atLeast',
        'amount under its floor (base.ald.amount): found "1"; allowed: at least 40; to go under it, patch base.ald.atLeast as well',
      ),
    ],
  ],
  (edits) => refused(() => loadSchedule(villageWith(edits))),
);

test("options that are each valid, and not together, are refused when they are chosen", () => {
  const schedule = loadSchedule(
    villageWith({
      "readings.uplift-base": undefined,
      "readings.later": question({ "base.child.when.age": "0-20", "base.adult.when.age": "21+" }),
      "readings.between": question({
        "base.young": { when: { age: "18-20", ald: false }, amount: "15" },
        "base.adult.when.age": "21+",
      }),
    }),
  );
  for (const one of ["later", "between"])
    expect(applyReadings(schedule, { [one]: "yes" }).chosen).toEqual({ [one]: "yes" });
  expect(refused(() => applyReadings(schedule, { later: "yes", between: "yes" }))).toMatchObject({
    code: "SCHEDULE_OVERLAP",
    path: "base",
    found: '"age 18-20, ald false: child + young"',
  });
});
