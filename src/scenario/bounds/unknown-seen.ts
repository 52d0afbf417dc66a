import { factsOf } from "../../list/cell.ts";
import { fraction } from "../../money/rate.ts";
import { cellOfKind, stateOf, type Kind, type SeenForm } from "../../panel/columns/code.ts";
import { countsOf, type CountedPanels } from "../../panel/panels.ts";
import { patientsIn, recounted, type CellCount } from "../../panel/recounted.ts";
import type { Schedule } from "../../schedule/language.ts";
import { physicianClasses } from "../../statement/bulk/classes.ts";
import { compile } from "../../statement/compile.ts";
import { patientReader, referenceYearOf } from "../../statement/facts.ts";
import { Pricer } from "../../statement/price.ts";
import { requirementsOf } from "../../statement/requirements.ts";
import { movedEvenly, partOf, refusePart, times, type BoundedPanels } from "./unknown.ts";

/**
 * Patients of whom it is not known whether they were seen, counted as seen: of those who pay less
 * when they were not, as many as there are; none; or as many as of the others.
 */
export const unknownSeen: BoundedPanels = (given, { schedule, year, unknown }, bound) => {
  const compiled = compile(schedule);
  const { seenWithin } = requirementsOf(compiled);
  if (seenWithin === undefined) return given;
  if (bound === "proportional" && unknown.part.startsWith("100")) return undefined;
  const panels = given.told.seenForm === "unknown" ? allSeen(given, seenWithin) : given;
  const { told, roster } = panels;
  const form = told.seenForm;
  const unseen = (kind: Kind): Kind => (kind & 7) | (stateOf(form, UNSEEN[form]) << 3);
  const isSeen = (cell: CellCount): boolean =>
    patientReader(schedule, factsOf(cellOfKind(cell.kind, cell.age, form)))("seen") === true;
  const losses = lossesOf(panels, schedule, year, unseen);
  const classOf = new Uint32Array(roster.count);
  for (const [number, slots] of physicianClasses(compiled, year, roster).entries())
    for (const slot of slots) classOf[slot] = number;
  const bands = told.bands.map(({ kind, band }) => ({ kind: unseen(kind), band }));
  return countsOf(
    recounted(panels, {
      told: { ...told, bands: [...told.bands, ...bands] },
      patients: (cells, slot) => {
        const all = patientsIn(cells);
        const seen = patientsIn(cells.filter(isSeen));
        const without = partOf(unknown.part, all);
        if (without > seen) refusePart(unknown, aSeen);
        if (bound === "proportional") {
          const known = all - without;
          const moved = known === 0 ? 0 : times(fraction(without, known), all - seen);
          return movedEvenly(cells, isSeen, Math.min(moved, without), unseen);
        }
        const sign = bound === "low" ? 1 : -1;
        const loss = (cell: CellCount): number =>
          sign * losses(cell, classOf[slot] as number, slot);
        let left = without;
        return [...cells]
          .sort((x, y) => loss(y) - loss(x))
          .flatMap((cell) => {
            if (!isSeen(cell) || loss(cell) <= 0) return [cell];
            const part = Math.min(left, cell.count);
            left -= part;
            return [
              { ...cell, count: cell.count - part },
              { ...cell, kind: unseen(cell.kind), count: part },
            ];
          });
      },
    }),
  );
};

const aSeen = { fr: "comme vus", en: "as seen" };
const UNSEEN = { seen: "no", yearsSinceSeen: "earlier", unknown: "unknown" } as const;

/** The same panels, whose patients are said to be seen. */
function allSeen(panels: CountedPanels, seenWithin: number): CountedPanels {
  const yes = stateOf("seen", "yes") << 3;
  return countsOf(
    recounted(panels, {
      told: {
        ...panels.told,
        seenForm: "seen" satisfies SeenForm,
        seenWithin,
        bands: panels.told.bands.map(({ kind, band }) => ({ kind: kind | yes, band })),
        crossed: panels.told.crossed.map((one) => ({ ...one, kind: one.kind | yes })),
      },
      patients: (cells) => cells.map((cell) => ({ ...cell, kind: cell.kind | yes })),
    }),
  );
}

/** Patients of a kind who are priced together, so that no uplift is rounded away. */
const MANY = 1000;

/** What a physician loses with many patients of a cell who were not seen, in cents. */
function lossesOf(
  { told, roster, referenceYear }: CountedPanels,
  schedule: Schedule,
  year: number,
  unseen: (kind: Kind) => Kind,
): (cell: CellCount, ofClass: number, slot: number) => number {
  const pricer = new Pricer(compile(schedule), year);
  const years = referenceYearOf(schedule.reads.on, year) - referenceYear;
  const known = new Map<string, number>();
  const paid = (kind: Kind, age: number, slot: number): number =>
    pricer.total({
      physician: roster.facts(slot),
      panel: {
        referenceYear,
        scale: 1,
        patients: MANY,
        cells: [cellOfKind(kind, Math.max(0, age + years), told.seenForm)],
        counts: [MANY],
        indicators: new Map(),
        actions: 0,
      },
    });
  return ({ kind, age }, ofClass, slot) => {
    const key = `${ofClass} ${kind} ${age}`;
    const found = known.get(key) ?? paid(kind, age, slot) - paid(unseen(kind), age, slot);
    known.set(key, found);
    return found;
  };
}
