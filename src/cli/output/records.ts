import type { LocalizedText } from "../../error.ts";
import type { Schedule } from "../../schedule/language.ts";
import { withYears } from "../../schedule/years.ts";
import type { PatientShare } from "../../statement/shares.ts";
import type { Statement, StatementLine } from "../../statement/statement.ts";
import type { Amounts } from "../../statement/write.ts";

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

/** The row of a physician, of whom no more is asked. */
export function amountsRow({
  physicianId,
  patients,
  components,
  total,
  assumed,
}: Amounts): readonly OutputValue[] {
  return [physicianId, patients, ...Object.values(components), total, unique(assumed)];
}

const unique = (codes: readonly string[]): string => [...new Set(codes)].join(" ");

/** The rows of one physician: their lines, or the shares of their patients. */
export function outputRows(
  { physicianId, lines, assumptions }: Statement,
  shares: readonly PatientShare[],
  detail: Exclude<Detail, "physicians">,
  locale: "fr" | "en",
): readonly (readonly OutputValue[])[] {
  const codes = unique(assumptions.map(({ code }) => code));
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
      codes,
    ]);
  return shares.map((share) => [
    physicianId,
    share.id,
    ...Object.values(share.components),
    share.total,
    codes,
  ]);
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
