import type { ColumnarStatements, PanelColumns } from "../../src/index.ts";
import { kernelGrouped, kernelPlain, kernelShuffled, type Totals } from "./kernel.ts";
import { library } from "./library.ts";
import { makeColumns, makePhysicians, YEAR, type Columns } from "./list.ts";
import { time, type Time } from "./measure.ts";

const { panelsFromColumns, computeColumns, computePanels } = library;

/** The column path against the kernel by hand. */
export type ColumnTimes = Readonly<
  Record<
    | "kernel"
    | "kernelPlain"
    | "onePass"
    | "onePassNoFacts"
    | "panels"
    | "kernelShuffled"
    | "onePassShuffled"
    | "onePassShuffledById"
    | "panelsShuffled"
    | "repriceSame"
    | "repriceFpmt"
    | "repriceProposal"
    | "repricePatched",
    Time
  >
>;

export function timeColumns(rows: number, count: number, rounds: number): ColumnTimes {
  const physicians = makePhysicians(count);
  const grouped = makeColumns(rows, count);
  const shuffled = makeColumns(rows, count, true);
  const options = { year: YEAR, physicians, match: "index" } as const;
  const read = (columns: Columns): PanelColumns => ({ ...columns });
  const panels = panelsFromColumns(read(grouped), options);
  const yearBefore = { year: YEAR - 1, schedule: "fr.fpmt.2024" } as const;
  const proposal = { year: YEAR, schedule: "fr.proposal.2024-02-08" } as const;
  let patch = 0;

  checkEqual(kernelGrouped(grouped, physicians), computeColumns(read(grouped), options));
  checkEqual(kernelPlain(grouped, physicians), computePanels(panels, { year: YEAR }));
  checkEqual(kernelShuffled(shuffled, physicians), computeColumns(read(shuffled), options));
  const times = time(
    {
      kernel: () => kernelGrouped(grouped, physicians),
      onePass: () => computeColumns(read(grouped), options),
      onePassNoFacts: () => computeColumns(read(grouped), { year: YEAR }),
      panels: () => panelsFromColumns(read(grouped), options),
      kernelPlain: () => kernelPlain(grouped, physicians),
      kernelShuffled: () => kernelShuffled(shuffled, physicians),
      onePassShuffled: () => computeColumns(read(shuffled), options),
      onePassShuffledById: () => computeColumns(read(shuffled), { year: YEAR, physicians }),
      panelsShuffled: () => panelsFromColumns(read(shuffled), options),
      repriceSame: () => computePanels(panels, { year: YEAR }),
      repriceFpmt: () => computePanels(panels, yearBefore),
      repriceProposal: () => computePanels(panels, proposal),
    },
    rounds,
    "processor",
  );
  // Apart from the rest, for each round leaves schedules behind whose collection would be counted with what comes next.
  return {
    ...times,
    ...time(
      {
        repricePatched: () =>
          computePanels(panels, {
            year: YEAR,
            patch: { "base.ald-80+.amount": `${100 + (patch++ % 50)}` },
          }),
      },
      rounds,
      "processor",
    ),
  };
}

/** Times mean something only where the results are the same. */
function checkEqual(
  { refused, ...totals }: Totals,
  { componentCents, totalCents, rejected: rows }: ColumnarStatements,
): void {
  if (refused !== rows.rows)
    throw new Error(`refused: ${refused} by hand, ${rows.rows} by the library`);
  for (const [name, amounts] of Object.entries({ ...componentCents, total: totalCents })) {
    const byHand = totals[name as keyof typeof totals];
    const i = amounts.findIndex((amount, at) => amount !== byHand[at]);
    if (i >= 0)
      throw new Error(
        `${name} of physician ${i}: ${byHand[i]} by hand, ${amounts[i]} by the library`,
      );
  }
}
