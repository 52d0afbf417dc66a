import { readDate } from "./date.ts";
import { elements } from "./lists.ts";
import { never } from "./vocabulary.ts";

/** Dates of visits, separated in any usual way; none for `[]` and `jamais`. */
export function visits(text: string): readonly string[] | undefined {
  if (never.of(text)) return [];
  return elements(text, /[,;|]/)?.flatMap((element) => {
    const whole = readDate(element, "any");
    return whole === undefined ? element.split(/\s+/).map(dateOf) : [whole];
  });
}

/** A date of a visit; what is none is passed on. */
export function dateOf(text: string): string {
  return readDate(text, "any") ?? text;
}
