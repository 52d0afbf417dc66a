import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { openChromium } from "../lib/chromium.js";
import { root } from "../lib/paths.js";
import { run } from "../lib/run.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const NARROW = 320;

const example = join(root, "fixtures/example");
const files = [
  join(example, "patients.csv"),
  "--physicians",
  join(example, "physicians.csv"),
  "--year",
  "2026",
];

/** Pages of the bundled example, and the most sheets of A4 that each may take. */
const documents = [
  { name: "a statement", call: ["compute", ...files, "--physician", "A"], sheets: 1 },
  { name: "two statements", call: ["compute", ...files], sheets: 3 },
  {
    name: "a simulation",
    call: ["compute", ...files, "--physician", "A", "--set", "base.80+.amount=60.50"],
    sheets: 2,
  },
  {
    name: "a dashboard",
    call: ["dashboard", ...files, "--as-of", "2026-11-15", "--physician", "A", "--patient", "A-2"],
    sheets: 1,
  },
  { name: "open questions", call: ["readings", ...files, "--physician", "A"], sheets: 1 },
];

async function pageOf({ consumer, installed }, { name, call }, locale) {
  const file = join(consumer, `${name.replaceAll(" ", "-")}-${locale}.html`);
  const command = join(installed, "dist/cli.cjs");
  const args = [command, ...call, "--format", "html", "--locale", locale];
  writeFileSync(file, await run(process.execPath, args));
  return `file://${file}`;
}

const widthOf = (tab) => tab.evaluate(() => document.documentElement.scrollWidth);

const openAll = (tab) =>
  tab.evaluate(() => {
    for (const one of document.querySelectorAll("details")) one.open = true;
  });

/** @returns names of the rules that a page breaks */
async function violations(browser, address, colorScheme) {
  const tab = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 800 } });
  await tab.goto(address);
  await openAll(tab);
  await tab.evaluate(AXE);
  const { violations: found, passes } = await tab.evaluate(
    (tags) => globalThis.axe.run(document, { runOnly: tags }),
    TAGS,
  );
  await tab.close();
  assert.ok(passes.length > 10, "axe tried rules");
  return found.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
}

/** What a reader meets on a phone, in the dark and on paper. */
export const documentsInChromium = documents.flatMap((one) =>
  ["fr", "en"].map((locale) => ({
    name: `page: ${one.name}, ${locale}`,
    async prove(packed) {
      const address = await pageOf(packed, one, locale);
      const browser = await openChromium();
      try {
        assert.deepEqual(await violations(browser, address, "light"), []);
        assert.deepEqual(await violations(browser, address, "dark"), []);
        const tab = await browser.newPage({ viewport: { width: NARROW, height: 640 } });
        await tab.goto(address);
        assert.ok((await widthOf(tab)) <= NARROW, "wider than the screen");
        const pdf = (await tab.pdf({ preferCSSPageSize: true })).toString("latin1");
        const sheets = pdf.match(/\/Type\s*\/Page\b/g).length;
        assert.ok(sheets <= one.sheets, `${sheets} sheets of ${one.sheets}`);
        await openAll(tab);
        assert.ok((await widthOf(tab)) <= NARROW, "wider than the screen, with its details");
      } finally {
        await browser.close();
      }
    },
  })),
);
