import type { PatientShare } from "../../statement/shares.ts";
import type { Statement } from "../../statement/statement.ts";
import { csvRecord } from "./cells.ts";

/** How much a CSV output tells: a row per physician, per line or per patient. */
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

/** The header of an output, which only depends on the schedule. */
export function csvHeader(detail: Detail, components: readonly string[]): string {
  if (detail === "lines") return csvRecord(LINE_COLUMNS);
  return csvRecord(
    detail === "patients"
      ? ["physicianId", "id", ...components, "total"]
      : ["physicianId", "patients", ...components, "total"],
  );
}

export function statementRow({ physician, patients, components, total }: Statement): string {
  return csvRecord([physician.id, patients, ...Object.values(components), total]);
}

export function lineRows({ physician, lines }: Statement, locale: "fr" | "en"): string {
  return lines
    .map(({ component, rule, label, quantity, unitAmount, of, rate, amount, status, sources }) =>
      csvRecord([
        physician.id,
        component,
        rule,
        label[locale],
        quantity,
        unitAmount,
        of,
        rate,
        amount,
        status,
        sources.join(" "),
      ]),
    )
    .join("");
}

export function patientRows({ physician }: Statement, shares: readonly PatientShare[]): string {
  return shares
    .map(({ id, components, total }) =>
      csvRecord([physician.id, id, ...Object.values(components), total]),
    )
    .join("");
}
