import { signedCents, type Cents } from "../money/cents.ts";
import type { Instalment } from "./statement.ts";

/** What is paid when, added up over physicians. */
export interface PaidSums {
  /** Cents paid on each date, in order. */
  readonly paid: ReadonlyMap<string, Cents>;
  /** Cents of each component on each date, by `partKey`. */
  readonly parts: ReadonlyMap<string, Cents>;
}

export const partKey = (due: string, component: string): string => `${due} ${component}`;

export class PaidBook implements PaidSums {
  readonly paid: Map<string, Cents> = new Map();
  readonly parts: Map<string, Cents> = new Map();

  add(instalments: readonly Instalment[]): this {
    for (const { due, amount, components } of instalments) {
      addTo(this.paid, due, amount);
      for (const [component, part] of Object.entries(components))
        addTo(this.parts, partKey(due, component), part as string);
    }
    return this;
  }
}

function addTo(sums: Map<string, Cents>, key: string, amount: string): void {
  sums.set(key, (sums.get(key) ?? 0) + signedCents(amount));
}
