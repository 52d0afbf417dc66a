import type { LocalizedText } from "../../error.ts";
import { numberText } from "../../typography.ts";
import type { AmountCase, AmountComponent, Schedule } from "../language.ts";

/** What the language asks of a kind of amounts. */
export interface AmountKind {
  /** Keys of a component or a case that only this kind has. */
  readonly keys: readonly string[];
  /** Whether its conditions may be on patients. */
  readonly readsPatients: boolean;
  /** Whether its cases are told apart by facts, which `pick` then promises to cover. */
  readonly casesByFacts: boolean;
  /** Whether it pays a list or a physician as a whole, so that no patient alone brings a part. */
  readonly paysWholeList: boolean;
  /** What an amount is for, in a description. */
  readonly per: (one: Omit<CaseInPlace, "path">) => LocalizedText;
  /** @throws ForfaitError for a case that its own keys make impossible */
  readonly check: (one: CaseInPlace) => void;
}

/** A case with its component, which has what the case leaves out. */
export interface CaseInPlace {
  readonly schedule: Schedule;
  readonly component: AmountComponent;
  readonly path: string;
  readonly one: AmountCase;
}

/** What the language asks of a kind of rates. */
export type RateKind<Rate> = (rate: Rate) => {
  /** @throws ForfaitError for terms that contradict one another */
  readonly check: (path: string) => void;
  /** The rate of a base, in a description. */
  readonly text: (base: LocalizedText) => LocalizedText;
};

/** `"12.5%"` → `12,5 %`, `"1000"` → `1 000`. */
export function inFrench(value: string): string {
  return value.replace(/\d+(\.\d+)?/g, (one) => numberText(one, "fr")).replace("%", " %");
}
