import { C2S, factsOf } from "../../list/cell.ts";
import { bandText, type Band } from "../../panel/columns/counts.ts";
import { AGES, cellOfKind } from "../../panel/columns/code.ts";
import type { CountedPanels } from "../../panel/panels.ts";
import type { Schedule } from "../../schedule/language.ts";
import { patientReader } from "../../statement/facts.ts";
import { agesAskedBy } from "../../statement/bulk/measures.ts";
import { OLDEST } from "../../facts.ts";
import type { SharedFacts } from "./shared.ts";

/** A cell of a shared panel, by its place. */
export interface PlacedCell {
  readonly band: number;
  readonly facts: SharedFacts;
}

/** Every cell that the list could fill, and how many patients each has. */
export interface CountedCells {
  readonly cells: readonly PlacedCell[];
  readonly counts: readonly number[];
}

/** Counts the patients of all physicians by what a schedule asks, but for kinds of C2S. */
export function countCells(panels: CountedPanels, schedule: Schedule): CountedCells {
  const bands = bandsOf(schedule);
  const seen = seenValues(panels, schedule);
  const cells = bands.flatMap((band, at) =>
    [false, true].flatMap((ald) =>
      seen.flatMap((value) =>
        [false, true].map((c2s): PlacedCell => ({
          band: at,
          facts: { age: bandText(band), ald, c2s, ...(value !== undefined && { seen: value }) },
        })),
      ),
    ),
  );
  const places = new Map(cells.map((cell, i) => [keyOf(cell), i]));
  const placeOf = (kind: number, age: number): number => {
    const facts = factsOf(cellOfKind(kind, age, panels.told.seenForm));
    const key = keyOf({
      band: bands.findIndex(({ to }) => age <= to),
      facts: {
        age: "",
        ald: facts.ald,
        c2s: facts.c2s !== C2S[0],
        ...(seen[0] !== undefined && { seen: patientReader(schedule, facts)("seen") as boolean }),
      },
    });
    return places.get(key) as number;
  };
  const known = new Map<number, number>();
  const counts = cells.map(() => 0);
  for (let slot = 0; slot < panels.roster.count; slot++)
    panels.store.each(slot, (kind, age, patients) => {
      const code = kind * AGES + age;
      const at = known.get(code) ?? placeOf(kind, age);
      known.set(code, at);
      counts[at] = (counts[at] as number) + patients;
    });
  return { cells, counts };
}

function keyOf({ band, facts: { ald, c2s, seen } }: PlacedCell): string {
  return [band, ald, c2s, seen].join();
}

/** Ages that a schedule treats alike; the last band has no end. */
function bandsOf(schedule: Schedule): Band[] {
  const starts = agesAskedBy(schedule);
  return starts.map((from, i) => {
    const next = starts[i + 1];
    return { from, to: next === undefined ? OLDEST : next - 1, isOpen: next === undefined };
  });
}

/** Whether patients were seen, where the list tells and the schedule asks. */
function seenValues(
  { told }: CountedPanels,
  { reads }: Schedule,
): readonly (boolean | undefined)[] {
  return told.seenForm === "unknown" || reads.seenWithin === undefined
    ? [undefined]
    : [true, false];
}

/**
 * Keys of a cell without C2S, then without seen as well, then with ages two by two, four by four,
 * and so on: the fixed order in which cells are merged. ALD is never merged along: it is what
 * amounts differ by most.
 */
export function keysToMergeBy(bands: number): ((cell: PlacedCell) => string)[] {
  let halvings = 0;
  while (1 << halvings < bands) halvings++;
  return [
    ({ band, facts: { ald, seen } }) => [band, ald, seen].join(),
    ({ band, facts: { ald } }) => [band, ald].join(),
    ...Array.from(
      { length: halvings },
      (_, i) =>
        ({ band, facts: { ald } }: PlacedCell) =>
          [band >> (i + 1), ald].join(),
    ),
  ];
}
