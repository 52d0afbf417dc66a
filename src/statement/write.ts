import type { Counts } from "../list/left-out.ts";
import type { Notice } from "../notice.ts";
import type { Euros, ScheduleSource } from "../schedule/language.ts";
import { euros, type Cents } from "../money/cents.ts";
import type { Compiled } from "./compiled.ts";
import { checkExact } from "./exact-total.ts";
import { totalOf, type Entry, type Evaluation } from "./evaluation.ts";
import type { Head } from "./head.ts";
import type { Part } from "./instalments.ts";
import { rateText } from "../money/rate-text.ts";
import { FORMAT, type StatementLine, type Statement } from "./statement.ts";

export interface Draft {
  readonly compiled: Compiled;
  readonly head: Head;
  readonly physicianId: string | null;
  readonly patients: number;
  readonly counts: Counts;
  readonly evaluation: Evaluation;
  readonly parts: readonly Part[];
  readonly assumptions: readonly Notice[];
  readonly warnings: readonly Notice[];
}

/** Builds the statement. Amounts are converted from cents to text here. */
export function writeStatement({
  compiled: { components, notices, sources },
  head,
  physicianId,
  patients,
  counts,
  evaluation,
  parts,
  assumptions,
  warnings,
}: Draft): Statement {
  const total = totalOf(evaluation);
  checkExact(total);
  const lines = evaluation.entries.map(writeLine);
  return {
    format: FORMAT,
    ...head,
    physicianId,
    patients,
    counts,
    lines,
    components: writeAmounts(components.map((id, i) => [id, evaluation.totals[i] as Cents])),
    total: euros(total),
    instalments: parts.map(({ due, components: paid }) => ({
      due,
      amount: euros(sum(paid)),
      components: writeAmounts(paid),
    })),
    readings: notices.readings,
    assumptions: [...assumptions, ...notices.assumptions],
    warnings,
    sources: sourcesOf(lines, sources),
  };
}

function writeLine({
  component,
  rule,
  label,
  attribution: { status, sources, assumed },
  amount,
  times,
  share,
}: Entry): StatementLine {
  const base = { component, rule, label };
  const result = { amount: euros(amount), status, sources, ...(assumed && { assumed }) };
  if (!times) {
    const { of, rate } = share as NonNullable<Entry["share"]>;
    return { kind: "rate", ...base, of: euros(of), rate: rateText(rate), ...result };
  }
  const { quantity, unit } = times;
  return { kind: "amount", ...base, quantity, unitAmount: euros(unit), ...result };
}

/** The sources that some line cites, in the order of the schedule. */
function sourcesOf(
  lines: readonly StatementLine[],
  sources: Compiled["sources"],
): Record<string, ScheduleSource> {
  const cited = new Set<string>();
  for (const line of lines) for (const id of line.sources) cited.add(id);
  return Object.fromEntries(sources.filter(([id]) => cited.has(id)));
}

function writeAmounts(amounts: Iterable<readonly [string, Cents]>): Record<string, Euros> {
  const written: Record<string, Euros> = {};
  for (const [component, amount] of amounts) written[component] = euros(amount);
  return written;
}

function sum(amounts: ReadonlyMap<string, Cents>): Cents {
  let all = 0;
  for (const amount of amounts.values()) all += amount;
  return all;
}
