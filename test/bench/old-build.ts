import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";

/**
 * Builds an older commit in a folder.
 * @returns its `dist`; undefined, and a message, if this clone has no such commit
 */
export function buildOld(commit: string, folder: string): string | undefined {
  const hasCommit =
    spawnSync("git", ["cat-file", "-e", `${commit}^{commit}`], { stdio: "ignore" }).status === 0;
  if (!hasCommit) {
    console.log(
      `Skipped: this clone has no commit ${commit}; "git fetch --unshallow" brings older ones.`,
    );
    return undefined;
  }
  const archive = join(folder, "old.tar");
  const run = (program: string, ...args: string[]): void => {
    execFileSync(program, args, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  };
  execFileSync("git", ["archive", "--output", archive, commit]);
  run("tar", "-xf", archive);
  run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
  run("npm", "run", "--silent", "build");
  return join(folder, "dist");
}
