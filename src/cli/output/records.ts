import type { PatientShare } from "../../statement/shares.ts";
import type { Statement, StatementLine } from "../../statement/statement.ts";

/** What a row of an output stands for. */
export type Detail = "physicians" | "lines" | "patients";

/** A column of an output: text, a whole number, any number, or euros with two decimals. */
export interface OutputColumn {
  readonly name: string;
  readonly holds: "text" | "count" | "number" | "euros";
}

export type OutputValue = string | number | null | undefined;

const text = (name: string): OutputColumn => ({ name, holds: "text" });
const number = (name: string): OutputColumn => ({ name, holds: "number" });
const euros = (name: string): OutputColumn => ({ name, holds: "euros" });

/** Codes of what the statement assumes, separated by spaces. */
const ASSUMPTIONS = text("assumptions");

const LINE_COLUMNS = [
  ...["physicianId", "component", "rule", "label"].map(text),
  number("quantity"),
  ...["unitAmount", "of"].map(euros),
  text("rate"),
  euros("amount"),
  ...["status", "sources"].map(text),
  ASSUMPTIONS,
];

/** @param components of the schedule */
export function outputColumns(
  detail: Detail,
  components: readonly string[],
): readonly OutputColumn[] {
  if (detail === "lines") return LINE_COLUMNS;
  return [
    text("physicianId"),
    detail === "patients" ? text("id") : { name: "patients", holds: "count" },
    ...[...components, "total"].map(euros),
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
