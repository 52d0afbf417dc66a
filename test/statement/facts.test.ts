import { expect, test } from "vitest";
import { computePhysician, loadSchedule, type Physician, type Schedule } from "../../src/index.ts";
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

const priced = (schedule: Schedule, physician: Physician, year = 2026): string =>
  computePhysician(
    { patients: [{ age: 40, ald: false, c2s: false, prevention: [] }], physician },
    { year, schedule },
  ).total;

test("each fact in turn is read on its day: the zone on its own, the others on that of the list", () => {
  const inTurn = <Value>(before: Value, after: Value) => [
    { value: before, until: "2025-12-31" },
    { value: after, from: "2026-01-01" },
  ];
  // 20 for the adult, of which the uplift is 10 %.
  const when = (condition: object): Schedule =>
    village({ "reads.zoneOn": "01/01/N", "uplifts.cases.zone.when": condition });
  const zone = inTurn("none" as const, "ZIP" as const);
  expect(priced(when({ zone: "ZIP" }), { zone })).toBe("22.00");
  expect(priced(village({}), { zone })).toBe("20.00");
  expect(priced(when({ contract: true }), { contract: inTurn(true, false) })).toBe("22.00");
  expect(priced(when({ contract: true }), { contract: inTurn(false, true) })).toBe("20.00");
  expect(priced(when({ sector: "1" }), { sector: inTurn("1", "2") })).toBe("22.00");
  expect(priced(when({ sector: "1" }), { sector: inTurn("2", "1") })).toBe("20.00");
});

test("a fact that a document declares is not taken from what else is known of the physician", () => {
  const schedule = village({
    facts: {
      installed: {
        fr: "équipé",
        en: "equipped",
        of: "physician",
        is: "boolean",
        ifMissing: true,
        source: "COUNCIL",
      },
    },
    "uplifts.cases.zone.when": { installed: true },
  });
  const since = { firstInstallation: "2010-01-01" };
  expect(priced(schedule, since)).toBe("22.00");
  expect(priced(schedule, { ...since, facts: { installed: false } })).toBe("20.00");
});

table<Physician, string>(
  "of 20 for 2026 in quarters of a year",
  [
    ["all, of a physician who came long before", { activeFrom: "2010-03-01" }, "20.00"],
    [
      "two, from long before until June",
      { activeFrom: "2010-03-01", activeUntil: "2026-06-30" },
      "10.00",
    ],
    [
      "two, from January until June",
      { activeFrom: "2026-01-01", activeUntil: "2026-06-30" },
      "10.00",
    ],
    ["one, from April until June", { activeFrom: "2026-04-01", activeUntil: "2026-06-30" }, "5.00"],
    ["one, from March", { activeUntil: "2026-03-01" }, "5.00"],
  ],
  (physician) => priced(village({ "eligible.partYear": "quarters" }), physician),
);
