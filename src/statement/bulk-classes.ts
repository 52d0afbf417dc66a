import { NoticeBook } from "../notice.ts";
import type { Fact, PhysicianFact } from "../facts.ts";
import type { PhysicianFacts } from "../panel/physician.ts";
import type { Roster } from "../panel/roster.ts";
import { holds } from "../schedule/conditions.ts";
import type { When } from "../schedule/language.ts";
import type { Compiled } from "./compile.ts";
import { missingPart, physicianReader } from "./facts.ts";

/** A fact of physicians in columns: which of the distinct values each has. */
interface FactColumn {
  readonly fact: PhysicianFact;
  /** One physician for each distinct value, who has nothing else; the first has not even that. */
  readonly values: readonly PhysicianFacts[];
  readonly codes: Uint32Array;
}

const FIELDS: Readonly<Record<Exclude<PhysicianFact, "active">, keyof PhysicianFacts>> = {
  zone: "zone",
  contract: "contract",
  sector: "sector",
  physicianAge: "age",
  installationYear: "installed",
};

/**
 * Sorts physicians by what a schedule asks of them: two of one class are treated alike.
 * @returns the class of each physician, and one physician of each class, by its number
 */
export function classesOf(compiled: Compiled, year: number, roster: Roster): { readonly classes: Float64Array; readonly first: ReadonlyMap<number, number> } {
  const classes = new Float64Array(roster.count);
  let size = 1;
  for (const column of factColumns(roster)) {
    const { answers, count } = answersOf(compiled, year, column);
    for (let slot = 0; slot < classes.length; slot++) {
      classes[slot] = (classes[slot] as number) + size * (answers[column.codes[slot] as number] as number);
    }
    size *= count;
  }
  const first = new Map<number, number>();
  for (let slot = 0; slot < classes.length; slot++) if (!first.has(classes[slot] as number)) first.set(classes[slot] as number, slot);
  return { classes, first };
}

/** The number of the answers that each distinct value gives to the conditions on its fact. */
function answersOf(compiled: Compiled, year: number, { fact, values }: FactColumn): { answers: number[]; count: number } {
  const asked = conditionsOn(compiled, fact);
  const numbers = new Map<string, number>();
  const answers = values.map((physician, i) => {
    const key = i === 0 ? "absent" : answersTo(compiled, year, fact, asked, physician);
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
  return { answers, count: numbers.size };
}

function answersTo({ schedule }: Compiled, year: number, fact: PhysicianFact, asked: readonly When[], physician: PhysicianFacts): string {
  const reader = physicianReader(schedule, year, physician, new NoticeBook());
  const answers = asked.map((when) => holds(when, reader)).join();
  if (fact !== "active") return answers;
  const missing = missingPart(schedule, year, physician);
  return `${answers} ${missing?.numerator} ${missing?.denominator}`;
}

/** Every condition on one fact of the physician, alone. */
function conditionsOn({ schedule, amounts, uplifts }: Compiled, fact: Fact): When[] {
  const whens = [schedule.eligible.when, ...[...amounts, ...uplifts].flatMap(({ rules }) => rules.flatMap((rule) => rule.physician))];
  const alone = whens.filter((when) => when[fact] !== undefined).map((when) => JSON.stringify({ [fact]: when[fact] }));
  return [...new Set(alone)].map((when) => JSON.parse(when) as When);
}

const known = new WeakMap<Roster, readonly FactColumn[]>();

function factColumns(roster: Roster): readonly FactColumn[] {
  const columns = known.get(roster) ?? newFactColumns(roster);
  known.set(roster, columns);
  return columns;
}

function newFactColumns(roster: Roster): FactColumn[] {
  if (!roster.isGiven) return [];
  const ofOne = Object.entries(FIELDS).map(([fact, field]) =>
    factColumn(roster, fact as PhysicianFact, (physician) => physician[field], (physician) => ({ id: null, [field]: physician[field] })),
  );
  const span = factColumn(roster, "active", activity, ({ activeFrom, activeUntil }) => ({ id: null, ...(activeFrom !== undefined && { activeFrom }), ...(activeUntil !== undefined && { activeUntil }) }));
  return [...ofOne, span];
}

function activity({ activeFrom, activeUntil }: PhysicianFacts): string | undefined {
  return activeFrom === undefined && activeUntil === undefined ? undefined : `${activeFrom ?? ""} ${activeUntil ?? ""}`;
}

function factColumn(roster: Roster, fact: PhysicianFact, valueOf: (physician: PhysicianFacts) => unknown, alone: (physician: PhysicianFacts) => PhysicianFacts): FactColumn {
  const values: PhysicianFacts[] = [{ id: null }];
  const codes = new Uint32Array(roster.count);
  const known = new Map<unknown, number>([[undefined, 0]]);
  let last: unknown;
  let code: number | undefined = 0;
  for (let slot = 0; slot < codes.length; slot++) {
    const physician = roster.facts(slot);
    const value = valueOf(physician);
    if (value !== last) code = known.get(value);
    if (code === undefined) {
      code = values.push(alone(physician)) - 1;
      known.set(value, code);
    }
    last = value;
    codes[slot] = code;
  }
  return { fact, values, codes };
}
