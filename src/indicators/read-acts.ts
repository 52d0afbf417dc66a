import { oneOf, refusal, type LocalizedText, type Refusal } from "../error.ts";
import { refusedDate } from "../list/date.ts";
import { isAbsent } from "../list/patient.ts";
import type { CompiledPrevention } from "./compiled.ts";
import { firstDayOf, lastDayOf, textOf, type Day } from "./day.ts";
import type { DatedAct, KnownFacts } from "./facts.ts";

const aList: LocalizedText = {
  fr: "une liste d'actes { kind, date }",
  en: "a list of acts { kind, date }",
};
const anAct: LocalizedText = { fr: "{ kind, date }", en: "{ kind, date }" };

/**
 * The acts of a patient, in the order of their days. Two of one kind on one day are one: records
 * hold results twice.
 */
export function readActs(
  given: unknown,
  { kinds }: CompiledPrevention,
  { bornFirst }: Pick<KnownFacts, "bornFirst">,
  path: string,
  refusals: Refusal[],
): readonly DatedAct[] | undefined {
  if (isAbsent(given)) return undefined;
  if (!Array.isArray(given)) {
    refusals.push(refusal("ACT_INVALID", `${path}.acts`, given, aList));
    return undefined;
  }
  const acts: DatedAct[] = [];
  for (let i = 0; i < given.length; i++) {
    const act: unknown = given[i];
    const at = (): string => `${path}.acts[${i}]`;
    if (typeof act !== "object" || act === null || Array.isArray(act)) {
      refusals.push(refusal("ACT_INVALID", at(), act, anAct));
      continue;
    }
    const { kind, date } = act as Readonly<Record<string, unknown>>;
    const index = kinds.get(kind as string);
    const first = firstDayOf(date);
    const other = otherKey(act);
    if (other !== undefined)
      refusals.push(refusal("KEY_UNKNOWN", `${at()}.${other}`, other, anAct));
    else if (index === undefined)
      refusals.push(refusal("ACT_KIND_UNKNOWN", `${at()}.kind`, kind, oneOf(kinds.keys())));
    else if (first === undefined) refusals.push(refusedDate(`${at()}.date`, date));
    else if (lastDayOf(date as string, first) < bornFirst)
      refusals.push(
        refusal("ACT_BEFORE_BIRTH", `${at()}.date`, date, {
          fr: `un jour à partir du ${textOf(bornFirst)}`,
          en: `a day from ${textOf(bornFirst)} on`,
        }),
      );
    else {
      const last = lastDayOf(date as string, first);
      if (first !== last || !hasAct(acts, index, first))
        acts.push({ kind: kind as string, index, date: date as string, first, last });
    }
  }
  return inOrder(acts);
}

function hasAct(acts: readonly DatedAct[], index: number, day: Day): boolean {
  for (let i = 0; i < acts.length; i++) {
    const act = acts[i] as DatedAct;
    if (act.index === index && act.first === day && act.last === day) return true;
  }
  return false;
}

/** A key that an act should not have. */
function otherKey(act: object): string | undefined {
  for (const key in act) if (key !== "kind" && key !== "date") return key;
  return undefined;
}

/** Records are in order most often. */
function inOrder(acts: DatedAct[]): readonly DatedAct[] {
  for (let i = 1; i < acts.length; i++)
    if ((acts[i] as DatedAct).last < (acts[i - 1] as DatedAct).last)
      return acts.sort((a, b) => a.last - b.last);
  return acts;
}
