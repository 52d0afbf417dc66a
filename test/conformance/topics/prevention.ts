import type { Draft } from "../vector.ts";
import { INDICATORS } from "./hand.ts";

const fmt = { schedule: "fr.fmt.2026", year: 2026, readings: {} };
const proposal = { schedule: "fr.proposal.2024-02-08", year: 2024, readings: {} };
const adult = { age: 40, ald: false, c2s: false };

/** Indicators by id and by count, in one list or in two ways at once. */
export const prevention = (): readonly Draft[] => [
  ...INDICATORS.map((id): Draft => ({
    id: `prevention.one.${id}`,
    why: `one indicator, ${id}: 5 + 5`,
    options: fmt,
    input: { patients: [{ ...adult, prevention: [id] }] },
  })),
  ...Array.from({ length: 16 }, (_, count): Draft => ({
    id: `prevention.count.${count}`,
    why: `${count} actions, not itemised: 5 + ${count} * 5`,
    options: fmt,
    input: { patients: [{ ...adult, prevention: count }] },
  })),
  ...INDICATORS.map((_, i): Draft => ({
    id: `prevention.ids.${i + 1}`,
    why: `the first ${i + 1} indicators of the list: 5 + ${i + 1} * 5`,
    options: fmt,
    input: { patients: [{ ...adult, prevention: INDICATORS.slice(0, i + 1) }] },
  })),
  ...Array.from({ length: 6 }, (_, count): Draft => ({
    id: `prevention.proposal.count.${count}`,
    why: `the proposal of 2024 pays any action, ${count} of them: 5 + ${count} * 5`,
    options: proposal,
    input: { patients: [{ ...adult, prevention: count }] },
  })),
  {
    id: "prevention.proposal.any-id",
    why: "the proposal lists no indicators, so any id is one action: 5 + 2 * 5",
    options: proposal,
    input: { patients: [{ ...adult, prevention: ["flu", "not-in-any-list"] }] },
    shares: true,
  },
  {
    id: "prevention.proposal.ids-and-counts",
    why: "ids of one patient and the count of another are one line of the proposal: 2 * 5 + (2 + 3) * 5",
    options: proposal,
    input: {
      patients: [
        { ...adult, prevention: ["flu", "hpv"] },
        { ...adult, prevention: 3 },
      ],
    },
    shares: true,
  },
  {
    id: "prevention.ids-and-counts",
    why: "ids of two patients and the counts of two others: a line per indicator and one not itemised: 4 * 5 + (2 + 1 + 3 + 4) * 5",
    options: fmt,
    input: {
      patients: [
        { ...adult, prevention: ["flu", "hpv"] },
        { ...adult, prevention: 3 },
        { ...adult, prevention: ["flu"] },
        { ...adult, prevention: 4 },
      ],
    },
    shares: true,
  },
  {
    id: "prevention.none",
    why: "an empty list of indicators: 5",
    options: fmt,
    input: { patients: [{ ...adult, prevention: [] }] },
  },
  {
    id: "prevention.null",
    why: "a column that exists and is empty in one row means no action there: 2 * 5 + 5",
    options: fmt,
    input: {
      patients: [
        { ...adult, prevention: null },
        { ...adult, prevention: ["flu"] },
      ],
    },
  },
  {
    id: "prevention.empty-text",
    why: "an empty text is an empty cell: 2 * 5 + 5",
    options: fmt,
    input: {
      patients: [
        { ...adult, prevention: "" },
        { ...adult, prevention: ["flu"] },
      ],
    },
  },
  {
    id: "prevention.missing-in-a-row",
    why: "a row without the field, in a list that has it: 2 * 5 + 5",
    options: fmt,
    input: { patients: [{ ...adult, prevention: ["flu"] }, adult] },
  },
  {
    id: "prevention.missing",
    why: "no row has the field, so none is assumed and said: 5",
    options: fmt,
    input: { patients: [adult] },
  },
  {
    id: "prevention.not-seen",
    why: "an action of a patient not seen is paid all the same: 5 + 5",
    options: fmt,
    input: { patients: [{ age: 82, ald: true, c2s: false, seen: false, prevention: ["flu"] }] },
  },
  {
    id: "prevention.no-uplift",
    why: "the uplift of the FMT does not bear on prevention: 5 + 5 + 5 * 10%",
    options: fmt,
    input: {
      physician: { zone: "ZIP", contract: false },
      patients: [{ ...adult, prevention: ["flu"] }],
    },
  },
  {
    id: "prevention.proposal.uplift",
    why: "the uplift of the proposal does: 5 + 5 + (5 + 5) * 10%",
    options: proposal,
    input: { physician: { zone: "ZIP" }, patients: [{ ...adult, prevention: 1 }] },
  },
  ...["fr.fpmt.2018", "fr.fpmt.2024"].map((schedule): Draft => ({
    id: `prevention.unpaid.${schedule.slice(3).replace(".", "-")}`,
    why: "the FPMT pays no prevention, and a list that has some is told so: 5",
    options: { schedule, year: schedule === "fr.fpmt.2018" ? 2019 : 2024, readings: {} },
    input: { patients: [{ ...adult, prevention: ["flu"] }] },
  })),
  {
    id: "prevention.alone",
    why: "one patient without the list: 100 + 10 + 3 * 5",
    call: "patient",
    options: fmt,
    input: {
      patient: { age: 82, ald: true, c2s: true, prevention: ["flu", "covid", "pneumococcus"] },
    },
  },
];
