import { ageCurve, levelledIn, scaledIn, times, type AgeCurve } from "./age-curve.ts";
import { COURSES } from "./assumed.ts";
import { bandIn } from "./bands.ts";
import type { ByBand, BySex, Margins } from "./margins.ts";

/** Patients by age, and their rates at each age. */
export interface Curves {
  readonly patients: AgeCurve;
  readonly women: AgeCurve;
  readonly ald: Readonly<Record<keyof BySex, AgeCurve>>;
  readonly free: AgeCurve;
  readonly contributory: AgeCurve;
}

/** Lays the margins over the courses by age. */
export function curvesOf({ ages, women, ald, c2s }: Margins): Curves {
  const patients = patientsOf(ages);
  const areWomen = rateThrough(women);
  const ofSex = {
    F: times(patients, areWomen),
    M: times(
      patients,
      areWomen.map((rate) => 1 - rate),
    ),
  };
  const [free, contributory] = (["free", "contributory"] as const).map((kind) =>
    levelled(COURSES[kind], patients, c2s[kind]),
  ) as [AgeCurve, AgeCurve];
  const aldOf = (sex: keyof BySex): AgeCurve => {
    const rates = Object.entries(ald).map(
      ([band, rate]) => [band, typeof rate === "number" ? rate : rate[sex]] as const,
    );
    return levelled(COURSES.ald, ofSex[sex], Object.fromEntries(rates));
  };
  return { patients, women: areWomen, ald: { F: aldOf("F"), M: aldOf("M") }, free, contributory };
}

/** Rate of both kinds of C2S together at the age where it is highest. */
export function highestC2s({ free, contributory }: Curves): number {
  return free.reduce((most, rate, age) => Math.max(most, rate + (contributory[age] as number)), 0);
}

/** A rate that is the same at each age of a band. */
export function rateThrough(rates: ByBand): AgeCurve {
  const bands = Object.entries(rates).map(([band, rate]) => ({ ...bandIn(band), rate }));
  return ageCurve((age) => bands.find(({ from, to }) => from <= age && age <= to)?.rate ?? 0);
}

function patientsOf(ages: ByBand): AgeCurve {
  const course = times(
    COURSES.people,
    rateThrough(Object.fromEntries(Object.keys(ages).map((band) => [band, 1]))),
  );
  return Object.entries(ages).reduce(
    (patients, [band, weight]) => scaledIn(patients, bandIn(band), weight),
    course,
  );
}

function levelled(course: AgeCurve, people: AgeCurve, rates: ByBand): AgeCurve {
  return Object.entries(rates).reduce(
    (rate, [band, mean]) => levelledIn(rate, people, bandIn(band), mean),
    course,
  );
}
