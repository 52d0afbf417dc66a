import type { LocalizedText } from "../../error.ts";
import type { Schedule } from "../../schedule/language.ts";
import { withYears } from "../../schedule/years.ts";
import type { PatientShare } from "../../statement/shares.ts";
import type { Statement, StatementLine } from "../../statement/statement.ts";

/** What a row of an output stands for. */
export type Detail = "physicians" | "lines" | "patients";

/** A column of an output. Euros have two decimals, a rate is exact, codes are between spaces. */
export interface OutputColumn {
  readonly name: string;
  /** Its name for a reader, in French. */
  readonly title: string;
  readonly holds: "id" | "text" | "rate" | "status" | "notices" | "count" | "number" | "euros";
}

export type OutputValue = string | number | null | undefined;

/** A column, and what its cells hold. */
export const column = (
  name: string,
  title: string,
  holds: OutputColumn["holds"],
): OutputColumn => ({
  name,
  title,
  holds,
});

const PHYSICIAN = column("physicianId", "médecin", "id");
const PATIENT = column("id", "patient", "id");
const PATIENTS = column("patients", "patients", "count");
const TOTAL = column("total", "total", "euros");
const ASSUMPTIONS = column("assumptions", "hypothèses", "notices");

const LINE_COLUMNS = [
  PHYSICIAN,
  column("component", "composante", "text"),
  column("rule", "règle", "text"),
  column("label", "libellé", "text"),
  column("quantity", "quantité", "number"),
  column("unitAmount", "montant unitaire", "euros"),
  column("of", "base du taux", "euros"),
  column("rate", "taux", "rate"),
  column("amount", "montant", "euros"),
  column("status", "statut", "status"),
  column("sources", "sources", "text"),
  ASSUMPTIONS,
];

export function outputColumns(detail: Detail, schedule: Schedule): readonly OutputColumn[] {
  if (detail === "lines") return LINE_COLUMNS;
  const components = Object.entries<LocalizedText>({
    ...schedule.amounts,
    ...schedule.uplifts?.cases,
  });
  return [
    PHYSICIAN,
    detail === "patients" ? PATIENT : PATIENTS,
    ...components.map(([id, text]) => column(id, withYears(schedule, text).fr, "euros")),
    TOTAL,
    ASSUMPTIONS,
  ];
}

/** The rows of one physician. */
export function outputRows(
  statement: Statement,
  shares: readonly PatientShare[],
  detail: Detail,
  locale: "fr" | "en",
): readonly (readonly OutputValue[])[] {
  const { physicianId, patients, components, total, lines } = statement;
  const assumptions = [...new Set(statement.assumptions.map(({ code }) => code))].join(" ");
  if (detail === "lines")
    return lines.map((line) => [
      physicianId,
      line.component,
      line.rule,
      line.label[locale],
      ...calculation(line),
      line.amount,
      line.status,
      line.sources.join(" "),
      assumptions,
    ]);
  if (detail === "patients")
    return shares.map((share) => [
      physicianId,
      share.id,
      ...Object.values(share.components),
      share.total,
      assumptions,
    ]);
  return [[physicianId, patients, ...Object.values(components), total, assumptions]];
}

/** Values of the columns quantity, unitAmount, of and rate. */
function calculation(line: StatementLine): readonly OutputValue[] {
  return line.kind === "amount"
    ? [line.quantity, line.unitAmount, undefined, undefined]
    : [undefined, undefined, line.of, line.rate];
}

/** What statements add up to. */
export interface Totals {
  readonly physicians: number;
  readonly patients: number;
  /** Whole cents. */
  readonly cents: bigint;
}
