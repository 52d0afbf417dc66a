import { ageCurve, scaledIn, sumIn, times, type AgeCurve } from "./age-curve.ts";
import { ALL_AGES } from "./bands.ts";
import type { AldNumber, Margins } from "./margins.ts";
import { WORDS } from "./words.ts";

/** The numbers of ALD of patients of each age: a share of a circle for each number. */
export class AldNumbers {
  readonly #numbers: readonly string[];
  /** Share of patients who have a second number. */
  readonly #second: number;
  /** For each number, the sum of the shares up to it, by age. */
  readonly #limits: readonly AgeCurve[];

  /** @param inAld patients in ALD by age */
  constructor(margins: Margins["aldNumbers"], inAld: AgeCurve) {
    this.#numbers = Object.keys(margins);
    const all = Object.values(margins);
    const perPatient = all.reduce((sum, { share }) => sum + share, 0);
    this.#second = perPatient - 1;
    const shares = fitted(all, inAld);
    const sums = inAld.map(() => 0);
    this.#limits = shares.map((share) => {
      for (const [age, value] of share.entries()) sums[age] = (sums[age] as number) + value;
      return sums.map((sum) => sum);
    });
  }

  /**
   * One number, or two, half a circle apart: each number keeps its share, and the two differ unless
   * more than half of an age have it.
   * @param which the word that chooses; @param howMany the word that says whether there are two
   */
  of(age: number, which: number, howMany: number): readonly string[] {
    const one = this.#at(age, which / WORDS);
    if (howMany / WORDS >= this.#second) return [one];
    const other = this.#at(age, (which / WORDS + 0.5) % 1);
    return one === other ? [one] : [one, other];
  }

  #at(age: number, part: number): string {
    const all = (this.#limits[this.#limits.length - 1] as AgeCurve)[age] as number;
    const at = this.#limits.findIndex((limits) => part * all < (limits[age] as number));
    return this.#numbers[at] as string;
  }
}

/** Rounds of fitting; after them shares and mean ages move by less than a thousandth. */
const ROUNDS = 100;

/**
 * Patients of each number by age: those of an age sum to its patients in ALD, each number has its
 * share and its mean age (iterative proportional fitting; a mean age by a factor for each year of
 * age).
 */
function fitted(numbers: readonly AldNumber[], inAld: AgeCurve): readonly AgeCurve[] {
  const perPatient = numbers.reduce((sum, { share }) => sum + share, 0);
  const all = sumIn(inAld, ALL_AGES) / perPatient;
  let shares: readonly AgeCurve[] = numbers.map(() => inAld);
  for (let round = 0; round < ROUNDS; round++) {
    shares = shares.map((share, i) => {
      const { share: wanted, meanAge } = numbers[i] as AldNumber;
      const aged = meanAge === undefined ? share : nearerTo(meanAge, share);
      return scaledIn(aged, ALL_AGES, all * wanted);
    });
    const sums = ageCurve((age) => shares.reduce((sum, share) => sum + (share[age] as number), 0));
    const fit = inAld.map((wanted, age) => (wanted === 0 ? 0 : wanted / (sums[age] as number)));
    shares = shares.map((share) => times(share, fit));
  }
  return shares;
}

/** Most that a round changes the weight of a year of age, by a factor. */
const STEEPEST = 0.1;

/** A step of Newton's towards a mean age: each year of age weighs more, or less, by one factor. */
function nearerTo(meanAge: number, share: AgeCurve): AgeCurve {
  const all = sumIn(share, ALL_AGES);
  const mean =
    sumIn(
      share.map((value, age) => value * age),
      ALL_AGES,
    ) / all;
  const variance =
    sumIn(
      share.map((value, age) => value * (age - mean) * (age - mean)),
      ALL_AGES,
    ) / all;
  const step = (meanAge - mean) / Math.max(variance, 1);
  const factor = 1 + Math.min(STEEPEST, Math.max(-STEEPEST, step));
  let power = 1;
  return share.map((value, age) => value * (power *= age === 0 ? 1 : factor));
}
