/** The global file in engines of a stock JDK, whose jars come from Maven Central. */
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { evaluateAll } from "../package/lib/engine-files.js";
import { proveEngine } from "../package/lib/engine-proof.js";
import { root } from "../package/lib/paths.js";
import { prove } from "../package/lib/prove.js";
import { run } from "../package/lib/run.js";
import { installTools } from "../package/lib/tools.js";
import { blocks } from "../package/lib/blocks.js";

const folder = join(root, "test", "engines", "java");
const kit = { installed: join(root, "fixtures", "conformance") };
const globalFile = join(root, "dist", "index.iife.js");

let fetched;

/** The jars of pom.xml, from Maven Central unless they are there; checks share them. */
function jars() {
  return (fetched ??= fetchJars());
}

async function fetchJars() {
  const target = join(folder, "target");
  const done = join(target, "complete");
  const pom = join(folder, "pom.xml");
  if (!existsSync(done) || statSync(done).mtimeMs < statSync(pom).mtimeMs) {
    await run("mvn", [
      "-q",
      "-B",
      "-f",
      pom,
      "dependency:copy-dependencies",
      `-DoutputDirectory=${target}`,
    ]);
    writeFileSync(done, "");
  }
  return join(target, "*");
}

const engine = (name, title, oneIn) => ({
  name: `${title}: the golden answers and vectors`,
  async prove() {
    const args = ["-cp", await jars(), join(folder, "Engine.java"), name];
    const evaluate = (codes) => evaluateAll("java", args, codes);
    return proveEngine(evaluate, readFileSync(globalFile, "utf8"), kit, oneIn);
  },
});

/** The programs of the page, as they stand there. */
const recipe = {
  name: "the Java of docs/embedding.md",
  async prove() {
    const programs = blocks("docs/embedding.md", "java");
    assert.equal(programs.length, 2);
    const scratch = mkdtempSync(join(tmpdir(), "forfait-mt-java-"));
    try {
      writeFileSync(join(scratch, "index.iife.js"), readFileSync(globalFile));
      for (const program of programs) {
        writeFileSync(join(scratch, "Statement.java"), program);
        const answer = await run("java", ["-cp", await jars(), "Statement.java"], { cwd: scratch });
        assert.equal(
          JSON.parse(answer).ok.total,
          (105 + 105 * (0.1 + 0.1) + 10 + 2 * 5).toFixed(2),
        );
      }
    } finally {
      rmSync(scratch, { recursive: true });
    }
  },
};

await installTools();
const { failed } = await prove([
  engine("graal", "GraalJS 24.1.2 on a stock JDK", 8),
  engine("javet", "Javet 4.1.1, V8 without ICU", 1),
  recipe,
]);
process.exitCode = failed > 0 ? 1 : 0;
