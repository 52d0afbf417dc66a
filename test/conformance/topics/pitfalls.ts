import type { Draft } from "../vector.ts";

/**
 * What a first implementation got wrong, or could not read in the kit: a vector for each sentence that was added. Each says
 * its total as arithmetic, or its refusal in words.
 */
export const pitfalls = (): readonly Draft[] =>
  [...answers(), ...refusedAt(), ...dates(), ...rows(), ...notices(), ...provenance()].map(
    ({ id, ...draft }) => ({ id: `pitfalls.${id}`, ...draft }),
  );

const options = { schedule: "fr.fmt.2026", year: 2026, readings: {} };
const adult = { age: 40, ald: false, c2s: false };
const old = { age: 82, ald: true, c2s: false };

function answers(): Draft[] {
  return [
    {
      id: "patched",
      why: "a patch is in `changes`, and `schedule` has no `patched`: 110",
      options: { ...options, patch: { "base.ald-80+.amount": "110" } },
      input: { patients: [old] },
    },
    {
      id: "counted-last",
      why: "a patient whose actions are counted, then one whose are named: the line of counted ones comes last: 5 + 5 + 5 + 5 + 2 * 5",
      options,
      input: {
        patients: [
          { ...adult, prevention: 2 },
          { ...adult, prevention: ["exam-24m", "flu"] },
        ],
      },
    },
  ];
}

function refusedAt(): Draft[] {
  return [
    {
      id: "reading-unknown",
      why: "a question that the text does not leave open, so READING_UNKNOWN at readings",
      options: { ...options, readings: { "zone-and-agee": "highest" } },
      input: { patients: [adult] },
    },
    {
      id: "option-unknown",
      why: "an option that the question has not, so READING_OPTION_UNKNOWN at readings.zone-and-age",
      options: { ...options, readings: { "zone-and-age": "lowest" } },
      input: { patients: [adult] },
    },
    {
      id: "patient-unknown",
      why: "a patient whom no row has, so PATIENT_UNKNOWN at patients[].id",
      call: "explain",
      options,
      input: { patients: [{ ...adult, id: "a" }], patientId: "b" },
    },
    {
      id: "physician-id",
      why: "rows that name their physician by what is no id, so ID_INVALID at physician.id",
      options,
      input: { patients: [{ ...adult, physicianId: true }] },
    },
    {
      id: "age-disagrees",
      why: "an age beside a date of birth of 75 years, so AGE_DISAGREES at patients[0].age",
      options,
      input: { patients: [{ ...adult, birthDate: "1950-01-01" }] },
    },
    {
      id: "seen-disagrees",
      why: "not seen, beside a visit of the reference year, so SEEN_DISAGREES at patients[0].seen",
      options,
      input: { patients: [{ ...adult, seen: false, lastSeen: "2025-05-01" }] },
    },
    {
      id: "born-later-physician",
      why: "a physician born after the reference day, so AGE_INVALID at physician.birthDate",
      options,
      input: { physician: { birthDate: "2026-03-01" }, patients: [adult] },
    },
    {
      id: "prevention-empty",
      why: "an action without a name, so PREVENTION_INVALID at patients[0].prevention",
      options,
      input: { patients: [{ ...adult, prevention: [""] }] },
    },
    {
      id: "prevention-unknown",
      why: "an action of another name, so PREVENTION_UNKNOWN at patients[0].prevention",
      options,
      input: { patients: [{ ...adult, prevention: ["fluu"] }] },
    },
  ];
}

