import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import presetSmallLib from "@size-limit/preset-small-lib";
import sizeLimit from "size-limit";
import { run } from "../lib/run.js";

/** Raised only in the commit that causes it. */
const CEILING = 42_000;

const ENTRY = `
import { computePhysician, loadSchedule } from "forfait-medecin-traitant/core";
import document from "forfait-medecin-traitant/schedules/fmt-2026.json" with { type: "json" };
const schedule = loadSchedule(document);
console.log(computePhysician({ patients: [{ age: 82, ald: true, c2s: false }] }, { year: 2026, schedule }).total);
`;

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** What a page that computes one physician downloads, dependencies included; that it computes is seen first. */
export const size = [
  {
    name: "size: computePhysician with one schedule",
    async prove({ consumer }) {
      const entry = join(consumer, "size.mjs");
      writeFileSync(entry, ENTRY);
      assert.equal((await run(process.execPath, [entry])).trim(), "100.00");
      const [{ size: bytes }] = await sizeLimit([presetSmallLib], [entry]);
      const measured = `${kB(bytes)} of ${kB(CEILING)} brotli`;
      if (bytes > CEILING) throw new Error(measured);
      return measured;
    },
  },
];
