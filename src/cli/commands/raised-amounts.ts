import type { LocalizedText } from "../../error.ts";
import { euros, type Cents } from "../../money/cents.ts";
import { countsOf, type Panels } from "../../panel/panels.ts";
import { labelOf } from "../../schedule/label.ts";
import type { Euros, Schedule } from "../../schedule/language.ts";
import { withYears } from "../../schedule/years.ts";
import { addAmounts } from "../../statement/amounts.ts";
import { computePanels } from "../../statement/bulk/statements.ts";
import type { ComputeOptions } from "../../statement/options.ts";
import type { RaisedRow, RaisedTable } from "../output/raised-page.ts";
import type { Statement } from "../../statement/statement.ts";

export function raisedAmounts(
  panels: Panels,
  options: ComputeOptions,
  schedule: Schedule,
  more: Euros,
): RaisedTable {
  const total = paidUnder(panels, options);
  const { told } = countsOf(panels);
  const amounts = amountsIn(schedule).map(({ path, before, label, asks }): RaisedRow => {
    const after = addAmounts([before, more]);
    const { fr, en } = withYears(schedule, label, options.year);
    const named = { path, fr, en, before: addAmounts([before]), after };
    if (asks === "prevention" && !told.prevention) return { ...named, missing: untold.prevention };
    if (asks === "seen" && told.seenForm === "unknown") return { ...named, missing: untold.seen };
    const changed = { ...options, patch: { ...options.patch, [path]: after } };
    return { ...named, difference: euros(paidUnder(panels, changed) - total) };
  });
  return { statements: statementsOf(panels, options), total: euros(total), amounts };
}

const untold = {
  prevention: { fr: "la prévention", en: "prevention" },
  seen: { fr: "qui a été vu", en: "who was seen" },
} as const;

interface AmountInUse {
  readonly path: string;
  readonly before: Euros;
  readonly label: LocalizedText;
  /** The column without which nobody is paid it. */
  readonly asks: keyof typeof untold | undefined;
}

/** Amounts as they are in use, with the path and the name of each. */
function amountsIn({ amounts }: Schedule): AmountInUse[] {
  return Object.entries(amounts).flatMap(([id, component]): AmountInUse[] => {
    const { amount, cases = {}, per } = component;
    const asks: AmountInUse["asks"] = per === "indicator" ? "prevention" : undefined;
    return [
      ...(amount === undefined
        ? []
        : [{ path: `${id}.amount`, before: amount, label: labelOf(component, "", {}), asks }]),
      ...Object.entries(cases).flatMap(([name, one]) =>
        one.amount === undefined
          ? []
          : [
              {
                path: `${id}.${name}.amount`,
                before: one.amount,
                label: labelOf(component, name, one),
                asks: one.when?.seen === false ? ("seen" as const) : asks,
              },
            ],
      ),
    ];
  });
}

export function statementsOf(panels: Panels, options: ComputeOptions): Statement[] {
  const { statement } = computePanels(panels, options);
  return panels.physicianIds.map((_, index) => statement(index));
}

/** What all physicians are paid together. */
const paidUnder = (panels: Panels, options: ComputeOptions): Cents =>
  computePanels(panels, options).sums.totalCents;
