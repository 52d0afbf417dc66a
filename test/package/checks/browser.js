import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { openChromium } from "../lib/chromium.js";
import { answersOf, checkAnswers } from "../lib/golden.js";
import { run } from "../lib/run.js";
import { serve } from "../lib/serve.js";

const NAME = "forfait-medecin-traitant";
const SCRIPT = `node_modules/${NAME}/dist/index.iife.js`;
const page = (body) =>
  `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>proof</title>${body}`;

/** Where a page finds the package and each of its dependencies, as Node would resolve them. */
async function importMap({ consumer, installed, files }) {
  const modules = files.filter((file) => /^dist\/(index|chunk-\w+)\.js$/.test(file));
  const code = modules.map((file) => readFileSync(join(installed, file), "utf8")).join("\n");
  const names = [
    NAME,
    ...new Set([...code.matchAll(/^import .* from "([^".][^"]*)";$/gm)].map(([, name]) => name)),
  ];
  const program = `console.log(JSON.stringify(${JSON.stringify(names)}.map((name) => import.meta.resolve(name))))`;
  const found = JSON.parse(
    await run(process.execPath, ["--input-type=module", "--eval", program], { cwd: consumer }),
  );
  const imports = Object.fromEntries(
    found.map((url, index) => [names[index], `/${relative(consumer, fileURLToPath(url))}`]),
  );
  return JSON.stringify({ imports });
}

async function pages(packed) {
  const modules = `<script type="importmap">${await importMap(packed)}</script>
    <script type="module">import * as library from "${NAME}"; window.answers = ${answersOf("library")};</script>`;
  return {
    "/modules": { html: page(modules) },
    "/script": {
      html: page(
        `<script src="/${SCRIPT}"></script><script>window.answers = ${answersOf("ForfaitMT")};</script>`,
      ),
    },
    "/strict": {
      html: page(`<script src="/${SCRIPT}"></script>`),
      headers: { "content-security-policy": "default-src 'self'" },
    },
  };
}

/** Opens a page, waits for its answers, and refuses any error on the way. */
async function open(browser, address, program = "window.answers") {
  const tab = await browser.newPage();
  const failed = new Promise((_, reject) => tab.on("pageerror", reject));
  const answered = tab
    .goto(address)
    .then(() => tab.waitForFunction(program))
    .then((answers) => answers.jsonValue());
  checkAnswers(await Promise.race([answered, failed]));
}

/** A browser page, with no bundler in between. */
export const browser = [
  {
    name: "Chromium: ES modules, the script with a global, and under a strict content security policy",
    async prove(packed) {
      const [server, chromium] = await Promise.all([
        serve(packed.consumer, await pages(packed)),
        openChromium(),
      ]);
      try {
        await open(chromium, `${server.address}/modules`);
        await open(chromium, `${server.address}/script`);
        await open(chromium, `${server.address}/strict`, answersOf("ForfaitMT"));
        return chromium.version();
      } finally {
        await chromium.close();
        server.close();
      }
    },
  },
];
