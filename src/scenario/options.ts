import { guard, refuse } from "../error.ts";
import { checkKeys } from "../known-keys.ts";
import { countsOf, type Panels } from "../panel/panels.ts";
import { checkYear } from "../year.ts";
import type { Frame } from "./priced.ts";
import { weightsOf, type WeightsOfPhysicians } from "./weights.ts";

/** What every function of scenarios asks for. */
export interface ScenarioOptions {
  /** Payment year N. */
  readonly year: number;
  /** As in `computePanels`: moves panels of another reference day by whole years. */
  readonly move?: boolean;
  /** How many physicians each one stands for; absent, themselves. */
  readonly weights?: WeightsOfPhysicians;
}

/** A copy of options that has known keys only. @throws ForfaitError INPUT_INVALID, KEY_UNKNOWN */
export function openKeys<Options extends object>(
  options: Options,
  known: readonly (keyof Options & string)[],
): Options {
  if (typeof options !== "object" || options === null)
    refuse("INPUT_INVALID", "options", options, { fr: "{ year, … }", en: "{ year, … }" });
  const given = guard("options", () => ({ ...options }));
  checkKeys("options", given, known);
  return given;
}

/** A copy of options, checked, and how to price. @throws ForfaitError INPUT_INVALID, KEY_UNKNOWN */
export function openOptions<Options extends ScenarioOptions>(
  panels: Panels,
  options: Options,
  others: readonly Exclude<keyof Options, keyof ScenarioOptions>[],
): { readonly given: Options; readonly frame: Frame } {
  const keys = ["year", "move", "weights", ...others] as (keyof Options & string)[];
  const given = openKeys(options, keys);
  const { year, move = false, weights } = given;
  checkYear(year);
  if (typeof move !== "boolean")
    refuse("INPUT_INVALID", "options.move", move, { fr: "true ou false", en: "true or false" });
  const counted = countsOf(panels);
  return { given, frame: { panels: counted, year, move, weights: weightsOf(counted, weights) } };
}
