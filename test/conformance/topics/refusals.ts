import { getSchedule } from "../../../src/index.ts";
import type { Draft } from "../vector.ts";
import { amendment, edited, invented } from "./documents.ts";
import { nameOf, SCHEDULES, YEARS } from "./hand.ts";

/** What is refused, with its code and path; one fault in each vector. */
export const refusals = (): readonly Draft[] => [
  ...patientRows(),
  ...everySchedule(),
  ...physicianRows(),
  ...inputs(),
  ...chosen(),
  ...patchPaths(),
  ...patchResults(),
  ...documents(),
];

const fmt = { schedule: "fr.fmt.2026", year: 2026, readings: {} };
const shipped = getSchedule(fmt.schedule);
const ok = { age: 40, ald: false, c2s: false };

function numbered(topic: string, drafts: readonly Omit<Draft, "id">[]): Draft[] {
  return drafts.map((draft, i) => ({
    id: `refusals.${topic}.${String(i + 1).padStart(3, "0")}`,
    ...draft,
  }));
}

/** The second patient of a list of two has the fault. */
function patientRows(): Draft[] {
  const without = (field: keyof typeof ok): object => edited(ok, { [field]: undefined });
  const rows: readonly (readonly [string, unknown])[] = [
    ["a row that is null", null],
    ["a row that is a text", "row"],
    ["a row that is a list", [ok]],
    ["no age", without("age")],
    ["an empty age", { ...ok, age: "" }],
    ...[-1, 130, 40.5, "40", true, {}].map(
      (age) => [`age ${JSON.stringify(age)}`, { ...ok, age }] as const,
    ),
    ...[
      "1980-1-1",
      "80",
      "19800101",
      "01/01/1980",
      "1980-01-01T00:00:00Z",
      " 1980",
      "+1980",
      "1980-01-",
      1980,
      true,
      {},
    ].map(
      (birthDate) =>
        [`birth date ${JSON.stringify(birthDate)}`, { ...without("age"), birthDate }] as const,
    ),
    ...["1980-02-30", "1979-02-29", "1900-02-29", "1980-04-31", "1980-12-32", "1980-01-00"].map(
      (birthDate) =>
        [`an impossible day of birth, ${birthDate}`, { ...without("age"), birthDate }] as const,
    ),
    ...["2026", "2026-01-01", "2026-00-00", "9999-12-31"].map(
      (birthDate) =>
        [
          `a birth after 31 December 2025, ${birthDate}, is left out, and the other row paid: 5`,
          { ...without("age"), birthDate },
        ] as const,
    ),
    ...["1895-12-31", "0000", "1895"].map(
      (birthDate) =>
        [`more than 129 years, born ${birthDate}`, { ...without("age"), birthDate }] as const,
    ),
    ["an age and a birth date that disagree", { ...ok, birthDate: "1984-06-01" }],
    [
      "an age and a birth date without a known month that disagree",
      { ...ok, birthDate: "1984-00-00" },
    ],
    ["an impossible age beside a birth date", { ...ok, age: 200, birthDate: "1985-01-01" }],
    ["no ald", without("ald")],
    ["an empty ald", { ...ok, ald: "" }],
    ...["true", "oui", 1, 0, {}, "false"].map(
      (ald) => [`ald ${JSON.stringify(ald)}`, { ...ok, ald }] as const,
    ),
    ["no c2s", without("c2s")],
    ["an empty c2s", { ...ok, c2s: null }],
    ...["true", "yes", "none", "FREE", 1, {}].map(
      (c2s) => [`c2s ${JSON.stringify(c2s)}`, { ...ok, c2s }] as const,
    ),
    ...["true", 1, "no", []].map(
      (seen) => [`seen ${JSON.stringify(seen)}`, { ...ok, seen }] as const,
    ),
    ...["2025-13", "2025-00-01", "hier", "2025-6-1", 2025, "31/12/2025"].map(
      (lastSeen) => [`last seen ${JSON.stringify(lastSeen)}`, { ...ok, lastSeen }] as const,
    ),
    ...["2025-02-29", "2025-06-31"].map(
      (lastSeen) => [`an impossible day in lastSeen, ${lastSeen}`, { ...ok, lastSeen }] as const,
    ),
    ["seen, and last seen long ago", { ...ok, seen: true, lastSeen: "2023-12-31" }],
    ["not seen, and last seen in the window", { ...ok, seen: false, lastSeen: "2024-01-01" }],
    ...[-1, 16, 1.5, "3", true, {}, "flu"].map(
      (prevention) => [`prevention ${JSON.stringify(prevention)}`, { ...ok, prevention }] as const,
    ),
    ...[[1], [null], [""], [["flu"]]].map(
      (prevention) => [`prevention ${JSON.stringify(prevention)}`, { ...ok, prevention }] as const,
    ),
    ["an unknown indicator", { ...ok, prevention: ["flu", "grippe"] }],
    ["an indicator of another case", { ...ok, prevention: ["Flu"] }],
    ["an indicator twice", { ...ok, prevention: ["flu", "covid", "flu"] }],
    ["an id that is an object", { ...ok, id: {} }],
    ["an id that is a truth value", { ...ok, id: true }],
    ["a physicianId that is a list", { ...ok, physicianId: [] }],
  ];
  const columns = (row: unknown): object =>
    typeof row === "object" && row !== null && ("seen" in row || "lastSeen" in row)
      ? { ...ok, seen: true }
      : ok;
  return numbered("patient", [
    ...rows.map(([why, row]) => ({ why, options: fmt, input: { patients: [columns(row), row] } })),
    {
      why: "seen is told of one row and not of the other",
      options: fmt,
      input: { patients: [{ ...ok, seen: true }, ok] },
    },
    {
      why: "seen is null in one row",
      options: fmt,
      input: {
        patients: [
          { ...ok, seen: true },
          { ...ok, seen: null },
        ],
      },
    },
    {
      why: "lastSeen is told of one row and empty in the other",
      options: fmt,
      input: {
        patients: [
          { ...ok, lastSeen: "2025" },
          { ...ok, lastSeen: "" },
        ],
      },
    },
    {
      why: "both columns exist, and one row has neither",
      options: fmt,
      input: { patients: [{ ...ok, seen: true }, { ...ok, lastSeen: "2025" }, ok] },
    },
    {
      why: "the same id twice",
      options: fmt,
      input: {
        patients: [
          { ...ok, id: "p" },
          { ...ok, id: "p" },
        ],
      },
    },
    {
      why: "the first of several faults, in the order of the rows",
      options: fmt,
      input: {
        patients: [
          { ...ok, ald: 1 },
          { ...ok, age: -1 },
        ],
      },
    },
    {
      why: "a list of several physicians where one was asked for",
      options: fmt,
      input: {
        patients: [
          { ...ok, physicianId: "a" },
          { ...ok, physicianId: "b" },
        ],
      },
    },
    {
      why: "a list of another physician",
      options: fmt,
      input: { physician: { id: "a" }, patients: [{ ...ok, physicianId: "b" }] },
    },
    {
      why: "a patient alone who is refused",
      call: "patient" as const,
      options: fmt,
      input: { patient: { ...ok, age: 130 } },
    },
    {
      why: "a patient alone who is none",
      call: "patient" as const,
      options: fmt,
      input: { patient: null },
    },
    {
      why: "a patient to explain who is not on the list",
      call: "explain" as const,
      options: fmt,
      input: { patients: [{ ...ok, id: "a" }], patientId: "b" },
    },
    {
      why: "a patient to explain, in a list that is refused",
      call: "explain" as const,
      options: fmt,
      input: { patients: [{ ...ok, id: "a", ald: "?" }], patientId: "a" },
    },
  ]);
}

