import { printable } from "../../printable.ts";
import type { PatientShare } from "../../statement/shares.ts";
import type { Statement, StatementLine } from "../../statement/statement.ts";
import { csvRecord } from "./cells.ts";

/** Granularity of a CSV output: one row per physician, per line or per patient. */
export type Detail = "physicians" | "lines" | "patients";

const LINE_COLUMNS = [
  "physicianId",
  "component",
  "rule",
  "label",
  "quantity",
  "unitAmount",
  "of",
  "rate",
  "amount",
  "status",
  "sources",
];

export function csvHeader(detail: Detail, components: readonly string[]): string {
  if (detail === "lines") return csvRecord(LINE_COLUMNS);
  return csvRecord(
    detail === "patients"
      ? ["physicianId", "id", ...components, "total"]
      : ["physicianId", "patients", ...components, "total"],
  );
}

export function statementRow({ physicianId, patients, components, total }: Statement): string {
  return csvRecord([physicianId, patients, ...Object.values(components), total]);
}

export function lineRows({ physicianId, lines }: Statement, locale: "fr" | "en"): string {
  return lines
    .map((line) => {
      const { component, rule, label, amount, status, sources } = line;
      return csvRecord([
        physicianId,
        component,
        rule,
        printable(label[locale]),
        ...calculationCells(line),
        amount,
        status,
        printable(sources.join(" ")),
      ]);
    })
    .join("");
}

/** Cells of the columns quantity, unitAmount, of and rate. */
function calculationCells(line: StatementLine): readonly (string | number | undefined)[] {
  return line.kind === "amount"
    ? [line.quantity, line.unitAmount, undefined, undefined]
    : [undefined, undefined, line.of, line.rate];
}

export function patientRows({ physicianId }: Statement, shares: readonly PatientShare[]): string {
  return shares
    .map(({ id, components, total }) =>
      csvRecord([physicianId, id, ...Object.values(components), total]),
    )
    .join("");
}
