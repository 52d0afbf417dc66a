import { guard, refuse, type LocalizedText } from "../../error.ts";
import { freeze } from "../../freeze.ts";
import { checkKeys } from "../../known-keys.ts";
import { cents, euros, type Cents } from "../../money/cents.ts";
import { Exact } from "../../money/exact.ts";
import { percent, rateOf, times } from "../../money/rate.ts";
import type { Panels } from "../../panel/panels.ts";
import { applyPatch } from "../../schedule/apply.ts";
import { EUROS, PERCENT } from "../../schedule/formats.ts";
import type {
  Condition,
  Euros,
  Percent,
  Schedule,
  SchedulePatch,
} from "../../schedule/language.ts";
import { MILLION } from "../../millionths.ts";
import { roundedCents } from "../../statement/weighted.ts";
import { weightedSum } from "../../statement/bulk/physician-weights.ts";
import { STATIC, type Static } from "../note.ts";
import { openOptions, type ScenarioOptions } from "../options.ts";
import { price, type Frame } from "../priced.ts";
import { scheduleIn, type ScheduleChoice } from "../sides.ts";

/** Patients who are alike for the capitation, and what fees they bring today. */
export interface CapitationCell {
  /** Facts of a patient, as in a schedule: `{ age: "80+", ald: true }`. */
  readonly when: Pick<Condition, "age" | "ald" | "c2s" | "seen">;
  /** Fees of all these patients in a year, in euros, which nobody publishes. */
  readonly fees: Euros;
}

/** Options of `capitation`. */
export interface CapitationOptions extends ScenarioOptions {
  /** Beside which schedule; absent, the one in force. */
  readonly schedule?: ScheduleChoice;
  /** Cells that no patient is in twice, by name: `{ "ald-80+": { when, fees } }`. */
  readonly cells: Readonly<Record<string, CapitationCell>>;
  /** Part of the fees that moves to the capitation: `"100%"`, `"50%"`. */
  readonly share: Percent;
}

/** What a cell would bring. */
export interface CapitatedCell {
  readonly cell: string;
  readonly patients: number;
  readonly fees: Euros;
  /** Share x fees / patients, rounded to the cent. */
  readonly amount: Euros;
  readonly total: Euros;
}

/** Fees turned into amounts per patient. */
export interface Capitation extends Static {
  readonly cells: readonly CapitatedCell[];
  /** The part of the fees that is paid no more. */
  readonly fees: Euros;
  readonly total: Euros;
  /** Total minus fees: what rounding of the amounts leaves. */
  readonly rest: Euros;
  /** Patients who are in no cell, whose fees stay as they are. */
  readonly others: number;
  /** A component of the schedule, with the status `user`, for any other function. */
  readonly patch: SchedulePatch;
}

/**
 * Volunteers who move a part of their fees to a capitation, an option of the proposal of February
 * 2024: in each cell of patients, share x fees / patients. No fees are published, so the caller
 * gives them all.
 * @param panels those of the volunteers
 * @returns the amounts, what rounding leaves, and the patch that lays them on the schedule; frozen
 * @throws ForfaitError SCHEDULE_OVERLAP for cells with a patient in common, INPUT_INVALID for a
 * cell without patients, AMOUNT_INVALID, KEY_UNKNOWN
 * @example
 * // What is half of 9,000 EUR of fees of 40 patients to each of them?
 * const table = [{ age: "80+", ald: true, c2s: false, n: 40 }];
 * const panels = panelsFromCounts(table, { year: 2026 });
 * const cells = { old: { when: { age: "80+" }, fees: "9000" } };
 * capitation(panels, { year: 2026, cells, share: "50%" }).cells[0]?.amount
 * //=> "112.50"
 */
