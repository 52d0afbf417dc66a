import { oneOf, refuse } from "../error.ts";
import { factNames } from "../facts.ts";
import type { Compiled } from "../statement/compiled.ts";
import { requirementsOf } from "../statement/requirements.ts";
import {
  between,
  coalesce,
  internal,
  number,
  truth,
  type ColumnReference,
  type Expression,
  type Named,
} from "./expression/expression.ts";

export interface PreventionColumns {
  /** Number of actions not covered by a column of `indicators`. NULL counts as none. */
  readonly prevention?: ColumnReference;
  /** Boolean column of each prevention indicator, by indicator id. */
  readonly indicators: Readonly<Record<string, ColumnReference>>;
}

/** A patient's prevention actions. */
export interface Prevention {
  readonly columns: readonly Named[];
  readonly readable: Expression;
  /** Number of actions not itemised by indicator; zero without such a column. */
  readonly counted: Expression;
  /** Whether each indicator is validated, by indicator id. */
  readonly indicators: ReadonlyMap<string, Expression>;
  readonly notes: readonly string[];
}

/** Name of whether an indicator is validated. */
export const indicatorColumn = (id: string): string => `did_${id}`;

const NONE: Prevention = {
  columns: [],
  readable: truth(true),
  counted: number(0),
  indicators: new Map(),
  notes: [],
};

/** @throws ForfaitError FACT_MISSING, PREVENTION_UNPRICED or PREVENTION_UNKNOWN */
export function preventionOf(
  compiled: Compiled,
  { prevention, indicators }: PreventionColumns,
): Prevention {
  const { amounts, schedule } = compiled;
  const { indicators: known, onePrice, mostActions } = requirementsOf(compiled);
  if (!amounts.some(({ prevention }) => prevention)) return NONE;
  if (!prevention && Object.keys(indicators).length === 0) {
    const fallback = schedule.reads.ifMissing.prevention;
    if (fallback === undefined)
      refuse("FACT_MISSING", "columns.prevention", undefined, {
        fr: "une colonne : le barème n'a pas de défaut",
        en: "a column: the schedule has no default",
      });
    return { ...NONE, notes: [`${factNames.prevention.en}: ${fallback}`] };
  }
  if (prevention && !onePrice) {
    refuse("PREVENTION_UNPRICED", "columns.prevention", prevention.name, {
      fr: "columns.indicators : les prix des indicateurs diffèrent",
      en: "columns.indicators: the prices of indicators differ",
    });
  }
  for (const id of Object.keys(indicators))
    if (known && !known.has(id))
      refuse("PREVENTION_UNKNOWN", `columns.indicators.${id}`, id, oneOf(known));

  const did = Object.entries(indicators).map(([id, value]) => ({
    id,
    column: { as: indicatorColumn(id), value },
  }));
  const actions = internal("actions");
  return {
    columns: [
      ...(prevention ? [{ as: "actions", value: coalesce(prevention, number(0)) }] : []),
      ...did.map(({ column }) => column),
    ],
    readable: prevention ? between(actions, number(0), number(mostActions)) : truth(true),
    counted: prevention ? actions : number(0),
    indicators: new Map(did.map(({ id, column }) => [id, internal(column.as)])),
    notes: [],
  };
}
