import { refuse } from "../error.ts";
import { freeze } from "../freeze.ts";
import { Exact } from "../money/exact.ts";
import { PERCENT } from "../schedule/formats.ts";
import type { Amendment } from "../schedule/language.ts";
import { listSchedules } from "../schedule/registry.ts";
import { rate as rateText } from "../statement/format/locale.ts";
import { checkYear } from "../year.ts";
import { BASE_KEYS, baseOf, type BaseSchedule } from "./base.ts";
import { openKeys } from "./options.ts";
import { valuesOf, valueText } from "./value-paths.ts";

/** Options of `indexation`. */
export interface IndexationOptions extends BaseSchedule {
  /** By how much amounts grow each year: `"2%"`. */
  readonly rate: string;
  /** First and last payment year: `"2026:2029"`. The first keeps the amounts as they are. */
  readonly years: string;
}

/** The amounts of a payment year. */
export interface IndexedYear {
  readonly year: number;
  /** A scenario that starts in this year; load it, or write it to a file. */
  readonly scenario: Amendment;
}

/**
 * Amounts that grow by a rate each year, as scenarios: each is the amount of today by the rate to
 * the power of the years, rounded once to the cent. Rates stay as they are.
 * @returns a scenario for each year, over a schedule of the library; frozen
 * @throws ForfaitError INPUT_INVALID, KEY_UNKNOWN, YEAR_INVALID
 * @example
 * // What is the amount for the C2S after two years at 2 %?
 * const [, , third] = indexation({ schedule: "fr.fmt.2026", rate: "2%", years: "2026:2028" });
 * third?.scenario.patch["c2s.amount"]
 * //=> "10.40"
 */
export function indexation(options: IndexationOptions): readonly IndexedYear[] {
  const given = openKeys(options, [...BASE_KEYS, "rate", "years"]);
  const { rate, years } = given;
  if (typeof rate !== "string" || !PERCENT.pattern.test(rate))
    refuse("INPUT_INVALID", "options.rate", rate, PERCENT.text);
  const [first, last] = spanOf(years);
  const schedule = baseOf(first, given);
  const growth = new Exact(rate.slice(0, -1)).dividedBy(100).plus(1);
  const { id, chosen } = schedule;
  if (!listSchedules().some((one) => one.id === id))
    refuse("INPUT_INVALID", "options.schedule", id, {
      fr: "un barème de la bibliothèque, sur lequel un scénario peut porter",
      en: "a schedule of the library, which a scenario can be over",
    });
  return freeze(
    Array.from({ length: last - first + 1 }, (_, i): IndexedYear => {
      const year = first + i;
      const factor = growth.toPower(i);
      const patch = Object.fromEntries(
        valuesOf(schedule)
          .filter(({ isAmount }) => isAmount)
          .map((one) => [
            one.path,
            valueText(one, factor.times(one.steps).toDecimalPlaces(0).toNumber()),
          ]),
      );
      const name = `${id}.indexed-${year}`;
      return {
        year,
        scenario: {
          id: name,
          version: "1",
          over: id,
          fr: `${schedule.fr}, indexé de ${rateText(rate, "fr")} par an, ${year}`,
          en: `${schedule.en}, indexed by ${rate} a year, ${year}`,
          from: year,
          ...(chosen && { readings: chosen }),
          patch,
        },
      };
    }),
  );
}

function spanOf(years: unknown): [number, number] {
  const [, first, last] = (typeof years === "string" && /^(\d{4}):(\d{4})$/.exec(years)) || [];
  if (first === undefined || Number(first) > Number(last))
    refuse("INPUT_INVALID", "options.years", years, {
      fr: 'la première année et la dernière : "2026:2029"',
      en: 'the first year and the last: "2026:2029"',
    });
  return [checkYear(Number(first)), checkYear(Number(last))];
}
