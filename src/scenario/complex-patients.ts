import { byKey } from "../by-key.ts";
import type { Patient } from "../list/patient.ts";
import { cents } from "../money/cents.ts";
import type { Euros, Schedule } from "../schedule/language.ts";
import { agesAskedBy } from "../statement/bulk/measures.ts";
import { compile } from "../statement/compile.ts";
import { computePatient } from "../statement/compute.ts";
import { indicatorPrices } from "../statement/indicator-prices.ts";
import { requirementsOf } from "../statement/requirements.ts";

/** A patient, and what they bring. */
export interface PricedPatient {
  readonly age: number;
  readonly ald: boolean;
  readonly c2s: false | "free" | "contributory";
  readonly seen: boolean;
  /** Number of prevention actions. */
  readonly actions: number;
  readonly amount: Euros;
}

/** A complex patient who does not bring more than another. */
export interface PatientPair {
  /** What makes the difference. */
  readonly fact: "ald" | "c2s";
  readonly complex: PricedPatient;
  readonly other: PricedPatient;
}

/**
 * Pairs alike but for ALD or the C2S, of whom the complex one does not bring strictly more. Of each
 * fact, seen and not seen, the smallest: fewest actions first, then least euros, then youngest.
 */
export function complexPatients(
  schedule: Schedule,
  year: number,
): {
  readonly sameActions: PatientPair[];
  readonly withoutActions: PatientPair[];
  readonly most: number;
} {
  const compiled = compile(schedule);
  const { onePrice, mostActions } = requirementsOf(compiled);
  const dearest = indicatorsByPrice(schedule);
  const most = Math.min(mostActions, onePrice ? mostActions : dearest.length);
  const known = new Map<string, PricedPatient>();
  const priced = (facts: Facts, actions: number): PricedPatient => {
    const key = JSON.stringify([facts, actions]);
    const found = known.get(key) ?? newlyPriced(facts, actions);
    known.set(key, found);
    return found;
  };
  const newlyPriced = (facts: Facts, actions: number): PricedPatient => {
    const prevention = onePrice ? actions : dearest.slice(0, actions);
    const patient = { ...facts, prevention } as Patient;
    const { total } = computePatient({ patient }, { year, schedule });
    return { ...facts, actions, amount: total };
  };
  const isLess = ({ amount }: PricedPatient, other: PricedPatient): boolean =>
    cents(amount) < cents(other.amount);
  const pairs = pairsOf(schedule, compiled.reads.has("seen"));
  const actions = Array.from({ length: most }, (_, i) => i + 1);
  return {
    sameActions: smallest(
      pairs.flatMap(({ fact, complex, other }) => {
        const found = { fact, complex: priced(complex, 0), other: priced(other, 0) };
        return isLess(found.other, found.complex) ? [] : [found];
      }),
    ),
    withoutActions: smallest(
      pairs.flatMap(({ fact, complex, other }) => {
        const alone = priced(complex, 0);
        const others = actions.map((count) => priced(other, count));
        const found =
          others.find((one) => isLess(alone, one)) ?? others.find((one) => !isLess(one, alone));
        return found ? [{ fact, complex: alone, other: found }] : [];
      }),
    ),
    most,
  };
}

type Facts = Omit<PricedPatient, "actions" | "amount">;

function pairsOf(
  schedule: Schedule,
  readsSeen: boolean,
): { readonly fact: PatientPair["fact"]; readonly complex: Facts; readonly other: Facts }[] {
  const ages = agesAskedBy(schedule);
  const kinds = ["free", "contributory"] as const;
  return ages.flatMap((age) =>
    (readsSeen ? [true, false] : [true]).flatMap((seen) => [
      ...([false, ...kinds] as const).map((c2s) => ({
        fact: "ald" as const,
        complex: { age, ald: true, c2s, seen },
        other: { age, ald: false, c2s, seen },
      })),
      ...kinds.flatMap((c2s) =>
        [false, true].map((ald) => ({
          fact: "c2s" as const,
          complex: { age, ald, c2s, seen },
          other: { age, ald, c2s: false as const, seen },
        })),
      ),
    ]),
  );
}

/** Seen patients first: whose prevention is validated was mostly seen. */
function smallest(pairs: readonly PatientPair[]): PatientPair[] {
  const rank = ({ complex, other }: PatientPair): number[] => [
    complex.seen ? 0 : 1,
    other.actions,
    cents(complex.amount),
    complex.age,
  ];
  const sorted = [...pairs].sort((x, y) => {
    const [p, q] = [rank(x), rank(y)];
    const at = p.findIndex((one, i) => one !== q[i]);
    return (p[at] ?? 0) - (q[at] ?? 0);
  });
  const groups = byKey(sorted, ({ fact, complex }) => `${fact} ${complex.seen}`);
  return [...groups.values()].map(([first]) => first as PatientPair);
}

/** Indicators of a schedule, the dearest first. */
function indicatorsByPrice(schedule: Schedule): string[] {
  return [...indicatorPrices(schedule)].sort(([, x], [, y]) => y - x).map(([id]) => id);
}
