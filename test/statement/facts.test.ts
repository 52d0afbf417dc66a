import { loadSchedule, type Schedule } from "../../src/index.ts";
import { activityOf, lateVisitOf, preventionYearOf, zoneDayOf } from "../../src/statement/facts.ts";
import { table } from "../support/table.ts";
import { villageWith } from "../support/village.ts";

type Edits = Readonly<Record<string, unknown>>;
const village = (edits: Edits): Schedule => loadSchedule(villageWith(edits));

table<Edits, string>(
  "the day of the zone, in 2026",
  [
    ["by default the reference day, the year before", {}, "2025-12-31"],
    ["the reference day of another year", { "reads.on": "31/12/N" }, "2026-12-31"],
    ["a 1 January", { "reads.zoneOn": "01/01/N" }, "2026-01-01"],
    ["a 1 January two years back", { "reads.zoneOn": "01/01/N-2" }, "2024-01-01"],
    [
      "its own, whichever day the rest is read",
      { "reads.on": "31/12/N", "reads.zoneOn": "31/12/N-1" },
      "2025-12-31",
    ],
  ],
  (edits) => zoneDayOf(village(edits), 2026),
);

table<Edits, number | undefined>(
  "the year of prevention, in 2026",
  [
    ["by default any", {}, undefined],
    ["the payment year", { "reads.preventionYear": "N" }, 2026],
    ["the year before", { "reads.preventionYear": "N-1" }, 2025],
    ["whichever the reference day", { "reads.on": "31/12/N", "reads.preventionYear": "N" }, 2026],
  ],
  (edits) => preventionYearOf(village(edits), 2026),
);

table<Edits, string>(
  "a visit after the reference day",
  [
    ["by default the patient is seen", {}, "seen"],
    ["or is not", { "reads.lateVisit": "unseen" }, "unseen"],
  ],
  (edits) => lateVisitOf(village(edits)),
);

table<Edits, string>(
  "when a physician is in activity",
  [
    ["on the reference day, where no part of a year is paid", {}, "reference-day"],
    ["in the year, where quarters are", { "eligible.partYear": "quarters" }, "year"],
    ["in the year, where days are", { "eligible.partYear": "days" }, "year"],
    [
      "as the document says: on the day, with quarters",
      { "eligible.partYear": "quarters", "eligible.activity": "reference-day" },
      "reference-day",
    ],
    ["in the year, with none", { "eligible.activity": "year" }, "year"],
  ],
  (edits) => activityOf(village(edits)),
);
