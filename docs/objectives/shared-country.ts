import {
  panelsFromColumns,
  population,
  sharePanels,
  type Population,
  type SharedPanel,
} from "../../src/index.ts";
import { ASSUMED } from "../../src/population/assumed.ts";

/** What a département gives away: a panel, and of how many physicians it is. */
export interface GivenPanel {
  readonly departement: string;
  readonly physicians: number;
  readonly panel: SharedPanel;
}

/**
 * Each département of a synthetic country gives the JSON of its shared panel: the cells of the FMT
 * of 2026, which reads the last day of the year before the one that it pays.
 * @param physicians of each département on average
 * @param day year whose last day the lists are of
 */
export function sharedCountry(physicians: number, day: number): GivenPanel[] {
  const departements = Object.keys(ASSUMED.departements).sort();
  const all = physicians * departements.length;
  const country = population({ physicians: all, seed: 1, year: day });
  const columnsOf = columnsBy(country);
  return departements.map((departement) => {
    const there = country.physicians.flatMap((one, i) =>
      one.departement === departement ? [i] : [],
    );
    const panels = panelsFromColumns(columnsOf(there), {
      year: day,
      physicians: there.map((i) => country.physicians[i] as Population["physicians"][number]),
      match: "index",
    });
    const json = JSON.stringify(sharePanels(panels, { year: day + 1, schedule: "fr.fmt.2026" }));
    return { departement, physicians: there.length, panel: JSON.parse(json) as SharedPanel };
  });
}

type Columns = ReturnType<Population["columns"]>;

/** The columns of some physicians: the rows of each stand together, in their order. */
function columnsBy(country: Population): (physicians: readonly number[]) => Columns {
  const { physicianId, age, ald, c2s, yearsSinceSeen } = country.columns();
  const starts = [0, ...new Int32Array(country.physicians.length)];
  for (const [row, physician] of physicianId.entries()) starts[physician + 1] = row + 1;
  return (physicians) => {
    const rows = physicians.map((i) => [starts[i], starts[i + 1]] as [number, number]);
    const length = rows.reduce((sum, [from, to]) => sum + to - from, 0);
    const taken = (column: Uint8Array): Uint8Array => {
      const some = new Uint8Array(length);
      let at = 0;
      for (const [from, to] of rows) {
        some.set(column.subarray(from, to), at);
        at += to - from;
      }
      return some;
    };
    const indexes = new Int32Array(length);
    let at = 0;
    for (const [i, [from, to]] of rows.entries()) indexes.fill(i, at, (at += to - from));
    return {
      physicianId: indexes,
      age: taken(age),
      ald: taken(ald),
      c2s: taken(c2s),
      yearsSinceSeen: taken(yearsSinceSeen),
    };
  };
}
