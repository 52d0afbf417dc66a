import type { Population } from "../../src/index.ts";
import { registered } from "../../src/population/defaults.ts";

/** Patients of the same age, ALD and C2S, counted; and the people for whom they stand. */
export class Counted {
  readonly patients: Means;
  readonly people: Means;
  readonly total: number;

  constructor(country: Population) {
    const { age, ald, c2s } = country.columns();
    const counts = new Map<number, number>();
    for (let row = 0; row < age.length; row++) {
      const key = ((age[row] as number) << 3) | ((ald[row] as number) << 2) | (c2s[row] as number);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const rows = [...counts].map(([key, weight]): Row => {
      return { age: key >> 3, ald: ((key >> 2) & 1) === 1, c2s: key & 3, weight };
    });
    this.total = age.length;
    this.patients = new Means(rows);
    this.people = new Means(
      rows.map((row) => ({ ...row, weight: row.weight / (registered[row.age] as number) })),
    );
  }
}

interface Row {
  readonly age: number;
  readonly ald: boolean;
  readonly c2s: number;
  readonly weight: number;
}

/** Means over rows, each by its weight. */
export class Means {
  readonly #rows: readonly Row[];

  constructor(rows: readonly Row[]) {
    this.#rows = rows;
  }

  where(is: (row: Row) => boolean): Means {
    return new Means(this.#rows.filter(is));
  }

  mean(of: (row: Row) => number): number {
    const all = this.#rows.reduce((sum, { weight }) => sum + weight, 0);
    return this.#rows.reduce((sum, row) => sum + of(row) * row.weight, 0) / all;
  }

  share(is: (row: Row) => boolean): number {
    return 100 * this.mean((row) => Number(is(row)));
  }
}
