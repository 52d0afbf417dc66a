import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./paths.js";
import { run } from "./run.js";

/**
 * Builds and packs the project, then installs the tarball in an empty project of its own, outside the repository.
 * `tarball`: its path; `files`: the paths it holds; `consumer`: the project that installed it; `installed`: the package there.
 */
export async function pack() {
  await run("npm", ["run", "build"], { cwd: root });
  const folder = mkdtempSync(join(tmpdir(), "forfait-mt-"));
  const [{ filename, files }] = JSON.parse(
    await run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], {
      cwd: root,
    }),
  );
  const tarball = join(folder, filename);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await run("npm", ["install", "--no-audit", "--no-fund", tarball], { cwd: folder });
  const installed = join(folder, "node_modules", "forfait-medecin-traitant");
  return {
    tarball,
    files: files.map(({ path }) => path),
    consumer: folder,
    installed,
    manifest: JSON.parse(readFileSync(join(installed, "package.json"), "utf8")),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
