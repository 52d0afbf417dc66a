import type { SharedFacts } from "../../src/index.ts";
import type { GivenPanel } from "./shared-country.ts";

/** From the least that shared panels may mean to the most. */
export interface Between {
  readonly low: number;
  readonly high: number;
}

/** What is followed of some départements together. Shares are percents of the patients. */
export interface Followed {
  readonly physicians: number;
  readonly perPhysician: number;
  readonly ald: Between;
  readonly c2s: Between;
  readonly aged80: Between;
  readonly seen: Between;
}

export function followed(given: readonly GivenPanel[]): Followed {
  const physicians = sumOf(given, (one) => one.physicians);
  const patients = sumOf(given, ({ panel }) => panel.patients);
  const share = (is: (facts: SharedFacts) => boolean): Between => {
    const counts = given.map((one) => patientsOf(one, is));
    return {
      low: (100 * sumOf(counts, ({ low }) => low)) / patients,
      high: (100 * sumOf(counts, ({ high }) => high)) / patients,
    };
  };
  return {
    physicians,
    perPhysician: patients / physicians,
    ald: share(({ ald }) => ald),
    c2s: share(({ c2s }) => c2s),
    aged80: share(({ age }) => age === "80+"),
    seen: share(({ seen }) => seen === true),
  };
}

/** Cells that are told together each hold somebody: at least one patient is in each of them. */
function patientsOf({ panel }: GivenPanel, is: (facts: SharedFacts) => boolean): Between {
  const counts = panel.cells.map(({ of, n }): Between => {
    const some = of.filter(is).length;
    if (some === 0) return { low: 0, high: 0 };
    const others = of.length - some;
    return others === 0 ? { low: n, high: n } : { low: some, high: n - others };
  });
  return { low: sumOf(counts, ({ low }) => low), high: sumOf(counts, ({ high }) => high) };
}

function sumOf<One>(all: readonly One[], of: (one: One) => number): number {
  return all.reduce((sum, one) => sum + of(one), 0);
}
