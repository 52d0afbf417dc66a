import type { Percent, ShareRate } from "../schedule/language.ts";
import type { Cents } from "./cents.ts";

/** An exact rate: a fraction of whole numbers of any size, its denominator above zero. */
export interface Rate {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** `"12.5%"` → 125 / 1000. */
export function percent(text: Percent): Rate {
  const [whole, decimals = ""] = text.slice(0, -1).split(".") as [string, string?];
  return {
    numerator: BigInt(whole + decimals),
    denominator: 100n * 10n ** BigInt(decimals.length),
  };
}

export function fraction(numerator: number, denominator: number): Rate {
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

/** slope x (count / patients - above), none under `above`, capped on the share or on the rate. */
export function shareRate(
  { above, slope, cap, capOn }: ShareRate,
  count: number,
  patients: number,
): Rate {
  const share = fraction(count, patients);
  const least = percent(above);
  const most = percent(cap);
  if (!isGreater(share, least)) return fraction(0, 1);
  const rate = times(percent(slope), minus(capOn === "share" ? lesser(share, most) : share, least));
  return capOn === "rate" ? lesser(rate, most) : rate;
}

export function isGreater(a: Rate, b: Rate): boolean {
  return a.numerator * b.denominator > b.numerator * a.denominator;
}

function lesser(a: Rate, b: Rate): Rate {
  return isGreater(a, b) ? b : a;
}

function times(a: Rate, b: Rate): Rate {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

function minus(a: Rate, b: Rate): Rate {
  return {
    numerator: a.numerator * b.denominator - b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

/** The rate of an amount, rounded once to the cent, half away from zero. */
export function rateOf({ numerator, denominator }: Rate, amount: Cents): Cents {
  const twice = 2n * numerator * BigInt(amount);
  return Number((twice < 0n ? twice - denominator : twice + denominator) / (2n * denominator));
}

/** The rate of an amount, cut to the cent. */
export function cutRateOf({ numerator, denominator }: Rate, amount: Cents): Cents {
  return Number((numerator * BigInt(amount)) / denominator);
}

/** Exact in every case: `"10%"` where the percentage ends, `"7/120"` where it does not. */
export function rateText({ numerator, denominator }: Rate): string {
  const common = greatestCommonDivisor(size(numerator), denominator);
  const [top, bottom] = [numerator / common, denominator / common];
  return onlyTwosAndFives(bottom) ? percentText(top, bottom) : `${top}/${bottom}`;
}

function percentText(top: bigint, bottom: bigint): string {
  let [scaled, places] = [top * 100n, 0];
  while (scaled % bottom !== 0n) [scaled, places] = [scaled * 10n, places + 1];
  const digits = String(size(scaled / bottom)).padStart(places + 1, "0");
  const end = digits.length - places;
  return `${top < 0n ? "-" : ""}${digits.slice(0, end)}${places > 0 ? `.${digits.slice(end)}` : ""}%`;
}

function size(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

function onlyTwosAndFives(value: bigint): boolean {
  for (const prime of [2n, 5n]) while (value % prime === 0n) value /= prime;
  return value === 1n;
}
