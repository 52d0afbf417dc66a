import { NoticeBook } from "../../notice.ts";
import type { Fact } from "../../facts.ts";
import type { PhysicianFacts } from "../../list/physician.ts";
import type { FactColumn } from "../../panel/columns/roster-facts.ts";
import type { Roster } from "../../panel/columns/roster.ts";
import { holds } from "../../schedule/conditions.ts";
import type { Condition } from "../../schedule/language.ts";
import type { Compiled } from "../compile.ts";
import { missingPart, physicianReader } from "../facts.ts";

/**
 * Groups physicians whom the schedule treats alike, by their answers to its conditions.
 * @returns the group of each physician, below `size`
 */
export function classesOf(
  compiled: Compiled,
  year: number,
  roster: Roster,
): { readonly classes: Uint32Array; readonly size: number } {
  const classes = new Uint32Array(roster.count);
  let size = 1;
  // Mixed radix: each fact adds one digit to the number of the group.
  for (const column of roster.columns) {
    const { answers, count } = answersOf(compiled, year, column);
    if (count === 1) continue;
    const { codes } = column;
    for (let slot = 0; slot < classes.length; slot++)
      classes[slot] = (classes[slot] as number) + size * (answers[codes[slot] as number] as number);
    size *= count;
  }
  return { classes, size };
}

/** Numbers the distinct sets of answers that the values of a fact give to the conditions on it. */
function answersOf(
  compiled: Compiled,
  year: number,
  { fact, values }: FactColumn,
): { answers: number[]; count: number } {
  const asked = conditionsOn(compiled, fact);
  const numbers = new Map<string, number>();
  const answers = values.map((alone, i) => {
    const key = i === 0 ? "absent" : answersTo(compiled, year, asked, { ...alone, id: null });
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
  return { answers, count: numbers.size };
}

function answersTo(
  { schedule }: Compiled,
  year: number,
  asked: readonly Condition[],
  physician: PhysicianFacts,
): string {
  const reader = physicianReader(schedule, year, physician, new NoticeBook());
  const answers = asked.map((when) => holds(when, reader)).join();
  const missing = missingPart(schedule, year, physician);
  return `${answers} ${missing?.numerator} ${missing?.denominator}`;
}

/** Distinct conditions on one physician fact, without their other facts. */
function conditionsOn({ schedule, amounts, uplifts }: Compiled, fact: Fact): Condition[] {
  const whens = [
    schedule.eligible.when,
    ...[...amounts, ...uplifts].flatMap(({ rules }) => rules.flatMap((rule) => rule.physician)),
  ];
  const alone = whens
    .filter((when) => when[fact] !== undefined)
    .map((when) => JSON.stringify({ [fact]: when[fact] }));
  return [...new Set(alone)].map((when) => JSON.parse(when) as Condition);
}
