import type { LocalizedText } from "../error.ts";
import type { AnyFact } from "../facts.ts";
import { casesOf } from "../schedule/cases.ts";
import { conditionText } from "../schedule/condition-text.ts";
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
 * What a patient brings nothing of, and what it is due for.
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
  return Object.entries(parts)
    .filter(([id]) => !paid.has(id))
    .map(([id, part]) => {
      const { fr, en } = withYears(schedule, part, year);
      const why = part.per === "indicator" ? NO_INDICATOR : dueFor(schedule, id, part);
      return typeset({ fr: `${fr} : rien${why.fr}`, en: `${en}: nothing${why.en}` });
    });
}

const NO_INDICATOR: LocalizedText = {
  fr: ", aucun indicateur validé",
  en: ", no indicator validated",
};

/** What all cases of a part ask or, if each asks something else, the facts on which they depend. */
function dueFor(schedule: Schedule, id: string, part: Part): LocalizedText {
  if (part.when && Object.keys(part.when).length > 0) {
    const { fr, en } = conditionText(schedule, part.when);
    return { fr: ` (seulement si ${fr})`, en: ` (only if ${en})` };
  }
  const asked = casesOf<Part>(id, part as never).flatMap(({ one }) => Object.keys(one.when ?? {}));
  const facts = [...new Set(asked)].map((fact) => factName(schedule, fact as AnyFact));
  if (facts.length === 0) return { fr: "", en: "" };
  return {
    fr: ` (selon : ${facts.map(({ fr }) => fr).join(", ")})`,
    en: ` (by: ${facts.map(({ en }) => en).join(", ")})`,
  };
}
