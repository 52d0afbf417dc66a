import type { LocalizedText } from "../../error.ts";
import { conditionName, conditionText, factText } from "../../schedule/condition-text.ts";
import type { Percent, ShareRate } from "../../schedule/language.ts";
import { shareText } from "../../schedule/rules/share-rate.ts";
import { rate } from "../format/locale.ts";
import { ANY, NOTHING, type Place } from "./place.ts";

/** A rate, or one of the terms of a rate that grows with a share of the patients. */
export function rateKey(
  { schedule, all: { rate: found } }: Place,
  [term, fact]: readonly string[],
): { readonly name?: LocalizedText; readonly text: LocalizedText } {
  if (found === undefined) return { text: NOTHING };
  if (typeof found === "string") return { text: percent(found) };
  if (term === undefined) return { text: shareText(found) };
  if (term === "share" && fact !== undefined) {
    const value: unknown = found.share[fact];
    return {
      name: conditionName(schedule, fact),
      text: value === undefined ? ANY : factText(fact, value),
    };
  }
  if (term === "share") return { name: terms.share, text: conditionText(schedule, found.share) };
  const name = terms[term as Exclude<keyof ShareRate, "share">];
  const value = found[term as Exclude<keyof ShareRate, "share">];
  return { name, text: term === "capOn" ? capped[found.capOn] : percent(value) };
}

function percent(text: Percent): LocalizedText {
  return { fr: rate(text, "fr"), en: rate(text, "en") };
}

const terms: Readonly<Record<keyof ShareRate, LocalizedText>> = {
  share: { fr: "part comptée", en: "share counted" },
  above: { fr: "seuil", en: "threshold" },
  slope: { fr: "pente", en: "slope" },
  cap: { fr: "plafond", en: "cap" },
  capOn: { fr: "ce qui est plafonné", en: "what is capped" },
};

const capped: Readonly<Record<ShareRate["capOn"], LocalizedText>> = {
  share: { fr: "la part", en: "the share" },
  rate: { fr: "le taux", en: "the rate" },
};
