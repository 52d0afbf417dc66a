/** Reads the arithmetic of a vector's `why`, exactly: `100 + 100 * 50% + round(14 * 1/3)`. */

/** A fraction of whole numbers. */
interface Exact {
  readonly top: bigint;
  readonly bottom: bigint;
}

const TOKENS = /round|\d+(?:\.\d+)?|[-+*/()%]/g;
const SUM = /: ((?:round|[-+*/()%\d. ])+)$/;

/** The arithmetic at the end of a sentence, after its last colon; undefined where there is none. */
export function arithmeticOf(why: string): string | undefined {
  return SUM.exec(why)?.[1];
}

/** The value to the cent, half away from zero: `"150.00"`. */
export function valueOf(arithmetic: string): string {
  const tokens = arithmetic.match(TOKENS) ?? [];
  const { value, rest } = sum(tokens);
  if (rest.length > 0) throw new Error(`not arithmetic: ${arithmetic}`);
  return written(toCents(value));
}

interface Read {
  readonly value: Exact;
  readonly rest: readonly string[];
}

function sum(tokens: readonly string[]): Read {
  let { value, rest } = product(tokens);
  while (rest[0] === "+" || rest[0] === "-") {
    const next = product(rest.slice(1));
    const sign = rest[0] === "+" ? 1n : -1n;
    value = {
      top: value.top * next.value.bottom + sign * next.value.top * value.bottom,
      bottom: value.bottom * next.value.bottom,
    };
    rest = next.rest;
  }
  return { value, rest };
}

function product(tokens: readonly string[]): Read {
  let { value, rest } = factor(tokens);
  while (rest[0] === "*" || rest[0] === "/") {
    const next = factor(rest.slice(1));
    const { top, bottom } =
      rest[0] === "*" ? next.value : { top: next.value.bottom, bottom: next.value.top };
    value = { top: value.top * top, bottom: value.bottom * bottom };
    rest = next.rest;
  }
  return { value, rest };
}

function factor([first, ...rest]: readonly string[]): Read {
  if (first === "(") return closed(rest);
  if (first === "round") {
    const inner = closed(rest.slice(1));
    return { value: { top: toCents(inner.value), bottom: 100n }, rest: inner.rest };
  }
  const [whole, decimals = ""] = (first ?? "").split(".");
  const value = { top: BigInt(`${whole}${decimals}`), bottom: 10n ** BigInt(decimals.length) };
  return rest[0] === "%"
    ? { value: { ...value, bottom: value.bottom * 100n }, rest: rest.slice(1) }
    : { value, rest };
}

function closed(tokens: readonly string[]): Read {
  const { value, rest } = sum(tokens);
  if (rest[0] !== ")") throw new Error("a parenthesis is not closed");
  return { value, rest: rest.slice(1) };
}

function toCents({ top, bottom }: Exact): bigint {
  const size = ((top < 0n ? -top : top) * 200n + bottom) / (2n * bottom);
  return top < 0n ? -size : size;
}

function written(cents: bigint): string {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, "0");
  return `${cents < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
