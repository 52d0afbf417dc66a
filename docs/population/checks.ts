import { computePanels, population, type Panels } from "../../src/index.ts";
import type { Check } from "./figure.ts";
import { RUN } from "./run.ts";

/** What was published of amounts, beside what the run is paid. */
export function checks(): Check[] {
  const fpmt = ([2018, 2022, 2023] as const).map((year, i): Check => {
    const published = [14_851, 16_000, 17_200][i] as number;
    return {
      label: { fr: `FPMT ${year}, moyenne`, en: `FPMT ${year}, mean` },
      unit: "euros",
      published: [published, published],
      reached: meanTotal(population({ ...RUN, year }).panels(), year),
    };
  });
  const panels = population(RUN).panels();
  const { componentCents, totalCents } = computePanels(panels, { year: 2026 });
  return [
    ...fpmt,
    {
      label: { fr: "FMT 2026 hors prévention, moyenne", en: "FMT 2026 without prevention, mean" },
      unit: "euros",
      published: [21_500, 21_500],
      reached: meanOf(totalCents),
    },
    {
      label: {
        fr: "socle du FMT 2026, au-dessus du FPMT 2025 de la même patientèle",
        en: "base of the FMT 2026, above the FPMT 2025 of the same list",
      },
      unit: "percent",
      published: [15, 20],
      reached: 100 * (meanOf(componentCents["base"] as Float64Array) / meanTotal(panels, 2025) - 1),
    },
  ];
}

export function meanTotal(panels: Panels, year: number): number {
  return meanOf(computePanels(panels, { year }).totalCents);
}

function meanOf(cents: ArrayLike<number>): number {
  return Array.from(cents).reduce((sum, some) => sum + some, 0) / cents.length / 100;
}
