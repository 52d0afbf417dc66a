import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { openChromium } from "../lib/chromium.js";
import { pagesIn } from "../lib/pages.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const NARROW = 320;

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

async function proveOne(browser, address, mostSheets) {
  assert.deepEqual(await violations(browser, address, "light"), []);
  assert.deepEqual(await violations(browser, address, "dark"), []);
  const tab = await browser.newPage({ viewport: { width: NARROW, height: 640 } });
  await tab.goto(address);
  assert.ok((await widthOf(tab)) <= NARROW, "wider than the screen");
  const pdf = (await tab.pdf({ preferCSSPageSize: true })).toString("latin1");
  const sheets = pdf.match(/\/Type\s*\/Page\b/g).length;
  assert.ok(sheets <= mostSheets, `${sheets} sheets of ${mostSheets}`);
  await openAll(tab);
  assert.ok((await widthOf(tab)) <= NARROW, "wider than the screen, with its details");
  await tab.close();
}

/** What a reader of each page meets on a phone, in the dark and on paper. */
export const documentsInChromium = ["fr", "en"].map((locale) => ({
  name: `pages in Chromium, ${locale}`,
  async prove(packed) {
    const pages = await pagesIn(packed, locale);
    const browser = await openChromium();
    try {
      for (const { name, html, sheets } of pages) {
        const file = join(packed.consumer, `${name.replaceAll(" ", "-")}-${locale}.html`);
        writeFileSync(file, html);
        try {
          await proveOne(browser, `file://${file}`, sheets);
        } catch (error) {
          throw new Error(`${name}: ${error.message}`, { cause: error });
        }
      }
      return `${pages.length} pages`;
    } finally {
      await browser.close();
    }
  },
}));
