import { AGES } from "../panel/columns/code.ts";
import type { Band } from "../panel/columns/counts.ts";

/** A number for each age from 0: of people, or a rate. */
export type AgeCurve = Float64Array;

export function ageCurve(valueAt: (age: number) => number): AgeCurve {
  return Float64Array.from({ length: AGES }, (_, age) => valueAt(age));
}

/** Straight lines between points in order of age, level before the first and after the last. */
export function throughPoints(
  points: readonly (readonly [age: number, value: number])[],
): AgeCurve {
  return ageCurve((age) => {
    const after = points.findIndex(([at]) => at > age);
    const [from, low] = points[after < 0 ? points.length - 1 : Math.max(0, after - 1)] as Point;
    const [to, high] = points[after < 0 ? points.length - 1 : after] as Point;
    return to === from || age < from ? low : low + ((high - low) * (age - from)) / (to - from);
  });
}

type Point = readonly [age: number, value: number];

export function sumIn(curve: AgeCurve, { from, to }: Band): number {
  let sum = 0;
  for (let age = from; age <= to; age++) sum += curve[age] as number;
  return sum;
}

/** Mean of a rate among people of a band. */
export function meanIn(rate: AgeCurve, people: AgeCurve, band: Band): number {
  const all = sumIn(people, band);
  return all === 0 ? 0 : sumIn(times(rate, people), band) / all;
}

export function times(one: AgeCurve, other: AgeCurve): AgeCurve {
  return one.map((value, age) => value * (other[age] as number));
}

/** Scales the numbers of people of a band to a sum. */
export function scaledIn(people: AgeCurve, band: Band, sum: number): AgeCurve {
  const all = sumIn(people, band);
  return people.map((value, age) => (isIn(band, age) ? (value * sum) / all : value));
}

/** Halvings of an interval, more than a double has bits. */
const HALVINGS = 60;

/**
 * A rate of the same course whose mean among the people of a band is `mean`: their odds are
 * multiplied by one number, so that no rate leaves 0 to 1. A band without people keeps its rates.
 */
export function levelledIn(rate: AgeCurve, people: AgeCurve, band: Band, mean: number): AgeCurve {
  const at = (level: number): AgeCurve =>
    rate.map((value, age) => {
      if (!isIn(band, age)) return value;
      const yes = value * level;
      return yes / (yes + (1 - value) * (1 - level));
    });
  if (sumIn(people, band) === 0) return rate;
  if (mean === 0 || mean === 1) return rate.map((value, age) => (isIn(band, age) ? mean : value));
  let [low, high] = [0, 1];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (meanIn(at(middle), people, band) < mean) low = middle;
    else high = middle;
  }
  return at((low + high) / 2);
}

function isIn({ from, to }: Band, age: number): boolean {
  return age >= from && age <= to;
}
