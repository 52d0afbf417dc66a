import type { Locale, LocalizedText } from "../../error.ts";
import type {
  AmountCase,
  AmountComponent,
  Schedule,
  UpliftCase,
  UpliftComponent,
} from "../../schedule/language.ts";

/** What a schedule has at a path, for a reader. */
export interface ToldValue {
  /** What it is called: `Socle, 80 ans et plus`. */
  readonly label: LocalizedText;
  /** What it is: `60,50 €`. */
  readonly text: LocalizedText;
}

/** What stands for a value where there is none. */
export const NOTHING: LocalizedText = { fr: "—", en: "—" };

/** What stands for a condition where nothing is asked. */
export const ANY: LocalizedText = { fr: "sans condition", en: "any" };

/** What is written in each language, of its number or amount. */
export function inBoth(text: (locale: Locale) => string): LocalizedText {
  return { fr: text("fr"), en: text("en") };
}

/** What a component or a case may say. */
export interface Terms extends AmountCase, UpliftCase {
  readonly pick?: AmountComponent["pick"];
  readonly onlyWith?: string;
  readonly paid?: string;
  readonly cases?: Readonly<Record<string, Terms>>;
}

/** A component, or one of its cases. */
export interface Place {
  readonly schedule: Schedule;
  /** Payment year. */
  readonly year: number;
  readonly component: AmountComponent | UpliftComponent;
  /** What is said of it alone. */
  readonly own: Terms;
  /** What holds of it: a case has what its component says for all. */
  readonly all: Terms;
}
