/** What the texts pay, typed by hand, so that the arithmetic of a vector owes nothing to the schedules. */

export type ScheduleId = "fr.fmt.2026" | "fr.fpmt.2018" | "fr.fpmt.2024" | "fr.proposal.2024-02-08";

type Row = readonly [lastAge: number, plain: number, ald: number];

const GRIDS: Readonly<Record<ScheduleId, readonly Row[]>> = {
  "fr.fmt.2026": [
    [6, 15, 55],
    [74, 5, 55],
    [79, 15, 55],
    [129, 55, 100],
  ],
  "fr.fpmt.2018": [
    [6, 6, 42],
    [79, 5, 42],
    [129, 42, 70],
  ],
  "fr.fpmt.2024": [
    [6, 6, 46],
    [79, 5, 46],
    [129, 46, 70],
  ],
  "fr.proposal.2024-02-08": [
    [6, 6, 55],
    [79, 5, 55],
    [129, 46, 70],
  ],
};

/** Ages on both sides of every threshold, the first, the last, and one between. */
export const AGES: Readonly<Record<ScheduleId, readonly number[]>> = {
  "fr.fmt.2026": [0, 6, 7, 40, 74, 75, 79, 80, 129],
  "fr.fpmt.2018": [0, 6, 7, 40, 79, 80, 129],
  "fr.fpmt.2024": [0, 6, 7, 40, 79, 80, 129],
  "fr.proposal.2024-02-08": [0, 6, 7, 40, 79, 80, 129],
};

/** A payment year of each schedule. */
export const YEARS: Readonly<Record<ScheduleId, number>> = {
  "fr.fmt.2026": 2026,
  "fr.fpmt.2018": 2019,
  "fr.fpmt.2024": 2024,
  "fr.proposal.2024-02-08": 2024,
};

export const SCHEDULES = Object.keys(GRIDS) as ScheduleId[];

export const INDICATORS = [
  "flu",
  "covid",
  "pneumococcus",
  "mmr",
  "meningococcus",
  "hpv",
  "breast",
  "cervix",
  "colorectal",
  "glycaemia",
  "ckd",
  "hba1c",
  "exam-9m",
  "exam-24m",
  "dental",
] as const;

/** The 31 December on which ages are read, under the default readings. */
export function referenceYear(schedule: ScheduleId, year: number): number {
  return isFpmt(schedule) ? year : year - 1;
}

export function isFpmt(schedule: ScheduleId): boolean {
  return schedule.startsWith("fr.fpmt");
}

/** The base of a patient who was seen, in euros. */
export function baseOf(schedule: ScheduleId, age: number, ald: boolean): number {
  const [, plain, withAld] = GRIDS[schedule].find(([last]) => age <= last) as Row;
  return ald ? withAld : plain;
}

/** `fr.fmt.2026` → `fmt-2026`, as vectors are named. */
export function nameOf(schedule: ScheduleId): string {
  return schedule.slice(3).replace(".", "-");
}
