import { getSchedule, listSchedules } from "../../schedule/registry.ts";
import type { Compiled, CompiledAmounts } from "../../statement/compiled.ts";
import { requirementsOf } from "../../statement/requirements.ts";
import { quoted } from "./engine.ts";

/** SQL columns of prevention actions. */
export interface SqlPrevention {
  /**
   * `prevention`, the number of actions without a flag (negative for an unparsed cell), then the
   * flags.
   */
  readonly columns: readonly string[];
  readonly indicators: readonly string[];
}

/** Parses a number of actions, or distinct indicator ids separated by spaces. */
export function preventionOf(compiled: Compiled, text: string | undefined): SqlPrevention {
  if (text === undefined) return { columns: ["0 AS prevention"], indicators: [] };
  const paid = compiled.amounts.filter(({ prevention }) => prevention);
  const countIsEnough = paid.length <= 1 && paid.every(isAlike);
  const { indicators: names, onePrice, mostActions } = requirementsOf(compiled);
  const known = names ? [...names] : everyName();
  const indicators = countIsEnough ? [] : known;

  const ids = `STRING_SPLIT(${text}, ' ')`;
  const areIds =
    `LIST_HAS_ALL([${known.map(quoted).join(", ")}], ${ids}) ` +
    `AND LEN(LIST_DISTINCT(${ids})) = LEN(${ids})`;
  const numbers = onePrice
    ? Array.from({ length: mostActions + 1 }, (_, i) => `WHEN '${i}' THEN ${i}`)
    : [];
  const named =
    `CASE WHEN COALESCE(${text} = '', TRUE) THEN 0 ` +
    `WHEN ${areIds} THEN ${countIsEnough ? `LEN(${ids})` : "0"} ELSE -1 END`;
  const count = numbers.length > 0 ? `CASE ${text} ${numbers.join(" ")} ELSE ${named} END` : named;
  const flags = indicators.map(
    (id, i) => `COALESCE(LIST_CONTAINS(${ids}, ${quoted(id)}), FALSE) AS did_${i}`,
  );
  return { columns: [`CAST(${count} AS INTEGER) AS prevention`, ...flags], indicators };
}

/** Whether an action given as a count is paid like one given by indicator. */
function isAlike({ prevention, rules }: CompiledAmounts): boolean {
  return rules.every(
    ({ physician }) =>
      JSON.stringify(physician) === JSON.stringify(prevention?.ofAction?.physician),
  );
}

/** Indicators listed by the bundled schedules. */
function everyName(): string[] {
  const components = listSchedules().flatMap(({ id }) => Object.values(getSchedule(id).amounts));
  const names = components
    .filter(({ per }) => per === "indicator")
    .flatMap(({ cases = {} }) => Object.keys(cases));
  return [...new Set(names)].filter((name) => name !== "any");
}