/** Faults that depend on what a schedule asks. */
function everySchedule(): Draft[] {
  return SCHEDULES.flatMap((schedule) => {
    const options = { schedule, year: YEARS[schedule], readings: {} };
    const reference = YEARS[schedule] - (schedule.startsWith("fr.fpmt") ? 0 : 1);
    return [
      {
        id: `refusals.schedule.${nameOf(schedule)}.born-after`,
        why: `a birth after 31 December ${reference} is left out, not refused: 0`,
        options,
        input: { patients: [edited(ok, { age: undefined, birthDate: `${reference + 1}-01-01` })] },
      },
      {
        id: `refusals.schedule.${nameOf(schedule)}.disagrees`,
        why: `an age that is not that of 31 December ${reference}`,
        options,
        input: { patients: [{ ...ok, birthDate: `${reference - 41}-12-31` }] },
      },
      {
        id: `refusals.schedule.${nameOf(schedule)}.seen-missing`,
        why: "seen is told of one row and not of the other, whether the schedule asks or not",
        options,
        input: { patients: [{ ...ok, seen: true }, ok] },
      },
      {
        id: `refusals.schedule.${nameOf(schedule)}.prevention`,
        why: "an action that is no text",
        options,
        input: { patients: [{ ...ok, prevention: [null] }] },
      },
      {
        id: `refusals.schedule.${nameOf(schedule)}.reading`,
        why: "a reading of no schedule",
        options: { ...options, readings: { "no-such-question": "yes" } },
        input: { patients: [ok] },
      },
    ];
  });
}

