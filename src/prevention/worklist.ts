import type { Because, IndicatorAssessment, MissingPart } from "../indicators/assessment.ts";
import type { Known } from "../indicators/kleene.ts";
import type { IndicatorId } from "../ids.ts";
import { copyOfList } from "../error.ts";
import { leftOutOn } from "../list/patient-on.ts";
import type { Patient } from "../list/patient.ts";
import { euros, type Euros } from "../money/cents.ts";
import { indicatorPrices } from "../statement/indicator-prices.ts";
import {
  preventionReader,
  type PreventionOptions,
  type PreventionReader,
} from "./assess-prevention.ts";

/** What to make a worklist by. */
export interface WorklistOptions extends PreventionOptions {
  /** Euros stand beside a patient only where they are asked for. */
  readonly withAmounts?: boolean;
}

/** Something to do, or to find out, for a patient. */
export interface WorklistItem {
  readonly indicator: IndicatorId;
  readonly eligible: Known;
  readonly validated: Known;
  /** What is open: the window, the record, or a fact. */
  readonly because: Because;
  /** Last day, YYYY-MM-DD; null where no window is open. */
  readonly by: string | null;
  readonly missing: readonly MissingPart[];
  /** Only where amounts are asked for. */
  readonly amount?: Euros;
}

/** What can be done for a patient at one visit. */
export interface WorklistVisit {
  readonly physicianId: string | null;
  readonly id: string | null;
  readonly items: readonly WorklistItem[];
}

/**
 * What is left to do and by when, of the patients of a list: grouped by visit, ordered by date.
 * What only the record or a fact leaves open comes last. Care is not decided here.
 * @param patients rows of a list; who is dead or gone on the day is left out
 * @throws ForfaitError at the first row that is refused, or for refused options
 * @example
 * // By when is what is left to do for a child of ten months?
 * const patients = [{ id: "c1", birthDate: "2025-08-20", ald: false, c2s: false, acts: [] }];
 * const visits = worklist(patients, { year: 2026, asOf: "2026-06-15" });
 * const item = visits[0]?.items[0];
 * [item?.indicator, item?.by]
 * //=> ["exam-9m", "2026-06-20"]
 */
export function worklist(
  patients: readonly Patient[],
  options: WorklistOptions,
): readonly WorklistVisit[] {
  const { visitsOf } = worklistReader(options);
  const rows = copyOfList("patients", patients);
  return inOrder(rows.flatMap((row, i) => visitsOf(row, `patients[${i}]`)));
}

/** The visits of one patient after another. */
export function worklistReader(options: WorklistOptions): {
  readonly reader: PreventionReader;
  readonly visitsOf: (row: Patient, path: string) => WorklistVisit[];
} {
  const reader = preventionReader(options, ["withAmounts"]);
  const prices = options.withAmounts === true ? indicatorPrices(reader.document) : undefined;
  return {
    reader,
    visitsOf(row, path) {
      const { id, physicianId, indicators } = reader.read(row, path);
      const reason = leftOutOn(row, options.asOf);
      if (reason === "dead" || reason === "gone") return [];
      const open = indicators.flatMap((one) => openOf(one, options.asOf, prices));
      const named = {
        physicianId: physicianId === null ? null : String(physicianId),
        id: id === null ? null : String(id),
      };
      return grouped(open).map((items) => ({ ...named, items }));
    },
  };
}

/** Visits by the first day that one of their items ends; those without a day are last. */
export function inOrder(visits: readonly WorklistVisit[]): readonly WorklistVisit[] {
  return visits
    .map((visit) => ({ visit, by: visit.items[0]?.by ?? LAST }))
    .sort((a, b) => order(a.by, b.by))
    .map(({ visit }) => visit);
}

const LAST = "9999-12-31";

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

interface OpenItem {
  readonly item: WorklistItem;
  /** First day on which it can be done. */
  readonly from: string;
}

function openOf(
  {
    indicator,
    eligible,
    validated,
    eligibleBecause,
    because,
    from,
    by,
    missing,
  }: IndicatorAssessment,
  asOf: string,
  prices: ReturnType<typeof indicatorPrices> | undefined,
): OpenItem[] {
  if (eligible === "no" || validated === "no") return [];
  if (eligible === "yes" && validated === "yes") return [];
  const isOpen = because.code === "window-open" && by !== null;
  const amount = prices?.get(indicator);
  return [
    {
      from: from === null || from < asOf ? asOf : from,
      item: {
        indicator,
        eligible,
        validated,
        because: validated === "yes" ? eligibleBecause : because,
        by: isOpen ? by : null,
        missing,
        ...(amount !== undefined && { amount: euros(amount) }),
      },
    },
  ];
}

/** As few visits as possible: each on a day on which all its items can be done. */
function grouped(open: readonly OpenItem[]): WorklistItem[][] {
  const visits: { from: string; until: string; items: WorklistItem[] }[] = [];
  const byDay = [...open].sort((a, b) => order(a.item.by ?? LAST, b.item.by ?? LAST));
  for (const { item, from } of byDay) {
    const until = item.by ?? LAST;
    const visit = visits.find((one) => from <= one.until && one.from <= until);
    if (visit) {
      visit.items.push(item);
      if (from > visit.from) visit.from = from;
    } else visits.push({ from, until, items: [item] });
  }
  return visits.map(({ items }) => items);
}
