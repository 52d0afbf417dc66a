import { copyOfList, ForfaitError, refuse } from "../../error.ts";
import { checkKeys } from "../../known-keys.ts";
import type { CountRow } from "../../panel/columns/counts.ts";
import { countsOf, type CountedPanels, type Told } from "../../panel/panels.ts";
import { cellsOf, type CellCount } from "../../panel/recounted.ts";
import type { Schedule } from "../../schedule/language.ts";
import { panelsFromCounts } from "../../statement/bulk/counts.ts";

/** Patients who join in a year, with the facts and the age that they have on its last day. */
export type Entry = Pick<
  CountRow,
  "physicianId" | "age" | "ald" | "c2s" | "seen" | "yearsSinceSeen" | "n"
>;

const KEYS = ["physicianId", "age", "ald", "c2s", "seen", "yearsSinceSeen", "n"] as const;

/** Who joins each physician in a year, and how their ages are told. */
export interface ReadEntries {
  readonly of: readonly (readonly CellCount[])[];
  readonly bands: Told["bands"];
}

/**
 * Reads a table of those who join; without a physician, they go to each by the size of the lists.
 * @throws ForfaitError as `panelsFromCounts`
 */
export function readEntries(
  panels: CountedPanels,
  given: unknown,
  year: number,
  schedule: Schedule,
): ReadEntries {
  const path = "options.entries";
  const table = copyOfList(path, given as readonly Entry[]);
  if (table.length === 0) return { of: [], bands: [] };
  for (const [i, row] of table.entries()) checkKeys(`${path}[${i}]`, Object(row), KEYS);
  const ids = panels.physicianIds;
  const isSpread = table.every(({ physicianId }) => physicianId === undefined);
  const physicians = ids.map((id) => (id === null ? {} : { id }));
  const read = countsOf(
    namedIn(path, () =>
      panelsFromCounts(table, {
        year,
        schedule,
        split: "even",
        ...(!isSpread && { physicians }),
      }),
    ),
  );
  if (read.told.seenForm !== panels.told.seenForm)
    refuse("SEEN_MISSING", path, read.told.seenForm, {
      fr: `la dernière consultation comme la dit la patientèle : ${panels.told.seenForm}`,
      en: `the last visit as the list tells it: ${panels.told.seenForm}`,
    });
  if (!isSpread) return { of: ids.map((_, slot) => cellsOf(read, slot)), bands: read.told.bands };
  return { of: bySize(cellsOf(read, 0), panels.tallies.patients), bands: read.told.bands };
}

/** Spreads each cell over the physicians, to the millionth of a patient. */
function bySize(cells: readonly CellCount[], sizes: Float64Array): CellCount[][] {
  const spread = cells.map(({ count }) => {
    let left = count;
    let rest = sizes.reduce((sum, size) => sum + size, 0);
    return Array.from(sizes, (size) => {
      const part = rest === 0 ? left : Number((BigInt(left) * BigInt(size)) / BigInt(rest));
      left -= part;
      rest -= size;
      return part;
    });
  });
  return Array.from(sizes, (_, slot) =>
    cells.map((cell, i) => ({ ...cell, count: spread[i]?.[slot] as number })),
  );
}

/** Says in a refusal where the table is. */
function namedIn<Result>(path: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof ForfaitError)) throw error;
    throw new ForfaitError({ ...error.refusal, path: error.path.replace(/^table/, path) });
  }
}
