import type { LocalizedText } from "../error.ts";
import { typeset } from "../typography.ts";

/** Label of a line: the component, then the case if any, by its name if it has no label. */
export function labelOf(
  component: LocalizedText,
  name: string,
  one: Partial<LocalizedText>,
): LocalizedText {
  const { fr, en } = component;
  if (!name) return typeset({ fr, en });
  return typeset({ fr: `${fr} : ${one.fr ?? name}`, en: `${en}: ${one.en ?? name}` });
}
