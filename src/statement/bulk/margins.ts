import { refuse } from "../../error.ts";
import { OLDEST } from "../../facts.ts";
import { cellOfKind, withC2s } from "../../panel/columns/code.ts";
import { bandText } from "../../panel/columns/counts.ts";
import type { Told } from "../../panel/panels.ts";
import { conditions } from "../../schedule/check-conditions.ts";
import { interval } from "../../interval.ts";
import type { Schedule } from "../../schedule/language.ts";
import type { Compiled } from "../compiled.ts";

/**
 * Refuses a margin of the C2S where an amount depends on which patients have it: the C2S must
 * change the same columns for all of them.
 * @param years years added to the patients' ages before pricing
 */
export function checkMargins(compiled: Compiled, told: Told, years: number): void {
  const changes = new Map<number, string>();
  for (const { kind, band, c2s } of told.crossed) {
    const oldest = band.isOpen ? OLDEST : band.to + years;
    for (let age = Math.max(0, band.from + years); age <= oldest; age++) {
      const change = changedColumns(compiled, cellOfKind(kind, age, told.seenForm), {
        with: cellOfKind(withC2s(kind, c2s), age, told.seenForm),
      });
      const first = changes.get(c2s) ?? change;
      changes.set(c2s, first);
      if (change !== first)
        refuse("MARGIN_CROSSED", "table", bandText(band), {
          fr: "la C2S croisée avec l'âge, l'ALD et la dernière consultation : le dû en dépend",
          en: "the C2S crossed with age, ALD and last visit, on which what is due depends",
        });
    }
  }
}

/** Columns that count a patient with the C2S and not without it, and the other way round. */
function changedColumns(
  { classes }: Compiled,
  without: number,
  { with: given }: { readonly with: number },
): string {
  const before = classes.columnsOf(without);
  const after = classes.columnsOf(given);
  const other = (some: readonly number[], others: readonly number[]): string =>
    some.filter((column) => !others.includes(column)).join();
  return `${other(after, before)}/${other(before, after)}`;
}

/** Refuses an age band of physicians whose ages the schedule does not treat alike. */
export function checkPhysicianAges({ schedule }: Compiled, { physicianAges }: Told): void {
  for (const band of physicianAges)
    for (const { from, to } of agesAsked(schedule)) {
      const isIn = (age: number): boolean => age >= from && age <= to;
      const ages = Array.from({ length: band.to - band.from + 1 }, (_, i) => band.from + i);
      const turn = ages.find((age) => isIn(age) !== isIn(band.from));
      if (turn !== undefined)
        refuse("BAND_STRADDLES", "table", bandText(band), {
          fr: `une tranche d'âge du médecin d'un seul côté de ${turn} ans`,
          en: `an age band of the physician on one side of ${turn} years`,
        });
    }
}

function agesAsked(schedule: Schedule): ReturnType<typeof interval>[] {
  return [schedule.eligible.when, ...[...conditions(schedule)].map(([, when]) => when)].flatMap(
    ({ physicianAge }) => (physicianAge === undefined ? [] : interval(physicianAge)),
  );
}
