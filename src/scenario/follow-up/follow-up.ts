import { lastDay } from "../../day.ts";
import { guard, refuse, type LocalizedText } from "../../error.ts";
import { freeze } from "../../freeze.ts";
import { checkKeys } from "../../known-keys.ts";
import { countsOf, type Panels } from "../../panel/panels.ts";
import { keyOfValues, type GroupKey } from "../groups.ts";
import { groupsOfFive, LEAST, type FollowedGroup } from "./groups-of-five.ts";
import { figuresOf, type FollowUpFigures } from "./figures.ts";

/** Options of `followUp`. */
export interface FollowUpOptions {
  /** Groups of physicians: `{ key: "departement", values: { m1: "75", m2: "2A" } }`. */
  readonly by?: GroupKey;
  /** Patients in ALD without a médecin traitant, of whom no list tells: of all, of each group. */
  readonly aldWithoutPhysician?: {
    readonly all?: number;
    readonly groups?: Readonly<Record<string, number>>;
  };
}

/** Figures of a group: of one value of the key, or of several that are put together. */
export interface FollowUpGroup extends FollowUpFigures {
  /** Values of the key; several where one alone had fewer than five physicians. */
  readonly values: readonly string[];
}

/** The figures of collective objectives, as plain data. */
export interface FollowUp {
  /** The list is that of this day. */
  readonly referenceDate: string;
  /** Name of the key of the groups. */
  readonly by: string | null;
  readonly all: FollowUpFigures;
  readonly groups: readonly FollowUpGroup[];
  /** Fewest physicians of a group. */
  readonly least: number;
}

/**
 * What the partners would follow together, and of no single physician: sizes of lists, shares of
 * patients, prevention, patients in ALD without a médecin traitant; of all, and of each département
 * or other group. A group of fewer than five physicians is put with others, so that none can be
 * worked out from the rest.
 * @returns figures, frozen; null where the list does not tell
 * @throws ForfaitError PHYSICIANS_TOO_FEW below five; INPUT_INVALID, KEY_UNKNOWN, COUNT_INVALID
 * @example
 * // What share of the patients of five physicians is in ALD?
 * const table = ["a", "b", "c", "d", "e"].flatMap((physicianId) => [
 *   { physicianId, age: "7-74", ald: false, c2s: false, n: 900 },
 *   { physicianId, age: "80+", ald: true, c2s: false, n: 100 },
 * ]);
 * const { all } = followUp(panelsFromCounts(table, { year: 2026 }));
 * [all.physicians, all.listSize.mean, all.shares.ald]
 * //=> [5, 1000, 0.1]
 */
export function followUp(panels: Panels, options: FollowUpOptions = {}): FollowUp {
  const counted = countsOf(panels);
  if (typeof options !== "object" || options === null)
    refuse("INPUT_INVALID", "options", options, { fr: "{ by? }", en: "{ by? }" });
  const { by, aldWithoutPhysician = {} } = guard("options", () => ({ ...options }));
  checkKeys("options", options, ["by", "aldWithoutPhysician"]);
  checkKeys("options.aldWithoutPhysician", aldWithoutPhysician, ["all", "groups"]);
  const { all: without, groups: ofGroups = {} } = aldWithoutPhysician;
  for (const [path, number] of [["all", without], ...Object.entries(ofGroups)] as const)
    if (number !== undefined) checkCount(`options.aldWithoutPhysician.${path}`, number);
  const slots = counted.physicianIds.map((_, slot) => slot);
  if (slots.length < LEAST)
    refuse("PHYSICIANS_TOO_FEW", "panels", slots.length, {
      fr: `au moins ${LEAST} médecins : en dessous, un chiffre serait celui de l'un d'eux`,
      en: `at least ${LEAST} physicians: below, a figure would be that of one of them`,
    });
  const key = by === undefined ? undefined : keyOfValues(by, "options.by", counted);
  const groups = key ? groupsOfFive(key) : [];
  const unknown = Object.keys(ofGroups).find((value) => !key?.labels.includes(value));
  if (unknown !== undefined)
    refuse("INPUT_INVALID", "options.aldWithoutPhysician.groups", unknown, aValue);
  return freeze({
    referenceDate: lastDay(counted.referenceYear),
    by: key?.name ?? null,
    all: figuresOf(counted, slots, without),
    groups: groups.map((group) => ({
      values: group.values,
      ...figuresOf(counted, group.slots, ofGroup(group, ofGroups)),
    })),
    least: LEAST,
  });
}

/** Undefined unless it is told of every value. */
function ofGroup(
  { values }: FollowedGroup,
  told: Readonly<Record<string, number>>,
): number | undefined {
  const numbers = values.map((value) => told[value]);
  return numbers.every((number) => number !== undefined)
    ? numbers.reduce((sum, number) => sum + number, 0)
    : undefined;
}

function checkCount(path: string, number: unknown): void {
  if (!Number.isSafeInteger(number) || (number as number) < 0)
    refuse("COUNT_INVALID", path, number, {
      fr: "un entier à partir de 0",
      en: "a whole number from 0",
    });
}

const aValue: LocalizedText = {
  fr: "une valeur de la clé de by",
  en: "a value of the key of by",
};
