/**
 * Draws the plots of docs/pricing-a-reform.md and docs/chiffrer-une-reforme.md: `npm install --prefix test/plots`, then
 * `npx tsx test/plots/make.js`. What they show is what the page computes, on the same synthetic country.
 */
import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { compareSchedules, population, sensitivity } from "../../src/index.ts";

const { document } = parseHTML("<html><body></body></html>");
const year = 2026;
const panels = population({ physicians: 300, seed: 7, year }).panels();

const texts = {
  en: {
    change: "Change in EUR a year",
    physicians: "Physicians",
    cost: "Cost of one euro more, in thousand EUR a year",
  },
  fr: {
    change: "Écart en euros par an",
    physicians: "Médecins",
    cost: "Coût d'un euro de plus, en milliers d'euros par an",
  },
};

const changes = compareSchedules(panels, { year, a: "fr.fpmt.2024", b: "fr.fmt.2026" });
const raised = sensitivity(panels, { year })
  .results.map(({ values, change }) => ({
    path: Object.keys(values)[0].replace(/\.amount$/, ""),
    isAmount: Object.keys(values)[0].endsWith(".amount"),
    cost: Number(change) / 1000,
  }))
  .filter(({ isAmount, cost }) => isAmount && cost > 0);

for (const locale of ["en", "fr"]) {
  const words = texts[locale];
  const format = (value) => value.toLocaleString(locale);
  save(`reform-physicians-${locale}`, {
    document,
    width: 640,
    height: 320,
    marginBottom: 50,
    marginRight: 30,
    x: { label: `${words.change} →`, labelOffset: 42, tickFormat: format },
    y: { label: `↑ ${words.physicians}`, grid: true },
    marks: [
      Plot.rectY(
        changes.physicianRows(),
        Plot.binX({ y: "count" }, { x: "change", fill: "#31688e", thresholds: 30 }),
      ),
      Plot.ruleY([0]),
    ],
  });
  save(`reform-amounts-${locale}`, {
    document,
    width: 640,
    height: 260,
    marginLeft: 110,
    marginBottom: 50,
    x: { label: `${words.cost} →`, labelOffset: 42, grid: true, tickFormat: format },
    y: { label: null },
    marks: [
      Plot.barX(raised, { x: "cost", y: "path", fill: "#31688e", sort: { y: "-x" } }),
      Plot.ruleX([0]),
    ],
  });
}

function save(name, options) {
  const svg = Plot.plot(options);
  svg.setAttribute("style", "background: white; font: 12px system-ui, sans-serif");
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const file = join(import.meta.dirname, "../../docs/images", `${name}.svg`);
  writeFileSync(file, `${svg.outerHTML}\n`);
}
