import { refuse } from "../../error.ts";
import { cellOfKind, type Kind, type SeenForm } from "./code.ts";
import type { RejectedRows } from "./refused.ts";
import type { RunningTotals } from "./store.ts";
import type { Tallies } from "./tallies.ts";
import type { Cell } from "../cell.ts";
import type { Band } from "../counts.ts";
import type { Panel } from "../panel.ts";
import type { Roster, Slot } from "./roster.ts";

/** What the list told, which a statement must know. */
export interface Told {
  readonly seenForm: SeenForm;
  /** Length in years of the window that a yes or no answers; undefined where none was asked about. */
  readonly seenWithin: number | undefined;
  readonly prevention: boolean;
  /** Actions are told as a number. */
  readonly actions: boolean;
  /** Bands of ages that were kept whole, at their first age; a schedule must treat their ages alike. */
  readonly bands: readonly { readonly kind: Kind; readonly band: Band }[];
}

/** The panels of many physicians, made by `panelsFromColumns` or `panelsFromCounts`: counts, which name no patient. */
export class Panels {
  /** The panels were taken on 31 December of this year. */
  readonly referenceYear: number;
  /** Identifiers of the physicians; null where the list names none. */
  readonly physicianIds: readonly (string | null)[];
  /** How many patients each physician has. */
  readonly patients: Float64Array;
  /** The rows that were refused. */
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

  /** One physician's panel, as the row path counts it. @internal */
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