export function capitation(panels: Panels, options: CapitationOptions): Capitation {
  const { given, frame } = openOptions(panels, options, ["schedule", "cells", "share"]);
  const { year, share } = given;
  const schedule = scheduleIn(year, "schedule", given.schedule);
  if (typeof share !== "string" || !PERCENT.pattern.test(share))
    refuse("INPUT_INVALID", "options.share", share, PERCENT.text);
  const cells = cellsOf(given.cells);
  // Cells with a patient in common are refused.
  applyPatch(
    schedule,
    componentOf(schedule, cells, () => "0.01"),
  );
  const counts = cells.map(([name, { when }]) => countOf(frame, schedule, name, when));
  const priced = cells.map(([cell, { fees }], i): CapitatedCell & { sum: Cents; moved: Cents } => {
    const count = counts[i] as bigint;
    if (count === 0n)
      refuse("INPUT_INVALID", `options.cells.${cell}`, 0, {
        fr: "une case qui a des patients : des honoraires ne se partagent pas entre personne",
        en: "a cell with patients: fees are shared between somebody",
      });
    const moved = rateOf(percent(share), cents(fees), "half away from zero");
    const amount = rateOf(
      times(percent(share), { numerator: new Exact(PARTS), denominator: new Exact(String(count)) }),
      cents(fees),
      "half away from zero",
    );
    const sum = roundedCents(BigInt(amount) * count, PARTS);
    return {
      cell,
      patients: numberOf(count),
      fees,
      amount: euros(amount),
      total: euros(sum),
      sum,
      moved,
    };
  });
  const amounts = new Map(priced.map(({ cell, amount }) => [cell, amount]));
  const [total, fees] = [
    sumOf(priced.map(({ sum }) => sum)),
    sumOf(priced.map(({ moved }) => moved)),
  ];
  const { patients, scale } = price(frame, schedule).table;
  const all = weightedSum(patients, frame.weights) * BigInt(MILLION / scale);
  return freeze({
    ...STATIC,
    cells: priced.map(({ cell, patients, fees: ofCell, amount, total: sum }) => ({
      cell,
      patients,
      fees: ofCell,
      amount,
      total: sum,
    })),
    fees: euros(fees),
    total: euros(total),
    rest: euros(total - fees),
    others: numberOf(counts.reduce((left, count) => left - count, all)),
    patch: componentOf(schedule, cells, (cell) => amounts.get(cell) as Euros),
  });
}

function cellsOf(given: unknown): (readonly [string, CapitationCell])[] {
  const path = "options.cells";
  if (typeof given !== "object" || given === null || Array.isArray(given))
    return refuse("INPUT_INVALID", path, given, someCells);
  const cells = Object.entries(guard(path, () => ({ ...given })));
  if (cells.length === 0) refuse("INPUT_INVALID", path, given, someCells);
  return cells.map(([name, cell]) => {
    const at = `${path}.${name}`;
    if (typeof cell !== "object" || cell === null) refuse("INPUT_INVALID", at, cell, someCells);
    const { when, fees } = guard(at, () => ({ ...(cell as CapitationCell) }));
    checkKeys(at, cell, ["when", "fees"]);
    if (typeof when !== "object" || when === null)
      refuse("INPUT_INVALID", `${at}.when`, when, someCells);
    checkKeys(`${at}.when`, when, ["age", "ald", "c2s", "seen"]);
    if (typeof fees !== "string" || !EUROS.pattern.test(fees))
      refuse("AMOUNT_INVALID", `${at}.fees`, fees, {
        fr: `les honoraires de la case, que personne ne publie : ${EUROS.text.fr}`,
        en: `the fees of the cell, which nobody publishes: ${EUROS.text.en}`,
      });
    return [name, { when, fees }] as const;
  });
}

/** The capitation as a component, paid as the schedule pays its first amount. */
function componentOf(
  schedule: Schedule,
  cells: readonly (readonly [string, CapitationCell])[],
  amountOf: (cell: string) => Euros,
): SchedulePatch {
  const [first] = Object.values(schedule.amounts);
  return {
    capitation: {
      fr: "Capitation",
      en: "Capitation",
      per: "patient",
      pick: "at most one",
      paid: first?.paid,
      cases: Object.fromEntries(
        cells.map(([name, { when }]) => [name, { when, amount: amountOf(name) }]),
      ),
    },
  };
}

/** Patients are counted in parts: weighted, and of weighted physicians. */
const PARTS = MILLION * MILLION;

function numberOf(parts: bigint): number {
  return Number(parts) / PARTS;
}

/** Patients of a cell, in parts: so many millions of cents, at 10,000 EUR each. */
function countOf(
  frame: Frame,
  schedule: Schedule,
  name: string,
  when: CapitationCell["when"],
): bigint {
  const alone = applyPatch(
    schedule,
    componentOf(schedule, [[name, { when, fees: "0" }]], () => "10000.00"),
  );
  const { due, compiled } = price(frame, alone);
  const counted = due[compiled.components.indexOf("capitation")] as Float64Array;
  return weightedSum(counted, frame.weights);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

const someCells: LocalizedText = {
  fr: "{ nom: { when: { age, ald… }, fees } }, au moins une case",
  en: "{ name: { when: { age, ald… }, fees } }, at least one cell",
};
