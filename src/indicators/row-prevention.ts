import type { Sex } from "../facts.ts";
import type { RowPrevention } from "../list/row-prevention.ts";
import type { Notice } from "../notice.ts";
import type { Schedule } from "../schedule/language.ts";
import { Assessor } from "./assess.ts";
import { compilePrevention } from "./compile.ts";
import type { CompiledPrevention } from "./compiled.ts";
import { NEVER } from "./day.ts";
import type { KnownFacts } from "./facts.ts";
import { inYear, readFacts } from "./read-facts.ts";

/** How rows tell of prevention under a schedule; undefined if it does not say what validates. */
export function rowPrevention(schedule: Schedule, year: number): RowPrevention | undefined {
  return saysWhatValidates(schedule) ? new PreventionOfRows(schedule, year) : undefined;
}

function saysWhatValidates({ amounts }: Schedule): boolean {
  return Object.values(amounts).some(
    ({ per, cases = {} }) =>
      per === "indicator" && Object.values(cases).some(({ validated }) => validated),
  );
}

/** What nobody tells: any patient of an age and a sex. */
const UNKNOWN = {
  isOnList: true,
  ald: "unknown",
  aldNumbers: undefined,
  acts: undefined,
  told: [],
  status: {},
} as const;

class PreventionOfRows implements RowPrevention {
  readonly #schedule: Schedule;
  readonly #year: number;
  readonly #impossible = new Map<string, boolean>();
  #compiled: CompiledPrevention | undefined;
  #made: Assessor | undefined;

  constructor(schedule: Schedule, year: number) {
    this.#schedule = schedule;
    this.#year = year;
  }

  readonly validated: RowPrevention["validated"] = (row, path, refusals, notices) => {
    const facts = readFacts(row, this.#prevention, path, refusals);
    const { validated, isOpen } = this.#assessor.validated(facts);
    if (isOpen) notices.push(unknownOf(path));
    return validated;
  };

  readonly isImpossible: RowPrevention["isImpossible"] = (id, age, sex) => {
    const key = `${id} ${age} ${sex}`;
    const known = this.#impossible.get(key);
    if (known !== undefined) return known;
    const is = !this.#assessor.mayBeEligible(id, this.#anyone(age, sex));
    this.#impossible.set(key, is);
    return is;
  };

  readonly impossible: RowPrevention["impossible"] = (id, path) => {
    const found = this.#prevention.indicators.find((one) => one.id === id);
    const { fr, en } = found?.label ?? { fr: id, en: id };
    return {
      code: "prevention-impossible",
      path,
      about: Object.freeze({ fr, en }),
      fr: `« ${fr} » : validé pour un patient que son âge ou son sexe exclut`,
      en: `"${en}": validated for a patient whom their age or sex excludes`,
    };
  };

  /** In a key of what a list is read by, all that decides what is validated. */
  toJSON(): unknown {
    const { amounts, acts, conditions, reads } = this.#schedule;
    const ways = Object.values(amounts).map(({ cases = {} }) =>
      Object.entries(cases).map(([id, { eligible, validated }]) => [id, eligible, validated]),
    );
    return { ways, acts, conditions, reads: [reads.on, reads.preventionYear], year: this.#year };
  }

  get #prevention(): CompiledPrevention {
    return (this.#compiled ??= compilePrevention(this.#schedule, this.#year));
  }

  /** A statement is read when all is known: no act is too late but for its window. */
  get #assessor(): Assessor {
    return (this.#made ??= new Assessor(this.#prevention, NEVER));
  }

  #anyone(age: number, sex: Sex | undefined): KnownFacts {
    const { listDay, conditions } = this.#prevention;
    return {
      ...UNKNOWN,
      ...inYear(Number.parseInt(listDay, 10) - age),
      sex: sex === "F" || sex === "M" ? sex : undefined,
      conditions: conditions.map(() => "unknown"),
    };
  }
}

function unknownOf(path: string): Notice {
  return {
    code: "prevention-unknown",
    path: `${path}.acts`,
    fr:
      "patient dont des indicateurs restent inconnus : ne sont comptés que les validés " +
      "(preventionRange donne la fourchette)",
    en:
      "patient some of whose indicators are unknown: only the validated ones are counted " +
      "(preventionRange gives the range)",
  };
}
