import type { LocalizedText } from "../error.ts";
import { casesOf } from "./cases.ts";
import { labelOf } from "./label.ts";
import type { AmountCase, Schedule } from "./language.ts";
import { attributionOf } from "./provenance.ts";
import type { ValueEntry } from "./value-entry.ts";
import { wayText } from "./prevention/way-text.ts";
import { waysIn, type WayInPlace } from "./prevention/ways-of.ts";

/** Who is eligible for each indicator and what validates it, then conditions and kinds of acts. */
export function preventionEntries(schedule: Schedule): ValueEntry[] {
  const { amounts, conditions = {}, acts = {} } = schedule;
  const ofIndicators = Object.entries(amounts).flatMap(([id, component]) =>
    casesOf<AmountCase>(id, component).flatMap(({ path, name, one }) => {
      const label = labelOf(component, name, one);
      return (["eligible", "validated"] as const).flatMap((part) =>
        waysIn(path, one, part).map((way) =>
          entryOf(schedule, way, joined(label, waysNames[part])),
        ),
      );
    }),
  );
  const ofConditions = Object.entries(conditions).map(([id, { fr, en, shownBy = {}, ...one }]) => {
    const shown = Object.values(shownBy).map((way) => wayText(schedule, way));
    return {
      path: `conditions.${id}`,
      label: { fr, en },
      value: {
        fr: shown.length > 0 ? `dite, ou : ${shown.map((way) => way.fr).join(" ; ")}` : "dite",
        en: shown.length > 0 ? `told, or: ${shown.map((way) => way.en).join("; ")}` : "told",
      },
      ...attributionOf(schedule, one),
    };
  });
  const ofActs = Object.entries(acts).map(([id, { fr, en, recorded, ...one }]) => ({
    path: `acts.${id}.recorded`,
    label: { fr, en },
    value: RECORDED[recorded],
    ...attributionOf(schedule, one),
  }));
  return [...ofIndicators, ...ofConditions, ...ofActs];
}

/** What the ways of an indicator are called. */
export const waysNames = {
  eligible: { fr: "éligible", en: "eligible" },
  validated: { fr: "validé par", en: "validated by" },
} as const satisfies Record<string, LocalizedText>;

const RECORDED = {
  here: { fr: "au dossier du cabinet", en: "in the record of the practice" },
  elsewhere: { fr: "parfois hors du dossier", en: "at times out of the record" },
} as const;

function entryOf(
  schedule: Schedule,
  { path, way, provenance }: WayInPlace,
  label: LocalizedText,
): ValueEntry {
  return { path, label, value: wayText(schedule, way), ...attributionOf(schedule, provenance) };
}

function joined(label: LocalizedText, title: LocalizedText): LocalizedText {
  return { fr: `${label.fr}, ${title.fr}`, en: `${label.en}, ${title.en}` };
}
