import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Installs a version of Spark from PyPI, whose files must have the hashes that are written down.
 * @param version `3.5` or `4`: the exact one is in `spark/VERSION.txt`
 * @param folder where to; SPARK_ENVIRONMENTS, if set, is another one, which is kept
 * @returns the path of its python
 */
export function installSpark(version: string, folder: string): string {
  const environment = join(process.env["SPARK_ENVIRONMENTS"] ?? folder, version);
  const python = join(environment, "bin/python");
  const done = join(environment, "installed");
  if (existsSync(done)) return python;
  execFileSync("python3", ["-m", "venv", environment]);
  const requirements = join(import.meta.dirname, "spark", `${version}.txt`);
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-cache-dir"];
  execFileSync(python, [...pip, "--require-hashes", "-r", requirements], { stdio: "inherit" });
  writeFileSync(done, "");
  return python;
}
