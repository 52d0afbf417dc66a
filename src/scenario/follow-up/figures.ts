import { C2S, factsOf } from "../../list/cell.ts";
import { cellOfKind } from "../../panel/columns/code.ts";
import type { CountedPanels } from "../../panel/panels.ts";

/** What is followed of some physicians together. Shares are from 0 to 1. */
export interface FollowUpFigures {
  readonly physicians: number;
  readonly patients: number;
  readonly listSize: {
    readonly mean: number;
    /** The smallest size that half of the physicians do not pass, without interpolation. */
    readonly median: number;
  };
  /** Of the patients; null where the list does not tell. */
  readonly shares: {
    readonly ald: number | null;
    readonly c2s: number | null;
    readonly aged80: number | null;
    /** Within the window of the list, or within two years where it tells how long ago. */
    readonly seen: number | null;
  };
  /** Validations for each hundred patients, by indicator; `any` are those of no named indicator. */
  readonly prevention: Readonly<Record<string, number>> | null;
  /** Patients in ALD whom no list has, and their share of all patients in ALD. */
  readonly aldWithoutPhysician: { readonly patients: number; readonly share: number } | null;
}

/** @param without patients in ALD without a médecin traitant, where told */
export function figuresOf(
  panels: CountedPanels,
  slots: readonly number[],
  without: number | undefined,
): FollowUpFigures {
  const { told, tallies, patients: sizes } = panels;
  const { scale } = told;
  const sum = { patients: 0, ald: 0, c2s: 0, aged80: 0, seen: 0 };
  for (const slot of slots)
    panels.store.each(slot, (kind, age, patients) => {
      const facts = factsOf(cellOfKind(kind, age, told.seenForm));
      sum.patients += patients;
      if (facts.ald) sum.ald += patients;
      if (facts.c2s !== C2S[0]) sum.c2s += patients;
      if (age >= 80) sum.aged80 += patients;
      if (facts.seen !== "no" && facts.seen !== "earlier") sum.seen += patients;
    });
  const share = (part: number): number | null => ratio(part, sum.patients);
  const ordered = slots.map((slot) => sizes[slot] as number).sort((a, b) => a - b);
  return {
    physicians: slots.length,
    patients: sum.patients / scale,
    listSize: {
      mean: round(sum.patients / scale / slots.length),
      median: ordered[Math.ceil(ordered.length / 2) - 1] as number,
    },
    shares: {
      ald: share(sum.ald),
      c2s: told.crossed.length > 0 ? null : share(sum.c2s),
      aged80: told.bands.some(({ band }) => band.from < 80 && band.to >= 80)
        ? null
        : share(sum.aged80),
      seen: told.seenForm === "unknown" ? null : share(sum.seen),
    },
    prevention: told.prevention ? validationsOf(panels, slots, sum.patients) : null,
    aldWithoutPhysician:
      without === undefined
        ? null
        : { patients: without, share: ratio(without, without + sum.ald / scale) ?? 0 },
  };

  function validationsOf(
    { tallies: { indicators } }: CountedPanels,
    of: readonly number[],
    patients: number,
  ): Record<string, number> {
    const hundred = (count: number): number => round((count * 100) / Math.max(patients, 1));
    const counts = indicators.map((id, i) => {
      const validated = of.reduce(
        (all, slot) => all + (tallies.validated[slot * indicators.length + i] as number),
        0,
      );
      return [id, hundred(validated)] as const;
    });
    const any = of.reduce((all, slot) => all + (tallies.actions[slot] as number), 0);
    return Object.fromEntries(
      any > 0 || counts.length === 0 ? [...counts, ["any", hundred(any)]] : counts,
    );
  }
}

/** Four decimals at most; null of nobody. */
function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : round(part / whole);
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
