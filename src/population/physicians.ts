import type { Physician } from "../list/physician.ts";
import { bandIn } from "./bands.ts";
import { dayIn } from "./days.ts";
import type { ByBand, Margins } from "./margins.ts";
import { turned, wholeBelow, wordsOf, WORDS } from "./words.ts";

/** A synthetic physician. */
export interface SyntheticPhysician extends Physician {
  readonly id: string;
  readonly zone: NonNullable<Exclude<Physician["zone"], readonly unknown[]>>;
  readonly sector: NonNullable<Exclude<Physician["sector"], readonly unknown[]>>;
  readonly birthDate: string;
  readonly firstInstallation: string;
  /** Code of the département of the practice. */
  readonly departement: string;
}

/** What a list is like besides its number of patients. */
export interface ListTraits {
  readonly patients: number;
  /** Steps, each way as many as `MIX_STEPS` says: how much older, and how much poorer, than all. */
  readonly older: number;
  readonly poorer: number;
}

/** Steps of the differences between lists, each way. A table of cells is made for each mix. */
export const MIX_STEPS = { older: 4, poorer: 16 } as const;

/** The facts of physicians and the traits of their lists, by index. */
export class Physicians {
  readonly #seed: number;
  readonly #year: number;
  readonly #sizes: Margins["sizes"];
  readonly #zones: Draw<string>;
  readonly #sectors: Draw<string>;
  readonly #departements: Draw<string>;
  readonly #ages: Draw<number>;
  readonly #installation: readonly (readonly [number, number])[];

  constructor(seed: number, referenceYear: number, margins: Margins) {
    this.#seed = seed;
    this.#year = referenceYear;
    this.#sizes = margins.sizes;
    this.#zones = drawOf(Object.entries(margins.zones));
    this.#sectors = drawOf(Object.entries(margins.sectors));
    this.#departements = drawOf(Object.entries(margins.departements));
    this.#ages = drawOf(weightsByAge(margins.physicianAges));
    this.#installation = weightsByAge(margins.installationAges);
  }

  physician(index: number): SyntheticPhysician {
    const turn = (trait: Parameters<typeof turned>[1]): number => turned(this.#seed, trait, index);
    const words = wordsOf(this.#seed, ~index);
    const age = this.#ages(turn("age"));
    const until = this.#installation.filter(([at]) => at <= age);
    const installed = until.length === 0 ? age : drawOf(until)(turn("installation"));
    return {
      id: physicianId(index),
      zone: this.#zones(turn("zone")) as SyntheticPhysician["zone"],
      sector: this.#sectors(turn("sector")) as SyntheticPhysician["sector"],
      birthDate: dayIn(this.#year - age, words(0)),
      firstInstallation: dayIn(this.#year - age + installed, words(1)),
      departement: this.#departements(turn("departement")),
    };
  }

  traits(index: number): ListTraits {
    const step = (trait: "ageMix" | "c2sMix", each: number): number =>
      wholeBelow(2 * each + 1, turned(this.#seed, trait, index)) - each;
    return {
      patients: this.#patients(turned(this.#seed, "size", index)),
      older: step("ageMix", MIX_STEPS.older),
      poorer: step("c2sMix", MIX_STEPS.poorer),
    };
  }

  #patients(word: number): number {
    const percent = (word / WORDS) * 100;
    const after = this.#sizes.findIndex(([at]) => at > percent);
    const [[from, fewer], [to, more]] = [this.#sizes[after - 1], this.#sizes[after]] as [
      Margins["sizes"][number],
      Margins["sizes"][number],
    ];
    return Math.round(fewer + ((more - fewer) * (percent - from)) / (to - from));
  }
}

export function physicianId(index: number): string {
  return `M${index + 1}`;
}

type Draw<Value> = (word: number) => Value;

/** Draws values by their weights. */
function drawOf<Value>(weights: readonly (readonly [Value, number])[]): Draw<Value> {
  const all = weights.reduce((sum, [, weight]) => sum + weight, 0);
  let sum = 0;
  const limits = weights.map(([value, weight]) => [value, (sum += weight) / all] as const);
  return (word) => {
    const at = word / WORDS;
    return (limits.find(([, limit]) => at < limit) ??
      (limits[limits.length - 1] as (typeof limits)[number]))[0];
  };
}

function weightsByAge(bands: ByBand): (readonly [age: number, weight: number])[] {
  return Object.entries(bands).flatMap(([text, weight]) => {
    const { from, to } = bandIn(text);
    const ages = to - from + 1;
    return Array.from({ length: ages }, (_, i) => [from + i, weight / ages] as const);
  });
}
