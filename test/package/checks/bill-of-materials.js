import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../lib/paths.js";

const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));

/** Packages that npm installs with this one, by the lock file. */
const installedWith = () =>
  Object.entries(packages)
    .filter(([path, { dev, devOptional, peer }]) => path !== "" && !dev && !devOptional && !peer)
    .map(([path]) => path);

/** Packages whose code was copied into a file of dist: esbuild writes a comment where each begins, unless it minifies. */
const bundledIn = (code) =>
  [...code.matchAll(/^ *\/\/ (node_modules\/(?:@[^/\n]+\/)?[^/\n]+)\//gm)].map(([, path]) => path);

/** Packages that the sources import by name, but for optional peers: what the minified command holds. */
function importedBySources({ peerDependencies }) {
  const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" });
  return sources
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => [
      ...readFileSync(join(root, "src", file), "utf8").matchAll(
        /^(?! *\*).*(?:from |import\()"((?:@[^/"]+\/)?[a-z][\w.-]*)(?:\/[^"]*)?"/gm,
      ),
    ])
    .map(([, name]) => name)
    .filter((name) => !Object.hasOwn(peerDependencies, name))
    .map((name) => `node_modules/${name}`);
}

/** Packages, and those that they depend on, by the lock file. */
function withTheirs(paths) {
  const all = new Set(paths);
  for (const path of all)
    for (const name of Object.keys(packages[path].dependencies ?? {}))
      all.add(`node_modules/${name}`);
  return all;
}

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
      const paths = withTheirs([...installedWith(), ...bundled, ...importedBySources(manifest)]);
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
      const used = new Set(bom.dependencies.flatMap(({ dependsOn }) => dependsOn));
      const users = bom.dependencies.map(({ ref }) => ref).filter((ref) => refs.includes(ref));
      assert.deepEqual([...used].sort(), refs.toSorted());
      assert.deepEqual(users.sort(), refs.toSorted());
      assert.deepEqual([bom.serialNumber, bom.metadata.timestamp], [undefined, undefined]);
    },
  },
  {
    name: "bill of materials: nothing is installed with the library, and what is bundled has its licence beside it",
    prove({ installed, manifest }) {
      assert.equal(manifest.dependencies, undefined);
      const { components } = JSON.parse(readFileSync(join(installed, "sbom.cdx.json"), "utf8"));
      const licences = readFileSync(join(installed, "dist", "THIRD-PARTY-LICENCES.txt"), "utf8");
      for (const { name, version } of components) {
        const folder = join(root, "node_modules", name);
        const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
        const licence = readFileSync(join(folder, file), "utf8").trim();
        assert.ok(licences.includes(`\n${name}@${version}\n\n${licence}\n`), name);
      }
      assert.ok(components.length > 0);
    },
  },
];
