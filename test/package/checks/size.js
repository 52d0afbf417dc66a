import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import presetSmallLib from "@size-limit/preset-small-lib";
import sizeLimit from "size-limit";
import { run } from "../lib/run.js";

/** What a page may import, and its ceiling in bytes, raised only in the commit that causes it. */
const pages = [
  { functions: ["computePhysician"], ceiling: 70_000 },
  { functions: ["computePhysician", "formatStatement", "explainPatient"], ceiling: 80_000 },
];

/** A page that prints a total under one schedule. The bundler keeps what it names. */
const programOf = (functions) => `
import { ${functions.join(", ")} } from "forfait-medecin-traitant/core";
import schedule from "forfait-medecin-traitant/schedules/fmt-2026.js";
globalThis.page = [${functions.join(", ")}];
console.log(computePhysician({ patients: [{ age: 82, ald: true, c2s: false }] }, { year: 2026, schedule }).total);
`;

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** What a page downloads, dependencies included; that it computes is seen first. */
export const size = pages.map(({ functions, ceiling }) => ({
  name: `size: ${functions.join(", ")} with one schedule`,
  async prove({ consumer }) {
    const entry = join(consumer, `size-${functions.length}.mjs`);
    writeFileSync(entry, programOf(functions));
    assert.equal((await run(process.execPath, [entry])).trim(), "100.00");
    const [{ size: bytes }] = await sizeLimit([presetSmallLib], [entry]);
    const measured = `${kB(bytes)} of ${kB(ceiling)} brotli`;
    if (bytes > ceiling) throw new Error(measured);
    return measured;
  },
}));
