import { decimalsOf, partsOf, percent } from "../money/rate.ts";
import type {
  Percent,
  Schedule,
  ShareRate,
  UpliftComponent,
  Condition,
} from "../schedule/language.ts";
import {
  call,
  choose,
  compare,
  minus,
  number,
  internal,
  times,
  type Branch,
  type Expression,
} from "./expression.ts";
import { conditionOf, type FactsSql } from "./facts.ts";
import type { Column } from "./query.ts";
import { caseConditions } from "./case-conditions.ts";

/** Rates of a schedule as integers over a common unit, so that they are exact and comparable. */
export interface RatesSql {
  /** One column per uplift: its rate in parts of the unit. */
  readonly columns: readonly Column[];
  /** The common unit; if any rate depends on a share of the list, it includes the patient count. */
  readonly unit: Expression;
  readonly scale: Scale;
}

export const rateOf = (component: string): string => `${component}_rate`;

/** The scale is fine enough for every percentage of the schedule to be an integer. */
export function rates(schedule: Schedule, facts: FactsSql): RatesSql {
  const uplifts = Object.entries(schedule.uplifts?.cases ?? {});
  const all = uplifts.flatMap(([, uplift]) => rulesOf(uplift).map(({ rate }) => rate));
  const ofShares = all.filter(isShare);
  const decimals = Math.max(0, ...all.flatMap(percentages).map((one) => decimalsOf(percent(one))));
  const scale: Scale = {
    hundred: 100n * 10n ** BigInt(decimals),
    overShares: ofShares.length > 0,
  };
  return {
    columns: uplifts.map(([id, uplift]) => ({
      as: rateOf(id),
      value: rateColumn(id, uplift, scale, facts),
    })),
    scale,
    unit: scale.overShares
      ? times(number(scale.hundred * scale.hundred), aPatient)
      : number(scale.hundred),
  };
}

/**
 * For each rate that depends on a share of the list, the column that counts the patients in the
 * share.
 */
export function shares({
  uplifts,
}: Schedule): { readonly column: string; readonly share: Condition }[] {
  return Object.entries(uplifts?.cases ?? {}).flatMap(([id, uplift]) =>
    rulesOf(uplift).flatMap(({ rate }, i) =>
      isShare(rate) ? [{ column: countedOf(id, i), share: rate.share }] : [],
    ),
  );
}

interface Scale {
  readonly hundred: bigint;
  /** A rate depends on a share: all rates are then in parts of hundred x hundred x patients. */
  readonly overShares: boolean;
}

const patients = internal("patients");
/**
 * An empty list has no base either: the rate does not matter, and this avoids a division by zero.
 */
const aPatient = call("GREATEST", patients, number(1));

function rateColumn(
  id: string,
  uplift: UpliftComponent,
  scale: Scale,
  facts: FactsSql,
): Expression {
  const whens = caseConditions(uplift);
  const branches = rulesOf(uplift).map(({ label, rate }, i): Branch => {
    const value = isShare(rate)
      ? shareRate(rate, internal(countedOf(id, i)), scale)
      : plainRate(rate, scale);
    return { when: conditionOf(whens[i] ?? [], facts), value, remark: label };
  });
  return choose(branches, number(0));
}

function plainRate(rate: Percent, { hundred, overShares }: Scale): Expression {
  const rateParts = number(partsOf(percent(rate), hundred));
  return overShares ? times(rateParts, number(hundred), aPatient) : rateParts;
}

/** slope x (counted / patients - above), zero up to `above`, capped on the share or on the rate. */
function shareRate(
  { above, slope, cap, capOn }: ShareRate,
  counted: Expression,
  { hundred }: Scale,
): Expression {
  const [from, factor, ceiling] = [above, slope, cap].map((one) =>
    partsOf(percent(one), hundred),
  ) as [bigint, bigint, bigint];
  const share = times(number(hundred), counted);
  const rate = times(number(factor), minus(share, times(number(from), patients)));
  const most =
    capOn === "share"
      ? times(number(factor * (ceiling - from)), patients)
      : times(number(ceiling * hundred), patients);
  const over =
    capOn === "share"
      ? compare(share, ">", times(number(ceiling), patients))
      : compare(rate, ">", most);
  return choose(
    [
      {
        when: compare(share, "<=", times(number(from), patients)),
        value: number(0),
        remark: `a share of ${above} or less`,
      },
      {
        when: over,
        value: most,
        remark: `${capOn === "share" ? "a share" : "a rate"} over ${cap}`,
      },
    ],
    rate,
  );
}

interface RateRule {
  readonly label: string;
  readonly rate: Percent | ShareRate;
}

function rulesOf({ en, rate, cases }: UpliftComponent): RateRule[] {
  const all = cases ? Object.entries(cases) : [["", { en, rate }] as const];
  return all.map(([name, one]) => ({
    label: one.en ?? name,
    rate: (one.rate ?? rate) as Percent | ShareRate,
  }));
}

const countedOf = (component: string, rule: number): string =>
  `${component}${rule === 0 ? "" : `_${rule + 1}`}_counted`;

function isShare(rate: Percent | ShareRate): rate is ShareRate {
  return typeof rate === "object";
}

function percentages(rate: Percent | ShareRate): Percent[] {
  return isShare(rate) ? [rate.above, rate.slope, rate.cap] : [rate];
}
