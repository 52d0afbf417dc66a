import { refuse, type LocalizedText } from "../../error.ts";
import { freeze } from "../../freeze.ts";
import { euros, type Cents } from "../../money/cents.ts";
import type { Panels } from "../../panel/panels.ts";
import { lastDay } from "../../day.ts";
import { MILLION } from "../../millionths.ts";
import { roundedCents } from "../../statement/weighted.ts";
import { weightedSum, type PhysicianWeights } from "../../statement/bulk/physician-weights.ts";
import { referenceYearOf } from "../../statement/facts.ts";
import { boundsOf } from "../distribution.ts";
import { checkParts, groupsOf, type ComparisonGroup } from "../groups.ts";
import { moveOf } from "../move.ts";
import { STATIC } from "../note.ts";
import { openOptions, type ScenarioOptions } from "../options.ts";
import type { Frame, Priced } from "../priced.ts";
import { physicianRows } from "../rows.ts";
import { scheduleIn } from "../sides.ts";
import { shownAs, withTables } from "../tables.ts";
import { regimeSheet } from "./format-regimes.ts";
import { priceRegime, type PricedPart } from "./priced-regime.ts";
import type { RegimeComparison, RegimeComparisonData, RegimeGroup } from "./regime-comparison.ts";
import type { Regime, RegimePart, RegimeTotal } from "./regime.ts";
import { sasOf } from "./sas.ts";
import { scopeOf } from "./scope.ts";

/** Options of `compareRegimes`. */
export interface RegimeOptions extends ScenarioOptions {
  /** What was paid; absent, the forfait in force in the year before, alone. */
  readonly old?: Regime;
  /** What is paid in `year`; absent, the forfait in force, alone. */
  readonly new?: Regime;
  /** Groups of physicians, by all of these together. */
  readonly by?: readonly ComparisonGroup[];
  /** Into how many parts of equal weight physicians are ordered by their change. Default 10. */
  readonly quantiles?: number;
}

/**
 * The old regime against the new: FPMT, ROSP and forfait structure against FMT and DONUM, on one
 * list and one day. What is in no schedule is added by name, of each physician or as a mean. To
 * those for whom the forfait structure counts points of the SAS, the new regime adds its 1,000 EUR.
 * @returns totals and means of both, part by part, each with its status and source; who gains and
 * who loses unless an amount is a mean; `scope` says what the sums leave out
 * @throws ForfaitError MEANS_ONLY for groups or quantiles where an amount is a mean; INPUT_INVALID,
 * KEY_UNKNOWN, AMOUNT_INVALID; FACT_MISSING for an allowance whose facts nobody tells
 * @example
 * // What does a physician of 120 patients win, who had 450 EUR of ROSP?
 * const table = [
 *   { age: "7-74", ald: false, c2s: false, n: 100 },
 *   { age: "80+", ald: true, c2s: false, n: 20 },
 * ];
 * const panels = panelsFromCounts(table, { year: 2026 });
 * const old = { added: [{ name: "ROSP", euros: "450" }] };
 * const { change, scope } = compareRegimes(panels, { year: 2026, old });
 * [change.total, scope.missing]
 * //=> ["150.00", ["forfait structure", "DONUM"]]
 */
export function compareRegimes(panels: Panels, options: RegimeOptions): RegimeComparison {
  const { given, frame } = openOptions(panels, options, ["old", "new", "by", "quantiles"]);
  const { year, by, quantiles } = given;
  const target = scheduleIn(year, "new.forfait", given.new?.forfait);
  const referenceYear = referenceYearOf(target.reads.on, year);
  const before = priceRegime(frame, "old", given.old ?? {}, year - 1, referenceYear);
  const after = priceRegime(frame, "new", given.new ?? {}, year, referenceYear);
  const sas = sasOf(before, after);
  const sides = [before.parts, sas ? [...after.parts, sas] : after.parts] as const;
  const means = sides.flat().filter(({ basis }) => basis === "mean");
  if (means.length > 0 && (by !== undefined || quantiles !== undefined))
    refuseMeans(by === undefined ? "options.quantiles" : "options.by", means);

  const { patients, scale } = after.forfait.table;
  const count = weightedSum(new Float64Array(patients.length).fill(1), frame.weights);
  const [old, next] = sides.map((parts) => totalOf(parts, frame.weights, count)) as [Sum, Sum];
  const [from, to] = sides.map((parts) => ofEach(parts, patients.length)) as [
    Float64Array,
    Float64Array,
  ];
  const result: RegimeComparisonData = {
    ...STATIC,
    year,
    referenceDate: lastDay(referenceYear),
    physicians: Number(count) / MILLION,
    patients: Number(weightedSum(patients, frame.weights)) / (MILLION * scale),
    old: old.written,
    new: next.written,
    change: {
      total: euros(next.cents - old.cents),
      mean: euros(meanOf(next.cents - old.cents, count)),
    },
    scope: scopeOf(sides[0], sides[1]),
    moves:
      means.length > 0
        ? null
        : movesOf(
            frame,
            { ...before.forfait, totals: from },
            { ...after.forfait, totals: to },
            {
              by: by ?? [],
              parts: checkParts(quantiles ?? 10, "options.quantiles"),
            },
          ),
  };
  return withTables(freeze(result), {
    rows: () => regimeRows(result),
    physicianRows: () =>
      means.length > 0
        ? refuseMeans("physicianRows", means)
        : physicianRows(frame.panels.physicianIds, from, to),
    ...shownAs("comparison", (locale) => regimeSheet(result, locale)),
  });
}

