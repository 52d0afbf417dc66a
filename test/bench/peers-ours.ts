import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { contestant } from "./contestant.ts";
import { library } from "./library.ts";
import { makeColumns, YEAR } from "./list.ts";

/** The library as a contestant of `peers.ts`, which writes the columns for the others too. */
const [folder, rows] = [process.argv[2] as string, Number(process.argv[3])];
const columns = makeColumns(rows, Math.max(1, rows / 1000));
for (const [name, column] of Object.entries(columns)) writeFileSync(join(folder, name), column);

await contestant(() => {
  const { totalCents, rejected } = library.computeColumns({ ...columns }, { year: YEAR });
  if (rejected.rows > 0) throw new Error(`${rejected.rows} rows refused`);
  return totalCents;
});
