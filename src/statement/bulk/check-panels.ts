import { frenchDay, lastDay } from "../../day.ts";
import { oneOf, refuse, type LocalizedText } from "../../error.ts";
import { OLDEST } from "../../facts.ts";
import { C2S_OF_UNKNOWN_KIND } from "../../list/cell.ts";
import { allowed, range } from "../../panel/columns/allowed.ts";
import { isC2sUntold, type Kind } from "../../panel/columns/code.ts";
import type { CountedPanels } from "../../panel/panels.ts";
import type { Step } from "../../panel/count-store.ts";
import type { Compiled } from "../compiled.ts";
import { requirementsOf } from "../requirements.ts";
import { checkBands } from "./bands.ts";
import { checkMargins, checkPhysicianAges } from "./margins.ts";

/**
 * Refuses panels that a schedule cannot price.
 * @param years years added to the patients' ages
 * @param move whether years may be added
 */
export function checkPanels(
  panels: CountedPanels,
  compiled: Compiled,
  years: number,
  move: boolean,
): void {
  checkDay(panels, years, move);
  checkFacts(panels, compiled);
  checkBands(compiled, panels.told.bands, panels.told.seenForm, years);
  checkMargins(compiled, panels.told, years);
  checkPhysicianAges(compiled, panels.told);
}

/** Steps that count the patients of a profile older than `younger` and no older than `older`. */
function between(kind: Kind, younger: number, older: number): Step[] {
  return [
    { kind, age: older, weight: 1 },
    { kind, age: younger, weight: -1 },
  ];
}

/** Refuses panels of another reference day, unless they may and can be moved. */
function checkDay(
  { referenceYear, store, physicianIds, told }: CountedPanels,
  years: number,
  move: boolean,
): void {
  if (years === 0) return;
  if (move) {
    const tooOld = store.sums(
      store.kinds.flatMap((kind) => between(kind, OLDEST - years, OLDEST)),
      physicianIds.length,
    );
    const isBandTooOld = told.bands.some(({ band }) => !band.isOpen && band.to + years > OLDEST);
    if (isBandTooOld || tooOld.some((patients) => patients > 0))
      refuse("AGE_INVALID", "panels", `+${years}`, {
        fr: `${OLDEST} ans au plus, une fois la patientèle vieillie`,
        en: `${OLDEST} years at most, once the panels are made older`,
      });
    return;
  }
  const wanted = lastDay(referenceYear + years);
  refuse("REFERENCE_DAY_DIFFERS", "panels", lastDay(referenceYear), {
    fr:
      `une patientèle du ${frenchDay(wanted)} ; ` +
      "ou l'option move: true, qui la déplace d'années entières",
    en: `panels of ${wanted}; or the option move: true, which moves them by whole years`,
  });
}

/** Refuses panels that lack a fact required by the schedule. */
function checkFacts({ told, store, tallies }: CountedPanels, compiled: Compiled): void {
  const { seenWithin, c2sKind, indicators, onePrice, mostActions } = requirementsOf(compiled);
  if (told.seenForm === "seen" && seenWithin !== undefined && seenWithin !== told.seenWithin) {
    refuse("SEEN_WINDOW_DIFFERS", "columns.seen", told.seenWithin, {
      fr:
        `un « vu » sur une durée ${span(seenWithin).fr}, ` +
        "ou yearsSinceSeen, qui répond pour toute durée",
      en: `seen within ${span(seenWithin).en}, or yearsSinceSeen, which answers any window`,
    });
  }
  if (c2sKind && store.kinds.some(isC2sUntold)) {
    refuse("C2S_KIND_MISSING", "columns.c2s", C2S_OF_UNKNOWN_KIND, allowed.kind);
  }
  if (told.mostActions !== undefined && !onePrice)
    refuse("PREVENTION_UNPRICED", "columns.prevention", "number", allowed.ofEach);
  if ((told.mostActions ?? 0) > mostActions)
    refuse("PREVENTION_INVALID", "columns.prevention", told.mostActions, range(mostActions));
  for (const id of tallies.indicators)
    if (indicators && !indicators.has(id))
      refuse("PREVENTION_UNKNOWN", "columns.prevention", id, oneOf(indicators));
}

/** A number of years in words. */
export function span(years: number): LocalizedText {
  return years === 1
    ? { fr: "d'un an", en: "one year" }
    : { fr: `de ${years} ans`, en: `${years} years` };
}
