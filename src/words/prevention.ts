import type { Locale } from "../error.ts";
import { readDate } from "./date.ts";
import { elements } from "./lists.ts";
import { actions } from "./number.ts";
import { INDICATOR_WORDS, indicators } from "./vocabulary.ts";

/** An indicator, with its day where it has one: `grippe:15/10/2026`. */
type Action = string | { readonly id: string; readonly on: string };

/** A number of actions, or indicators, separated in any usual way. */
export function prevention(text: string): number | readonly Action[] | undefined {
  return (
    actions(text) ??
    elements(text)?.flatMap((element) =>
      indicators.of(element) !== undefined
        ? [indicatorOf(element)]
        : element.split(/\s+/).map((word) => actionOf(word)),
    )
  );
}

function actionOf(word: string): Action {
  const [name = "", day] = word.split(/:(.*)/s);
  const id = indicatorOf(name);
  return day === undefined ? id : { id, on: readDate(day, "any") ?? day };
}

/** Id of an indicator; what is not known is passed on in small letters. */
export function indicatorOf(name: string): string {
  return indicators.of(name) ?? name.toLowerCase();
}

/** An indicator as people name it, `flu` → `grippe`; another text as it is. */
export function indicatorWord(id: string, locale: Locale): string {
  const [word] = (Object.hasOwn(INDICATOR_WORDS, id) && INDICATOR_WORDS[id]) || [];
  return locale === "fr" && word !== undefined ? word : id;
}
