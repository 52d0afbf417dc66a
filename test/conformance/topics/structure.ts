import type { Draft } from "../vector.ts";

/** The forfait structure of 2025: 280 points of 7 EUR, and those of each condition of part 2. */
export const structure = (): readonly Draft[] => [
  ...every(),
  ...each(),
  ...bounds(),
  ...withoutPartOne(),
];

const allowance = { schedule: "fr.forfait-structure.2025", year: 2025, readings: {} };

/** The percentage that a rate must reach, and its points. */
const RATES: Readonly<Record<string, readonly [from: number, points: string]>> = {
  dmpRate: [30, "40"],
  mssPatientsRate: [10, "40"],
  aatRate: [90, "22.5"],
  atmpRate: [50, "22.5"],
  pseRate: [90, "22.5"],
  dmtRate: [90, "22.5"],
  speRate: [30, "10"],
  dsgRate: [50, "10"],
  ePrescriptionRate: [40, "40"],
};
const TRUTHS: Readonly<Record<string, string>> = {
  apcvUsed: "40",
  coordinatedCare: "120",
  coding: "50",
  patientServices: "70",
  student: "50",
  teleconsultation: "50",
  connectedDevices: "25",
  sas: "200",
};

const noRates = Object.fromEntries(Object.keys(RATES).map((fact) => [fact, 0]));
const noTruths = Object.fromEntries(Object.keys(TRUTHS).map((fact) => [fact, false]));
const nothing = { ...noRates, ...noTruths };
const everything = {
  ...Object.fromEntries(Object.entries(RATES).map(([fact, [from]]) => [fact, from])),
  ...Object.fromEntries(Object.keys(TRUTHS).map((fact) => [fact, true])),
};

function of(facts: object, prerequisites = true): Draft["input"] {
  return {
    physician: { facts: { prerequisites, ...facts } },
    patients: [{ age: 40, ald: false, c2s: false }],
  };
}

function every(): Draft[] {
  return [
    {
      id: "structure.everything",
      why: "every condition of both parts: (280 + 835) * 7",
      options: allowance,
      input: of(everything),
      shares: true,
    },
    {
      id: "structure.part-1",
      why: "part 1 alone: 280 * 7",
      options: allowance,
      input: of(nothing),
      shares: true,
    },
    {
      id: "structure.nothing",
      why: "no condition: 0",
      options: allowance,
      input: of(nothing, false),
    },
  ];
}

/** Each condition of part 2 alone, beside part 1. */
function each(): Draft[] {
  const rates = Object.entries(RATES).map(
    ([fact, [from, points]]) => [fact, from, points] as const,
  );
  const truths = Object.entries(TRUTHS).map(([fact, points]) => [fact, true, points] as const);
  return [...rates, ...truths].map(([fact, value, points]): Draft => ({
    id: `structure.with.${fact}`,
    why: `part 1, and ${fact}: (280 + ${points}) * 7`,
    options: allowance,
    input: of({ ...nothing, [fact]: value }),
  }));
}

/** Each rate just under what is asked. */
function bounds(): Draft[] {
  return Object.entries(RATES).map(([fact, [from, points]]): Draft => ({
    id: `structure.under.${fact}`,
    why: `${fact} under ${from}, all else reached: (280 + 835 - ${points}) * 7`,
    options: allowance,
    input: of({ ...everything, [fact]: from - 0.0001 }),
  }));
}

function withoutPartOne(): Draft[] {
  return [
    ["with-part-1", "0"],
    ["alone", "835 * 7"],
  ].map(([option, amount]): Draft => ({
    id: `structure.reading.${option}`,
    why: `part-2 = ${option}, without part 1: ${amount}`,
    options: { ...allowance, readings: { "part-2": option as string } },
    input: of(everything, false),
  }));
}
