import { C2S_OF_UNKNOWN_KIND, NO_C2S } from "../../list/cell.ts";
import { fraction } from "../../money/rate.ts";
import { c2sOf, withC2s } from "../../panel/columns/code.ts";
import { countsOf } from "../../panel/panels.ts";
import { cellsOf, patientsIn, recounted, type CellCount } from "../../panel/recounted.ts";
import { checkMargins } from "../../statement/bulk/margins.ts";
import { referenceYearOf } from "../../statement/facts.ts";
import { compile } from "../../statement/compile.ts";
import { movedEvenly, partOf, refusePart, times, type BoundedPanels } from "./unknown.ts";

const isWithout = ({ kind }: CellCount): boolean => c2sOf(kind) === NO_C2S;
const given = (kind: number): number => withC2s(kind, C2S_OF_UNKNOWN_KIND);

/**
 * Patients of whom the C2S is not known, counted as without: none has it, all do, or as many as of
 * the others. What it is worth must not depend on who has it.
 */
export const unknownC2s: BoundedPanels = (panels, { schedule, year, unknown }, bound) => {
  const compiled = compile(schedule);
  const { told, roster } = panels;
  const present = new Map<number, CellCount>();
  for (let slot = 0; slot < roster.count; slot++)
    for (const cell of cellsOf(panels, slot)) present.set((cell.kind << 8) | cell.age, cell);
  const crossed = [...present.values()].filter(isWithout).map(({ kind, age }) => ({
    kind,
    band: { from: age, to: age, isOpen: false },
    c2s: C2S_OF_UNKNOWN_KIND,
  }));
  const years = referenceYearOf(schedule.reads.on, year) - panels.referenceYear;
  checkMargins(compiled, { ...told, crossed }, years);
  if (bound === "low") return panels;
  if (bound === "proportional" && unknown.part.startsWith("100")) return undefined;
  const bands = told.bands.map(({ kind, band }) => ({ kind: given(kind), band }));
  return countsOf(
    recounted(panels, {
      told: { ...told, bands: [...told.bands, ...bands] },
      patients: (cells) => {
        const all = patientsIn(cells);
        const others = patientsIn(cells.filter(isWithout));
        const without = partOf(unknown.part, all);
        if (without > others) refusePart(unknown, aWithout);
        const known = all - without;
        const moved =
          bound === "high" || known === 0 ? without : times(fraction(without, known), all - others);
        return movedEvenly(cells, isWithout, Math.min(moved, without), given);
      },
    }),
  );
};

const aWithout = { fr: "sans C2S", en: "without the C2S" };
