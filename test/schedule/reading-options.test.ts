import { loadSchedule } from "../../src/index.ts";
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
