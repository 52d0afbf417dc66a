import type { Euros } from "../../schedule/language.ts";
import type { Movers } from "../move.ts";
import type { Static } from "../note.ts";
import type { PhysicianRow } from "../rows.ts";
import type { RegimeTotal } from "./regime.ts";
import type { Scope } from "./scope.ts";

/** Who gains and who loses. */
export interface RegimeMoves {
  readonly gainers: Movers;
  readonly losers: Movers;
  readonly unchanged: Movers;
}

/** Who gains and who loses of some physicians, and what all of them change by. */
export interface RegimeGroup extends RegimeMoves {
  readonly keys: Readonly<Record<string, string>>;
  readonly physicians: number;
  readonly change: Euros;
}

/** Two regimes on the same list, as plain data. */
export interface RegimeComparisonData extends Static {
  readonly year: number;
  /** Day on which every schedule of both reads the list. */
  readonly referenceDate: string;
  readonly physicians: number;
  readonly patients: number;
  readonly old: RegimeTotal;
  readonly new: RegimeTotal;
  /** New minus old. */
  readonly change: { readonly total: Euros; readonly mean: Euros };
  /** What of the two regimes is in the sums, and what is not. */
  readonly scope: Scope;
  /** Null where an amount is a mean: of no single physician is then anything known. */
  readonly moves:
    | (RegimeMoves & {
        readonly quantiles: readonly { readonly p: number; readonly change: Euros }[];
        readonly groups: readonly RegimeGroup[];
      })
    | null;
}

/** A comparison with its tables, which are no part of its JSON. */
export interface RegimeComparison extends RegimeComparisonData {
  /** A row for each part of each regime, in euros. */
  readonly rows: () => {
    readonly regime: string;
    readonly part: string;
    readonly total: number;
    readonly mean: number;
  }[];
  /** A row for each physician, in euros. @throws ForfaitError MEANS_ONLY */
  readonly physicianRows: () => PhysicianRow[];
}
