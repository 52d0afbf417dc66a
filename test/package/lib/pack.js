import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./paths.js";
import { run } from "./run.js";

/**
 * Packs the project, which builds it, and its conformance kit; then installs both tarballs in an empty project outside the
 * repository. Of each package, `tarball` is its path, `files` the paths it holds, `installed` its folder; `consumer` is
 * the project that installed them.
 */
export async function pack() {
  const consumer = mkdtempSync(join(tmpdir(), "forfait-mt-"));
  const library = await packFolder(root, consumer);
  const conformance = await packFolder(join(root, "fixtures", "conformance"), consumer);
  writeFileSync(join(consumer, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const tarballs = [library.tarball, conformance.tarball];
  await run("npm", ["install", "--no-audit", "--no-fund", ...tarballs], { cwd: consumer });
  return {
    ...installedIn(consumer, library),
    conformance: installedIn(consumer, conformance),
    consumer,
    remove: () => rmSync(consumer, { recursive: true, force: true }),
  };
}

async function packFolder(folder, destination) {
  const args = ["pack", "--json", "--silent", "--pack-destination", destination];
  const [{ name, filename, files }] = JSON.parse(await run("npm", args, { cwd: folder }));
  return { name, tarball: join(destination, filename), files: files.map(({ path }) => path) };
}

function installedIn(consumer, packed) {
  const installed = join(consumer, "node_modules", packed.name);
  const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  return { ...packed, installed, manifest };
}