function physicianRows(): Draft[] {
  const rows: readonly (readonly [string, unknown])[] = [
    ["a physician that is a text", "dr"],
    ["a physician that is a list", []],
    ["an id that is an object", { id: {} }],
    ["an id that is a truth value", { id: false }],
    ...["ZRR", "zip", 1, true, ["ZIP"]].map(
      (zone) => [`zone ${JSON.stringify(zone)}`, { zone }] as const,
    ),
    ...["oui", "true", 1, 0].map(
      (contract) => [`contract ${JSON.stringify(contract)}`, { contract }] as const,
    ),
    ...["3", 3, "2-OPTAM", true, ["1"], {}].map(
      (sector) => [`sector ${JSON.stringify(sector)}`, { sector }] as const,
    ),
    ...[-1, 130, 66.5, "67"].map((age) => [`age ${JSON.stringify(age)}`, { age }] as const),
    ...["60", "01/02/1960", 1960, "1960-00-00", "1960-13"].map(
      (birthDate) => [`birth date ${JSON.stringify(birthDate)}`, { birthDate }] as const,
    ),
    ["an impossible day of birth", { birthDate: "1960-02-30" }],
    ["born after the reference day", { birthDate: "2026-01-01" }],
    ["more than 129 years", { birthDate: "1880" }],
    ["an age and a birth date that disagree", { age: 66, birthDate: "1958-12-31" }],
    ...["01/09/2001", "2001-9-1", 2001, "2001-00", "2001-13-01"].map(
      (firstInstallation) =>
        [`first installation ${JSON.stringify(firstInstallation)}`, { firstInstallation }] as const,
    ),
    ["an impossible day of installation", { firstInstallation: "2001-09-31" }],
    ...["2001", "2001-09", "2001-09-31", "2001-13-01", 2001, true].map(
      (activeFrom) =>
        [
          `active from ${JSON.stringify(activeFrom)}, where a whole day is wanted`,
          { activeFrom },
        ] as const,
    ),
    ...["2001", "01/09/2001", {}].map(
      (activeUntil) =>
        [
          `active until ${JSON.stringify(activeUntil)}, where a whole day is wanted`,
          { activeUntil },
        ] as const,
    ),
    [
      "the end of activity before its beginning",
      { activeFrom: "2020-06-01", activeUntil: "2020-05-31" },
    ],
    ["a field that is almost one, birthdate", { birthdate: "1958-01-01" }],
    ["a field that is almost one, sectors", { sectors: "1" }],
  ];
  return numbered(
    "physician",
    rows.map(([why, physician]) => ({ why, options: fmt, input: { physician, patients: [ok] } })),
  );
}

function inputs(): Draft[] {
  const lists = [null, "rows", 7, {}, true];
  return numbered("input", [
    { why: "no list of patients", options: fmt, input: {} },
    ...lists.map((patients) => ({
      why: `patients ${JSON.stringify(patients)}`,
      options: fmt,
      input: { patients },
    })),
    {
      why: "a list of a year before that is an object",
      options: { ...fmt, schedule: "fr.fpmt.2024" },
      input: { patients: [ok], previousPatients: { 0: ok } },
    },
    {
      why: "the list of a year before has a fault",
      options: { schedule: "fr.fpmt.2024", year: 2024, readings: {} },
      input: { patients: [ok], previousPatients: [ok, { ...ok, age: 131 }] },
    },
    {
      why: "a birth after the day of the list of a year before, left out there: 5",
      options: { schedule: "fr.fpmt.2024", year: 2024, readings: {} },
      input: {
        patients: [ok],
        previousPatients: [edited(ok, { age: undefined, birthDate: "2024-01-01" })],
      },
    },
  ]);
}

