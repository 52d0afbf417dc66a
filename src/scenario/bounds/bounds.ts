import { guard, refuse, type LocalizedText } from "../../error.ts";
import { freeze } from "../../freeze.ts";
import { checkKeys } from "../../known-keys.ts";
import { euros, signedCents } from "../../money/cents.ts";
import type { Panels } from "../../panel/panels.ts";
import type { Euros, Percent } from "../../schedule/language.ts";
import { headOf } from "../../statement/head.ts";
import type { Statement } from "../../statement/statement.ts";
import { BASE_KEYS, baseOf, type BaseSchedule } from "../base.ts";
import { STATIC, type Static } from "../note.ts";
import { openOptions, type ScenarioOptions } from "../options.ts";
import { totalOf } from "../priced.ts";
import { shownAs, withTables } from "../tables.ts";
import { boundsSheet } from "../total-sheets.ts";
import { assumptions } from "./assumptions.ts";
import { checkPart, type Bound, type BoundedPanels, type Unknown } from "./unknown.ts";
import { unknownC2s } from "./unknown-c2s.ts";
import { unknownPrevention } from "./unknown-prevention.ts";
import { unknownSeen } from "./unknown-seen.ts";
import { typeset } from "../../typography.ts";

/** A fact that lists often lack. */
export type UnknownFact = "prevention" | "c2s" | "seen";

/** Options of `bounds`. */
export interface BoundsOptions extends ScenarioOptions, BaseSchedule {
  /**
   * Part of the patients of each physician of whom a fact is not known: `{ prevention: "30%" }`.
   * The panels count them without actions, without the C2S, and as seen.
   */
  readonly unknown: Readonly<Partial<Record<UnknownFact, Percent>>>;
}

/** What all physicians are paid, whatever the unknown part is. */
export interface Bounds {
  /** What is not known: a fact, or all of them together. */
  readonly unknown: UnknownFact | "all";
  readonly low: Euros;
  /** As if the unknown part were like the known one; null where nobody is known. */
  readonly proportional: Euros | null;
  readonly high: Euros;
  /** What each of the three takes the unknown part for. */
  readonly assumption: LocalizedText;
}

/** A bound as a row, in euros. */
export interface BoundRow {
  readonly unknown: UnknownFact | "all";
  readonly bound: "low" | "proportional" | "high";
  readonly total: number;
  /** From the total as counted. */
  readonly change: number;
}

/** Totals with a part of the facts unknown. */
export interface BoundsResult extends Static {
  readonly schedule: Statement["schedule"];
  /** Total of the panels as they are counted. */
  readonly counted: Euros;
  readonly unknown: Readonly<Partial<Record<UnknownFact, Percent>>>;
  readonly bounds: readonly Bounds[];
  /** The same as rows, for a plot or a table of data; no part of its JSON. */
  readonly rows: () => BoundRow[];
}

const FACTS: Readonly<Record<UnknownFact, BoundedPanels>> = {
  seen: unknownSeen,
  c2s: unknownC2s,
  prevention: unknownPrevention,
};

/**
 * What all physicians are paid where the prevention, the C2S or the last visit of a part of their
 * patients is not known: at least, at most, and as if that part were like the rest.
 * @param panels of `panelsFromColumns` or `panelsFromCounts`, which count unknown patients without
 * actions, without the C2S, and as seen
 * @returns euros as text for each fact, then for all together; frozen
 * @throws ForfaitError INPUT_INVALID for a part larger than the patients so counted; MARGIN_CROSSED
 * where the worth of the C2S depends on who has it; KEY_UNKNOWN; as `computePanels`
 * @example
 * // 70 actions are known of 100 patients, and nothing of 30 of them: what is prevention worth?
 * const table = [{ age: "7-74", ald: false, c2s: false, n: 100, prevention: 70 }];
 * const panels = panelsFromCounts(table, { year: 2026 });
 * const result = bounds(panels, { year: 2026, unknown: { prevention: "30%" } });
 * result.bounds.map(({ low, proportional, high }) => [low, proportional, high])
 * //=> [["850.00", "1000.00", "3100.00"]]
 */
export function bounds(panels: Panels, options: BoundsOptions): BoundsResult {
  const { given, frame } = openOptions(panels, options, [...BASE_KEYS, "unknown"]);
  const { year } = given;
  const schedule = baseOf(year, given);
  const unknown = unknownIn(given.unknown);
  const counted = totalOf(frame, schedule);
  const totalAt = (facts: readonly UnknownFact[], bound: Bound): Euros | null => {
    let changed: typeof frame.panels | undefined = frame.panels;
    for (const fact of facts) {
      const of: Unknown = { part: unknown[fact] as Percent, path: `options.unknown.${fact}` };
      changed = changed && FACTS[fact](changed, { schedule, year, unknown: of }, bound);
    }
    return changed ? euros(totalOf({ ...frame, panels: changed }, schedule)) : null;
  };
  const asked = (Object.keys(FACTS) as UnknownFact[]).filter((fact) => unknown[fact] !== undefined);
  const boundsOf = (name: Bounds["unknown"], facts: readonly UnknownFact[]): Bounds => ({
    unknown: name,
    low: totalAt(facts, "low") as Euros,
    proportional: totalAt(facts, "proportional"),
    high: totalAt(facts, "high") as Euros,
    assumption: typeset(joined(facts.map((fact) => assumptions[fact]))),
  });
  const result = {
    ...STATIC,
    schedule: headOf(schedule, year).schedule,
    counted: euros(counted),
    unknown,
    bounds: [
      ...asked.map((fact) => boundsOf(fact, [fact])),
      ...(asked.length > 1 ? [boundsOf("all", asked)] : []),
    ],
  };
  return withTables(freeze(result), {
    rows: () => result.bounds.flatMap((one) => rowsOf(one)),
    ...shownAs("result", (locale) => boundsSheet(result, locale)),
  });

  function rowsOf(one: Bounds): BoundRow[] {
    return (["low", "proportional", "high"] as const).flatMap((bound) => {
      const total = one[bound];
      if (total === null) return [];
      const cents = signedCents(total);
      return [{ unknown: one.unknown, bound, total: cents / 100, change: (cents - counted) / 100 }];
    });
  }
}

function unknownIn(given: unknown): BoundsOptions["unknown"] {
  const path = "options.unknown";
  if (typeof given !== "object" || given === null)
    return refuse("INPUT_INVALID", path, given, some);
  const copy = guard(path, () => ({ ...given })) as BoundsOptions["unknown"];
  checkKeys(path, copy, Object.keys(FACTS));
  const parts = Object.entries(copy).filter(([, part]) => part !== undefined);
  if (parts.length === 0) refuse("INPUT_INVALID", path, given, some);
  return Object.fromEntries(parts.map(([key, part]) => [key, checkPart(part, `${path}.${key}`)]));
}

const some: LocalizedText = {
  fr: '{ prevention: "30%" } : la part inconnue de prevention, c2s ou seen',
  en: '{ prevention: "30%" }: the unknown part of prevention, c2s or seen',
};

function joined(texts: readonly LocalizedText[]): LocalizedText {
  return {
    fr: texts.map(({ fr }) => fr).join(". "),
    en: texts.map(({ en }) => en).join(". "),
  };
}
