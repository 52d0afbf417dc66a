import assert from "node:assert/strict";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { blocks, filesOf } from "../lib/blocks.js";
import { openChromium } from "../lib/chromium.js";
import { here, root, tool } from "../lib/paths.js";
import { python } from "../lib/python.js";
import { run } from "../lib/run.js";
import { serve } from "../lib/serve.js";

/** The bundler of the project, not that of a tool. */
const { build } = createRequire(join(root, "package.json"))("esbuild");

const COOKBOOK = "docs/cookbook.md";
const files = filesOf(COOKBOOK);

/** Base of two patients, uplifts of the base, C2S, two actions. */
const TOTAL = (105 + 105 * (0.1 + 0.1) + 10 + 2 * 5).toFixed(2);
const input = {
  physician: { zone: "ZIP", age: 70 },
  patients: [
    { age: 82, ald: true, c2s: true, prevention: ["flu", "covid"] },
    { age: 40, ald: false, c2s: false },
  ],
};

function write({ consumer }, ...names) {
  for (const name of names) writeFileSync(join(consumer, name), files[name]);
}

/** What a program prints, and what its own comment `//=> …` says that it prints. */
const program = (name, node) => ({
  name: `recipe: ${name}`,
  async prove(packed) {
    write(packed, name);
    const printed = await run(tool(`node-${node}`, "bin", "node"), [name], {
      cwd: packed.consumer,
    });
    assert.equal(printed.trim(), / *\/\/=> (.*)/.exec(files[name])[1]);
  },
});

/** The recipes, as they stand in the pages. */
export const recipes = [
  program("sqlite.mjs", 24),
  program("threads.mjs", 20),
  {
    name: "recipe: a Worker in Chromium, under the strict Content-Security-Policy",
    async prove(packed) {
      write(packed, "page.js", "worker.js");
      const [html] = blocks(COOKBOOK, "html");
      const [policy] = blocks(COOKBOOK, "http");
      const [name, value] = policy.trim().split(": ");
      const [server, chromium] = await Promise.all([
        serve(packed.consumer, { "/page": { html, headers: { [name]: value } } }),
        openChromium(),
      ]);
      try {
        const tab = await chromium.newPage();
        const complaints = [];
        tab.on("console", (message) => complaints.push(message.text()));
        tab.on("pageerror", (error) => complaints.push(error.message));
        await tab.goto(`${server.address}/page`);
        const told = tab.locator("output", { hasText: /./ });
        await told.waitFor();
        assert.equal(await told.textContent(), (100 + 5).toFixed(2));
        assert.deepEqual(complaints, []);
      } finally {
        await chromium.close();
        server.close();
      }
    },
  },
  {
    name: "recipe: pages without a bundler in Chromium, one served and one from disk",
    async prove(packed) {
      const [, served, onDisk] = blocks(COOKBOOK, "html");
      for (const file of ["browser.js", "index.iife.js"])
        cpSync(join(packed.installed, "dist", file), join(packed.consumer, file));
      writeFileSync(join(packed.consumer, "disk.html"), onDisk);
      const [server, chromium] = await Promise.all([
        serve(packed.consumer, { "/page": { html: served } }),
        openChromium(),
      ]);
      try {
        const tab = await chromium.newPage();
        for (const address of [
          `${server.address}/page`,
          pathToFileURL(join(packed.consumer, "disk.html")).href,
        ]) {
          await tab.goto(address);
          const told = tab.locator("output", { hasText: /./ });
          await told.waitFor();
          assert.equal(await told.textContent(), (100 + 5).toFixed(2));
        }
        await tab.goto(`${server.address}/page`);
        const loaded = await tab.evaluate(async (url) => {
          const forfait = await import(url);
          const country = forfait.population({ physicians: 2, seed: 1, year: 2026 });
          return [...country.panels().patients];
        }, `${server.address}/browser.js`);
        assert.equal(loaded.length, 2);
      } finally {
        await chromium.close();
        server.close();
      }
    },
  },
  {
    name: "recipe: React",
    async prove(packed) {
      const folder = join(packed.consumer, "react");
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "statement.jsx"), files["statement.jsx"]);
      writeFileSync(
        join(folder, "render.js"),
        `import { createElement } from "react";
         import { renderToStaticMarkup } from "react-dom/server";
         import { Statement } from "./statement.jsx";
         const props = { input: ${JSON.stringify(input)}, year: 2026 };
         console.log(renderToStaticMarkup(createElement(Statement, props)));`,
      );
      await build({
        entryPoints: [join(folder, "render.js")],
        outfile: join(folder, "rendered.cjs"),
        bundle: true,
        platform: "node",
        jsx: "automatic",
        nodePaths: [join(here, "node_modules")],
        logLevel: "error",
      });
      const html = await run(process.execPath, [join(folder, "rendered.cjs")]);
      assert.match(
        html,
        /<tr><th scope="row">Socle\u00a0: ALD, 80 ans et plus<\/th><td>100\.00<\/td><\/tr>/,
      );
      assert.ok(html.includes(`<td>${TOTAL}</td></tr></tfoot>`), html);
    },
  },
  {
    name: "recipe: the Python of docs/embedding.md",
    async prove({ consumer, installed }) {
      const folder = join(consumer, "python");
      mkdirSync(folder, { recursive: true });
      cpSync(join(installed, "dist", "index.iife.js"), join(folder, "index.iife.js"));
      const [code] = blocks("docs/embedding.md", "py");
      for (const one of [code, withQuickjs(code)]) {
        writeFileSync(join(folder, "statement.py"), one);
        const printed = await run(await python(), ["-B", "statement.py"], { cwd: folder });
        assert.equal(printed.trim(), TOTAL);
      }
    },
  },
];

/** The program with the other engine, as its comment says. */
function withQuickjs(code) {
  const changed = code
    .replace(/^from py_mini_racer.*$/m, "import quickjs")
    .replace("MiniRacer()", "quickjs.Context()")
    .replace("engine.close()", "");
  assert.doesNotMatch(changed, /MiniRacer/);
  return changed;
}
