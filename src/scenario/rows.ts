import { signedCents, type Euros } from "../money/cents.ts";
import type { Move, MoveOfPhysicians } from "./move.ts";

/** What a component, or `total`, is worth to physicians; euros as numbers, to be drawn. */
export interface ComparisonRow {
  readonly [key: string]: string | number;
  readonly component: string;
  readonly physicians: number;
  readonly patients: number;
  readonly from: number;
  readonly to: number;
  readonly change: number;
}

/** What a physician is paid, in euros. */
export interface PhysicianRow {
  readonly physicianId: string | null;
  readonly from: number;
  readonly to: number;
  readonly change: number;
}

/** Rows of all physicians, or of each group where there are any. */
export function tidyRows(
  result: MoveOfPhysicians & {
    readonly groups: readonly (MoveOfPhysicians & {
      readonly keys: Readonly<Record<string, string>>;
    })[];
  },
): ComparisonRow[] {
  const all = result.groups.length > 0 ? result.groups : [{ ...result, keys: {} }];
  return all.flatMap(({ keys, physicians, patients, components, total }) =>
    [...Object.entries<Move>(components), ["total", total] as const].map(
      ([component, { from, to, change }]) => ({
        ...keys,
        component,
        physicians,
        patients,
        from: number(from),
        to: number(to),
        change: number(change),
      }),
    ),
  );
}

export function physicianRows(
  ids: readonly (string | null)[],
  from: Float64Array,
  to: Float64Array,
): PhysicianRow[] {
  return ids.map((physicianId, slot) => {
    const [before, after] = [from[slot] as number, to[slot] as number];
    return { physicianId, from: before / 100, to: after / 100, change: (after - before) / 100 };
  });
}

function number(amount: Euros): number {
  return signedCents(amount) / 100;
}
