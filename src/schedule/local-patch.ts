import { refuse } from "../error.ts";
import type { SchedulePatch, Schedule } from "./language.ts";
import { valuePlaceOf } from "./value-patch.ts";

/**
 * Checks a patch without the schemas, which is possible for an amount or a percentage of a
 * component or of a case. The paths of the patch exist.
 * @throws ForfaitError PATCH_NEEDS_LOADER for any other patch; SCHEDULE_INVALID
 */
export function checkValues(schedule: Schedule, patch: SchedulePatch): void {
  for (const [path, value] of Object.entries(patch)) {
    const place = valuePlaceOf(schedule, path);
    if (place === undefined || typeof value === "object") refuseToLoader(path, value);
    const { format, full } = place;
    if (typeof value !== "string" || !format.pattern.test(value))
      refuse("SCHEDULE_INVALID", full, value, format.text);
  }
}

function refuseToLoader(path: string, value: unknown): never {
  return refuse("PATCH_NEEDS_LOADER", path, value, {
    fr:
      "un montant ou un pourcentage d'une composante ou d'un cas (base.ald-80+.amount) ; " +
      "pour le reste, applyPatch de forfait-medecin-traitant/load",
    en:
      "an amount or a percentage of a component or of a case (base.ald-80+.amount); " +
      "for anything else, applyPatch of forfait-medecin-traitant/load",
  });
}
