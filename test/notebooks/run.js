/**
 * Runs the notebooks of docs/notebooks anew, on the package that was built, and keeps their
 * outputs; tells the processor time of each. Needs python3, PyPI and npm. `-- NAME NAME` runs
 * these only; `-- --check NAME` keeps nothing, and fails where outputs differ from those kept.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { root } from "../package/lib/paths.js";
import { run } from "../package/lib/run.js";

const given = process.argv.slice(2);
const isCheck = given.includes("--check");
const names = given.filter((word) => word !== "--check");

const notebooks = join(root, "docs", "notebooks");
const environment = join(root, "node_modules", ".notebooks");
const bin = join(environment, "bin");
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };
const execute = join(import.meta.dirname, "execute.py");
const plots = join(import.meta.dirname, "node_modules");

/** Makes the virtual environment anew where what it is to hold has changed. */
async function prepare() {
  const wanted = join(import.meta.dirname, "requirements.txt");
  const made = join(environment, "requirements.txt");
  const isMade = existsSync(made) && readFileSync(made, "utf8") === readFileSync(wanted, "utf8");
  if (!isMade) {
    await run("python3", ["-m", "venv", "--clear", environment]);
    await run(join(bin, "python"), ["-m", "pip", "install", "-q", "-r", wanted]);
    cpSync(wanted, made);
  }
  if (!existsSync(plots)) await run("npm", ["ci", "--silent", "--prefix", import.meta.dirname]);
  const kernel = join(environment, "share", "jupyter", "kernels", "deno");
  mkdirSync(kernel, { recursive: true });
  const argv = [join(bin, "deno"), "jupyter", "--kernel", "--conn", "{connection_file}"];
  writeFileSync(
    join(kernel, "kernel.json"),
    JSON.stringify({ argv, display_name: "Deno", language: "typescript" }),
  );
}

/** A folder as a reader of the pages would have it: the package installed, the example beside. */
function fill(folder) {
  const name = "forfait-medecin-traitant";
  mkdirSync(join(folder, "node_modules", ".bin"), { recursive: true });
  for (const entry of readdirSync(plots).filter((one) => !one.startsWith(".")))
    symlinkSync(join(plots, entry), join(folder, "node_modules", entry));
  symlinkSync(root, join(folder, "node_modules", name));
  symlinkSync(join(root, "dist", "cli.cjs"), join(folder, "node_modules", ".bin", name));
  const { dependencies } = JSON.parse(readFileSync(join(import.meta.dirname, "package.json")));
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ dependencies: { ...dependencies, [name]: "*" } }),
  );
  writeFileSync(join(folder, "deno.json"), JSON.stringify({ nodeModulesDir: "manual" }));
  for (const file of ["patients.csv", "physicians.csv"])
    cpSync(join(root, "fixtures", "example", file), join(folder, file));
}

/** A notebook without what changes from run to run: times, and the version of the kernel. */
function lasting(text) {
  const notebook = JSON.parse(text);
  delete notebook.metadata.language_info?.version;
  for (const cell of notebook.cells) delete cell.metadata.execution;
  return `${JSON.stringify(notebook, null, 1)}\n`;
}

await prepare();
const folder = mkdtempSync(join(tmpdir(), "forfait-mt-notebooks-"));
const stale = [];
try {
  fill(folder);
  const all = readdirSync(notebooks).filter((file) => file.endsWith(".ipynb"));
  for (const notebook of all.filter(
    (file) => names.length === 0 || names.some((name) => file === `${name}.ipynb`),
  )) {
    cpSync(join(notebooks, notebook), join(folder, notebook));
    const told = await run(join(bin, "python"), [execute, notebook], { cwd: folder, env });
    console.log(told.trimEnd());
    const text = lasting(readFileSync(join(folder, notebook), "utf8"));
    if (!isCheck) writeFileSync(join(notebooks, notebook), text);
    else if (text !== readFileSync(join(notebooks, notebook), "utf8")) stale.push(notebook);
  }
} finally {
  rmSync(folder, { recursive: true });
}
if (stale.length > 0) {
  console.error(`not current (npm run notebooks): ${stale.join(", ")}`);
  process.exitCode = 1;
}
