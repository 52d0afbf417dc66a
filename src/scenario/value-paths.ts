import { refuse } from "../error.ts";
import { cents } from "../money/cents.ts";
import type { AmountComponent, Schedule, UpliftComponent } from "../schedule/language.ts";
import { valuePlaceOf } from "../schedule/value-patch.ts";

/**
 * An amount or a percentage of a schedule, counted in steps: a cent, or a hundredth of a point of a
 * rate.
 */
export interface StepValue {
  readonly path: string;
  readonly isAmount: boolean;
  /** What the schedule has, in steps; a rate may have a part of one. */
  readonly steps: number;
  /** The least that the schedule allows. */
  readonly least: number;
}

/** Every amount and percentage that a document writes, in its order. */
export function valuesOf({ amounts, uplifts }: Schedule): StepValue[] {
  return [
    ...Object.entries(amounts).flatMap(([id, component]) => amountsOf(id, component)),
    ...Object.entries(uplifts?.cases ?? {}).flatMap(([id, component]) => ratesOf(id, component)),
  ];
}

function amountsOf(id: string, { amount, atLeast, cases = {} }: AmountComponent): StepValue[] {
  const of = (path: string, value: string | undefined, floor: string | undefined): StepValue[] =>
    value === undefined
      ? []
      : [{ path, isAmount: true, steps: cents(value), least: cents(floor ?? "0") }];
  return [
    ...of(`${id}.amount`, amount, atLeast),
    ...Object.entries(cases).flatMap(([name, one]) =>
      of(`${id}.${name}.amount`, one.amount, one.atLeast ?? atLeast),
    ),
  ];
}

function ratesOf(id: string, { rate, cases = {} }: UpliftComponent): StepValue[] {
  const of = (path: string, value: unknown): StepValue[] =>
    typeof value === "string"
      ? [{ path, isAmount: false, steps: Number(value.slice(0, -1)) * 100, least: 0 }]
      : [];
  return [
    ...of(`${id}.rate`, rate),
    ...Object.entries(cases).flatMap(([name, one]) => of(`${id}.${name}.rate`, one.rate)),
  ];
}

/** @throws ForfaitError INPUT_INVALID for a path that holds neither an amount nor a percentage */
export function valueAt(schedule: Schedule, path: unknown, at: string): StepValue {
  const found = valuesOf(schedule).find((one) => one.path === path);
  if (found) return found;
  const isPlace = typeof path === "string" && valuePlaceOf(schedule, path) !== undefined;
  const all = valuesOf(schedule).map((one) => one.path);
  const list = all.join(", ");
  return refuse(isPlace ? "PATCH_PATH_UNKNOWN" : "INPUT_INVALID", at, path, {
    fr: `un montant ou un pourcentage que le barème écrit : ${list}`,
    en: `an amount or a percentage that the schedule writes: ${list}`,
  });
}

/** Whole steps as a patch writes them: `"12.34"`, `"12.5%"`. */
export function valueText({ isAmount }: Pick<StepValue, "isAmount">, steps: number): string {
  return isAmount ? (steps / 100).toFixed(2) : `${steps / 100}%`;
}
