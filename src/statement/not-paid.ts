import type { LocalizedText } from "../error.ts";
import type { AnyFact } from "../facts.ts";
import { casesOf } from "../schedule/cases.ts";
import { factName } from "../schedule/declared-facts.ts";
import type { Condition, Schedule } from "../schedule/language.ts";
import { withYears } from "../schedule/years.ts";
import { typeset } from "../typography.ts";
import type { Statement } from "./statement.ts";

/** A part of a schedule, with what it is due for. */
interface Part extends LocalizedText {
  readonly when?: Condition;
  readonly per?: string;
}

/**
 * What a patient brings nothing of, and on what it depends.
 * @param paid components that the patient brings something of
 */
export function notPaid(
  schedule: Schedule,
  { schedule: { year }, warnings }: Statement,
  paid: ReadonlySet<string>,
): LocalizedText[] {
  const ineligible = warnings.filter(({ code }) => code === "not-eligible");
  if (ineligible.length > 0) return ineligible.map(({ fr, en }) => typeset({ fr, en }));
  const parts: Readonly<Record<string, Part>> = { ...schedule.amounts, ...schedule.uplifts?.cases };
  return Object.entries(parts).flatMap(([id, part]) =>
    paid.has(id)
      ? []
      : [typeset(reason(withYears(schedule, part, year), part.per, factsOf(schedule, id, part)))],
  );
}

function reason(
  part: LocalizedText,
  per: string | undefined,
  facts: readonly LocalizedText[],
): LocalizedText {
  if (per === "indicator")
    return {
      fr: `${part.fr} : rien, aucun indicateur validé`,
      en: `${part.en}: nothing, no indicator validated`,
    };
  if (facts.length === 0) return { fr: `${part.fr} : rien`, en: `${part.en}: nothing` };
  return {
    fr: `${part.fr} : rien (selon : ${facts.map(({ fr }) => fr).join(", ")})`,
    en: `${part.en}: nothing (by: ${facts.map(({ en }) => en).join(", ")})`,
  };
}

/** Names of the facts on which a part depends. */
function factsOf(schedule: Schedule, id: string, part: Part): LocalizedText[] {
  const conditions = [part.when, ...casesOf<Part>(id, part as never).map(({ one }) => one.when)];
  const facts = new Set(conditions.flatMap((when) => Object.keys(when ?? {})));
  return [...facts].map((fact) => factName(schedule, fact as AnyFact));
}
