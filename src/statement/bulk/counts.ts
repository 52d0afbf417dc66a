import { ForfaitError, guard, oneOf, refuse } from "../../error.ts";
import type { ByIndicator } from "../../ids.ts";
import type { Scale } from "../../millionths.ts";
import { noOthers } from "../../panel/columns/others.ts";
import { makePanels, sumOf, type Panels } from "../../panel/panels.ts";
import { TableCounts } from "../../panel/table-counts.ts";
import { Tallies } from "../../panel/scan/tallies.ts";
import {
  copyOfTable,
  countedBy,
  marginSlot,
  readCount,
  scaleOf,
  seenFormOf,
  spreadEvenly,
  type Counted,
  type CountRow,
} from "../../panel/columns/counts.ts";
import type { ReadContext } from "../../list/patient-facts.ts";
import type { Physician } from "../../list/physician.ts";
import type { Practice } from "../../list/practice.ts";
import { Roster, type Slot } from "../../panel/columns/roster.ts";
import { actionsOf, countGroups } from "../../panel/columns/count-groups.ts";
import { isMargin, readMargin, withMargins, type Margin } from "../../panel/columns/margins.ts";
import { isAbsent } from "../../list/patient.ts";
import { checkBands, type KindBand } from "./bands.ts";
import { checkMargins, checkPhysicianAges } from "./margins.ts";
import { compile } from "../compile.ts";
import { referenceYearOf } from "../facts.ts";
import type { ComputeOptions } from "../options.ts";
import { scheduleOf } from "../schedule-of.ts";
import { requirementsOf } from "../requirements.ts";

/** Options for reading a table of counts. */
export interface CountOptions extends ComputeOptions {
  /** Absent: the physicians named in the table, with no other known facts. */
  readonly physicians?: readonly Physician[];
  /** Practices that physicians name by their `practiceId`. */
  readonly practices?: readonly Practice[];
  /**
   * How to handle an age band. Absent: it is kept whole, and refused if the schedule does not treat
   * its ages alike. `even`: its patients are spread evenly over its ages, in whole numbers, with
   * the remainder going to the youngest ages. A band without an end is always kept whole.
   */
  readonly split?: "even";
  /**
   * Validated prevention actions, for a table of one physician: their number, or the number of
   * validations of each indicator; as `n`.
   */
  readonly prevention?: number | ByIndicator<number>;
}

const KEYS = [
  "physicians",
  "practices",
  "split",
  "prevention",
] as const satisfies (keyof CountOptions)[];

/**
 * Makes panels of a table of counts: one row per group of patients with the same facts, as unions
 * and statistics offices hold data.
 * @returns panels of the physicians in the table, or of one physician without an id
 * @throws ForfaitError at the first row that is refused; BAND_STRADDLES for an age band across two
 * cases of the schedule
 * @example
 * // What do 300 patients of 75 to 79 years and 20 in ALD of 80 or over bring in 2026, in cents?
 * const table = [
 *   { age: "75-79", ald: false, c2s: false, n: 300 },
 *   { age: "80+", ald: true, c2s: false, n: 20 },
 * ];
 * [...computePanels(panelsFromCounts(table, { year: 2026 }), { year: 2026 }).totalCents]
 * //=> [650000]
 */
