import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkAnswers, checkEntries, entryPrograms, programs } from "../lib/golden.js";
import { tool } from "../lib/paths.js";
import * as synthetic from "../lib/population.js";
import { run } from "../lib/run.js";

const LIST = "age,ald,c2s\n82,oui,non\n40,non,non\n";

/** Writes the golden programs and a list next to the installed package. */
function write({ consumer }) {
  for (const [file, text] of Object.entries({
    ...programs,
    ...entryPrograms,
    "list.csv": LIST,
    "population.mjs": synthetic.populationProgram,
  }))
    writeFileSync(join(consumer, file), text);
}

const node = (version) => ({
  name: `Node ${version}: ESM, CommonJS, entries between each other and the command`,
  async prove(packed) {
    write(packed);
    const program = tool(`node-${version}`, "bin", "node");
    const answer = (...args) => run(program, args, { cwd: packed.consumer });
    const command = join(packed.installed, packed.manifest.bin["forfait-medecin-traitant"]);
    checkAnswers(await answer("golden.mjs"));
    checkAnswers(await answer("golden.cjs"));
    for (const file of Object.keys(entryPrograms)) checkEntries(await answer(file));
    assert.equal((await answer(command, "--version")).trim(), packed.manifest.version);
    const [statement] = JSON.parse(
      await answer(command, "compute", "list.csv", "--year", "2026", "--format", "json"),
    ).statements;
    assert.equal(statement.total, (100 + 5).toFixed(2));
    assert.equal((await answer("population.mjs")).trim(), synthetic.populationDigest);
    const csv = await answer(command, ...synthetic.populationCommand);
    assert.equal(createHash("sha256").update(csv).digest("hex"), synthetic.populationCsvDigest);
    return (await answer("--version")).trim();
  },
});

/** Engines that install the package. */
export const engines = [
  ...[20, 22, 24, 26].map(node),
  {
    name: "Deno",
    async prove(packed) {
      write(packed);
      const env = {
        ...process.env,
        DENO_DIR: join(packed.consumer, ".deno"),
        DENO_NO_UPDATE_CHECK: "1",
      };
      const args = [
        "run",
        "--no-prompt",
        "--no-remote",
        `--allow-read=${packed.consumer}`,
        "golden.mjs",
      ];
      checkAnswers(
        await run(tool("@deno", "linux-x64-glibc", "deno"), args, { cwd: packed.consumer, env }),
      );
    },
  },
  {
    name: "works without its optional peers",
    async prove(packed) {
      write(packed);
      const peers = Object.keys(packed.manifest.peerDependencies);
      assert.deepEqual(
        peers.filter((peer) => existsSync(join(packed.consumer, "node_modules", peer))),
        [],
      );
      checkAnswers(await run(process.execPath, ["golden.mjs"], { cwd: packed.consumer }));
      return `${peers.join(", ")} not installed`;
    },
  },
];
