import { guard, oneOf, refuse, type LocalizedText } from "../error.ts";
import { cellOfKind, type Kind, type SeenForm } from "./columns/code.ts";
import type { Others } from "./columns/others.ts";
import type { RejectedRows } from "./columns/refused.ts";
import type { Roster, Slot } from "./columns/roster.ts";
import type { Scale } from "../millionths.ts";
import type { Cell } from "../list/cell.ts";
import type { Counts } from "../list/left-out.ts";
import type { Band } from "./columns/counts.ts";
import type { Panel } from "./panel.ts";
import type { CountStore } from "./count-store.ts";
import type { Tallies } from "./scan/tallies.ts";

/**
 * Panels of many physicians, made by `panelsFromColumns` or `panelsFromCounts`: counts, with no
 * patient identified.
 */
export interface Panels {
  /** Facts are read on 31 December of this year. */
  readonly referenceYear: number;
  /** Ids of the physicians; null if the list has none. */
  readonly physicianIds: readonly (string | null)[];
  /** Number of patients of each physician. */
  readonly patients: Float64Array;
  /** Rejected rows. */
  readonly rejected: RejectedRows;
  /** What became of the rows: computed, not on the list on the day, or rejected. */
  readonly counts: Counts;
}

/** Properties of the source list that pricing depends on. */
export interface Told {
  /** What a patient, or an action, is counted as. */
  readonly scale: Scale;
  readonly seenForm: SeenForm;
  /** Window, in years, of the `seen` values; undefined if no condition used it. */
  readonly seenWithin: number | undefined;
  readonly prevention: boolean;
  /** Most actions of any patient, where prevention was given as a number; else undefined. */
  readonly mostActions: number | undefined;
  /** Age bands kept whole, counted at their first age. A schedule must treat their ages alike. */
  readonly bands: readonly { readonly kind: Kind; readonly band: Band }[];
  /** Patients any of whom may have the C2S of a margin, by its index. */
  readonly crossed: readonly { readonly kind: Kind; readonly band: Band; readonly c2s: number }[];
  /** Ages of physicians that are known as a band. */
  readonly physicianAges: readonly Band[];
}

/** Panels with their counts, which only this library reads. */
export interface CountedPanels extends Panels {
  readonly told: Told;
  readonly store: CountStore;
  readonly tallies: Tallies;
  readonly roster: Roster;
  readonly others: Others;
}

type OnlyHere = Exclude<keyof CountedPanels, keyof Panels>;

const counted = new WeakMap<Panels, CountedPanels>();

/** @param more what else the panels say of themselves */
export function makePanels<More extends object>(
  made: Pick<CountedPanels, "referenceYear" | OnlyHere>,
  more = {} as More,
): Panels & More {
  const { referenceYear, others, roster, tallies, told } = made;
  const counts = tallies.patients.slice(0, roster.count);
  const patients = counts.map((count) => count / told.scale);
  const panels: Panels & More = Object.freeze({
    ...more,
    referenceYear,
    physicianIds: roster.ids,
    patients,
    rejected: others.rejected,
    counts: others.all.with(sumOf(counts) / told.scale),
  });
  counted.set(panels, { ...made, ...panels });
  return panels;
}

export function sumOf(patients: Float64Array): number {
  return patients.reduce((sum, count) => sum + count, 0);
}

/** @throws ForfaitError INPUT_INVALID for anything not made by this library, copies included */
export function countsOf(panels: Panels): CountedPanels {
  return (
    counted.get(panels) ??
    refuse("INPUT_INVALID", "panels", panels, isCopy(panels) ? notACopy : aPanel)
  );
}

const aPanel = oneOf(["panelsFromColumns", "panelsFromCounts"]);

/** Whether a value is what `structuredClone` or a message to a Worker makes of panels. */
function isCopy(panels: unknown): boolean {
  const keys = guard("panels", () => Object.keys(Object(panels)));
  return ["referenceYear", "physicianIds", "patients"].every((key) => keys.includes(key));
}

const notACopy: LocalizedText = {
  fr:
    "les patientèles comptées elles-mêmes : une copie (structuredClone, postMessage, JSON) n'a " +
    "pas leurs effectifs ; envoyer les colonnes, et les compter là où elles servent",
  en:
    "the panels themselves: a copy (structuredClone, postMessage, JSON) has not their counts; " +
    "send the columns, and count them where they are used",
};

/** Panel of one physician, as counted from rows. */
export function panelOf(panels: CountedPanels, slot: Slot): Panel {
  const { referenceYear, physicianIds, told, store, tallies } = panels;
  if (!Number.isInteger(slot) || slot < 0 || slot >= physicianIds.length) {
    const last = physicianIds.length - 1;
    refuse("PHYSICIAN_UNKNOWN", "index", slot, {
      fr: `un entier de 0 à ${last}`,
      en: `a whole number from 0 to ${last}`,
    });
  }
  const cells: Cell[] = [];
  const counts: number[] = [];
  store.each(slot, (kind, age, count) => {
    cells.push(cellOfKind(kind, age, told.seenForm));
    counts.push(count);
  });
  const { indicators: ids, validated, actions } = tallies;
  const indicators = new Map(ids.map((id, i) => [id, validated[slot * ids.length + i] as number]));
  return {
    referenceYear,
    scale: told.scale,
    patients: tallies.patients[slot] as number,
    cells,
    counts,
    indicators,
    actions: actions[slot] as number,
  };
}
