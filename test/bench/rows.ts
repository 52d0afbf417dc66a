import { decimalScript } from "./script-decimal.ts";
import { library } from "./library.ts";
import { makeColumns, makePatients, makePhysicians, YEAR } from "./list.ts";
import { scaled, time, type Time } from "./measure.ts";
import { publicodesScript } from "./script-publicodes.ts";

/** The row path and scripts: the time of each on the clock, in nanoseconds for each patient. */
export type RowTimes = Readonly<Record<"rows" | "decimal" | "publicodes", Time>>;

const OF_PUBLICODES = 10_000;

export function timeRows(count: number, rounds: number): RowTimes {
  const physicians = makePhysicians(Math.ceil(count / 1000));
  const patients = makePatients(makeColumns(count, physicians.length), count);
  const few = patients.slice(0, OF_PUBLICODES);
  const options = { year: YEAR };

  const { statements, rejected } = library.computePhysicians({ physicians, patients }, options);
  const byScript = decimalScript(patients, physicians);
  if (rejected.length > 0) throw new Error(`${rejected.length} rows refused`);
  for (const { physicianId, total } of statements) {
    if (!byScript.get(String(physicianId))?.eq(total))
      throw new Error(
        `physician ${physicianId}: ${total}, ${byScript.get(String(physicianId))?.toFixed(2)} by the script`,
      );
  }
  const amounts = library.computePhysicians(
    { patients: few.map((patient) => ({ ...patient, physicianId: "all" })) },
    options,
  ).statements[0];
  if (publicodesScript(few) !== Number(amounts?.total))
    throw new Error(`publicodes: ${publicodesScript(few)}, ${amounts?.total} by the library`);

  const { rows, decimal } = time(
    {
      rows: () => library.computePhysicians({ physicians, patients }, options),
      decimal: () => decimalScript(patients, physicians),
    },
    rounds,
    "wall",
  );
  const { publicodes } = time({ publicodes: () => publicodesScript(few) }, 3, "wall");
  return {
    rows: scaled(rows, 1e6 / count),
    decimal: scaled(decimal, 1e6 / count),
    publicodes: scaled(publicodes, 1e6 / few.length),
  };
}
