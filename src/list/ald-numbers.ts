import { refusal, type Refusal } from "../error.ts";
import { LAST_ALD } from "../facts.ts";

/** Numbers of ALD, as bits from bit 0 for number 1. */
export interface AldBits {
  readonly bits: number;
  /** Whether the patient has an ALD whose number is not told, which is written 0. */
  readonly hasUntold: boolean;
}

/** Undefined for anything but a list of numbers, as figures or as text, each once. */
export function readNumbers(given: unknown): AldBits | undefined {
  if (!Array.isArray(given)) return undefined;
  let bits = 0;
  let hasUntold = false;
  for (let i = 0; i < given.length; i++) {
    const number = numberOf(given[i]);
    if (number === undefined) return undefined;
    const bit = number === 0 ? 0 : bitOf(number);
    if (number === 0 ? hasUntold : (bits & bit) !== 0) return undefined;
    if (number === 0) hasUntold = true;
    bits |= bit;
  }
  return { bits, hasUntold };
}

/**
 * The refusal of numbers that say something else than `ald`. What is no list of numbers says
 * nothing.
 */
export function refusedNumbers(ald: unknown, given: unknown, path: string): Refusal | undefined {
  const numbers = readNumbers(given);
  if (!numbers || typeof ald !== "boolean" || ald === hasNumber(numbers)) return undefined;
  return refusal("ALD_DISAGREES", `${path}.aldNumbers`, given, {
    fr: ald ? "au moins un numéro, puisque ald est true" : "aucun numéro, puisque ald est false",
    en: ald ? "at least one number, as ald is true" : "no number, as ald is false",
  });
}

/** Whether the numbers say that there is an ALD. */
export function hasNumber({ bits, hasUntold }: AldBits): boolean {
  return bits !== 0 || hasUntold;
}

function numberOf(given: unknown): number | undefined {
  const number = typeof given === "string" && /^\d{1,2}$/.test(given) ? Number(given) : given;
  return Number.isInteger(number) && (number as number) >= 0 && (number as number) <= LAST_ALD
    ? (number as number)
    : undefined;
}

export function bitsOf(numbers: readonly number[]): number {
  return numbers.reduce((bits, number) => bits | bitOf(number), 0);
}

function bitOf(number: number): number {
  return 1 << (number - 1);
}
