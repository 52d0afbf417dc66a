import type { LocalizedText } from "../../error.ts";
import { conditionName, conditionText, factText } from "../../schedule/condition-text.ts";
import type { Percent, Schedule, ShareRate } from "../../schedule/language.ts";
import { shareText } from "../../schedule/rules/share-rate.ts";
import { rate } from "../format/locale.ts";
import { ANY, inBoth, NOTHING, type Place } from "./place.ts";

interface RateKey {
  readonly name?: LocalizedText;
  readonly text: LocalizedText;
}

/** A rate, or one of the terms of a rate that grows with a share of the patients. */
export function rateKey(
  { schedule, all: { rate: found } }: Place,
  [term, fact]: readonly string[],
): RateKey {
  if (found === undefined) return { text: NOTHING };
  if (typeof found === "string") return { text: percent(found) };
  if (term === undefined) return { text: shareText(found) };
  if (term === "share") return shareKey(schedule, found, fact);
  const name = terms[term as Exclude<keyof ShareRate, "share">];
  const value = found[term as Exclude<keyof ShareRate, "share">];
  return { name, text: term === "capOn" ? capped[found.capOn] : percent(value) };
}

/** Who counts for a share: by one fact, or all that is asked. */
function shareKey(schedule: Schedule, { share }: ShareRate, fact: string | undefined): RateKey {
  if (fact === undefined) return { name: terms.share, text: conditionText(schedule, share) };
  const value: unknown = share[fact];
  return {
    name: conditionName(schedule, fact),
    text: value === undefined ? ANY : factText(fact, value),
  };
}

function percent(text: Percent): LocalizedText {
  return inBoth((locale) => rate(text, locale));
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
