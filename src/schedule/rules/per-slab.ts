import { oneOf, refuse, type LocalizedText } from "../../error.ts";
import type { Schedule, SlabMeasure } from "../language.ts";
import { inFrench, type AmountKind, type CaseInPlace } from "./rule.ts";

/** The measure that counts the patients of the list who meet the conditions. */
export const PATIENTS = "patients";

/**
 * An amount for each slab of one or several measures: of the measures the one with the fewest slabs
 * counts, nothing is due before each has reached what it must, and never more than the most.
 */
export const perSlab: AmountKind = {
  keys: ["slabs", "most"],
  readsPatients: true,
  casesByFacts: true,
  paysWholeList: true,
  per: ({ schedule, component, one }) => {
    const { slabs = {}, most } = { ...component, ...one };
    const measures = Object.entries(slabs).map(([id, measure]) =>
      measureText(schedule, id, measure),
    );
    const cap: LocalizedText =
      most === undefined
        ? { fr: "", en: "" }
        : { fr: `, ${most} au plus`, en: `, at most ${most}` };
    return {
      fr: `par tranche de ${measures.map(({ fr }) => fr).join(" et ")}${cap.fr}`,
      en: `per slab of ${measures.map(({ en }) => en).join(" and ")}${cap.en}`,
    };
  },
  check: ({ schedule, component, path, one }: CaseInPlace) => {
    const { slabs = {} } = { ...component, ...one };
    if (Object.keys(slabs).length === 0)
      refuse("SCHEDULE_INVALID", `${path}.slabs`, undefined, oneOf(measuresOf(schedule)));
    for (const [id, { each, from, over }] of Object.entries(slabs)) {
      if (!isMeasure(schedule, id))
        refuse(
          "SCHEDULE_REFERENCE_UNKNOWN",
          `${path}.slabs.${id}`,
          id,
          oneOf(measuresOf(schedule)),
        );
      if (Number(each) === 0)
        refuse("SCHEDULE_INVALID", `${path}.slabs.${id}.each`, each, {
          fr: "un nombre supérieur à 0",
          en: "a number above 0",
        });
      if (from !== undefined && over !== undefined)
        refuse("SCHEDULE_INVALID", `${path}.slabs.${id}`, "from + over", {
          fr: "soit from, soit over",
          en: "either from or over",
        });
    }
  },
};

function measuresOf(schedule: Schedule): string[] {
  return [PATIENTS, ...Object.keys(schedule.facts ?? {})].filter((id) => isMeasure(schedule, id));
}

function isMeasure({ facts = {} }: Schedule, id: string): boolean {
  return id === PATIENTS || (Object.hasOwn(facts, id) && facts[id]?.is !== "boolean");
}

function measureText({ facts }: Schedule, id: string, measure: SlabMeasure): LocalizedText {
  const { each, from, over } = measure;
  const name = facts?.[id] ?? { fr: "patients", en: "patients" };
  const [gate, seuil] =
    from !== undefined
      ? [` (from ${from})`, ` (à partir de ${inFrench(from)})`]
      : over !== undefined
        ? [` (over ${over})`, ` (au-delà de ${inFrench(over)})`]
        : ["", ""];
  return { fr: `${inFrench(each)} ${name.fr}${seuil}`, en: `${each} ${name.en}${gate}` };
}
