import type { Random } from "./random.ts";

/** Values that no list should hold, and those of which an object is made to do harm. */

export const WORDS = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "then",
  "length",
  "\0",
  "",
  " ",
  "\u{1f9d1}",
  "\ud800",
  "é",
  "=1+1",
  "NaN",
  "null",
  "undefined",
  "true",
  "oui",
  "1e400",
  "٣",
  "\u202e",
  "\r\n",
  "\ufeff",
  "2024-02-30",
  "0000-00-00",
  "9999",
  "-1",
  "129",
  "130",
  "x".repeat(300),
] as const;

const NUMBERS = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  -0,
  -1,
  0.1,
  129,
  130,
  1e308,
  2 ** 53,
  5e-324,
  15,
  16,
] as const;

/** What JSON can say, nested or not. */
export function anyJson(random: Random, depth = 3): unknown {
  const kind = random.int(0, depth > 0 ? 8 : 5);
  if (kind === 0) return null;
  if (kind === 1) return random.chance(0.5);
  if (kind === 2) return random.one([-1, 0, 1, 15, 16, 40, 129, 130, 0.5, 1e21, -1e-7, 2 ** 53]);
  if (kind <= 5) return random.one(WORDS);
  if (kind === 6) return random.many(random.int(0, 4), () => anyJson(random, depth - 1));
  return Object.fromEntries(
    random.many(random.int(0, 4), () => [
      random.one([...WORDS, "age", "ald", "id", "amount", "when", "cases"]),
      anyJson(random, depth - 1),
    ]),
  );
}

/** Any JavaScript value. */
export function anything(random: Random): unknown {
  const kind = random.int(0, 17);
  if (kind <= 3) return anyJson(random);
  if (kind === 4) return random.one(NUMBERS);
  if (kind === 5)
    return random.one([undefined, Symbol("s"), 10n ** 40n, () => 1, async () => 1, class {}]);
  if (kind === 6) return new Date(random.one([0, Number.NaN, 8.64e15]));
  if (kind === 7)
    return random.one([
      new Map([["age", 1]]),
      new Set([1]),
      new Uint8Array(4),
      /x/,
      new Error("x"),
      new WeakMap(),
      Promise.resolve(1),
    ]);
  if (kind === 8) return random.one([new String("oui"), new Number(40), new Boolean(true)]);
  if (kind === 9) return sparse(random);
  if (kind === 10) return cyclic(random);
  if (kind === 11) return deep(random.one([10, 1000, 20_000]), random.chance(0.5));
  if (kind === 12) return throwing(random.one(["age", "ald", "toString", "length", "0"]));
  if (kind === 13)
    return {
      [Symbol.toPrimitive]: thrower,
      toString: thrower,
      valueOf: thrower,
      toJSON: thrower,
      [Symbol.iterator]: thrower,
    };
  if (kind === 14) return hostileProxy(random, random.chance(0.5) ? {} : []);
  if (kind === 15) return revoked();
  if (kind === 16) return Object.assign(Object.create(null) as object, { age: 1 });
  return Object.create({
    age: 40,
    ald: true,
    c2s: false,
    __proto__: { id: "inherited" },
  }) as unknown;
}

const thrower = (): never => {
  throw new TypeError("a hostile value");
};

function sparse(random: Random): unknown[] {
  const list: unknown[] = [];
  list[random.one([1, 7, 1000])] = anyJson(random, 1);
  return list;
}

function cyclic(random: Random): unknown {
  const node: Record<string, unknown> = { age: 40 };
  node[random.one(["age", "self", "prevention"])] = node;
  return random.chance(0.5) ? node : [node, [node]];
}

function deep(depth: number, inLists: boolean): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i += 1) value = inLists ? [value] : { age: value };
  return value;
}

/** An object that throws when one of its fields is read. */
export function throwing(field: string): unknown {
  return Object.defineProperty({ age: 40, ald: true, c2s: true }, field, {
    get: thrower,
    enumerable: true,
  });
}

/** An object whose fields change from one reading to the next. */
export function fickle(random: Random, row: Readonly<Record<string, unknown>>): unknown {
  const fields = Object.keys(row).map(
    (field) =>
      [
        field,
        {
          enumerable: true,
          get: () =>
            random.chance(0.7) ? row[field] : random.chance(0.3) ? thrower() : anyJson(random, 1),
        },
      ] as const,
  );
  return Object.defineProperties({}, Object.fromEntries(fields));
}

/** A proxy of which some of the traps throw. */
export function hostileProxy(random: Random, target: object): unknown {
  const traps = [
    "get",
    "has",
    "ownKeys",
    "getOwnPropertyDescriptor",
    "getPrototypeOf",
    "isExtensible",
  ] as const;
  return new Proxy(
    target,
    Object.fromEntries(traps.filter(() => random.chance(0.4)).map((trap) => [trap, thrower])),
  );
}

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}