interface Sum {
  readonly cents: Cents;
  readonly written: RegimeTotal;
}

function totalOf(parts: readonly PricedPart[], weights: PhysicianWeights, count: bigint): Sum {
  const priced = parts.map(({ amounts, ...part }): { part: RegimePart; cents: Cents } => {
    const sum =
      typeof amounts === "number"
        ? roundedCents(BigInt(amounts) * count)
        : roundedCents(weightedSum(amounts, weights));
    const mean = typeof amounts === "number" ? amounts : meanOf(sum, count);
    return { part: { ...part, total: euros(sum), mean: euros(mean) }, cents: sum };
  });
  const all = priced.reduce((sum, { cents: one }) => sum + one, 0);
  return {
    cents: all,
    written: {
      parts: priced.map(({ part }) => part),
      total: euros(all),
      mean: euros(meanOf(all, count)),
    },
  };
}

/** Cents per physician, rounded half away from zero; of nobody, nothing. */
function meanOf(sum: Cents, count: bigint): Cents {
  if (count === 0n) return 0;
  const size = BigInt(Math.abs(sum)) * BigInt(MILLION);
  const mean = Number((2n * size + count) / (2n * count));
  return sum < 0 ? 0 - mean : mean;
}

/** What each physician has; means are of nobody. */
function ofEach(parts: readonly PricedPart[], physicians: number): Float64Array {
  const totals = new Float64Array(physicians);
  for (const { amounts } of parts)
    if (typeof amounts !== "number")
      for (let slot = 0; slot < physicians; slot++)
        totals[slot] = (totals[slot] as number) + (amounts[slot] as number);
  return totals;
}

function movesOf(
  frame: Frame,
  from: Priced,
  to: Priced,
  { by, parts }: { readonly by: readonly ComparisonGroup[]; readonly parts: number },
): RegimeComparisonData["moves"] {
  const change = from.totals.map((before, slot) => (to.totals[slot] as number) - before);
  const of = (slots: readonly number[]): Omit<RegimeGroup, "keys"> => {
    const { gainers, losers, unchanged, physicians, total } = moveOf(
      frame,
      from,
      to,
      change,
      slots,
    );
    return { physicians, change: total.change, gainers, losers, unchanged };
  };
  const { gainers, losers, unchanged } = of([...change.keys()]);
  return {
    gainers,
    losers,
    unchanged,
    quantiles: boundsOf(change, frame.weights, parts).map(({ p, cents: bound }) => ({
      p,
      change: euros(bound),
    })),
    groups: groupsOf(by, frame, to.schedule, from).map(({ keys, slots }) => ({
      keys,
      ...of(slots),
    })),
  };
}

function regimeRows(result: RegimeComparisonData): ReturnType<RegimeComparison["rows"]> {
  return (["old", "new"] as const).flatMap((regime) =>
    result[regime].parts.map(({ id, total, mean }) => ({
      regime,
      part: id,
      total: Number(total),
      mean: Number(mean),
    })),
  );
}

function refuseMeans(path: string, means: readonly LocalizedText[]): never {
  const names = (locale: keyof LocalizedText): string => means.map((one) => one[locale]).join(", ");
  return refuse("MEANS_ONLY", path, undefined, {
    fr: `des sommes et des moyennes ; pour le reste, un montant par médecin de : ${names("fr")}`,
    en: `sums and means; for the rest, an amount for each physician of: ${names("en")}`,
  });
}