/** Years, schedules and readings. */
function chosen(): Draft[] {
  const input = { patients: [ok] };
  const free = { schedule: "fr.fpmt.2024", year: 2024, readings: { "precarity-of": "free" } };
  const settled = edited(invented, { chosen: { together: "added" }, "uplifts/together": "added" });
  return numbered("chosen", [
    ...[1899, 3000, 2026.5, "2026", null, true].map((year) => ({
      why: `year ${JSON.stringify(year)}`,
      options: { ...fmt, year },
      input,
    })),
    { why: "no year", options: { schedule: "fr.fmt.2026" }, input },
    ...[1990, 2017, 2030].map((year) => ({
      why: `no schedule in force in ${year}`,
      options: { year },
      input,
    })),
    ...["fr.fmt.2025", "", "FR.FMT.2026", "__proto__", "constructor"].map((schedule) => ({
      why: `schedule ${JSON.stringify(schedule)}`,
      options: { schedule, year: 2026 },
      input,
    })),
    ...SCHEDULES.flatMap((schedule) =>
      ["zone", "__proto__", "constructor"].map((id) => ({
        why: `reading ${id} of ${schedule}`,
        options: {
          schedule,
          year: YEARS[schedule],
          readings: JSON.parse(`{"${id}":"x"}`) as Record<string, string>,
        },
        input,
      })),
    ),
    ...["zone-and-age", "odd-cents", "reference-day"].map((id) => ({
      why: `an option that ${id} does not have`,
      options: { ...fmt, readings: { [id]: "maybe" } },
      input,
    })),
    ...["precarity-cap", "precarity-of", "leaving"].map((id) => ({
      why: `an option that ${id} does not have`,
      options: { schedule: "fr.fpmt.2024", year: 2024, readings: { [id]: "" } },
      input,
    })),
    {
      why: "an option that uplift-base of the proposal does not have",
      options: {
        schedule: "fr.proposal.2024-02-08",
        year: 2024,
        readings: { "uplift-base": "base-and-c2s" },
      },
      input,
    },
    {
      why: "a reading that the document has settled otherwise",
      options: { schedule: settled, year: 2026, readings: { together: "highest" } },
      input,
    },
    {
      why: "the reading counts the free C2S alone, and the list does not tell the kind",
      options: free,
      input: { patients: [{ ...ok, c2s: true }] },
    },
    {
      why: "nor does the list of a year before",
      options: free,
      input: { patients: [ok], previousPatients: [{ ...ok, c2s: true }] },
    },
    {
      why: "the invented schedule asks for the kind of C2S",
      options: { schedule: invented, year: 2026 },
      input: { patients: [{ ...ok, seen: true, c2s: true, prevention: [] }] },
    },
    {
      why: "a count of actions, and indicators of two prices",
      options: { ...fmt, patch: { "prevention.flu.amount": "6" } },
      input: { patients: [{ ...ok, prevention: 2 }] },
    },
    {
      why: "a count of actions, under the invented schedule",
      options: { schedule: invented, year: 2026 },
      input: { patients: [{ ...ok, seen: true, prevention: 0 }] },
    },
    {
      why: "the invented schedule has no default for seen",
      options: { schedule: invented, year: 2026 },
      input: { patients: [{ ...ok, prevention: [] }] },
    },
    {
      why: "the invented schedule has no default for prevention",
      options: { schedule: invented, year: 2026 },
      input: { patients: [{ ...ok, seen: true }] },
    },
    ...["zone", "contract", "installationYear", "physicianAge", "sector", "active"].map((fact) => ({
      why: `no default for ${fact}, by a patch`,
      options: { ...fmt, patch: { [`reads.ifMissing.${fact}`]: null } },
      input: { physician: { zone: fact === "zone" ? null : "ZIP" }, patients: [ok] },
    })),
    {
      why: "no default for seen, by a patch",
      options: { ...fmt, patch: { "reads.ifMissing.seen": null } },
      input,
    },
    {
      why: "no default for prevention, by a patch",
      options: { ...fmt, patch: { "reads.ifMissing.prevention": null } },
      input,
    },
  ]);
}

