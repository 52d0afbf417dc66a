import { oneOf, refuse } from "../../error.ts";
import type { AmountKind } from "./rule.ts";

/**
 * Points for a physician who meets the conditions of a case, times the value of a point: for all of
 * them together where the component has no cases, for each where it has.
 */
export const perPoint: AmountKind = {
  keys: ["points", "onlyWith"],
  readsPatients: false,
  casesByFacts: true,
  paysWholeList: true,
  per: ({ component, one }) => {
    const { points } = { ...component, ...one };
    return { fr: `par point, ${points} points`, en: `per point, ${points} points` };
  },
  check: ({ schedule: { amounts }, component, path, one }) => {
    if ((one.points ?? component.points) === undefined)
      refuse("SCHEDULE_INVALID", `${path}.points`, undefined, {
        fr: "un nombre de points, dans le cas ou la composante",
        en: "a number of points, in the case or in the component",
      });
    const { onlyWith } = component;
    if (onlyWith === undefined) return;
    const isOther = (name: string): boolean => {
      const other = Object.hasOwn(amounts, name) ? amounts[name] : undefined;
      return other?.per === "point" && !other.cases && other.onlyWith === undefined;
    };
    if (isOther(onlyWith)) return;
    const id = path.split(".")[0] as string;
    const others = Object.keys(amounts).filter(isOther);
    refuse("SCHEDULE_REFERENCE_UNKNOWN", `${id}.onlyWith`, onlyWith, oneOf(others));
  },
};
