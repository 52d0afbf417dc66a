import type { Draft } from "../vector.ts";

const zone = { zone: "ZIP", contract: false, firstInstallation: "2001" };
const adult = { age: 40, ald: false, c2s: false };
const named = (rows: readonly object[]): object[] =>
  rows.map((row, i) => ({ id: `p${i + 1}`, ...row }));

/** Cents that a line leaves over go to the largest remainders; on a tie, in the order of the list. */
export const shares = (): readonly Draft[] => [
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((count): Draft => ({
    id: `shares.equal.${count}`,
    why: `an uplift of 1.5 % of ${count} patients of 5 EUR, equal remainders, so the first ones have the odd cents: ${count} * 5 + round(${count} * 5 * 1.5%)`,
    options: {
      schedule: "fr.fmt.2026",
      year: 2026,
      readings: {},
      patch: { "zone.year-3+.rate": "1.5%" },
    },
    input: { physician: zone, patients: named(Array.from({ length: count }, () => adult)) },
    shares: true,
  })),
  ...["0.1%", "1%", "3.33%", "7.77%", "33.333333%", "50%"].map((rate): Draft => ({
    id: `shares.unequal.${rate}`,
    why: `an uplift of ${rate} shared as patients weigh in the base, 5, 15, 55, 100 and 5 not seen: 180 + round(180 * ${rate})`,
    options: {
      schedule: "fr.fmt.2026",
      year: 2026,
      readings: {},
      patch: { "zone.year-3+.rate": rate },
    },
    input: {
      physician: zone,
      patients: named([
        { ...adult, seen: true },
        { ...adult, age: 76, seen: true },
        { ...adult, ald: true, seen: true },
        { age: 90, ald: true, c2s: false, seen: true },
        { ...adult, seen: false },
      ]),
    },
    shares: true,
  })),
  ...[
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
  ].map((order): Draft => ({
    id: `shares.order.${order.join("")}`,
    why: "the order of the list decides who has the odd cents, and nothing else: 3 * 5 + round(15 * 0.1%)",
    options: {
      schedule: "fr.fmt.2026",
      year: 2026,
      readings: {},
      patch: { "zone.year-3+.rate": "0.1%" },
    },
    input: { physician: zone, patients: order.map((i) => ({ id: `p${i}`, ...adult })) },
    shares: true,
  })),
  {
    id: "shares.base-and-c2s",
    why: "patients weigh with their C2S where the uplift bears on it: 10 + 10 + (10 + 10) * 10%",
    options: { schedule: "fr.fmt.2026", year: 2026, readings: { "uplift-base": "base-and-c2s" } },
    input: { physician: zone, patients: named([{ ...adult, c2s: true }, adult]) },
    shares: true,
  },
  ...[1, 2, 3, 5, 7].map((count): Draft => ({
    id: `shares.reduction.${count}`,
    why: `a reduction of 265 days of 365 is shared like what it reduces, among ${count}`,
    options: { schedule: "fr.fpmt.2024", year: 2025, readings: { leaving: "days" } },
    input: {
      physician: { activeUntil: "2025-04-10" },
      patients: named(
        Array.from({ length: count }, (_, i) => ({
          age: 20 * i,
          ald: i % 3 === 2,
          c2s: i % 2 === 0,
        })),
      ),
    },
    shares: true,
  })),
  {
    id: "shares.ineligible",
    why: "nothing is due, so every share is nothing: 0",
    options: { schedule: "fr.fmt.2026", year: 2026, readings: {} },
    input: { physician: { sector: "2" }, patients: named([adult, adult]) },
    shares: true,
  },
  {
    id: "shares.nobody",
    why: "no patient, no share: 0",
    options: { schedule: "fr.fmt.2026", year: 2026, readings: {} },
    input: { physician: zone, patients: [] },
    shares: true,
  },
];
