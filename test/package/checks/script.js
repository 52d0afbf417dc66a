import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { getQuickJS } from "quickjs-emscripten";
import { evaluateAll } from "../lib/engine-files.js";
import { proveEngine } from "../lib/engine-proof.js";
import { beyond2020 } from "../lib/old-script.js";
import { here } from "../lib/paths.js";
import { python } from "../lib/python.js";

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

/** An engine that comes as a package of Python. */
const pythonEngine = (name, version, oneIn) => ({
  name: `${name} ${version} of Python: the golden answers and vectors`,
  async prove(packed) {
    const args = ["-B", join(here, "programs", "engine.py"), name];
    const program = await python();
    const evaluate = (codes) => evaluateAll(program, args, codes);
    return proveEngine(evaluate, globalFile(packed), packed.conformance, oneIn);
  },
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
        const before = process.cpuUsage();
        const result = context.evalCode(code, "index.iife.js", { type: "global" });
        const value = context.dump(result.error ?? result.value);
        result.dispose();
        if (result.error) throw new Error(`${value.name}: ${value.message}\n${value.stack}`);
        return { ms: Math.round(process.cpuUsage(before).user / 1000), value };
      };
      try {
        assert.equal(evaluate(missing).value, "[]");
        return await proveEngine(
          (codes) => codes.map(evaluate),
          globalFile(packed),
          packed.conformance,
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
