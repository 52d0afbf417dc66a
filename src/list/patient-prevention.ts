import { oneOf, refusal, type ErrorCode, type LocalizedText, type Refusal } from "../error.ts";
import { isAbsent, type Prevention } from "./patient.ts";

/** What a schedule requires of prevention actions. */
export interface PreventionRequirements {
  /** Ids of the paid indicators; undefined if any id is accepted. */
  readonly indicators: ReadonlySet<string> | undefined;
  /** All indicators have the same price, so that a number of actions can be priced. */
  readonly onePrice: boolean;
  /** Most actions of a patient where they are a number. */
  readonly mostActions: number;
}

interface Context extends PreventionRequirements {
  /** Root of the paths in refusals. */
  readonly list: string;
}

const each = {
  once: { fr: "chaque indicateur une seule fois", en: "each indicator once" },
  listed: {
    fr: "la liste des indicateurs : leurs prix diffèrent",
    en: "the list of indicators: their prices differ",
  },
} as const satisfies Record<string, LocalizedText>;

const indicatorsOrNumber = ({ mostActions }: PreventionRequirements): LocalizedText => ({
  fr: `des indicateurs, ou un nombre de 0 à ${mostActions}`,
  en: `indicators, or a number from 0 to ${mostActions}`,
});

const at = ({ list }: Context, index: number): string => `${list}[${index}].prevention`;

/** Checks the prevention actions of a row; each reason to refuse them is pushed. */
export function checkPrevention(
  prevention: Prevention | undefined,
  index: number,
  context: Context,
  refusals: Refusal[],
): void {
  if (isAbsent(prevention)) return;
  if (typeof prevention === "number") checkActions(prevention, index, context, refusals);
  else checkIndicators(prevention, index, context, refusals);
}

function checkActions(actions: number, index: number, context: Context, refusals: Refusal[]): void {
  if (!Number.isInteger(actions) || actions < 0 || actions > context.mostActions)
    refusals.push(
      refusal("PREVENTION_INVALID", at(context, index), actions, indicatorsOrNumber(context)),
    );
  else if (!context.onePrice)
    refusals.push(refusal("PREVENTION_UNPRICED", at(context, index), actions, each.listed));
}

function checkIndicators(
  prevention: readonly string[],
  index: number,
  context: Context,
  refusals: Refusal[],
): void {
  const refuse = (code: ErrorCode, found: unknown, accepts: LocalizedText): unknown =>
    refusals.push(refusal(code, at(context, index), found, accepts));
  if (!Array.isArray(prevention)) {
    refuse("PREVENTION_INVALID", prevention, indicatorsOrNumber(context));
    return;
  }
  for (const [i, id] of prevention.entries()) {
    if (typeof id !== "string" || id === "")
      refuse("PREVENTION_INVALID", id, indicatorsOrNumber(context));
    else if (context.indicators && !context.indicators.has(id))
      refuse("PREVENTION_UNKNOWN", id, oneOf(context.indicators));
    else if (prevention.indexOf(id) !== i) refuse("PREVENTION_TWICE", id, each.once);
  }
}
