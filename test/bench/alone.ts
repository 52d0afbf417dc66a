import { timeColumns, type ColumnTimes } from "./columns.ts";
import { scaled, type Time } from "./measure.ts";
import { timeRows, type RowTimes } from "./rows.ts";
import { scaleOf } from "./scale.ts";

/**
 * The library beside the kernel by hand, and scripts on decimal.js and publicodes.
 * @returns a line for each ratio that is under its floor
 */
export function timeAlone(rows: number, rounds: number): string[] {
  const physicians = Math.max(1, rows / 1000);

  console.log(
    `${rows} patients, ${physicians} physicians; ${rounds} interleaved rounds; processor time for columns, the clock for rows; ratios of medians, and of the fastest rounds\n`,
  );

  const columns = timeColumns(rows, physicians, rounds);
  const perPatient = timeRows(Math.min(rows, 1_000_000), Math.min(rounds, 9));

  console.log(cells("what", "time", "compared with", "time", "ratio", "fastest", "asked"));
  const { kernel, kernelShuffled, panels } = columns;
  compare("grouped, one pass", columns.onePass, "kernel", kernel, 0.8);
  compare("  no facts of physicians", columns.onePassNoFacts, "kernel", kernel);
  compare("  kernel row by row", columns.kernelPlain, "kernel", kernel);
  compare("grouped, panels kept", panels, "kernel", kernel, 0.45);
  compare("shuffled, one pass", columns.onePassShuffled, "kernel, shuffled", kernelShuffled, 0.75);
  compare("  physicians by id", columns.onePassShuffledById, "kernel, shuffled", kernelShuffled);
  compare("shuffled, panels kept", columns.panelsShuffled, "kernel, shuffled", kernelShuffled);
  compare("re-pricing, same", columns.repriceSame, "panels kept", panels, 20);
  compare("re-pricing, FPMT 2024", columns.repriceFpmt, "panels kept", panels, 20);
  compare("re-pricing, proposal", columns.repriceProposal, "panels kept", panels, 20);
  compare("re-pricing, new patch", columns.repricePatched, "panels kept", panels, 20);
  const onePass = scaled(columns.onePass, 1e6 / rows);
  compare("columns, a patient", onePass, "decimal.js", perPatient.decimal, 100, "ns");
  compare("columns, a patient", onePass, "publicodes", perPatient.publicodes, 50_000, "ns");
  compare("rows, a patient", perPatient.rows, "decimal.js", perPatient.decimal, 9, "ns");
  compare("rows, a patient", perPatient.rows, "publicodes", perPatient.publicodes, 1000, "ns");

  console.log(`\n${cells("rows", "one pass", "panels kept", "columns", "peak", "", "")}`);
  for (const size of [1_000_000, 10_000_000, 100_000_000].filter((one) => one <= rows * 10)) {
    const { onePass: pass, panels: kept, columnBytes, peakBytes } = scaleOf(size);
    console.log(
      cells(
        `${size}`,
        `${pass.toFixed(1)} ns/row`,
        `${kept.toFixed(1)} ns/row`,
        `${columnBytes} B/row`,
        `+${peakBytes.toFixed(1)} B/row`,
        "",
        "",
      ),
    );
  }
  return underFloors(columns, perPatient);
}

/** A ratio is under its floor if both that of the medians and that of the fastest rounds are. */
function underFloors(columns: ColumnTimes, { rows, decimal }: RowTimes): string[] {
  const { kernel, kernelShuffled } = columns;
  const floors: readonly (readonly [what: string, subject: Time, other: Time, floor: number])[] = [
    ["grouped, one pass", columns.onePass, kernel, 0.65],
    ["grouped, panels kept", columns.panels, kernel, 0.38],
    ["shuffled, one pass", columns.onePassShuffled, kernelShuffled, 0.6],
    ["rows, to decimal.js", rows, decimal, 6],
  ];
  return floors.flatMap(([what, subject, other, floor]) => {
    const ratio = Math.max(other.median / subject.median, other.fastest / subject.fastest);
    return ratio < floor ? [`${what}: ${ratio.toFixed(2)} is under the floor of ${floor}`] : [];
  });
}

function compare(
  what: string,
  subject: Time,
  name: string,
  other: Time,
  asked?: number,
  unit: "ms" | "ns" = "ms",
): void {
  const shown = (value: number): string =>
    `${value < 1000 ? value.toFixed(1) : Math.round(value)} ${unit}`;
  console.log(
    cells(
      what,
      shown(subject.median),
      name,
      shown(other.median),
      times(other.median / subject.median),
      times(other.fastest / subject.fastest),
      `${asked ?? ""}`,
    ),
  );
}

function times(ratio: number): string {
  return ratio >= 100 ? `${Math.round(ratio)}` : ratio.toFixed(2);
}

function cells(...texts: readonly string[]): string {
  const widths = [26, 14, 18, 14, 10, 10, 8];
  return texts
    .map((text, i) => text.padEnd(widths[i] ?? 0))
    .join("")
    .trimEnd();
}
