import { frenchDay, lastDay } from "../../day.ts";
import { ForfaitError, refusal, type LocalizedText, type Refusal } from "../../error.ts";
import type { Readings } from "../../ids.ts";
import { signedCents, type Cents } from "../../money/cents.ts";
import { countsOf, type CountedPanels, type Panels } from "../../panel/panels.ts";
import type { Schedule, SchedulePatch } from "../../schedule/language.ts";
import { readingsInUse } from "../../schedule/readings.ts";
import { pricesOf, type ReadingPrices } from "../compute-readings.ts";
import { referenceYearOf } from "../facts.ts";
import type { ComputeOptions } from "../options.ts";
import { PaidBook } from "../paid-sums.ts";
import type { PricesReadings, ReadingTotals } from "../reading-totals.ts";
import { scheduleOf } from "../schedule-of.ts";
import { computePanels } from "./statements.ts";

/**
 * What each open question of the text is worth on panels, such as a table of counts: as
 * `computeReadings` on a list. A question about what panels do not tell (another day, a margin that
 * is not crossed) says so in place of its price, and is in no combination.
 * @returns totals and differences in euros per year, all physicians together
 * @throws ForfaitError for refused options, or panels that the readings in use refuse
 * @example
 * // What is it worth whether the uplifts bear on the C2S too, for 107 patients in the C2S?
 * const table = [
 *   { age: "7-74", ald: false, n: 800 },
 *   { c2s: true, n: 107 },
 * ];
 * const physicians = [{ zone: "ZIP" }] as const;
 * const panels = panelsFromCounts(table, { year: 2026, physicians });
 * const { readings } = computePanelReadings(panels, { year: 2026 });
 * readings.find(({ id }) => id === "uplift-base")?.options.map(({ difference }) => difference)
 * //=> ["0.00", "107.00"]
 */
export function computePanelReadings(given: Panels, options: ComputeOptions): ReadingPrices {
  return pricesOf(panelPricer(given, options), scheduleOf(options), options, (open) => open);
}

/** Prices panels under several readings, each once. */
export function panelPricer(given: Panels, options: ComputeOptions): PricesReadings {
  const inUse = scheduleOf(options);
  const known = new Map<string, ReadingTotals>();
  const price = (changes: Readings): ReadingTotals => {
    const key = JSON.stringify(Object.entries(changes).sort());
    const totals = known.get(key) ?? totalsOf(given, inUse, options, changes);
    known.set(key, totals);
    return totals;
  };
  return { price };
}

function totalsOf(
  panels: Panels,
  inUse: Schedule,
  options: ComputeOptions,
  changes: Readings,
): ReadingTotals {
  const readings = { ...options.readings, ...changes };
  const untold = untoldBy(countsOf(panels), inUse, changes, options.year);
  if (untold) return { refusal: untold };
  try {
    const priced = computePanels(panels, { ...options, readings });
    const cents: Record<string, Cents> = {};
    const book = new PaidBook();
    for (let i = 0; i < panels.physicianIds.length; i++) {
      const { components, instalments } = priced.statement(i);
      for (const [id, amount] of Object.entries(components))
        cents[id] = (cents[id] ?? 0) + signedCents(amount as string);
      book.add(instalments);
    }
    return { cents, paid: book.paid, parts: book.parts };
  } catch (error) {
    if (error instanceof ForfaitError) return { refusal: error.refusal };
    throw error;
  }
}

/** Why panels cannot show what an option changes; undefined if they can. */
function untoldBy(
  panels: CountedPanels,
  inUse: Schedule,
  changes: Readings,
  year: number,
): Refusal | undefined {
  const used = readingsInUse(inUse);
  const paths = Object.entries(changes).flatMap(([id, option]) => {
    const or: Readonly<Record<string, SchedulePatch>> = inUse.readings?.[id]?.or ?? {};
    const patches = [or[option], or[used[id] as string]];
    return patches.flatMap((patch) => Object.keys(patch ?? {}));
  });
  const facts = panels.physicianIds.map((_, slot) => panels.roster.facts(slot));
  const isTold: readonly (readonly [boolean, (path: string) => boolean, LocalizedText])[] = [
    [false, (path) => path === "reads.on", dayOfTable(inUse, year)],
    [
      facts.every(({ zone }) => Array.isArray(zone)),
      (path) => path === "reads.zoneOn",
      { fr: "les zones avec leurs dates", en: "zones with their dates" },
    ],
    [
      !panels.told.prevention,
      (path) => path === "reads.preventionYear",
      { fr: "l'année de chaque indicateur validé", en: "the year of each prevention action" },
    ],
    [
      false,
      (path) => path === "reads.lateVisit",
      { fr: "les visites d'après ce jour", en: "the visits after the day" },
    ],
    [
      facts.some(({ activeUntil }) => activeUntil !== undefined),
      (path) => path === "eligible.partYear",
      { fr: "la fin d'activité du médecin", en: "the last day of activity of the physician" },
    ],
    [
      facts.some(({ installed }) => installed !== undefined),
      (path) => path === "reads.installationYear" || /\.year-\d\.rate$/.test(path),
      { fr: "la première installation du médecin", en: "the first installation of the physician" },
    ],
    [
      panels.told.seenForm !== "unknown",
      (path) => path.endsWith(".when.seen"),
      { fr: 'qui a été vu (colonne "seen")', en: 'who was seen (column "seen")' },
    ],
  ];
  const missing = isTold.find(([told, asks]) => !told && paths.some(asks));
  return missing && refusal("READING_UNANSWERED", "table", undefined, missing[2]);
}

function dayOfTable(inUse: Schedule, year: number): LocalizedText {
  const day = lastDay(referenceYearOf(inUse.reads.on, year));
  return {
    fr: `la patientèle d'un autre jour que le ${frenchDay(day)}`,
    en: `the list on another day than ${day}`,
  };
}
