import type { Locale, LocalizedText } from "../error.ts";
import { monthName } from "../month-name.ts";
import type { Advances, DueDate, EqualParts } from "./language.ts";
import { inFrench } from "./rules/rule.ts";
import { yearsIn } from "./years.ts";

/**
 * When a plan pays, and which part of what.
 * @param of the payment year, whose dates alone are told
 */
export function paymentText(plan: EqualParts | Advances, of?: number): LocalizedText {
  if ("equal" in plan) return datesText(plan.equal);
  const { advance, due, dueIn = {}, on, balance } = plan;
  const advances = datesText(dueIn[String(of)] ?? due);
  const [list, settled] = [yearsIn(on), datesText([balance])];
  const others = Object.entries(of === undefined ? dueIn : {}).map(([year, dates]) => {
    const text = datesText(dates);
    return { fr: ` ; en ${year} : ${text.fr}`, en: `; in ${year}: ${text.en}` };
  });
  return {
    fr:
      `acomptes de ${inFrench(advance)} : ${advances.fr} (liste au ${list.fr}) ; ` +
      `solde : ${settled.fr}${others.map(({ fr }) => fr).join("")}`,
    en:
      `advances of ${advance}: ${advances.en} (list on ${list.en}); ` +
      `balance: ${settled.en}${others.map(({ en }) => en).join("")}`,
  };
}

/** `avril, juin, septembre, novembre {N}`: the year once where it is that of all. */
function datesText(dates: readonly DueDate[]): LocalizedText {
  const parts = dates.map((date) => date.split("/").reverse() as [year: string, month?: string]);
  const years = new Set(parts.map(([year]) => year));
  const inLocale = (locale: Locale): string => {
    const texts = parts.map(([year, month], i) => {
      const isLast = i === parts.length - 1;
      const name = month === undefined ? [] : [monthName(month, locale) ?? month];
      return [...name, ...(years.size > 1 || isLast ? [`{${year}}`] : [])].join(" ");
    });
    return texts.join(", ");
  };
  return { fr: inLocale("fr"), en: inLocale("en") };
}
