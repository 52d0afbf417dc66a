import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { getQuickJS } from "quickjs-emscripten";
import { answersOf, checkAnswers } from "../lib/golden.js";

const missing = `JSON.stringify(["Intl", "TextDecoder", "URL", "structuredClone", "console"].filter((name) => name in globalThis))`;

/** The one file with a global. */
export const script = [
  {
    name: "QuickJS: one file, no modules, no Intl, no TextDecoder",
    async prove({ installed }) {
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
        evaluate(readFileSync(join(installed, "dist", "index.iife.js"), "utf8"));
        checkAnswers(evaluate(answersOf("ForfaitMT")));
      } finally {
        context.dispose();
      }
    },
  },
];
