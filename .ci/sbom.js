/**
 * Reads what `npm sbom` gives and names the package by its name; npm names it by the folder that it is in.
 * `npm run sbom` writes sbom.cdx.json: the run-time dependencies of package-lock.json, as CycloneDX JSON.
 */
import { readFileSync } from "node:fs";

const { name } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const bom = JSON.parse(readFileSync(0, "utf8"));
bom.metadata.component.name = name;
process.stdout.write(`${JSON.stringify(bom, null, 2)}\n`);
