import { refuse } from "../../error.ts";
import { cellOfKind, type Kind, type SeenForm } from "./code.ts";
import type { RejectedRows } from "./refused.ts";
import type { RunningTotals } from "./store.ts";
import type { Tallies } from "./tallies.ts";
import type { Cell } from "../cell.ts";
import type { Band } from "../counts.ts";
import type { Panel } from "../panel.ts";
import type { Roster, Slot } from "./roster.ts";

/** Properties of the source list that pricing depends on. */
export interface Told {
  readonly seenForm: SeenForm;
  /** Window, in years, of the `seen` values; undefined if no condition used it. */
  readonly seenWithin: number | undefined;
  readonly prevention: boolean;
  /** Prevention was given as a number of actions. */
  readonly actions: boolean;
  /** Age bands kept whole, counted at their first age. A schedule must treat their ages alike. */
  readonly bands: readonly { readonly kind: Kind; readonly band: Band }[];
}

/**
 * Panels of many physicians, made by `panelsFromColumns` or `panelsFromCounts`: counts, with no
 * patient identified.
 */
export class Panels {
  /** Facts are read on 31 December of this year. */
  readonly referenceYear: number;
  /** Ids of the physicians; null if the list has none. */
  readonly physicianIds: readonly (string | null)[];
  /** Number of patients of each physician. */
  readonly patients: Float64Array;
  /** Rejected rows. */
  readonly rejected: RejectedRows;
  /** @internal */
  readonly told: Told;
  /** @internal */
  readonly store: RunningTotals;
  /** @internal */
  readonly tallies: Tallies;
  /** @internal */
  readonly roster: Roster;

  /** @internal */
  constructor(parts: {
    referenceYear: number;
    refused: RejectedRows;
    told: Told;
    store: RunningTotals;
    tallies: Tallies;
    roster: Roster;
  }) {
    this.referenceYear = parts.referenceYear;
    this.rejected = parts.refused;
    this.told = parts.told;
    this.store = parts.store;
    this.tallies = parts.tallies;
    this.roster = parts.roster;
    this.physicianIds = parts.roster.ids;
    this.patients = parts.tallies.patients.slice(0, parts.roster.count);
  }

  /** Panel of one physician, as counted from rows. @internal */
  panel(slot: Slot): Panel {
    if (!Number.isInteger(slot) || slot < 0 || slot >= this.physicianIds.length) {
      const last = this.physicianIds.length - 1;
      refuse("PHYSICIAN_UNKNOWN", "index", slot, {
        fr: `un entier de 0 à ${last}`,
        en: `a whole number from 0 to ${last}`,
      });
    }
    const cells: Cell[] = [];
    const counts: number[] = [];
    this.store.each(slot, (kind, age, patients) => {
      cells.push(cellOfKind(kind, age, this.told.seenForm));
      counts.push(patients);
    });
    const { indicators: ids, validated, actions } = this.tallies;
    const indicators = new Map(
      ids.map((id, i) => [id, validated[slot * ids.length + i] as number]),
    );
    return {
      referenceYear: this.referenceYear,
      patients: this.patients[slot] as number,
      cells,
      counts,
      indicators,
      actions: actions[slot] as number,
    };
  }
}
