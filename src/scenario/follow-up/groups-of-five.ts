import type { Key } from "../groups.ts";

/** Fewest physicians of whom figures are told. */
export const LEAST = 5;

/** Physicians of one value of a key, or of several. */
export interface FollowedGroup {
  readonly values: readonly string[];
  readonly slots: readonly number[];
}

/**
 * Groups of at least five physicians. Smaller ones are put together, and with the next larger ones
 * until they are five: all groups sum to the whole, and none is left to be subtracted.
 */
export function groupsOfFive({ labels, codes }: Key): FollowedGroup[] {
  const groups = labels.map((label): { values: string[]; slots: number[] } => ({
    values: [label],
    slots: [],
  }));
  for (let slot = 0; slot < codes.length; slot++) groups[codes[slot] as number]?.slots.push(slot);
  const bySize = [...groups].sort((a, b) => a.slots.length - b.slots.length);
  const together: typeof groups = [];
  let physicians = 0;
  for (const group of bySize) {
    if (group.slots.length >= LEAST && (physicians === 0 || physicians >= LEAST)) break;
    together.push(group);
    physicians += group.slots.length;
  }
  const others = together.length > 0 ? [joined(together)] : [];
  return [...groups.filter((group) => !together.includes(group)), ...others];
}

function joined(groups: readonly FollowedGroup[]): FollowedGroup {
  return {
    values: groups.flatMap(({ values }) => values).sort(),
    slots: groups.flatMap(({ slots }) => slots),
  };
}
