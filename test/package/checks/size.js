import { writeFileSync } from "node:fs";
import { join } from "node:path";
import presetSmallLib from "@size-limit/preset-small-lib";
import sizeLimit from "size-limit";

/** Raised only in the commit that causes it. */
const CEILING = 30_000;

const ENTRY = `
import { computePhysician } from "forfait-medecin-traitant";
import schedule from "forfait-medecin-traitant/schedules/fmt-2026.json";
globalThis.total = (patients) => computePhysician({ patients }, { year: 2026, schedule }).total;
`;

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** What a page that computes one physician downloads, dependencies included. */
export const size = [
  {
    name: "size: computePhysician with one schedule",
    async prove({ consumer }) {
      const entry = join(consumer, "size.js");
      writeFileSync(entry, ENTRY);
      const [{ size: bytes }] = await sizeLimit([presetSmallLib], [entry]);
      const measured = `${kB(bytes)} of ${kB(CEILING)} brotli`;
      if (bytes > CEILING) throw new Error(measured);
      return measured;
    },
  },
];
