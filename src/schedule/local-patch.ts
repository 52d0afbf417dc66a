import { refuse } from "../error.ts";
import { EUROS, PERCENT, type Format } from "./formats.ts";
import type { SchedulePatch, Schedule } from "./language.ts";

/**
 * Checks a patch without the schemas, which is possible for an amount or a percentage of a component
 * or of a case. The paths of the patch exist.
 * @throws ForfaitError PATCH_NEEDS_LOADER for any other patch; SCHEDULE_INVALID
 */
export function checkValues(schedule: Schedule, patch: SchedulePatch): void {
  for (const [path, value] of Object.entries(patch)) {
    const place = placeOf(schedule, path);
    if (place === undefined || typeof value === "object") refuseToLoader(path, value);
    const { format, full } = place;
    if (typeof value !== "string" || !format.pattern.test(value))
      refuse("SCHEDULE_INVALID", full, value, format.text);
  }
}

/** Where an amount or a rate stands in the document, and how it is written. */
function placeOf(
  { amounts, uplifts }: Schedule,
  path: string,
): { readonly format: Format; readonly full: string } | undefined {
  const segments = path.split(".");
  if (segments.length > 3) return undefined;
  const [component, key] = [segments[0] as string, segments.at(-1)];
  const inner = (segments.length === 3 ? ["cases", segments[1]] : []).join(".");
  const full = (root: string): string =>
    [root, component, inner, key].filter((part) => part !== "").join(".");
  if (key === "amount" && Object.hasOwn(amounts, component))
    return { format: EUROS, full: full("amounts") };
  if (key === "rate" && Object.hasOwn(uplifts?.cases ?? {}, component))
    return { format: PERCENT, full: full("uplifts.cases") };
  return undefined;
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
