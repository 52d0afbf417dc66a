import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../lib/paths.js";

const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));

/** Packages that npm installs with this one, by the lock file. */
const installedWith = () =>
  Object.entries(packages)
    .filter(([path, { dev, devOptional, peer }]) => path !== "" && !dev && !devOptional && !peer)
    .map(([path]) => path);

/** Packages whose code was copied into a file of dist: esbuild writes a comment where each begins. */
const bundledIn = (code) =>
  [...code.matchAll(/^ *\/\/ (node_modules\/(?:@[^/\n]+\/)?[^/\n]+)\//gm)].map(([, path]) => path);

const sha512 = (integrity) =>
  Buffer.from(integrity.replace("sha512-", ""), "base64").toString("hex");

/** The SBOM of the tarball, made when it was packed. */
export const billOfMaterials = [
  {
    name: "bill of materials: every package that is installed or bundled, with the hash of the lock file",
    prove({ files, installed, manifest }) {
      const read = (file) => readFileSync(join(installed, file), "utf8");
      const bom = JSON.parse(read("sbom.cdx.json"));
      const { name, version } = bom.metadata.component;
      assert.deepEqual(
        [bom.bomFormat, name, version],
        ["CycloneDX", manifest.name, manifest.version],
      );

      const bundled = files
        .filter((file) => file.startsWith("dist/"))
        .map(read)
        .flatMap(bundledIn);
      const paths = new Set([...installedWith(), ...bundled]);
      assert.deepEqual(
        bom.components.map((one) => `${one.name}@${one.version} ${one.hashes[0].content}`).sort(),
        [...paths]
          .map((path) => [path.split("node_modules/").at(-1), packages[path]])
          .map(([id, locked]) => `${id}@${locked.version} ${sha512(locked.integrity)}`)
          .sort(),
      );
      return `${bom.components.length} packages`;
    },
  },
  {
    name: "bill of materials: no dependency that it does not list, no time and no serial number",
    prove({ installed }) {
      const bom = JSON.parse(readFileSync(join(installed, "sbom.cdx.json"), "utf8"));
      const refs = bom.components.map((one) => one["bom-ref"]);
      const [self, ...others] = bom.dependencies.toSorted(({ ref }) =>
        refs.includes(ref) ? 1 : -1,
      );
      assert.deepEqual(self.dependsOn.toSorted(), refs.toSorted());
      assert.deepEqual(others.map(({ ref }) => ref).sort(), refs.toSorted());
      assert.deepEqual([bom.serialNumber, bom.metadata.timestamp], [undefined, undefined]);
    },
  },
];
