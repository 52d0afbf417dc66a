/**
 * Writes sbom.cdx.json, a CycloneDX document of the packages whose code a user runs. npm names the package by its
 * folder, so its name is set here; the serial number and the time are left out, so that one commit packs the same bytes.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runTimePackages } from "./run-time-packages.js";

const root = join(import.meta.dirname, "..");
const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const wanted = await runTimePackages();

const command = "sbom --package-lock-only --sbom-format cyclonedx --sbom-type library";
const { serialNumber: _, ...bom } = JSON.parse(
  execFileSync("npm", command.split(" "), { cwd: root, maxBuffer: 64 << 20 }),
);
delete bom.metadata.timestamp;
bom.metadata.component.name = name;
bom.components = bom.components
  .filter((one) => wanted.delete(one["bom-ref"]))
  .map((one) => ({ ...one, properties: [] }));
if (wanted.size > 0) throw new Error(`not in package-lock.json: ${[...wanted].join(", ")}`);

const refs = bom.components.map((one) => one["bom-ref"]);
const self = `${name}@${version}`;
bom.dependencies = bom.dependencies
  .filter(({ ref }) => ref === self || refs.includes(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.includes(one)) }));

writeFileSync(join(root, "sbom.cdx.json"), `${JSON.stringify(bom, null, 2)}\n`);
