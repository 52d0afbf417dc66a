import { NoticeBook } from "../../notice.ts";
import type { AnyFact } from "../../facts.ts";
import type { PhysicianFacts } from "../../list/physician.ts";
import type { FactColumn } from "../../panel/columns/roster-facts.ts";
import type { Roster } from "../../panel/columns/roster.ts";
import { holds } from "../../schedule/conditions.ts";
import type { Condition } from "../../schedule/language.ts";
import type { Compiled } from "../compiled.ts";
import { isActive, missingPart, physicianReader } from "../facts.ts";
import type { PatientClasses } from "../patient-classes.ts";

/** The physicians of each class that a schedule treats alike, in ascending order. */
export type PhysicianClasses = readonly Uint32Array[];

/** By the classes of patients: schedules that differ by values only have them in common. */
const known = new WeakMap<Roster, WeakMap<PatientClasses, Map<string, PhysicianClasses>>>();

/** Groups physicians by their answers to the conditions of a schedule. */
export function physicianClasses(
  compiled: Compiled,
  year: number,
  roster: Roster,
): PhysicianClasses {
  const ofRoster =
    known.get(roster) ?? new WeakMap<PatientClasses, Map<string, PhysicianClasses>>();
  known.set(roster, ofRoster);
  const memo = ofRoster.get(compiled.classes) ?? new Map<string, PhysicianClasses>();
  ofRoster.set(compiled.classes, memo);
  const key = `${year} ${roster.count}`; // a roster may still grow
  const found = memo.get(key) ?? group(compiled, year, roster);
  memo.set(key, found);
  return found;
}

function group(compiled: Compiled, year: number, roster: Roster): PhysicianClasses {
  let classes = new Uint32Array(roster.count);
  for (const { fact, values, codes } of roster.columns) {
    const { answers, count } = answersOf(compiled, year, fact, values);
    if (count === 1) continue;
    // Numbered anew by each fact: a number with a digit for each would outgrow 32 bits, or 53.
    const numbers = new Map<number, number>();
    classes = classes.map((before, slot) =>
      numberOf(numbers, before * count + (answers[codes[slot] as number] as number)),
    );
  }
  return membersOf(classes);
}

/** Members of the classes that have any. */
function membersOf(classes: Uint32Array): PhysicianClasses {
  const members = new Map<number, number[]>();
  for (let slot = 0; slot < classes.length; slot++) {
    const number = classes[slot] as number;
    const others = members.get(number);
    if (others) others.push(slot);
    else members.set(number, [slot]);
  }
  return [...members.values()].map((slots) => new Uint32Array(slots));
}

/** Numbers the distinct sets of answers that the values of a fact give to the conditions on it. */
function answersOf(
  compiled: Compiled,
  year: number,
  fact: AnyFact,
  values: FactColumn["values"],
): { answers: number[]; count: number } {
  const asked = conditionsOn(compiled, fact);
  const numbers = new Map<string | undefined, number>();
  const isTold = (alone: PhysicianFacts, i: number): boolean =>
    i > 0 && (fact !== "active" || isActive(compiled.schedule, year, alone) !== undefined);
  const answers = values.map((known, i) => {
    const alone = { ...known, id: null };
    return numberOf(
      numbers,
      isTold(alone, i) ? answersTo(compiled, year, asked, alone) : undefined,
    );
  });
  return { answers, count: numbers.size };
}

/** Numbers keys from 0, in the order in which they first come. */
function numberOf<Key>(numbers: Map<Key, number>, key: Key): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
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
function conditionsOn({ schedule, amounts, uplifts }: Compiled, fact: AnyFact): Condition[] {
  const whens = [
    schedule.eligible.when,
    ...[...amounts, ...uplifts].flatMap(({ rules }) => rules.flatMap((rule) => rule.physician)),
  ];
  const alone = whens.map((when) => JSON.stringify({ [fact]: when[fact] }));
  return [...new Set(alone)].map((when) => JSON.parse(when) as Condition);
}
