import { wholeNumber } from "./number.ts";

/**
 * An age band as statistics and physicians write it: `80 ans et +`, `0-6 ans`, `75 à 79 ans`,
 * `moins de 7 ans`, `65–69`, `≥ 80`.
 * @returns `"75-79"`, `"80+"`, or an age; undefined for a text of no known meaning
 */
export function ageBand(text: string): string | number | undefined {
  const bare = text
    .toLowerCase()
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(/\bans?\b|\byears?( old)?\b/g, "")
    .replace(/\s+/g, " ")
    .trim();
  const one = wholeNumber(bare);
  if (one !== undefined) return one;
  const open = OPEN.map((form) => form.exec(bare)?.[1]).find((from) => from !== undefined);
  if (open !== undefined) return `${Number(open)}+`;
  const above = /^(?:plus de|>|over|above) ?(\d{1,3})$/.exec(bare)?.[1];
  if (above !== undefined) return `${Number(above) + 1}+`;
  const below = /^(?:moins de|<|under|below) ?(\d{1,3})$/.exec(bare)?.[1];
  if (Number(below) > 0) return `0-${Number(below) - 1}`;
  const band = /^(?:de |from |entre )?(\d{1,3}) ?(?:-|–|—|‑|−|à|a|to|et) ?(\d{1,3})$/.exec(bare);
  return band ? `${Number(band[1])}-${Number(band[2])}` : undefined;
}

/** A band without an end. */
const OPEN = [
  /^(\d{1,3}) ?(?:et ?)?\+$/,
  /^(\d{1,3}) ?(?:et|ou|and|or) ?(?:plus|over|more|older|above|au-delà|au delà)$/,
  /^(?:≥|>=|à partir de|dès|from) ?(\d{1,3})$/,
];
