import type { Draft } from "../vector.ts";
import {
  combinations,
  FMT_OPTIONS,
  leaver,
  LIST_OPTIONS,
  PARTS_OPTION,
  said,
  telling,
} from "./readings.ts";

/** Readings of the FMT together. Only options other than the default are named. */
export const combined = (): readonly Draft[] => [...ofAmounts(), ...ofLists(), ...ofParts()];

const drafts = (
  chosen: readonly Record<string, string>[],
  prefix: string,
  input: Draft["input"],
): Draft[] =>
  chosen.map((readings, number) => ({
    id: `${prefix}.${String(number).padStart(3, "0")}`,
    why: said(readings) || "every default",
    options: { schedule: "fr.fmt.2026", year: 2026, readings },
    input,
  }));

/** The 512 combinations of what is paid and when, on one list. */
function ofAmounts(): Draft[] {
  const choices = Object.entries(FMT_OPTIONS).map(([id, option]) => [id, ["", option]] as const);
  const named = combinations(choices).map((all) =>
    Object.fromEntries(Object.entries(all).filter(([, option]) => option !== "")),
  );
  return drafts(named, "combined", telling);
}

/** How the list is read and for what part of a year, with each option of another reading. */
function ofLists(): Draft[] {
  const pairs = LIST_OPTIONS.flatMap((one, i) =>
    [...Object.entries(FMT_OPTIONS), ...LIST_OPTIONS.slice(i + 1)]
      .filter(([id]) => id !== one[0])
      .map((other) => Object.fromEntries([other, one])),
  );
  return drafts(pairs, "combined.list", leaver);
}

/** Instalments cut by component, with each option of another reading. */
function ofParts(): Draft[] {
  const pairs = [...Object.entries(FMT_OPTIONS), ...LIST_OPTIONS].map((other) =>
    Object.fromEntries([other, PARTS_OPTION]),
  );
  return drafts(pairs, "combined.parts", leaver);
}
