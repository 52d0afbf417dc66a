import type { AnyFact } from "../../facts.ts";
import { grown } from "./grown.ts";
import { isInTurn, type InTurn } from "../../list/periods.ts";
import type { PhysicianFacts } from "../../list/physician.ts";

/** One fact of many physicians, dictionary-encoded. */
export class FactColumn {
  readonly fact: AnyFact;
  /** One physician per distinct value, with only that fact set. Entry 0 has no facts. */
  readonly values: Alone[] = [{}];
  /** Index into `values`, for each physician. */
  codes: Int32Array = new Int32Array(0);
  readonly #valueOf: (physician: PhysicianFacts) => unknown;
  readonly #alone: (physician: PhysicianFacts) => Alone;
  readonly #known = new Map<unknown, number>([[undefined, 0]]);
  #last: unknown = undefined;
  #lastCode = 0;

  constructor(
    fact: AnyFact,
    valueOf: (physician: PhysicianFacts) => unknown,
    alone: (physician: PhysicianFacts) => Alone,
  ) {
    this.fact = fact;
    this.#valueOf = valueOf;
    this.#alone = alone;
  }

  set(slot: number, physician: PhysicianFacts): void {
    const value = this.#valueOf(physician);
    this.codes = grown(this.codes, slot + 1);
    if (value !== this.#last) {
      this.#last = value;
      this.#lastCode = this.#known.get(value) ?? this.#add(value, physician);
    }
    this.codes[slot] = this.#lastCode;
  }

  of(slot: number): Alone {
    return this.values[this.codes[slot] ?? 0] as Alone;
  }

  #add(value: unknown, physician: PhysicianFacts): number {
    const code = this.values.push(this.#alone(physician)) - 1;
    this.#known.set(value, code);
    return code;
  }
}

type Alone = Omit<PhysicianFacts, "id">;

/** One column for each physician fact that a schedule's conditions can use. */
export function factColumns(): FactColumn[] {
  return [
    new FactColumn(
      "zone",
      ({ zone }) => keyOf(zone),
      ({ zone }) => ({ zone }),
    ),
    new FactColumn(
      "contract",
      ({ contract }) => keyOf(contract),
      ({ contract }) => ({ contract }),
    ),
    new FactColumn(
      "sector",
      ({ sector }) => keyOf(sector),
      ({ sector }) => ({ sector }),
    ),
    new FactColumn(
      "physicianAge",
      ({ age }) => age,
      ({ age }) => ({ age }),
    ),
    new FactColumn(
      "installationYear",
      ({ installed }) => installed,
      ({ installed }) => ({ installed }),
    ),
    new FactColumn("active", activity, ({ installed, activeFrom, activeUntil }) => ({
      installed,
      activeFrom,
      activeUntil,
    })),
  ];
}

/** Periods are alike if all of them are. */
function keyOf(fact: InTurn<boolean | string> | undefined): unknown {
  return isInTurn(fact) ? JSON.stringify(fact) : fact;
}

/** A column for a fact that a schedule may declare. */
export function declaredColumn(id: string): FactColumn {
  return new FactColumn(
    id,
    ({ facts }) => facts?.get(id),
    ({ facts }) => ({ facts: new Map([[id, facts?.get(id) as boolean | number]]) }),
  );
}

function activity({ installed, activeFrom, activeUntil }: PhysicianFacts): unknown {
  return activeFrom === undefined && activeUntil === undefined
    ? installed
    : `${activeFrom} ${activeUntil} ${installed}`;
}
