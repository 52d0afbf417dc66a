import { guard, refuse } from "../../error.ts";
import { SHARED, type SharedPanel } from "./shared.ts";

/** A shared panel as it was made, or as its JSON was parsed. @throws ForfaitError INPUT_INVALID */
export function readShared(given: unknown): SharedPanel {
  const panel = guard("shared", () => given as Partial<SharedPanel> | null | undefined);
  const isShared =
    panel?.format?.name === SHARED &&
    Number.isSafeInteger(panel.threshold) &&
    Array.isArray(panel.cells) &&
    panel.cells.every(
      ({ of, n }) =>
        Array.isArray(of) &&
        of.length > 0 &&
        Number.isSafeInteger(n) &&
        (n === 0 ? of.length === 1 : n >= of.length),
    );
  return isShared
    ? (panel as SharedPanel)
    : refuse("INPUT_INVALID", "shared", given, {
        fr: "une patientèle partagée, comme la rend sharePanels",
        en: "a shared panel, as sharePanels returns it",
      });
}
