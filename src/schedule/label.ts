import type { Text } from "../error.ts";

/** What a line is called: the component, and the case where there is one; a case without words goes by its name. */
export function labelOf(component: Text, name: string, one: Partial<Text>): Text {
  if (!name) return { fr: component.fr, en: component.en };
  return { fr: `${component.fr} : ${one.fr ?? name}`, en: `${component.en}: ${one.en ?? name}` };
}
