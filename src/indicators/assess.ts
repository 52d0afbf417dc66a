import { freeze } from "../freeze.ts";
import type { Because, IndicatorAssessment, MissingPart, UnknownReason } from "./assessment.ts";
import type { Bound, CompiledIndicator, CompiledPrevention, CompiledWay } from "./compiled.ts";
import { addMonths, EVER, textOf, type Day } from "./day.ts";
import type { DatedAct, KnownFacts } from "./facts.ts";
import { both, type Known } from "./kleene.ts";
import { WayReader } from "./way.ts";

/** Assesses the indicators of one patient after another, as of a day. */
export class Assessor {
  readonly #indicators: readonly CompiledIndicator[];
  readonly #ways: WayReader;

  /** @param asOf acts after this day are not known yet */
  constructor(prevention: CompiledPrevention, asOf: Day) {
    this.#indicators = prevention.indicators;
    this.#ways = new WayReader(prevention, asOf);
  }

  assess(facts: KnownFacts): IndicatorAssessment[] {
    return this.#indicators.map((indicator) => this.#assess(indicator, facts));
  }

  /** Indicators that are told to be validated, and those that acts validate of who is eligible. */
  validated(facts: KnownFacts): { readonly validated: string[]; readonly isOpen: boolean } {
    const validated = [...facts.told];
    let isOpen = false;
    for (const indicator of this.#indicators) {
      if (facts.told.includes(indicator.id)) continue;
      const eligible = this.#eligible(indicator, facts).known;
      const known = eligible === "no" ? "no" : both(eligible, this.#done(indicator, facts).known);
      if (known === "yes") validated.push(indicator.id);
      else if (known === "unknown") isOpen = true;
    }
    return { validated, isOpen };
  }

  /** Whether a patient of whom only some facts are known may be eligible. */
  mayBeEligible(id: string, facts: KnownFacts): boolean {
    const indicator = this.#indicators.find((one) => one.id === id);
    return indicator === undefined || this.#eligible(indicator, facts).known !== "no";
  }

  #assess(indicator: CompiledIndicator, facts: KnownFacts): IndicatorAssessment {
    const { id, label, source } = indicator;
    const who = this.#eligible(indicator, facts);
    const isTold = facts.told.includes(id);
    const done = isTold ? TOLD : who.known === "no" ? NOT_ELIGIBLE : this.#done(indicator, facts);
    const isOpen = who.known !== "no" && done.known === "unknown";
    const { act, way } = done;
    return {
      indicator: id,
      fr: label.fr,
      en: label.en,
      eligible: who.known,
      eligibleBecause: who.because,
      validated: done.known,
      because: done.because,
      act: act ? { kind: act.kind, date: act.date } : null,
      from: dayText(way?.from, facts),
      by: dayText(way?.to, facts),
      missing: isOpen ? [...who.missing, ...done.missing] : who.missing,
      source,
    };
  }

  #eligible({ id, eligible }: CompiledIndicator, facts: KnownFacts): Found {
    if (!facts.isOnList) return NOT_ON_LIST;
    if (facts.status[id] === "not-eligible") return TOLD_NOT_ELIGIBLE;
    let missing: MissingPart[] | undefined;
    for (const way of eligible) {
      const { known, missing: part } = this.#ways.read(way, facts);
      if (known === "yes") return { known, because: becauseOf("facts", way), missing: NOTHING };
      if (known === "no" || part === undefined) continue;
      if (missing === undefined) missing = [part];
      else if (!missing.includes(part)) missing.push(part);
    }
    return missing ? { known: "unknown", because: FACT_MISSING, missing } : NOT_CONCERNED;
  }

  #done({ id, validated }: CompiledIndicator, facts: KnownFacts): Found {
    const status = facts.status[id];
    const missing: MissingPart[] = [];
    let reason: UnknownReason | undefined;
    let last: CompiledWay | undefined;
    for (const way of validated) {
      const { known, reason: why, missing: part, act } = this.#ways.read(way, facts);
      if (known === "yes")
        return { known, because: becauseOf("acts", way), missing: NOTHING, way, act };
      const isClosed = known === "no" || (status === "not-validated" && why !== "window-open");
      if (isClosed) {
        if (this.#ways.who(way, facts).known !== "no") last ??= way;
        continue;
      }
      if (part !== undefined) missing.push(part);
      if (reason === undefined || RANK[why as UnknownReason] < RANK[reason]) {
        reason = why as UnknownReason;
        last = way;
      }
    }
    return reason === undefined
      ? { ...WINDOW_CLOSED, way: last }
      : { known: "unknown", because: UNKNOWN[reason], missing, way: last };
  }
}

/** What is known of a part of an indicator, and the way that decides. */
interface Found {
  readonly known: Known;
  readonly because: Because;
  readonly missing: readonly MissingPart[];
  readonly way?: CompiledWay | undefined;
  readonly act?: DatedAct | undefined;
}

const NOTHING: readonly MissingPart[] = Object.freeze([]);

/** What can be done about comes first. */
const RANK: Readonly<Record<UnknownReason, number>> = {
  "window-open": 0,
  "fact-missing": 1,
  "not-recorded-here": 2,
};

const because = (code: Because["code"], fr: string, en: string): Because =>
  freeze({ code, fr, en });

const found = (known: Known, ...[code, fr, en]: Parameters<typeof because>): Found => ({
  known,
  because: because(code, fr, en),
  missing: NOTHING,
});

const NOT_ON_LIST = found("no", "not-on-list", "hors de la patientèle", "not on the list");
const NOT_CONCERNED = found("no", "not-concerned", "non concerné", "not concerned");
const TOLD_NOT_ELIGIBLE = found("no", "told", "dit non concerné", "told not to be concerned");
const NOT_ELIGIBLE = found("no", "not-eligible", "non concerné", "not concerned");
const TOLD = found("yes", "told", "dit validé", "told to be validated");
const WINDOW_CLOSED = found(
  "no",
  "window-closed",
  "rien au dossier, période close",
  "nothing in the record, window closed",
);
const FACT_MISSING = because("fact-missing", "un fait manque", "a fact is missing");
const UNKNOWN: Readonly<Record<UnknownReason, Because>> = {
  "window-open": because("window-open", "période encore ouverte", "window still open"),
  "fact-missing": FACT_MISSING,
  "not-recorded-here": because(
    "not-recorded-here",
    "peut-être fait hors du cabinet",
    "may be done out of the practice",
  ),
};

const ofWays = new WeakMap<CompiledWay, Because>();

/** Why a way holds, in its words. */
function becauseOf(code: "facts" | "acts", way: CompiledWay): Because {
  const known = ofWays.get(way);
  if (known) return known;
  const made = because(code, way.text.fr, way.text.en);
  ofWays.set(way, made);
  return made;
}

/** A bound as YYYY-MM-DD: the earliest that it may be; null if it is not known. */
function dayText(bound: Bound | undefined, { bornFirst }: KnownFacts): string | null {
  if (bound === undefined) return null;
  if ("day" in bound) return bound.text;
  return bornFirst === EVER ? null : textOf(addMonths(bornFirst, bound.months));
}
