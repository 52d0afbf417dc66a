import { lastDay } from "../day.ts";
import { freeze } from "../freeze.ts";
import { interval } from "../interval.ts";
import { casesOf } from "../schedule/cases.ts";
import type {
  ActDay,
  AmountCase,
  AmountComponent,
  PreventionWay,
  Schedule,
} from "../schedule/language.ts";
import { attributionOf, combine } from "../schedule/provenance.ts";
import { parseActDay } from "../schedule/prevention/act-day.ts";
import { wayText } from "../schedule/prevention/way-text.ts";
import { waysIn, waysOf } from "../schedule/prevention/ways-of.ts";
import { referenceYearOf } from "../schedule/reference-year.ts";
import { bitsOf } from "../list/ald-numbers.ts";
import type { Bound, CompiledIndicator, CompiledPrevention, CompiledWay } from "./compiled.ts";
import { dayIn, textOf } from "./day.ts";

const compiled = new WeakMap<Schedule, Map<number, CompiledPrevention>>();

/** The indicators that say who is eligible and what validates, in a payment year. */
export function compilePrevention(schedule: Schedule, year: number): CompiledPrevention {
  const ofYears = compiled.get(schedule) ?? new Map<number, CompiledPrevention>();
  compiled.set(schedule, ofYears);
  const made = ofYears.get(year) ?? new PreventionCompiler(schedule, year).compile();
  ofYears.set(year, made);
  return made;
}

/** The year whose actions count: that of the schedule, or the payment year. */
function actsYearOf({ reads }: Schedule, year: number): number {
  return referenceYearOf(reads.preventionYear ?? "N", year);
}

class PreventionCompiler {
  readonly #schedule: Schedule;
  readonly #year: number;
  readonly #actsYear: number;
  readonly #kinds: ReadonlyMap<string, number>;
  readonly #conditions: readonly string[];

  constructor(schedule: Schedule, year: number) {
    this.#schedule = schedule;
    this.#year = year;
    this.#actsYear = actsYearOf(schedule, year);
    this.#kinds = new Map(Object.keys(schedule.acts ?? {}).map((kind, i) => [kind, i]));
    this.#conditions = Object.keys(schedule.conditions ?? {});
  }

  compile(): CompiledPrevention {
    const { amounts, conditions = {}, reads } = this.#schedule;
    const listYear = referenceYearOf(reads.on, this.#year);
    return {
      actsYear: this.#actsYear,
      listDay: lastDay(listYear),
      lastDayOfList: dayIn(listYear, 12, 31),
      indicators: Object.entries(amounts).flatMap(([id, component]) =>
        component.per === "indicator" ? this.#indicators(id, component) : [],
      ),
      kinds: this.#kinds,
      conditions: Object.entries(conditions).map(([id, { shownBy = {} }]) => ({
        id,
        shownBy: Object.values(shownBy).map((way) => this.#way(way)),
      })),
    };
  }

  #indicators(componentId: string, component: AmountComponent): CompiledIndicator[] {
    return casesOf<AmountCase>(componentId, component).flatMap(({ path, name, one }) => {
      if (!one.eligible || !one.validated) return [];
      const attributions = waysOf(path, one).map(({ provenance }) =>
        attributionOf(this.#schedule, provenance),
      );
      const compile = (part: "eligible" | "validated"): CompiledWay[] =>
        waysIn(path, one, part).map(({ way }) => this.#way(way));
      return {
        id: name,
        path,
        label: freeze({ fr: one.fr ?? name, en: one.en ?? name }),
        eligible: compile("eligible"),
        validated: compile("validated"),
        source: freeze(combine(attributions)),
      };
    });
  }

  #way(way: PreventionWay): CompiledWay {
    const { age, on, reaches, sex, ald, condition, acts = {}, from, to } = way;
    return {
      text: freeze(wayText(this.#schedule, way, this.#actsYear)),
      ...(age !== undefined && {
        age: { ...interval(age), on: (this.#bound(on as ActDay) as { day: number }).day },
      }),
      ...(reaches !== undefined && {
        reaches: {
          months: Number.parseInt(reaches, 10),
          from: dayIn(this.#actsYear, 1, 1),
          to: dayIn(this.#actsYear, 12, 31),
        },
      }),
      ...(sex && { sex }),
      ...(ald && { ald: bitsOf(ald) }),
      ...(condition !== undefined && { condition: this.#conditions.indexOf(condition) }),
      acts: Object.entries(acts).map(([kind, count]) => ({
        kind,
        index: this.#kinds.get(kind) as number,
        count,
        isRecordedHere: this.#schedule.acts?.[kind]?.recorded === "here",
      })),
      missing: freeze({ acts: { ...acts } }),
      ...(from !== undefined && { from: this.#bound(from) }),
      ...(to !== undefined && { to: this.#bound(to) }),
    };
  }

  #bound(text: ActDay): Bound {
    const day = parseActDay(text);
    if (day.from === "birth") return { months: day.months };
    const found = dayIn(this.#actsYear + day.years, day.month, day.day);
    return { day: found, text: textOf(found) };
  }
}
