import { lastDay } from "../../day.ts";
import { guard, refuse } from "../../error.ts";
import { freeze } from "../../freeze.ts";
import { checkKeys } from "../../known-keys.ts";
import { countsOf, type Panels } from "../../panel/panels.ts";
import { price, type Frame } from "../priced.ts";
import { scheduleIn, type ScheduleChoice } from "../sides.ts";
import { withTables } from "../tables.ts";
import { mergeUntilSafe, type Held } from "./merge.ts";
import { countCells, keysToMergeBy, type PlacedCell } from "./shared-cells.ts";
import { sharedPrevention } from "./shared-prevention.ts";
import { SHARED, type SharedCell, type SharedPanel, type SharedRow } from "./shared.ts";

/** Options of `sharePanels`. */
export interface ShareOptions {
  /** Payment year whose reference day is that of the panels. */
  readonly year: number;
  /** Whose cells are counted; absent, the schedule in force. */
  readonly schedule?: ScheduleChoice;
  /** Fewest patients that a number may tell of. Default 11. */
  readonly threshold?: number;
}

/** A shared panel with its table, which is no part of its JSON. */
export interface SharedPanelTable extends SharedPanel {
  /** A row for each cell, for CSV or Parquet. */
  readonly rows: () => SharedRow[];
}

const THRESHOLD = 11;

/**
 * A panel to give away: patients of all its physicians by the cells of a schedule, with its day and
 * nobody's name, number or zone. No number tells of 1 to 10 patients: cells are merged along a
 * fixed order (C2S, seen, ages two by two) until each is 0 or at least the threshold, and what
 * remains hides with the next one. What is hidden is not 0, and cannot be worked out from the
 * numbers, their sum, or the euros of `computeShared`.
 * @returns plain data, frozen; `JSON.stringify` writes it, `rows()` are its table
 * @throws ForfaitError PANEL_TOO_SMALL below the threshold; MARGIN_CROSSED for a table with a
 * margin of the C2S; COUNT_INVALID for weighted counts; INPUT_INVALID; as `computePanels` for
 * panels that the schedule cannot price
 * @example
 * // How are 4 patients on the C2S shared, of 200?
 * const table = [
 *   { age: "7-74", ald: false, c2s: false, n: 196 },
 *   { age: "7-74", ald: false, c2s: true, n: 4 },
 * ];
 * const { cells } = sharePanels(panelsFromCounts(table, { year: 2026 }), { year: 2026 });
 * cells.filter(({ n }) => n > 0).map(({ of, n }) => [of.map(({ c2s }) => c2s), n])
 * //=> [[[false, true], 200]]
 */
export function sharePanels(panels: Panels, options: ShareOptions): SharedPanelTable {
  if (typeof options !== "object" || options === null)
    refuse("INPUT_INVALID", "options", options, { fr: "{ year }", en: "{ year }" });
  const { year, threshold = THRESHOLD, ...given } = guard("options", () => ({ ...options }));
  checkKeys("options", options, ["year", "schedule", "threshold"]);
  if (!Number.isSafeInteger(threshold) || threshold < 2)
    refuse("INPUT_INVALID", "options.threshold", threshold, {
      fr: "un entier à partir de 2",
      en: "a whole number from 2",
    });
  const schedule = scheduleIn(year, "schedule", given.schedule);
  const frame: Frame = { panels: countsOf(panels), year, move: false, weights: undefined };
  if (frame.panels.told.crossed.length > 0)
    refuse("MARGIN_CROSSED", "panels", undefined, {
      fr: "la C2S de chaque ligne : une marge ne dit pas qui l'a",
      en: "the C2S of each row: a margin does not tell who has it",
    });
  if (frame.panels.told.scale !== 1)
    refuse("COUNT_INVALID", "panels", undefined, {
      fr: "des effectifs entiers : un effectif pondéré ne dit pas combien de patients il cache",
      en: "whole counts: a weighted one does not tell how many patients it hides",
    });
  price(frame, schedule); // Panels that the schedule cannot price are refused.
  const { cells, counts } = countCells(frame.panels, schedule);
  const held = cells.flatMap((cell, i): Held<PlacedCell>[] =>
    counts[i] === 0 ? [] : [{ cell, n: counts[i] as number }],
  );
  const bands = new Set(cells.map(({ band }) => band)).size;
  const merged = mergeUntilSafe(held, keysToMergeBy(bands), threshold);
  if (!merged)
    return refuse("PANEL_TOO_SMALL", "panels", undefined, {
      fr: `assez de patients pour que nul nombre n'en dise moins de ${threshold}`,
      en: `so many patients that no number tells of fewer than ${threshold}`,
    });
  const empty = cells.filter((_, i) => counts[i] === 0).map((cell) => ({ cells: [cell], n: 0 }));
  const order = new Map(cells.map((cell, i) => [cell, i]));
  const place = (cell: PlacedCell): number => order.get(cell) as number;
  const shared = [...merged, ...empty]
    .map(({ cells: of, n }) => ({ of: [...of].sort((a, b) => place(a) - place(b)), n }))
    .sort((a, b) => place(a.of[0] as PlacedCell) - place(b.of[0] as PlacedCell))
    .map(({ of, n }): SharedCell => ({ of: of.map(({ facts }) => facts), n }));
  const result: SharedPanel = {
    format: { name: SHARED, version: "1" },
    referenceDate: lastDay(frame.panels.referenceYear),
    threshold,
    schedule: { id: schedule.id, version: schedule.version },
    seenWithin:
      cells[0]?.facts.seen === undefined
        ? null
        : Number.parseInt(schedule.reads.seenWithin ?? "", 10),
    patients: held.reduce((sum, { n }) => sum + n, 0),
    cells: shared,
    prevention: sharedPrevention(frame.panels, threshold),
  };
  return withTables(freeze(result), { rows: () => sharedRows(result) });
}

function sharedRows({ referenceDate, cells }: SharedPanel): SharedRow[] {
  let groups = 0;
  return cells.flatMap(({ of, n }) => {
    const isAlone = of.length === 1;
    const group = isAlone ? null : ++groups;
    return of.map(({ seen, ...facts }): SharedRow => ({
      referenceDate,
      ...facts,
      seen: seen ?? null,
      n: isAlone ? n : null,
      group,
      groupN: isAlone ? null : n,
    }));
  });
}
