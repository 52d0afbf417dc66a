/**
 * A program that tells a synthetic population by a digest: its columns, its totals, and rows. The
 * digest is that of every engine.
 */
export const populationProgram = `
import { createHash } from "node:crypto";
import { computePanels, population } from "forfait-medecin-traitant";

const country = population({ physicians: 200, seed: 42, year: 2026 });
const hash = createHash("sha256");
for (const column of Object.values(country.columns())) hash.update(new Uint8Array(column.buffer));
hash.update(JSON.stringify([...computePanels(country.panels(), { year: 2026 }).totalCents]));
hash.update(JSON.stringify([country.physicians, country.patients(0), country.patients(199)]));
console.log(hash.digest("hex"));
`;

export const populationDigest = "b1985d54bad60d233e8cdf0cf996fcda8211bfafaa053438a98be4d21c893443";

/** What the command prints of it, as a digest. */
export const populationCommand = [
  "population",
  "--physicians",
  "20",
  "--seed",
  "42",
  "--year",
  "2026",
];
export const populationCsvDigest =
  "658e45f274392991a18ce988634329ed173c5a8dd2d08c15ae088f8842f61275";
