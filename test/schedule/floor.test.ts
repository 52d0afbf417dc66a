import { loadSchedule } from "../../src/index.ts";
import { refused, why, type Why } from "../support/refused.ts";
import { table } from "../support/table.ts";
import { villageWith } from "../support/village.ts";

const floor = (found: string, least: string, path: string): Why =>
  why(
    "SCHEDULE_FLOOR",
    `${path}.amount`,
    `"${found}"`,
    `au moins ${least} ; pour passer dessous, modifier aussi ${path}.atLeast`,
    `at least ${least}; to go under it, patch ${path}.atLeast as well`,
  );

table<Readonly<Record<string, unknown>>, Why>(
  "an amount under its floor is refused",
  [
    ["by a cent", { "amounts.base.cases.ald.amount": "39.99" }, floor("39.99", "40", "base.ald")],
    ["of a component", { "amounts.c2s.atLeast": "5" }, floor("4", "5", "c2s")],
    [
      "of the component, for a case that names none",
      { "amounts.care.atLeast": "2.75" },
      floor("2.50", "2.75", "care.hpv"),
    ],
  ],
  (edits) => refused(() => loadSchedule(villageWith(edits))),
);

table<Readonly<Record<string, unknown>>, string>(
  "an amount on its floor loads",
  [
    ["exactly on it", { "amounts.base.cases.ald.amount": "40" }, "fr.village"],
    ["written with decimals", { "amounts.base.cases.ald.amount": "40.00" }, "fr.village"],
    [
      "longer, though first in the alphabet",
      { "amounts.base.cases.ald.amount": "100" },
      "fr.village",
    ],
  ],
  (edits) => loadSchedule(villageWith(edits)).id,
);
