/** A small schedule that uses every shape of the language once or so, as plain JSON. */
const village = {
  id: "fr.village",
  version: "1",
  unit: "EUR per year",
  fr: "Forfait du village",
  en: "Village forfait",
  text: "Délibération du conseil",
  inForce: { from: "2026-01-01", to: "2026-12-31", source: "COUNCIL" },
  reads: { on: "31/12/N-1", ifMissing: { zone: "none", active: true }, source: "COUNCIL" },
  eligible: { when: { active: true }, partYear: "none", source: "COUNCIL" },
  amounts: {
    base: {
      fr: "Base",
      en: "Base",
      per: "patient",
      pick: "exactly one",
      paid: "summer",
      source: "COUNCIL",
      cases: {
        child: { when: { age: "0-17", ald: false }, amount: "10" },
        adult: { when: { age: "18+", ald: false }, amount: "20" },
        ald: { when: { ald: true }, amount: "50", atLeast: "40" },
      },
    },
    c2s: {
      fr: "C2S",
      en: "C2S",
      per: "patient",
      when: { c2s: true },
      amount: "4",
      paid: "summer",
      source: "COUNCIL",
    },
    care: {
      fr: "Soins",
      en: "Care",
      per: "indicator",
      amount: "3",
      paid: "advances",
      source: "COUNCIL",
      cases: { flu: {}, hpv: { amount: "2.50" } },
    },
  },
  uplifts: {
    of: ["base"],
    together: "added",
    source: "COUNCIL",
    cases: {
      zone: {
        fr: "Zone",
        en: "Zone",
        when: { zone: "ZIP" },
        rate: "10%",
        paid: "summer",
        source: "COUNCIL",
      },
      share: {
        fr: "Part",
        en: "Share",
        paid: "summer",
        source: "COUNCIL",
        cases: {
          any: {
            rate: { share: { c2s: true }, above: "7%", slope: "50%", cap: "25%", capOn: "share" },
          },
        },
      },
    },
  },
  payment: {
    summer: { equal: ["06/N", "07/N"], source: "COUNCIL" },
    advances: { advance: "25%", due: ["06/N"], on: "31/12/N-2", balance: "N+1", source: "COUNCIL" },
    oddCents: "last",
    source: "COUNCIL",
  },
  readings: {
    "uplift-base": {
      fr: "Sur quoi porte la majoration ?",
      en: "What does the uplift bear on?",
      default: "base",
      because: "usage",
      or: { "base-and-c2s": { "uplifts.of": ["base", "c2s"] } },
      answers: {
        base: { fr: "la base", en: "the base" },
        "base-and-c2s": { fr: "la base et la C2S", en: "the base and the C2S" },
      },
    },
  },
  sources: {
    COUNCIL: { status: "official", checked: "2026-01-15", title: "Registre des délibérations" },
  },
};

/** The village's schedule with other values at some places, keys being parted by dots; `undefined` takes away. */
export function villageWith(edits: Readonly<Record<string, unknown>> = {}): unknown {
  const document: unknown = structuredClone(village);
  for (const [path, value] of Object.entries(edits)) edit(document as Node, path.split("."), value);
  return document;
}

type Node = Record<string, unknown>;

function edit(node: Node, [key = "", ...rest]: readonly string[], value: unknown): void {
  if (rest.length > 0) edit((node[key] ??= {}) as Node, rest, value);
  else if (value === undefined) delete node[key];
  else node[key] = value;
}