function dates(): Draft[] {
  const born = (birthDate: string): object => ({ birthDate, ald: false, c2s: false });
  return [
    {
      id: "birth-impossible",
      why: "a day of birth that its month has not, so DATE_IMPOSSIBLE at patients[0].birthDate",
      options,
      input: { patients: [born("1990-02-30")] },
    },
    {
      id: "birth-month-13",
      why: "a birth of month 13 is the year, with a warning: 5",
      options,
      input: { patients: [born("1990-13-01")] },
    },
    {
      id: "active-impossible",
      why: "a first day of activity that its month has not, so DATE_IMPOSSIBLE at physician.activeFrom",
      options,
      input: { physician: { activeFrom: "2001-09-31" }, patients: [adult] },
    },
    {
      id: "active-month",
      why: "activity by month, where a day is asked, so DATE_INVALID at physician.activeUntil",
      options,
      input: { physician: { activeUntil: "2026-09" }, patients: [adult] },
    },
    {
      id: "installed-month-13",
      why: "month 13 of a physician is no year, so DATE_INVALID at physician.firstInstallation",
      options,
      input: { physician: { firstInstallation: "2001-13-01" }, patients: [adult] },
    },
  ];
}

function rows(): Draft[] {
  return [
    {
      id: "sector-number",
      why: "a sector as a number is its text: 5",
      options,
      input: { physician: { sector: 1 }, patients: [adult] },
    },
    {
      id: "named-by-rows",
      why: "a physician without an id takes that of the rows: 5 + 100",
      options,
      input: {
        physician: { sector: "1" },
        patients: [
          { ...adult, physicianId: "A" },
          { ...old, physicianId: "A" },
        ],
      },
    },
    {
      id: "another-physician",
      why: "a row of another physician, so PHYSICIAN_UNKNOWN at patients[1].physicianId",
      options,
      input: {
        physician: { id: "A" },
        patients: [
          { ...adult, physicianId: "A" },
          { ...old, physicianId: "B" },
        ],
      },
    },
    {
      id: "several-physicians",
      why: "rows of two physicians and no physician told, so PHYSICIAN_UNKNOWN at patients[1].physicianId",
      options,
      input: {
        patients: [
          { ...adult, physicianId: "A" },
          { ...old, physicianId: "B" },
        ],
      },
    },
  ];
}

function notices(): Draft[] {
  return [
    {
      id: "outside-period",
      why: "a schedule asked for by its id outside of its years: 5",
      options: { ...options, year: 2032 },
      input: { patients: [adult] },
    },
    {
      id: "unknown-field",
      why: "a field that is not read, of the physician and of a patient: 5",
      options,
      input: { physician: { surname: "x" }, patients: [{ ...adult, surname: "y" }] },
    },
    {
      id: "installed-not-read",
      why: "a first installation after the day, where nothing is due and no condition reads the year: 0",
      options,
      input: {
        physician: { zone: "ZIP", firstInstallation: "2026-03-01" },
        patients: [adult],
      },
    },
    {
      id: "rule-of-the-user",
      why: "who patches a payment has made it theirs: it is no longer `assumed-rule`: 5",
      options: { ...options, patch: { "payment.oddCents": "first" } },
      input: { patients: [adult] },
    },
    {
      id: "question-removed",
      why: "a question that is taken out is no longer open: 5",
      options: { ...options, patch: { "readings.zone-and-age": null } },
      input: { patients: [adult] },
    },
  ];
}

function provenance(): Draft[] {
  const patients = [{ ...adult, prevention: ["flu", "hpv"] }];
  return [
    {
      id: "price-of-a-component",
      why: "the price of the component is that of each of its cases, which lose their sources: 5 + 6 + 6",
      options: { ...options, patch: { "prevention.amount": "6" } },
      input: { patients },
    },
    {
      id: "price-of-a-case",
      why: "the price of one case leaves its neighbours as they are: 5 + 6 + 5",
      options: { ...options, patch: { "prevention.flu.amount": "6" } },
      input: { patients },
    },
    {
      id: "case-put-in",
      why: "a case that is put in leaves its neighbours as they are: 5 + 7 + 5",
      options: {
        ...options,
        patch: { "prevention.flu": { fr: "grippe", en: "influenza", amount: "7" } },
      },
      input: { patients },
    },
  ];
}
