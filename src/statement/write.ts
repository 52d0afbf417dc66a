import type { Notice } from "../notice.ts";
import type { Euros } from "../schedule/language.ts";
import { euros, type Cents } from "../money/cents.ts";
import type { Compiled } from "./compile.ts";
import { totalOf, type Entry, type Evaluation } from "./evaluate.ts";
import type { Part } from "./instalments.ts";
import { rateText } from "../money/rate-text.ts";
import { FORMAT, type StatementLine, type Statement } from "./statement.ts";

export interface Draft {
  readonly compiled: Compiled;
  readonly year: number;
  readonly referenceYear: number;
  readonly physicianId: string | null;
  readonly patients: number;
  readonly evaluation: Evaluation;
  readonly parts: readonly Part[];
  readonly assumptions: readonly Notice[];
  readonly warnings: readonly Notice[];
}

/** Builds the statement. Amounts are converted from cents to text here. */
export function writeStatement({
  compiled: { schedule, notices },
  year,
  referenceYear,
  physicianId,
  patients,
  evaluation,
  parts,
  assumptions,
  warnings,
}: Draft): Statement {
  const lines = evaluation.entries.map(writeLine);
  const { id, version, fr, en, patched } = schedule;
  return {
    format: FORMAT,
    schedule: {
      id,
      version,
      fr,
      en,
      year,
      referenceDate: `${referenceYear}-12-31`,
      ...(patched && { patched }),
    },
    physicianId,
    patients,
    lines,
    components: writeAmounts(evaluation.totals),
    total: euros(totalOf(evaluation)),
    instalments: parts.map(({ due, components }) => ({
      due,
      amount: euros(sum(components)),
      components: writeAmounts(components),
    })),
    readings: notices.readings,
    assumptions: [...assumptions, ...notices.assumptions],
    warnings,
    sources: Object.fromEntries(
      Object.entries(schedule.sources).filter(([source]) =>
        lines.some((line) => line.sources.includes(source)),
      ),
    ),
  };
}

function writeLine({
  component,
  rule,
  label,
  attribution,
  amount,
  times,
  share,
}: Entry): StatementLine {
  const base = { component, rule, label };
  const result = { amount: euros(amount), ...attribution };
  if (!times) {
    const { of, rate } = share as NonNullable<Entry["share"]>;
    return { kind: "rate", ...base, of: euros(of), rate: rateText(rate), ...result };
  }
  const { quantity, unit } = times;
  return { kind: "amount", ...base, quantity, unitAmount: euros(unit), ...result };
}

function writeAmounts(amounts: ReadonlyMap<string, Cents>): Record<string, Euros> {
  return Object.fromEntries([...amounts].map(([component, amount]) => [component, euros(amount)]));
}

function sum(amounts: ReadonlyMap<string, Cents>): Cents {
  return [...amounts.values()].reduce((a, b) => a + b, 0);
}
