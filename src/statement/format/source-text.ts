import type { Locale } from "../../error.ts";
import type { ScheduleSource } from "../../schedule/language.ts";
import { day } from "./locale.ts";
import { statusNames, words } from "./words.ts";

/** `Activa médical, tableau des montants (source non officielle, lue le 21/11/2026) https://…` */
export function sourceText(
  { title, status, checked, url }: ScheduleSource,
  locale: Locale,
): string {
  const read = `${words.checked[locale]} ${day(checked, locale)}`;
  return `${title} (${statusNames[status][locale]}, ${read})${url === undefined ? "" : ` ${url}`}`;
}
