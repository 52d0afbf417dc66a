import { MILLION } from "../../millionths.ts";
import { fraction } from "../../money/rate.ts";
import { countsOf } from "../../panel/panels.ts";
import { recounted } from "../../panel/recounted.ts";
import { compile } from "../../statement/compile.ts";
import { requirementsOf } from "../../statement/requirements.ts";
import { partOf, times, type BoundedPanels } from "./unknown.ts";

/** Patients whose actions are not known have none, each action there is, or as many as others. */
export const unknownPrevention: BoundedPanels = (panels, { schedule, unknown }, bound) => {
  const {
    onePrice,
    mostActions,
    indicators = new Set<string>(),
  } = requirementsOf(compile(schedule));
  const unit = MILLION / panels.told.scale;
  const of = (slot: number): { all: number; without: number } => {
    const all = (panels.tallies.patients[slot] as number) * unit;
    return { all, without: partOf(unknown.part, all) };
  };
  if (bound === "proportional" && isNobodyKnown(unknown.part)) return undefined;
  const isCounted = panels.tallies.indicators.length === 0 && onePrice;
  const most = isCounted ? mostActions : 0;
  return countsOf(
    recounted(panels, {
      told: { ...panels.told, prevention: true },
      ...(!isCounted && {
        indicators: [...new Set([...panels.tallies.indicators, ...indicators])],
      }),
      actions: (before, slot, indicator) => {
        const { all, without } = of(slot);
        if (bound === "low") return before;
        if (bound === "high") return before + without * (indicator === undefined ? most : 1);
        return without === all ? before : before + times(fraction(without, all - without), before);
      },
    }),
  );
};

function isNobodyKnown(part: string): boolean {
  return Number(part.slice(0, -1)) === 100;
}
