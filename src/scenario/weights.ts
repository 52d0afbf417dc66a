import { guard, refuse } from "../error.ts";
import { allowed } from "../panel/columns/allowed.ts";
import type { CountedPanels } from "../panel/panels.ts";
import { millionthsOf } from "../millionths.ts";
import { type PhysicianWeights } from "../statement/bulk/physician-weights.ts";

/**
 * How many physicians each one of the panels stands for: in their order, or by id. At most six
 * decimals.
 */
export type WeightsOfPhysicians = readonly number[] | Readonly<Record<string, number>>;

/** @throws ForfaitError COUNT_INVALID for a weight that is none, or that is missing */
export function weightsOf(
  { physicianIds }: CountedPanels,
  given: WeightsOfPhysicians | undefined,
): PhysicianWeights {
  if (given === undefined) return undefined;
  const path = "options.weights";
  if (typeof given !== "object" || given === null)
    refuse("INPUT_INVALID", path, given, {
      fr: "une liste de nombres, ou { identifiant: nombre }",
      en: "a list of numbers, or { id: number }",
    });
  const copy = guard(path, () => (Array.isArray(given) ? [...given] : { ...given }));
  if (Array.isArray(copy) && copy.length !== physicianIds.length)
    refuse("INPUT_INVALID", path, copy.length, {
      fr: `un poids pour chacun des ${physicianIds.length} médecins`,
      en: `a weight for each of the ${physicianIds.length} physicians`,
    });
  const known = new Set(physicianIds);
  const unknown = Array.isArray(copy) ? undefined : Object.keys(copy).find((id) => !known.has(id));
  if (unknown !== undefined)
    refuse("PHYSICIAN_UNKNOWN", path, unknown, {
      fr: "un médecin de la patientèle",
      en: "a physician of the panels",
    });
  return Float64Array.from(physicianIds, (id, slot) =>
    Array.isArray(copy)
      ? millionths(copy[slot], `${path}[${slot}]`)
      : millionths((copy as Readonly<Record<string, number>>)[id as string], `${path}.${id}`),
  );
}

function millionths(weight: unknown, path: string): number {
  return millionthsOf(weight) ?? refuse("COUNT_INVALID", path, weight, allowed.decimals);
}
