import type { LocalizedText } from "../error.ts";

/** Label of a line: the component, then the case if any, by its name if it has no label. */
export function labelOf(
  component: LocalizedText,
  name: string,
  one: Partial<LocalizedText>,
): LocalizedText {
  if (!name) return { fr: component.fr, en: component.en };
  return { fr: `${component.fr} : ${one.fr ?? name}`, en: `${component.en}: ${one.en ?? name}` };
}
