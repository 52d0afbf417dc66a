import { existsSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { here } from "./paths.js";
import { run } from "./run.js";

let made;

/** A Python whose packages are those of requirements.txt, by their hashes; checks share it. */
export function python() {
  return (made ??= make());
}

async function make() {
  const folder = join(here, "node_modules", ".python");
  const program = join(folder, "bin", "python");
  const wanted = join(here, "requirements.txt");
  const done = join(folder, "installed");
  if (existsSync(done) && statSync(done).mtimeMs >= statSync(wanted).mtimeMs) return program;
  await run("python3", ["-m", "venv", "--clear", folder]);
  const quiet = ["--quiet", "--disable-pip-version-check"];
  await run(program, [
    "-m",
    "pip",
    "install",
    ...quiet,
    "--require-hashes",
    "--only-binary=:all:",
    "-r",
    wanted,
  ]);
  writeFileSync(done, "");
  return program;
}
