import { levelledIn, meanIn, scaledIn, sumIn, times, type AgeCurve } from "./age-curve.ts";
import { ASSUMED, COURSES, LARGEST_LISTS, REGISTERED } from "./assumed.ts";
import { ALL_AGES, bandIn } from "./bands.ts";
import { rateThrough } from "./curves.ts";
import type { ByBand, Margins } from "./margins.ts";
import { ALD, ALD_NUMBERS, C2S, IN_ZIP, LIST_SIZES, PEOPLE_BY_AGE, SECTORS } from "./published.ts";

/** People of France by age on 31 December; a year between two published ones lies between them. */
function peopleOn(year: number): AgeCurve {
  const [first, last] = [2022, 2026];
  const part = Math.min(1, Math.max(0, (year + 1 - first) / (last - first)));
  let people = COURSES.people;
  for (const [band, share] of Object.entries(PEOPLE_BY_AGE[first] as ByBand)) {
    const later = (PEOPLE_BY_AGE[last] as ByBand)[band] as number;
    people = scaledIn(people, bandIn(band), share + (later - share) * part);
  }
  return people;
}

/** The share of people of each age who are on a list. */
export const registered: AgeCurve = rateThrough(REGISTERED);

/** Margins of the country on 31 December of a year. */
export function defaultMargins(year: number): Margins {
  const people = peopleOn(year);
  const patients = times(people, registered);
  return {
    sizes: listSizes(),
    ages: Object.fromEntries(
      ["0-6", "7-15", "16-39", "40-59", "60-74", "75-79", "80+"].map((band) => [
        band,
        sumIn(patients, bandIn(band)),
      ]),
    ),
    ald: aldRates(patients),
    aldNumbers: aldNumbers(),
    c2s: c2sRates(people, patients),
    zones: { ZIP: IN_ZIP, none: 100 - IN_ZIP },
    sectors: { ...SECTORS, "2": 100 - SECTORS["1"] - SECTORS["2-optam"] },
    ...ASSUMED,
  };
}

/** The largest list is such that the mean is the one published. */
function listSizes(): Margins["sizes"] {
  const known = [[0, 1], ...LIST_SIZES.percentiles, ...LARGEST_LISTS] as const;
  let sum = 0;
  for (const [i, [percent, patients]] of known.entries()) {
    const [before, fewer] = known[i - 1] ?? [percent, patients];
    sum += ((percent - before) * (patients + fewer)) / 2;
  }
  const [percent, patients] = known[known.length - 1] as readonly [number, number];
  const rest = 100 * LIST_SIZES.mean - sum;
  return [...known, [100, (2 * rest) / (100 - percent) - patients]];
}

/** The rates under 60 and from 60 to 74 are what the published ones leave. */
function aldRates(patients: AgeCurve): Margins["ald"] {
  const all = sumIn(patients, ALL_AGES);
  const inAld = (all * ALD.perPhysician) / LIST_SIZES.mean;
  const women = rateThrough(ASSUMED.women);
  const band = bandIn("75-79");
  const areWomen = meanIn(women, patients, band);
  const from75 =
    sumIn(patients, band) * (ALD["75-79"].F * areWomen + ALD["75-79"].M * (1 - areWomen)) +
    sumIn(patients, bandIn("80+")) * ALD["80+"];
  return {
    "0-59": (inAld * (1 - ALD.from60)) / sumIn(patients, bandIn("0-59")),
    "60-74": (inAld * ALD.from60 - from75) / sumIn(patients, bandIn("60-74")),
    "75-79": ALD["75-79"],
    "80+": ALD["80+"],
  };
}

function aldNumbers(): Margins["aldNumbers"] {
  const { persons, recognised, byNumber } = ALD_NUMBERS;
  const shares = Object.entries(byNumber).map(
    ([number, { persons: some, ...age }]) => [number, { share: some / persons, ...age }] as const,
  );
  const named = shares.reduce((sum, [, { share }]) => sum + share, 0);
  return { "0": { share: recognised / persons - named }, ...Object.fromEntries(shares) };
}

/** Rates among all people, taken to be the same at each age on lists. */
function c2sRates(people: AgeCurve, patients: AgeCurve): Margins["c2s"] {
  const { free, contributory } = C2S;
  const all = sumIn(people, ALL_AGES);
  const onLists = (course: AgeCurve, band: string, persons: number): number => {
    const of = bandIn(band);
    const rate = ((persons / C2S.people) * all) / sumIn(people, of);
    return meanIn(levelledIn(course, people, of, rate), patients, of);
  };
  return {
    free: {
      "0-19": onLists(COURSES.free, "0-19", free.persons * free.under20),
      "20+": onLists(COURSES.free, "20+", free.persons * (1 - free.under20)),
    },
    contributory: { "0+": onLists(COURSES.contributory, "0+", contributory.persons) },
  };
}
