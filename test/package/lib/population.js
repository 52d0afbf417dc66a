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

export const populationDigest = "55900950e744625908686df172f231b76b2e4ad67f55d6342f0a0c3c1f8ed810";

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
  "36683a27400f3a927ec7249775860d411e28072ac425a5129554c0b5de987a76";
