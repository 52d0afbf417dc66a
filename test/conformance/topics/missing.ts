import type { Draft } from "../vector.ts";
import { nameOf, SCHEDULES, YEARS, type ScheduleId } from "./hand.ts";

/** What is not told, not paid or not asked, and what a statement says of it. */
export const missing = (): readonly Draft[] => [
  ...facts(),
  ...listless(),
  ...ineligible(),
  ...periods(),
  ...identifiers(),
  ...alone(),
  ...explained(),
];

const hundred = { age: 82, ald: true, c2s: false };
const known = {
  zone: "ZIP",
  contract: false,
  firstInstallation: "2001",
  age: 50,
  sector: "1",
  activeFrom: "2001-01-01",
};

/** One fact of the physician unknown at a time: the default is said where it decided. */
function facts(): Draft[] {
  return Object.keys(known).flatMap((fact) =>
    SCHEDULES.map((schedule): Draft => {
      const { [fact as keyof typeof known]: _, ...physician } = known;
      return {
        id: `missing.fact.${nameOf(schedule)}.${fact}`,
        why: `${fact} is not told`,
        options: { schedule, year: YEARS[schedule], readings: {} },
        input: { physician, patients: [hundred] },
      };
    }),
  );
}

function listless(): Draft[] {
  return SCHEDULES.flatMap((schedule): Draft[] => {
    const options = { schedule, year: YEARS[schedule], readings: {} };
    return [
      {
        id: `missing.patients.${nameOf(schedule)}`,
        why: "a physician without patients: 0",
        options,
        input: { physician: { id: "dr", ...known }, patients: [] },
      },
      {
        id: `missing.everything.${nameOf(schedule)}`,
        why: "nothing is known of the physician, and there is nobody on the list: 0",
        options,
        input: { patients: [] },
      },
      {
        id: `missing.physician.${nameOf(schedule)}`,
        why: `nothing is known of the physician: ${plain(schedule)}`,
        options,
        input: { patients: [hundred] },
        shares: true,
      },
      {
        id: `missing.nulls.${nameOf(schedule)}`,
        why: `null and an empty text are what is not told: ${plain(schedule)}`,
        options,
        input: {
          physician: {
            id: null,
            zone: "",
            birthDate: null,
            firstInstallation: "",
            contract: null,
            sector: "",
            activeFrom: null,
            activeUntil: "",
          },
          patients: [hundred],
        },
      },
      {
        id: `missing.unknown-field.${nameOf(schedule)}`,
        why: `fields that are not read: ${plain(schedule)}`,
        options,
        input: {
          physician: { zone: "none", surname: "X" },
          patients: [{ ...hundred, surname: "X", sex: "F" }],
        },
      },
      {
        id: `missing.previous.${nameOf(schedule)}`,
        why: `a list of a year before, which the FPMT alone reads: ${plain(schedule)}`,
        options,
        input: { patients: [hundred], previousPatients: [hundred, hundred] },
      },
    ];
  });
}

function plain(schedule: ScheduleId): string {
  return schedule === "fr.fmt.2026" ? "100" : "70";
}

function ineligible(): Draft[] {
  return SCHEDULES.flatMap((schedule) =>
    ["1", 1, "2-optam", "2", 2].map((sector): Draft => ({
      id: `missing.sector.${nameOf(schedule)}.${sector}${typeof sector === "number" ? ".number" : ""}`,
      why: `sector ${sector}${String(sector) === "2" ? ", to which nothing is due: 0" : `: ${plain(schedule)}`}`,
      options: { schedule, year: YEARS[schedule], readings: {} },
      input: { physician: { ...known, zone: "none", sector }, patients: [hundred] },
      shares: true,
    })),
  ).concat(
    SCHEDULES.map((schedule): Draft => ({
      id: `missing.twice-ineligible.${nameOf(schedule)}`,
      why: "in sector 2 and out of activity, two reasons: 0",
      options: { schedule, year: YEARS[schedule], readings: {} },
      input: { physician: { sector: "2", activeUntil: "2010-01-01" }, patients: [hundred] },
    })),
  );
}

/** A schedule may be applied to any year, and the statement says so. */
function periods(): Draft[] {
  return SCHEDULES.flatMap((schedule) =>
    [2017, 2018, 2023, 2024, 2025, 2026, 2029, 2030].map((year): Draft => ({
      id: `missing.period.${nameOf(schedule)}.${year}`,
      why: `applied to ${year}: ${plain(schedule)}`,
      options: { schedule, year, readings: {} },
      input: { patients: [hundred] },
    })),
  );
}

function identifiers(): Draft[] {
  const options = { schedule: "fr.fmt.2026", year: 2026, readings: {} };
  return [
    {
      id: "missing.id.number",
      why: "identifiers that are numbers are written as text: 2 * 100",
      options,
      input: {
        physician: { id: 7 },
        patients: [
          { ...hundred, id: 1 },
          { ...hundred, id: "2" },
        ],
      },
      shares: true,
    },
    {
      id: "missing.id.none",
      why: "patients without an id are as many patients: 3 * 100",
      options,
      input: { patients: [hundred, { ...hundred, id: "" }, { ...hundred, id: null }] },
      shares: true,
    },
    {
      id: "missing.id.from-patients",
      why: "a physician without an id takes the one that the patients name: 100",
      options,
      input: { patients: [{ ...hundred, physicianId: "dr" }] },
    },
    {
      id: "missing.id.and-facts",
      why: "so does one of whom other facts are told: 100 + 100 * 10%",
      options,
      input: { physician: { zone: "ZIP" }, patients: [{ ...hundred, physicianId: "dr" }] },
    },
  ];
}

/** One patient without the list: what depends on a share of the list is left out. */
function alone(): Draft[] {
  return SCHEDULES.flatMap((schedule) =>
    [false, true].flatMap((c2s) =>
      [{}, { physician: { ...known, id: "dr" } }].map((input): Draft => {
        const c2sAmount =
          !c2s || schedule.startsWith("fr.fpmt")
            ? ""
            : schedule === "fr.fmt.2026"
              ? " + 10"
              : " + 5";
        const zone =
          !("physician" in input) || schedule.startsWith("fr.fpmt")
            ? ""
            : schedule === "fr.fmt.2026"
              ? " + 100 * 10%"
              : ` + (70${c2sAmount}) * 10%`;
        return {
          id: `missing.alone.${nameOf(schedule)}${c2s ? ".c2s" : ""}${"physician" in input ? ".physician" : ""}`,
          why: `a patient without the list${c2s ? ", C2S" : ""}: ${plain(schedule)}${c2sAmount}${zone}`,
          call: "patient",
          options: { schedule, year: YEARS[schedule], readings: {} },
          input: { ...input, patient: { ...hundred, c2s } },
        };
      }),
    ),
  );
}

/** One patient's share of the lines of a list. */
function explained(): Draft[] {
  const patients = [
    { id: "a", age: 82, ald: true, c2s: true },
    { id: "b", age: 40, ald: false, c2s: false },
    { id: 3, age: 5, ald: false, c2s: true },
  ];
  return SCHEDULES.flatMap((schedule) =>
    ["a", "b", 3].map((patientId): Draft => ({
      id: `missing.explain.${nameOf(schedule)}.${patientId}`,
      why: `the share of patient ${patientId}, line by line`,
      call: "explain",
      options: { schedule, year: YEARS[schedule], readings: {} },
      input: { physician: known, patients, patientId },
    })),
  );
}
