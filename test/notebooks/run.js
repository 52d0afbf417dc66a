/** Runs the notebooks of docs/notebooks anew, on the package that was built, and keeps their outputs. Needs python3 and PyPI. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { root } from "../package/lib/paths.js";
import { run } from "../package/lib/run.js";

const notebooks = join(root, "docs", "notebooks");
const environment = join(root, "node_modules", ".notebooks");
const bin = join(environment, "bin");
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };

if (!existsSync(join(bin, "jupyter-execute"))) {
  await run("python3", ["-m", "venv", "--clear", environment]);
  const wanted = join(import.meta.dirname, "requirements.txt");
  await run(join(bin, "python"), ["-m", "pip", "install", "-q", "-r", wanted]);
}
const kernel = join(environment, "share", "jupyter", "kernels", "deno");
mkdirSync(kernel, { recursive: true });
const argv = [join(bin, "deno"), "jupyter", "--kernel", "--conn", "{connection_file}"];
writeFileSync(
  join(kernel, "kernel.json"),
  JSON.stringify({ argv, display_name: "Deno", language: "typescript" }),
);

const folder = mkdtempSync(join(tmpdir(), "forfait-mt-notebooks-"));
try {
  const name = "forfait-medecin-traitant";
  mkdirSync(join(folder, "node_modules", ".bin"), { recursive: true });
  symlinkSync(root, join(folder, "node_modules", name));
  symlinkSync(join(root, "dist", "cli.cjs"), join(folder, "node_modules", ".bin", name));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ dependencies: { [name]: "*" } }));
  writeFileSync(join(folder, "deno.json"), JSON.stringify({ nodeModulesDir: "manual" }));
  for (const file of ["patients.csv", "physicians.csv"])
    cpSync(join(root, "fixtures", "example", file), join(folder, file));
  for (const notebook of readdirSync(notebooks).filter((file) => file.endsWith(".ipynb"))) {
    cpSync(join(notebooks, notebook), join(folder, notebook));
    await run(join(bin, "jupyter-execute"), ["--inplace", notebook], { cwd: folder, env });
    cpSync(join(folder, notebook), join(notebooks, notebook));
  }
} finally {
  rmSync(folder, { recursive: true });
}
