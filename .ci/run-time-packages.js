import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const root = join(import.meta.dirname, "..");
const read = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));

/**
 * Packages whose code a user runs, as `name@version`: those that npm installs with this one, and those that the sources
 * import, which a build may copy into dist. Optional peers are neither: users install them if they want them.
 */
export async function runTimePackages() {
  return new Set([...installed(), ...(await imported())]);
}

/** What the lock file installs without development dependencies. */
function installed() {
  return Object.entries(read("package-lock.json").packages)
    .filter(([path, { dev, devOptional, peer }]) => path !== "" && !dev && !devOptional && !peer)
    .map(([path, { version }]) => `${path.split("node_modules/").at(-1)}@${version}`);
}

/** What a bundle of the library and of the command holds. */
async function imported() {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ["src/index.ts", "src/cli/main.ts"],
    external: Object.keys(read("package.json").peerDependencies),
    bundle: true,
    platform: "node",
    format: "esm",
    metafile: true,
    write: false,
    outdir: "dist",
  });
  const folders = Object.keys(metafile.inputs).flatMap(
    (path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [],
  );
  return [...new Set(folders)].map((folder) => {
    const { name, version } = read(join(folder, "package.json"));
    return `${name}@${version}`;
  });
}
