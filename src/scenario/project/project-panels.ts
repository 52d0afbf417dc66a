import { lastDay } from "../../day.ts";
import { refuse, type LocalizedText } from "../../error.ts";
import { OLDEST } from "../../facts.ts";
import { freeze } from "../../freeze.ts";
import { MILLION } from "../../millionths.ts";
import { fraction, rateOf } from "../../money/rate.ts";
import { countsOf, type CountedPanels, type Panels } from "../../panel/panels.ts";
import { cellsOf, patientsIn, recounted, type CellCount } from "../../panel/recounted.ts";
import { referenceYearOf } from "../../statement/facts.ts";
import { checkYear } from "../../year.ts";
import { STATIC, type Static } from "../note.ts";
import { openKeys } from "../options.ts";
import { scheduleIn, type ScheduleChoice } from "../sides.ts";
import { assumptionsOf } from "./assumptions.ts";
import { readEntries, type Entry } from "./entries.ts";
import { checkExits, readExits, type Exits } from "./exits.ts";
import { typeset } from "../../typography.ts";

/** Options of `projectPanels`. */
export interface ProjectOptions {
  /** Payment year on whose reference day the list is wanted. */
  readonly to: number;
  /** Whose reference day; absent, that of the schedule in force in that year. */
  readonly schedule?: ScheduleChoice;
  /** Who joins in each year, with the age of its last day; absent, nobody. */
  readonly entries?: readonly Entry[];
  /** Which part of each age dies or leaves in each year; absent, nobody. */
  readonly exits?: Exits;
}

/** What becomes of the patients of all physicians in a year. */
export interface ProjectedYear {
  /** The last day of the year. */
  readonly referenceDate: string;
  readonly patients: number;
  readonly entered: number;
  readonly left: number;
}

/** Panels of a later day, which every function takes that takes panels. */
export interface ProjectedPanels extends Panels, Static {
  readonly assumptions: readonly LocalizedText[];
  /** Year by year, from the first on. */
  readonly years: readonly ProjectedYear[];
}

/**
 * A list some years later: each year a part of each age leaves, the others grow a year older, and
 * others join. Without `exits` nobody dies, without `entries` nobody comes: the result says so.
 * @param panels of `panelsFromColumns`, or of `panelsFromCounts` by single ages (`split: "even"`)
 * @returns panels with parts of patients, to the millionth, and what was assumed; frozen
 * @throws ForfaitError INPUT_INVALID, KEY_UNKNOWN; BAND_STRADDLES for ages known as a band;
 * MARGIN_CROSSED; AGE_INVALID for patients who grow too old; for entries as `panelsFromCounts`
 * @example
 * // Of 100 patients of 79 a tenth leaves each year, and 5 are born: how many are left in 2028?
 * const panels = panelsFromCounts([{ age: 79, ald: true, c2s: false, n: 100 }], { year: 2026 });
 * const entries = [{ age: 0, ald: false, c2s: false, n: 5 }];
 * const exits = { "0-64": "0%", "65+": "10%" };
 * const later = projectPanels(panels, { to: 2028, entries, exits });
 * later.years.map(({ patients, entered, left }) => [patients, entered, left])
 * //=> [[95, 5, 10], [91, 5, 9]]
 * computePanels(later, { year: 2028 }).totalCents[0]
 * //=> 825000
 */
export function projectPanels(panels: Panels, options: ProjectOptions): ProjectedPanels {
  const given = openKeys(options, ["to", "schedule", "entries", "exits"]);
  const counted = countsOf(panels);
  const to = checkYear(given.to);
  const schedule = scheduleIn(to, "schedule", given.schedule);
  const referenceYear = referenceYearOf(schedule.reads.on, to);
  const span = referenceYear - counted.referenceYear;
  if (span < 0)
    refuse("INPUT_INVALID", "options.to", to, {
      fr: `une année dont le jour de référence n'est pas avant ${counted.referenceYear}`,
      en: `a year whose reference day is not before ${counted.referenceYear}`,
    });
  checkAges(counted);
  const entries = readEntries(counted, given.entries ?? [], to, schedule);
  const rates = given.exits === undefined ? undefined : readExits(given.exits);
  const bands = [...counted.told.bands, ...entries.bands].filter(({ band }) => band.isOpen);
  if (rates) checkExits(rates, bands);
  const isKept = new Set(bands.map(({ kind, band }) => (kind << 8) | band.from));
  const years: ProjectedYear[] = [];
  let lists = counted.physicianIds.map((_, slot): readonly CellCount[] => cellsOf(counted, slot));
  const first = lists.map(patientsIn);
  for (let i = 1; i <= span; i++) {
    const before = lists.map(patientsIn);
    const staying = lists.map((cells) => cells.map(stays));
    lists = staying.map((cells, slot) => [...cells.map(older), ...(entries.of[slot] ?? [])]);
    const sums = [before, staying.map(patientsIn), lists.map(patientsIn)].map(sumOf);
    const [start, stayed, end] = sums as [number, number, number];
    years.push({
      referenceDate: lastDay(counted.referenceYear + i),
      patients: end / MILLION,
      entered: (end - stayed) / MILLION,
      left: (start - stayed) / MILLION,
    });
  }
  return recounted(
    counted,
    {
      referenceYear,
      told: { ...counted.told, bands },
      patients: (_, slot) => lists[slot] as readonly CellCount[],
      actions: (before, slot) =>
        first[slot] === 0
          ? before
          : rateOf(
              fraction(patientsIn(lists[slot] as readonly CellCount[]), first[slot] as number),
              before,
              "half away from zero",
            ),
    },
    freeze({ ...STATIC, assumptions: assumptionsOf(given).map(typeset), years }),
  );

  function stays(cell: CellCount): CellCount {
    const rate = rates?.[cell.age];
    const left = rate ? rateOf(rate, cell.count, "half away from zero") : 0;
    return { ...cell, count: cell.count - left };
  }

  /** Who is in a band without an end stays in it. */
  function older(cell: CellCount): CellCount {
    if (isKept.has((cell.kind << 8) | cell.age)) return cell;
    if (cell.age === OLDEST && cell.count > 0)
      refuse("AGE_INVALID", "panels", OLDEST + 1, {
        fr: `${OLDEST} ans au plus ; ou des sorties de "100%" à cet âge`,
        en: `${OLDEST} years at most; or exits of "100%" at that age`,
      });
    return { ...cell, age: Math.min(OLDEST, cell.age + 1) };
  }
}

/** Refuses patients whose ages, or C2S, are known of several together. */
function checkAges({ told }: CountedPanels): void {
  const closed = told.bands.find(({ band }) => !band.isOpen && band.from < band.to);
  if (closed)
    refuse("BAND_STRADDLES", "panels", `${closed.band.from}-${closed.band.to}`, {
      fr: 'des âges un par un, qui vieillissent : panelsFromCounts avec split: "even"',
      en: 'single ages, which grow older: panelsFromCounts with split: "even"',
    });
  if (told.crossed.length > 0)
    refuse("MARGIN_CROSSED", "panels", undefined, {
      fr: "la C2S de chaque ligne : une marge ne dit pas qui l'a",
      en: "the C2S of each row: a margin does not tell who has it",
    });
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
