import type { LocalizedText } from "../error.ts";

/** What a line is called: the component, and the case where there is one; a case without words goes by its name. */
export function labelOf(
  component: LocalizedText,
  name: string,
  one: Partial<LocalizedText>,
): LocalizedText {
  if (!name) return { fr: component.fr, en: component.en };
  return { fr: `${component.fr} : ${one.fr ?? name}`, en: `${component.en}: ${one.en ?? name}` };
}
