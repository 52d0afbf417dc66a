import { byKey } from "../../by-key.ts";
import type { ByComponent } from "../../ids.ts";
import type { RowTotals } from "../../list/left-out.ts";
import { sixDecimals } from "../../millionths.ts";
import type { Euros } from "../../schedule/language.ts";
import { addAmounts } from "../amounts.ts";
import type { AmountLine, Instalment, RateLine, Statement, StatementLine } from "../statement.ts";

/** A line of several statements. Its rate is absent if it differs between them. */
export type SummedLine =
  AmountLine | (Omit<RateLine, "rate" | "counted"> & { readonly rate?: string });

/** What several statements give together. */
export interface StatementTotals {
  readonly physicians: number;
  readonly patients: number;
  /** What became of the rows of patients. */
  readonly counts: RowTotals;
  readonly lines: readonly SummedLine[];
  readonly components: ByComponent<Euros>;
  readonly instalments: readonly Instalment[];
  readonly total: Euros;
}

/** Adds statements of one schedule and year. */
export function totalsOf(statements: readonly Statement[]): StatementTotals {
  return {
    physicians: statements.length,
    patients: sum(statements, ({ patients }) => patients),
    counts: {
      read: sum(statements, ({ counts }) => counts.read),
      computed: sum(statements, ({ counts }) => counts.computed),
      leftOut: sum(statements, ({ counts }) => counts.leftOut),
      rejected: sum(statements, ({ counts }) => counts.rejected),
    },
    lines: linesOf(statements),
    components: componentsOf(statements),
    instalments: instalmentsOf(statements),
    total: addAmounts(statements.map(({ total }) => total)),
  };
}

function sum(statements: readonly Statement[], of: (statement: Statement) => number): number {
  return sixDecimals(statements.reduce((before, statement) => before + of(statement), 0));
}

function componentsOf(parts: readonly Pick<Statement, "components">[]): ByComponent<Euros> {
  const byId = byKey(
    parts.flatMap(({ components }) => Object.entries(components)),
    ([id]) => id,
  );
  return Object.fromEntries(
    [...byId].map(([id, entries]) => [id, addAmounts(entries.map(([, one]) => one as Euros))]),
  ) as ByComponent<Euros>;
}

/** In their order, which statements of one schedule and year share. */
function instalmentsOf(statements: readonly Statement[]): Instalment[] {
  const byDue = byKey(
    statements.flatMap(({ instalments }) => instalments),
    ({ due }) => due,
  );
  return [...byDue].map(([due, parts]) => ({
    due,
    amount: addAmounts(parts.map(({ amount }) => amount)),
    components: componentsOf(parts),
  }));
}

/** In the order of components, then of first appearance. */
function linesOf(statements: readonly Statement[]): SummedLine[] {
  const byRule = byKey(
    statements.flatMap(({ lines }) => lines),
    ({ component, rule, kind }) => `${component} ${rule} ${kind}`,
  );
  const lines = [...byRule.values()].map(summed);
  const components = Object.keys((statements[0] as Statement).components);
  return components.flatMap((id) => lines.filter(({ component }) => component === id));
}

function summed(lines: readonly StatementLine[]): SummedLine {
  const [first] = lines as readonly [StatementLine];
  const amount = addAmounts(lines.map((line) => line.amount));
  if (first.kind === "amount") {
    const quantity = (lines as readonly AmountLine[]).reduce((n, line) => n + line.quantity, 0);
    return { ...first, quantity: sixDecimals(quantity), amount };
  }
  const { rate, counted: _, ...others } = first;
  const rates = lines as readonly RateLine[];
  return {
    ...others,
    ...(rates.every((line) => line.rate === rate) && { rate }),
    of: addAmounts(rates.map((line) => line.of)),
    amount,
  };
}
