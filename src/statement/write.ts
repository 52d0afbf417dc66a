import type { Counts } from "../list/left-out.ts";
import type { Notice, NoticeCode } from "../notice.ts";
import type { Euros, ScheduleSource } from "../schedule/language.ts";
import { typeset } from "../typography.ts";
import { euros, type Cents } from "../money/cents.ts";
import type { Compiled } from "./compiled.ts";
import { checkExact } from "./exact-total.ts";
import { totalOf, type Entry, type Evaluation } from "./evaluation.ts";
import type { Head } from "./head.ts";
import { instalments, type Calendar, type Part } from "./instalments.ts";
import type { ScheduleNotices } from "./schedule-notices.ts";
import { rateText } from "../money/rate-text.ts";
import { FORMAT, type Instalment, type StatementLine, type Statement } from "./statement.ts";

export interface Draft {
  readonly compiled: Compiled;
  /** What every statement of the schedule says in that year. */
  readonly common: ScheduleNotices;
  readonly head: Head;
  readonly physicianId: string | null;
  readonly patients: number;
  readonly counts: Counts;
  readonly evaluation: Evaluation;
  readonly calendar: Calendar;
  /** For each of the calendar's `advanceDays`, the cents by component on the list of that day. */
  readonly advances: readonly (readonly Cents[])[];
  readonly assumptions: readonly Notice[];
  readonly warnings: readonly Notice[];
}

/** What a table says of a physician: less than a statement, in less than half of its time. */
export interface Amounts extends Pick<
  Statement,
  "schedule" | "simulation" | "physicianId" | "patients" | "components" | "total"
> {
  /** Codes of the assumptions, as often as there are such. */
  readonly assumed: readonly NoticeCode[];
}

/** What a statement sums up to, without it. */
export function amountsOf({
  compiled: { components },
  common,
  head: { schedule, simulation },
  physicianId,
  patients,
  evaluation,
  assumptions,
}: Draft): Amounts {
  const total = totalOf(evaluation);
  checkExact(total);
  return {
    schedule,
    ...(simulation && { simulation }),
    physicianId,
    patients,
    components: writeAmounts(components.map((id, i) => [id, evaluation.totals[i] as Cents])),
    total: euros(total),
    assumed: [...assumptions, ...common.assumptions].map(({ code }) => code),
  };
}

/**
 * Builds the statement, frozen in its parts. Amounts are converted from cents to text here. The
 * statement itself is frozen by who hands it out, once notebooks know how to show it.
 */
export function writeStatement({
  compiled: { components, sources },
  common,
  head,
  physicianId,
  patients,
  counts,
  evaluation,
  calendar,
  advances,
  assumptions,
  warnings,
}: Draft): Statement {
  const total = totalOf(evaluation);
  checkExact(total);
  const lines = Object.freeze(evaluation.entries.map(writeLine));
  return {
    format: FORMAT,
    ...head,
    physicianId,
    patients,
    counts,
    lines,
    components: writeAmounts(components.map((id, i) => [id, evaluation.totals[i] as Cents])),
    total: euros(total),
    instalments: writeParts(instalments(calendar, evaluation.totals, advances)),
    readings: common.readings,
    assumptions: Object.freeze([...assumptions.map(writeNotice), ...common.assumptions]),
    warnings: Object.freeze(warnings.map(writeNotice)),
    sources: sourcesOf(lines, sources),
  };
}

type Written = Pick<Instalment, "amount" | "components">;

/** Equal parts are written once: most are. */
function writeParts(parts: readonly Part[]): readonly Instalment[] {
  let last: { readonly paid: Part["components"]; readonly written: Written } | undefined;
  return Object.freeze(
    parts.map(({ due, components: paid }) => {
      if (!last || !isSame(last.paid, paid))
        last = { paid, written: { amount: euros(sum(paid)), components: writeAmounts(paid) } };
      return Object.freeze({ due, ...last.written });
    }),
  );
}

function isSame(a: Part["components"], b: Part["components"]): boolean {
  if (a.size !== b.size) return false;
  for (const [component, amount] of a) if (b.get(component) !== amount) return false;
  return true;
}

function writeNotice(notice: Notice): Notice {
  return Object.freeze(typeset(notice));
}

/** The label and the attribution of a line are frozen with its rule. */
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
  const result = {
    amount: euros(amount),
    status,
    sources,
    ...(assumed && { assumed }),
  };
  if (!times) {
    const { of, rate, counted } = share as NonNullable<Entry["share"]>;
    const how = {
      of: euros(of),
      rate: rateText(rate),
      ...(counted && { counted }),
    };
    return Object.freeze({ kind: "rate", ...base, ...how, ...result });
  }
  const { quantity, unit } = times;
  return Object.freeze({
    kind: "amount",
    ...base,
    quantity,
    unitAmount: euros(unit),
    ...result,
  });
}

/** The sources that some line cites, in the order of the schedule. */
function sourcesOf(
  lines: readonly StatementLine[],
  sources: Compiled["sources"],
): Record<string, ScheduleSource> {
  const cited = new Set<string>();
  for (const line of lines) for (const id of line.sources) cited.add(id);
  return Object.freeze(Object.fromEntries(sources.filter(([id]) => cited.has(id))));
}

function writeAmounts(amounts: Iterable<readonly [string, Cents]>): Record<string, Euros> {
  const written: Record<string, Euros> = {};
  for (const [component, amount] of amounts) written[component] = euros(amount);
  return Object.freeze(written);
}

function sum(amounts: ReadonlyMap<string, Cents>): Cents {
  let all = 0;
  for (const amount of amounts.values()) all += amount;
  return all;
}
