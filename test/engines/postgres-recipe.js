/** The recipe of docs/cookbook.md for PostgreSQL, as it stands there, with the command that was built. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { blocks } from "../package/lib/blocks.js";
import { root } from "../package/lib/paths.js";
import { startPostgres } from "./postgres-server.ts";

const LIST = `physicianId,birthDate,ald,c2s,prevention
A,1943-05-02,oui,oui,flu covid
A,1985,non,non,
B,2020-11,non,non,
`;
const folder = mkdtempSync(join(tmpdir(), "forfait-mt-recipe-"));
const postgres = await startPostgres();
try {
  const list = join(folder, "patients.csv");
  writeFileSync(list, LIST);
  const command = `${process.execPath} ${join(root, "dist", "cli.cjs")}`;
  const [create, fill, totals, due] = blocks("docs/cookbook.md", "sql")[0]
    .replace("npx forfait-medecin-traitant", command)
    .replace("patients.csv", list)
    .split("\n\n");
  const rows = postgres.run([
    { statement: create },
    { statement: fill },
    { query: totals },
    { query: due },
  ]);
  // A: base and C2S in four parts, of which three are due, and two actions in 2027; B: 15 in four parts.
  const [a, b] = [100 + 5 + 10, 15];
  assert.deepEqual(rows, [
    [
      { physician: "A", total: (a + 2 * 5).toFixed(2) },
      { physician: "B", total: b.toFixed(2) },
    ],
    [
      { physician: "A", due_by_september: ((a * 3) / 4).toFixed(2) },
      { physician: "B", due_by_september: ((b * 3) / 4).toFixed(2) },
    ],
  ]);
  console.log("the recipe for PostgreSQL gives its amounts");
} finally {
  postgres.stop();
  rmSync(folder, { recursive: true });
}