export function panelsFromCounts(table: readonly CountRow[], options: CountOptions): Panels {
  const compiled = compile(scheduleOf(options, KEYS));
  const { physicians, practices, split, prevention } = options;
  const { rows: counts, ...groups } = countGroups(copyOfTable(table), physicians !== undefined);
  if (split !== undefined && split !== "even")
    refuse("INPUT_INVALID", "options.split", split, oneOf(["even"]));
  const referenceYear = referenceYearOf(compiled.schedule.reads.on, options.year);
  const roster = new Roster(physicians ?? groups.physicians, referenceYear, false, practices);
  const [refusal] = roster.rejected.flatMap(({ refusals }) => refusals);
  if (refusal) throw new ForfaitError(refusal);
  const patients = counts.filter((row) => !isMargin(row));
  const hasMargins = counts.some((row) => isMargin(row) && !isAbsent(row.c2s));
  const seenForm = seenFormOf(patients);
  const scale = scaleOf([
    ...counts.flatMap((row) => [row.n, row.prevention]),
    ...numbersOf(prevention),
  ]);
  const frame: ReadContext = {
    ...requirementsOf(compiled),
    list: "table",
    referenceYear,
    preventionYear: undefined,
    neverSeen: undefined,
    seenColumnOf: () => undefined,
  };
  const read: Counted[] = [];
  const margins: Margin[] = [];
  const slots = counts.map((row, index) => {
    if (!isMargin(row)) {
      const counted = readCount(row, index, frame, seenForm, roster, { hasMargins, scale });
      read.push(counted);
      return counted.slot;
    }
    const margin = readMargin(row, index, frame, roster, scale);
    if (margin) margins.push(margin);
    return margin?.slot ?? marginSlot(row, index, roster);
  });
  const rows = withMargins(read, margins, scale);

  const bands = rows
    .filter((row) => isKeptWhole(row, split))
    .map(({ kind, band }): KindBand => ({ kind, band }));
  checkBands(compiled, bands, seenForm, 0);
  const actions = actionsOf(counts, scale);
  if (actions && prevention !== undefined)
    refuse("INPUT_INVALID", "options.prevention", prevention, {
      fr: "la prévention dite une fois : par la table, ou par l'option",
      en: "prevention told once: by the table, or by the option",
    });
  const tallies = preventionTallies(actions ? 0 : prevention, roster, scale);
  tallies.grow(roster.count);
  for (const [i, count] of (actions ?? []).entries()) tallies.add(slots[i] as Slot, 0, count);
  const store = new TableCounts();
  for (const row of rows) add(row, split, store, tallies);
  const all = sumOf(tallies.patients);
  if (!Number.isSafeInteger(all))
    refuse("COUNT_INVALID", "table", all / scale, {
      fr: "moins de patients : leur somme ne serait plus exacte",
      en: "fewer patients: their sum would no longer be exact",
    });
  const told = {
    scale,
    seenForm,
    seenWithin: frame.seenWithin,
    prevention: actions !== undefined || prevention !== undefined,
    mostActions: actions || typeof prevention === "number" ? 0 : undefined,
    bands,
    crossed: margins.flatMap(({ slot, c2s }) =>
      read.flatMap((row) =>
        row.slot === slot && row.n > 0 ? { kind: row.kind, band: row.band, c2s } : [],
      ),
    ),
    physicianAges: groups.ages,
  };
  checkMargins(compiled, told, 0);
  checkPhysicianAges(compiled, told);
  return makePanels({
    referenceYear,
    others: noOthers(),
    told,
    store,
    tallies,
    roster,
  });
}

function isKeptWhole({ band }: Counted, split: CountOptions["split"]): boolean {
  return split === undefined || band.isOpen;
}

function add(
  row: Counted,
  split: CountOptions["split"],
  store: TableCounts,
  tallies: Tallies,
): void {
  const { slot, kind, band, n } = row;
  const ages = isKeptWhole(row, split) ? [[band.from, n] as const] : spreadEvenly(band, n);
  for (const [age, patients] of ages) store.add(slot, kind, age, patients);
  tallies.patients[slot] = (tallies.patients[slot] as number) + n;
}

/** The numbers of an option, whatever it holds. */
function numbersOf(prevention: CountOptions["prevention"]): unknown[] {
  return guard("options.prevention", () =>
    typeof prevention === "object" ? Object.values({ ...prevention }) : [prevention],
  );
}

function preventionTallies(
  prevention: CountOptions["prevention"],
  roster: Roster,
  scale: Scale,
): Tallies {
  if (prevention === undefined || prevention === 0) return new Tallies([]);
  if (roster.count > 1)
    refuse("PREVENTION_INVALID", "options.prevention", prevention, {
      fr: "une table d'un seul médecin",
      en: "a table of one physician",
    });
  const path = "options.prevention";
  const ofEach = typeof prevention === "number" ? {} : guard(path, () => ({ ...prevention }));
  const counts = Object.entries(ofEach).map(([id, count]) =>
    countedBy(scale, count, `${path}.${id}`),
  );
  const tallies = new Tallies(Object.keys(ofEach));
  tallies.grow(1);
  if (typeof prevention === "number") tallies.actions[0] = countedBy(scale, prevention, path);
  else tallies.validated.set(counts);
  return tallies;
}
