import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { getQuickJS } from "quickjs-emscripten";
import { answersOf, checkAnswers } from "../lib/golden.js";
import { beyond2020 } from "../lib/old-script.js";
import { here } from "../lib/paths.js";
import { python } from "../lib/python.js";
import { vectorFiles, vectorsScript } from "../lib/vectors.js";

const missing = `JSON.stringify(["Intl", "TextDecoder", "TextEncoder", "URL", "structuredClone", "console"].filter((name) => name in globalThis))`;

/** What the file names beyond ES2020, and who asks for it. */
const allowed = {
  crypto: "random numbers of decimal.js, behind typeof; nobody draws one",
  TextDecoder: "texts of Arrow vectors",
};

const globalFile = ({ installed }) =>
  readFileSync(join(installed, "dist", "index.iife.js"), "utf8");

/** One vector in eight is enough of an interpreter, which takes minutes for all. */
const EIGHTH = 8;

/** Golden answers, then one vector in so many, in an engine; `evaluate` runs expressions and gives their texts. */
async function checkIn(evaluate, { conformance, ...packed }, oneIn) {
  const files = vectorFiles(conformance, oneIn);
  const [answers, ...failures] = await evaluate(
    [globalFile(packed), await vectorsScript()],
    [answersOf("ForfaitMT"), ...files.map((text) => `Vectors.failures(${JSON.stringify(text)})`)],
  );
  checkAnswers(answers);
  assert.deepEqual(
    failures.flatMap((json) => JSON.parse(json)),
    [],
  );
  return `${files.reduce((sum, text) => sum + text.trim().split("\n").length, 0)} vectors`;
}

/** An engine that comes as a package of Python. */
const pythonEngine = (name, version, oneIn) => ({
  name: `${name} ${version} of Python: the golden answers and vectors`,
  prove: (packed) =>
    checkIn(
      async (scripts, expressions) => {
        const { stdout, stderr } = spawnSync(
          await python(),
          ["-B", join(here, "programs", "engine.py"), name],
          {
            input: JSON.stringify({ scripts, expressions }),
            encoding: "utf8",
            maxBuffer: 64 << 20,
          },
        );
        if (stderr) throw new Error(stderr);
        return JSON.parse(stdout);
      },
      packed,
      oneIn,
    ),
});

/** The one file with a global. */
export const script = [
  {
    name: "the global file asks for nothing beyond ES2020, nor for ICU",
    prove: (packed) => assert.deepEqual(beyond2020(globalFile(packed), Object.keys(allowed)), []),
  },
  {
    name: "QuickJS: one file, no modules, no Intl, no TextDecoder",
    async prove(packed) {
      const context = (await getQuickJS()).newContext();
      const evaluate = (code) => {
        const result = context.evalCode(code, "index.iife.js", { type: "global" });
        const value = context.dump(result.error ?? result.value);
        result.dispose();
        if (result.error) throw new Error(`${value.name}: ${value.message}\n${value.stack}`);
        return value;
      };
      try {
        assert.equal(evaluate(missing), "[]");
        return await checkIn(
          (scripts, expressions) => {
            scripts.forEach(evaluate);
            return expressions.map(evaluate);
          },
          packed,
          EIGHTH,
        );
      } finally {
        context.dispose();
      }
    },
  },
  pythonEngine("quickjs", "1.19.4", EIGHTH),
  pythonEngine("mini-racer", "0.14.1", 1),
];
