type Json = Readonly<Record<string, unknown>>;

/** A document of some kind; `size` is the number of what it has many of. */
export type Kind = (size: number, options: number) => object;

const mine = { user: true } as const;
const texts = { fr: "a", en: "a" } as const;
const amount = { ...texts, per: "patient", amount: "1", paid: "p", ...mine } as const;
const number = { ...texts, of: "physician", is: "number", ifMissing: "0", ...mine } as const;
const truth = { ...texts, of: "physician", is: "boolean" } as const;
const source = { status: "official", checked: "2026-01-01", title: "t" } as const;

function many(count: number, one: (i: number) => unknown, name = "n"): Json {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`${name}${i}`, one(i)]));
}

/** Cases of which each has conditions of its own. */
function cases(count: number, when: (i: number) => Json, pick = "at most one"): Json {
  return { ...amount, pick, cases: many(count, (i) => ({ when: when(i) })) };
}

function document(options: number, patch: Json, parts: Json): object {
  return {
    id: "xx.costly",
    version: "1",
    unit: "EUR",
    ...texts,
    text: "t",
    proposed: "2026-01-01",
    reads: { on: "31/12/N-1", seenWithin: "1 year", ifMissing: {}, ...mine },
    eligible: { when: {}, partYear: "none", ...mine },
    payment: { p: { equal: ["N"], ...mine }, oddCents: "last", ...mine },
    sources: {},
    readings: { r: { ...texts, default: "d", because: "b", or: many(options, () => patch, "o") } },
    ...parts,
  };
}

/** Conditions on nine facts that hold together. */
const wide = {
  age: "0+",
  ald: true,
  c2s: true,
  seen: true,
  zone: ["ZIP", "ZAC", "QPV"],
  physicianAge: "0+",
  active: true,
  contract: false,
  sector: ["1", "2"],
} as const;
const dearer = { "a.amount": "2" } as const;

export const kinds: Readonly<Record<string, Kind>> = {
  "bands of one number": (n, o) =>
    document(o, dearer, { facts: { f: number }, amounts: { a: cases(n, (i) => ({ f: `${i}` })) } }),
  "bands that leave no gap": (n, o) =>
    document(o, dearer, {
      facts: { f: number },
      amounts: {
        a: cases(n, (i) => ({ f: i + 1 < n ? `${i}-${i}.9999` : `${i}+` }), "exactly one"),
      },
    }),
  "bands after nine facts": (n, o) =>
    document(o, dearer, {
      facts: { f: number },
      amounts: { a: cases(n, (i) => ({ ...wide, f: `${i}` })) },
    }),
  "cases of as many facts": (n, o) =>
    document(o, dearer, {
      facts: many(n, () => truth),
      amounts: { a: cases(n, (i) => ({ ...many(i, () => false), [`n${i}`]: true })) },
    }),
  components: (n, o) => document(o, { "n0.amount": "2" }, { amounts: many(n, () => amount) }),
  "components of as many payments": (n, o) =>
    document(
      o,
      {},
      {
        amounts: many(n, (i) => ({ ...amount, paid: `n${i}` })),
        payment: { ...many(n, () => ({ equal: ["N"], ...mine })), oddCents: "last", ...mine },
      },
    ),
  "cases of indicators": (n, o) =>
    document(o, dearer, {
      amounts: { a: { ...amount, per: "indicator", cases: many(n, () => ({})) } },
    }),
  sources: (n, o) =>
    document(o, dearer, {
      amounts: { a: { ...amount, user: undefined, source: Object.keys(many(n, () => 0)) } },
      sources: many(n, () => source),
    }),
  "points with others": (n, o) =>
    document(
      o,
      {},
      {
        amounts: many(n, (i) => ({
          ...amount,
          per: "point",
          points: 1,
          ...(i > 0 && { onlyWith: "n0" }),
        })),
      },
    ),
  "slabs of as many facts": (n, o) =>
    document(o, dearer, {
      facts: many(n, () => number),
      amounts: {
        a: {
          ...amount,
          per: "slab",
          pick: "each",
          cases: many(n, (i) => ({ slabs: { [`n${i}`]: { each: "1" } } })),
        },
      },
    }),
  "options alone": (n) => document(n, {}, { amounts: { a: amount } }),
  "options that change all": (n, o) =>
    document(o, Object.fromEntries(Array.from({ length: n }, (_, i) => [`n${i}.amount`, "2"])), {
      amounts: many(n, () => amount),
    }),
  "uplifts of all": (n, o) =>
    document(
      o,
      {},
      {
        amounts: many(n, () => amount),
        uplifts: {
          of: Object.keys(many(n, () => 0)),
          together: "added",
          ...mine,
          cases: { u: { ...texts, rate: "1%", paid: "p", ...mine } },
        },
      },
    ),
};
