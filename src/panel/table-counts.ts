import { AGES, type Kind } from "./columns/code.ts";
import type { Slot } from "./columns/roster.ts";
import type { CountStore, Step } from "./count-store.ts";

interface Row {
  readonly kind: Kind;
  readonly age: number;
  readonly patients: number;
}

/** The rows of a table of counts: few, of any size, where a list has many of one patient each. */
export class TableCounts implements CountStore {
  readonly kinds: Kind[] = [];
  readonly #rows: Row[][] = [];

  add(slot: Slot, kind: Kind, age: number, patients: number): void {
    if (patients === 0) return;
    if (!this.kinds.includes(kind)) this.kinds.push(kind);
    (this.#rows[slot] ??= []).push({ kind, age, patients });
  }

  sums(steps: readonly Step[], slots: number): Float64Array {
    const weights = new Map(this.kinds.map((kind) => [kind, new Float64Array(AGES)]));
    for (const { kind, age, weight } of steps) {
      const ofKind = weights.get(kind);
      for (let i = 0; ofKind && i <= age; i++) ofKind[i] = (ofKind[i] as number) + weight;
    }
    return Float64Array.from({ length: slots }, (_, slot) =>
      this.#of(slot).reduce(
        (sum, { kind, age, patients }) =>
          sum + ((weights.get(kind) as Float64Array)[age] as number) * patients,
        0,
      ),
    );
  }

  each(slot: Slot, give: (kind: Kind, age: number, patients: number) => void): void {
    for (const { kind, age, patients } of this.#of(slot)) give(kind, age, patients);
  }

  #of(slot: Slot): readonly Row[] {
    return this.#rows[slot] ?? [];
  }
}
