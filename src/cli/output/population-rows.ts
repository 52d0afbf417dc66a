import type { SyntheticPatient } from "../../population/patients.ts";
import type { Population } from "../../population/population.ts";

/** A table of a population: its columns with their types in DuckDB, and its records as CSV. */
export interface PopulationTable {
  readonly columns: Readonly<Record<string, "VARCHAR" | "DATE" | "BOOLEAN">>;
  /** Records of each physician; none holds a comma or a quote. */
  readonly records: (population: Population) => Iterable<string>;
}

const patients: PopulationTable = {
  columns: {
    physicianId: "VARCHAR",
    id: "VARCHAR",
    birthDate: "DATE",
    sex: "VARCHAR",
    ald: "BOOLEAN",
    aldNumbers: "VARCHAR",
    c2s: "VARCHAR",
    lastSeen: "DATE",
  },
  *records({ physicians, patients: patientsOf }) {
    for (const index of physicians.keys()) yield patientsOf(index).map(recordOf).join("");
  },
};

function recordOf(patient: SyntheticPatient): string {
  const { physicianId, id, birthDate, sex, ald, aldNumbers, c2s, lastSeen } = patient;
  const right = `${ald},${aldNumbers.join(" ")},${c2s || "none"}`;
  return `${physicianId},${id},${birthDate},${sex},${right},${lastSeen}\n`;
}

const physicians: PopulationTable = {
  columns: {
    id: "VARCHAR",
    zone: "VARCHAR",
    sector: "VARCHAR",
    birthDate: "DATE",
    firstInstallation: "DATE",
    departement: "VARCHAR",
  },
  *records({ physicians: all }) {
    for (const { id, zone, sector, birthDate, firstInstallation, departement } of all)
      yield `${id},${zone},${sector},${birthDate},${firstInstallation},${departement}\n`;
  },
};

export const populationTables = { patients, physicians } as const;

/** A table as standard CSV, in parts. */
export function* csvOf(table: PopulationTable, population: Population): Iterable<string> {
  yield `${Object.keys(table.columns).join(",")}\n`;
  yield* table.records(population);
}