/** Paths that lead nowhere, or where a user may not go. */
function patchPaths(): Draft[] {
  const patches: readonly Record<string, unknown>[] = [
    { "visit.amount": "5" },
    { "base.65+.amount": "5" },
    { "base.80+.amount.cents": "5" },
    { "base.cases.80+.amount": "5" },
    { visit: null },
    { "base.81+": null },
    { "base.80+.when.zone": null },
    { "sources.ACTIVA.status": "official" },
    { "chosen.zone-and-age": "highest" },
    { "inForce.to": "2030-12-31" },
    { "id.x": "x" },
    { "base.80+.source": "AMELI-FMT" },
    { "base.not-seen.assumed": null },
    { "c2s.user": true },
    { "reads.source": "USMY" },
    { "base.__proto__.amount": "1" },
    { "constructor.prototype.x": 1 },
  ];
  return numbered(
    "path",
    patches.map((patch) => ({
      why: `a patch of ${Object.keys(patch).join(", ")}`,
      options: { ...fmt, patch },
      input: { patients: [ok] },
    })),
  );
}

/** Patches whose result is no schedule. */
function patchResults(): Draft[] {
  const proposal = { schedule: "fr.proposal.2024-02-08", year: 2024, readings: {} };
  const rows: readonly (readonly [string, Record<string, unknown>, Draft["options"]?])[] = [
    ["three decimals", { "base.80+.amount": "55.555" }],
    ["a number in place of a text", { "base.80+.amount": 55 }],
    ["a negative amount", { "base.80+.amount": "-5" }],
    ["a comma", { "base.80+.amount": "5,50" }],
    ["a rate without a sign", { "age67.rate": "10" }],
    ["a range that falls", { "base.7-74.when.age": "74-7" }],
    ["a range beyond 129", { "base.80+.when.age": "130+" }],
    ["an unknown key", { "base.80+.colour": "red" }],
    ["an unknown fact", { "base.80+.when.height": "180" }],
    ["an unknown zone", { "zone.when.zone": "ZRR" }],
    ["a fact of the physician where patients are counted", { "eligible.when.age": "0-6" }],
    ["a fact of the patient in an uplift", { "age67.when.ald": true }],
    ["a base without an amount", { "base.80+.amount": null }],
    ["a component without an amount", { "c2s.amount": null }],
    ["an uplift without a rate", { "age67.rate": null }],
    ["a way to pay that does not exist", { "c2s.paid": "monthly" }],
    ["an uplift of a component that does not exist", { "uplifts.of": ["base", "visit"] }],
    ["no window, where a case asks who was seen", { "reads.seenWithin": null }],
    ["ages that no case has", { "base.ald-80+.when.age": "81+" }],
    ["ages that two cases have", { "base.75-79.when.age": "74-79" }],
    ["a base without the case of young children", { "base.0-6": null }],
    ["a case without a condition beside the others", { "base.0-6.when": null }],
    [
      "a second case of an uplift for the same year",
      { "zone.year-2.when.installationYear": "1-2" },
    ],
    ["no case where a reading patches one", { "zone.year-1": null }],
    ["no component where a reading patches one", { "uplifts.of": ["prevention"], c2s: null }],
    ["an amount under its floor", { "base.ald-0-79.amount": "54.99" }, proposal],
    ["an amount under the floor of its component", { "c2s.amount": "4.99" }, proposal],
    ["a floor above its amount", { "base.ald-80+.atLeast": "70.01" }, proposal],
  ];
  return numbered(
    "patched",
    rows.map(([why, patch, options = fmt]) => ({
      why: `a patch gives ${why}`,
      options: { ...options, patch },
      input: { patients: [ok] },
    })),
  );
}

