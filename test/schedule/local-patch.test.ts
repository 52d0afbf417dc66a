import { expect, test } from "vitest";
import { loadSchedule, type SchedulePatch } from "../../src/index.ts";
import { checkValues } from "../../src/schedule/local-patch.ts";
import { refused, why, type Why } from "../support/refused.ts";
import { table } from "../support/table.ts";
import { villageWith } from "../support/village.ts";

const village = loadSchedule(villageWith());
const euros = [
  'des euros, deux décimales au plus : "9940.50"',
  'euros, at most two decimals: "9940.50"',
] as const;
const toLoader = [
  "un montant ou un pourcentage d'une composante ou d'un cas (base.ald-80+.amount) ; pour le reste, applyPatch de forfait-medecin-traitant/load",
  "an amount or a percentage of a component or of a case (base.ald-80+.amount); for anything else, applyPatch of forfait-medecin-traitant/load",
] as const;

test("amounts and percentages need no schema, of a component or of a case", () => {
  expect(() =>
    checkValues(village, {
      "c2s.amount": "5",
      "base.child.amount": "10.50",
      "zone.rate": "12.5%",
      "share.any.rate": "5%",
    }),
  ).not.toThrow();
});

table<SchedulePatch, Why>(
  "a patch is refused without the schemas",
  [
    [
      "of an amount that is no text",
      { "base.child.amount": 11 },
      why("SCHEDULE_INVALID", "amounts.base.cases.child.amount", "11", ...euros),
    ],
    [
      "of an amount with three decimals",
      { "c2s.amount": "5.125" },
      why("SCHEDULE_INVALID", "amounts.c2s.amount", '"5.125"', ...euros),
    ],
    [
      "of a rate in euros",
      { "share.any.rate": "5" },
      why(
        "SCHEDULE_INVALID",
        "uplifts.cases.share.cases.any.rate",
        '"5"',
        'un pourcentage : "10%"',
        'a percentage: "10%"',
      ),
    ],
    [
      "that takes an amount away",
      { "c2s.amount": null },
      why("PATCH_NEEDS_LOADER", "c2s.amount", "null", ...toLoader),
    ],
    [
      "of a term of a rate",
      { "share.any.rate.cap": "30%" },
      why("PATCH_NEEDS_LOADER", "share.any.rate.cap", '"30%"', ...toLoader),
    ],
    [
      "of what is no amount",
      { "eligible.partYear": "days" },
      why("PATCH_NEEDS_LOADER", "eligible.partYear", '"days"', ...toLoader),
    ],
  ],
  (patch) => refused(() => checkValues(village, patch)),
);
