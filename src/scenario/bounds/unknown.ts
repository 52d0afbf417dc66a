import { refuse, type LocalizedText } from "../../error.ts";
import type { Cents } from "../../money/cents.ts";
import { percent, rateOf, type Percent, type Rate } from "../../money/rate.ts";
import type { CountedPanels } from "../../panel/panels.ts";
import { patientsIn, type CellCount } from "../../panel/recounted.ts";
import type { Schedule } from "../../schedule/language.ts";
import { PERCENT } from "../../schedule/formats.ts";

/** Which panels the unknown part may be: those that pay least or most, or as the known part is. */
export type Bound = "low" | "proportional" | "high";

/** A part of the patients of each physician of whom a fact is not known. */
export interface Unknown {
  readonly part: Percent;
  readonly path: string;
}

/** Makes the panels of a bound; undefined where nobody is known. */
export type BoundedPanels = (
  panels: CountedPanels,
  to: { readonly schedule: Schedule; readonly year: number; readonly unknown: Unknown },
  bound: Bound,
) => CountedPanels | undefined;

/** @throws ForfaitError INPUT_INVALID */
export function checkPart(part: unknown, path: string): Percent {
  if (typeof part !== "string" || !PERCENT.pattern.test(part) || Number(part.slice(0, -1)) > 100)
    refuse("INPUT_INVALID", path, part, {
      fr: 'un pourcentage des patients, de "0%" à "100%"',
      en: 'a percentage of the patients, from "0%" to "100%"',
    });
  return part as Percent;
}

/** So many of a number, in millionths. */
export function partOf(part: Percent, all: number): number {
  return times(percent(part), all);
}

export function times(rate: Rate, count: number): Cents {
  return rateOf(rate, count, "half away from zero");
}

/**
 * Takes patients out of some cells, as many from each as it has of all, and gives them other
 * facts.
 */
export function movedEvenly(
  cells: readonly CellCount[],
  from: (cell: CellCount) => boolean,
  moved: number,
  to: (kind: number) => number,
): CellCount[] {
  const all = patientsIn(cells.filter(from));
  let left = moved;
  let rest = all;
  return cells.flatMap((cell) => {
    if (!from(cell) || rest === 0) return [cell];
    const part = Number(
      (2n * BigInt(left) * BigInt(cell.count) + BigInt(rest)) / (2n * BigInt(rest)),
    );
    left -= part;
    rest -= cell.count;
    return [
      { ...cell, count: cell.count - part },
      { ...cell, kind: to(cell.kind), count: part },
    ];
  });
}

/** @throws ForfaitError INPUT_INVALID for more unknown patients than are counted as if unknown */
export function refusePart({ part, path }: Unknown, as: LocalizedText): never {
  return refuse("INPUT_INVALID", path, part, {
    fr: `au plus la part des patients comptés ${as.fr}, chez chaque médecin`,
    en: `at most the part of the patients counted ${as.en}, of each physician`,
  });
}