/** Documents that do not load. */
function documents(): Draft[] {
  const edits: readonly (readonly [string, Record<string, unknown>])[] = [
    ["without an id", { id: undefined }],
    ["with an id of another form", { id: "Invented" }],
    ["with an unknown key", { colour: "blue" }],
    ["with an unknown key of a component", { "amounts/base/colour": "blue" }],
    ["with an unknown key of a case", { "amounts/base/cases/seen/colour": "blue" }],
    [
      "both in force and proposed",
      { inForce: { from: "2026-01-01", to: "2026-12-31", source: "S" } },
    ],
    ["neither in force nor proposed", { proposed: undefined }],
    [
      "in force backwards",
      { proposed: undefined, inForce: { from: "2026-12-31", to: "2026-01-01", source: "S" } },
    ],
    ["with a day of a month 13", { proposed: "2026-13-01" }],
    ["with a component without a source", { "amounts/extras/source": undefined }],
    ["with reads without a source", { "reads/source": undefined }],
    ["with uplifts without a source", { "uplifts/source": undefined }],
    ["with a source that was never checked", { "sources/T/checked": undefined }],
    ["with a source that does not exist", { "amounts/base/source": "U" }],
    [
      "with a case of a source that does not exist",
      { "amounts/base/cases/lost/source": ["S", "U"] },
    ],
    ["with a status that does not exist", { "sources/S/status": "rumour" }],
    [
      "with a component named like a part",
      {
        "amounts/reads": {
          fr: "x",
          en: "x",
          per: "patient",
          amount: "1",
          paid: "thirds",
          source: "S",
        },
      },
    ],
    [
      "with two components of one name",
      {
        "amounts/zone": {
          fr: "x",
          en: "x",
          per: "patient",
          amount: "1",
          paid: "thirds",
          source: "S",
        },
      },
    ],
    ["with a case named like a key", { "amounts/extras/cases/amount": { amount: "1" } }],
    ["with a gap", { "amounts/base/cases/lost/when/age": "1+" }],
    ["with an overlap", { "amounts/base/cases/all": { amount: "1" } }],
    ["with a payment that does not exist", { "amounts/base/paid": "monthly" }],
    ["with a share of a physician's fact", { "uplifts/cases/burden/rate/share/zone": "ZIP" }],
    ["with a reading whose default is also a patch", { "readings/odd/or/first": {} }],
    [
      "with a reading that patches what is not there",
      { "readings/odd/or/last": { "payment.nowhere.equal": null } },
    ],
    [
      "with a reading that gives an invalid document",
      { "readings/odd/or/last": { "base.seen.amount": "1.234" } },
    ],
    ["with an answer to no option", { "readings/together/answers/maybe": { fr: "x", en: "x" } }],
    ["with a chosen reading that does not exist", { chosen: { nothing: "at-all" } }],
    ["with a reference day in June", { "reads/on": "30/06/N" }],
    ["with a number for an amount", { "amounts/care/cases/flu/amount": 3 }],
  ];
  const amended: readonly (readonly [string, Record<string, unknown>])[] = [
    ["over a schedule that does not exist", { over: "fr.fmt.2025" }],
    ["over a number", { over: 2026 }],
    ["with an unknown key", { colour: "blue" }],
    ["with a source that does not exist", { source: "RUMOUR" }],
    ["with a source that was never checked", { "sources/DECREE/checked": undefined }],
    ["with a period and a day of proposal", { proposed: "2027-06-01" }],
    ["that opens a gap", { patch: { "base.ald-80+.when.age": "81+" } }],
    ["that touches a source", { patch: { "c2s.source": "DECREE" } }],
    ["of an unknown component", { patch: { "visit.amount": "5" } }],
    [
      "that takes the name of the schedule it changes",
      { id: shipped.id, version: shipped.version, inForce: undefined },
    ],
  ];
  return numbered("document", [
    ...edits.map(([why, edit]) => ({
      why: `a document ${why}`,
      options: { schedule: edited(invented, edit), year: 2026 },
      input: { patients: [{ ...ok, seen: true, prevention: [] }] },
    })),
    ...amended.map(([why, edit]) => ({
      why: `an amendment ${why}`,
      options: { schedule: edited(amendment, edit), year: 2028 },
      input: { patients: [ok] },
    })),
  ]);
}
