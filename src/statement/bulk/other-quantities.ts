import type { Tallies } from "../../panel/scan/tallies.ts";
import type { Compiled } from "../compiled.ts";
import { amountKinds } from "../rules/rules.ts";

/** Quantities that are not counted by conditions on patients, by column and then by physician. */
export function otherQuantities(
  { amounts }: Compiled,
  tallies: Tallies,
  slots: number,
): ReadonlyMap<number, Float64Array> {
  return new Map(amounts.flatMap((one) => [...amountKinds[one.per].columns(one, tallies, slots)]));
}
