/** A schedule of nobody's, as plain JSON, which uses the shapes that the schedules of the law do not. */
export const invented = {
  id: "fr.invented",
  version: "1",
  unit: "EUR per year",
  fr: "Barème inventé",
  en: "Invented schedule",
  text: "Nulle part",
  proposed: "2026-01-15",
  reads: {
    on: "31/12/N",
    seenWithin: "1 year",
    installationYear: "civil",
    ifMissing: { zone: "ZAC", installationYear: 1, physicianAge: 70, active: true },
    source: "S",
  },
  eligible: { when: { active: true }, partYear: "quarters", source: "S" },
  amounts: {
    base: {
      fr: "Base",
      en: "Base",
      per: "patient",
      paid: "thirds",
      source: "S",
      pick: "exactly one",
      cases: {
        seen: { when: { seen: true }, amount: "10.01" },
        lost: { when: { seen: false }, amount: "0.99", source: "T" },
      },
    },
    extras: {
      fr: "Suppléments",
      en: "Extras",
      per: "patient",
      pick: "each",
      paid: "thirds",
      source: "S",
      amount: "1.10",
      cases: {
        young: { when: { age: "0-17" } },
        ald: { when: { ald: true } },
        free: { when: { c2s: "free" }, amount: "2", assumed: "guessed" },
        "in-zone": { when: { age: "65+", zone: ["ZIP", "ZAC"] } },
      },
    },
    care: {
      fr: "Soins",
      en: "Care",
      per: "indicator",
      paid: "ahead",
      source: "S",
      cases: { flu: { amount: "3" }, hpv: { amount: "2.50", source: "T" } },
    },
  },
  uplifts: {
    of: ["base", "care"],
    together: "highest",
    source: "S",
    cases: {
      zone: {
        fr: "Zone",
        en: "Zone",
        paid: "thirds",
        source: "S",
        when: { zone: ["ZIP", "ZAC"] },
        cases: {
          first: { when: { installationYear: "1-2" }, rate: "12.5%" },
          later: { when: { installationYear: "3+" }, rate: "5%" },
        },
      },
      senior: {
        fr: "Ancien",
        en: "Senior",
        paid: "ahead",
        source: "T",
        when: { physicianAge: "67+" },
        rate: "12.5%",
      },
      burden: {
        fr: "Charge",
        en: "Burden",
        paid: "thirds",
        source: "S",
        rate: {
          share: { ald: true, age: "50+" },
          above: "12.5%",
          slope: "33%",
          cap: "20%",
          capOn: "rate",
        },
      },
    },
  },
  payment: {
    thirds: { equal: ["02/N", "05/N", "08/N"], source: "S" },
    ahead: { advance: "33%", due: ["01/N", "07/N"], on: "31/12/N-2", balance: "N+2", source: "S" },
    oddCents: "first",
    assumed: "guessed",
  },
  readings: {
    odd: {
      fr: "Où vont les centimes ?",
      en: "Where do the cents go?",
      default: "first",
      because: "why not",
      or: { last: { "payment.oddCents": "last" } },
    },
    together: {
      fr: "Cumul ?",
      en: "Added?",
      default: "highest",
      because: "why not",
      or: { added: { "uplifts.together": "added" } },
      answers: { highest: { fr: "non", en: "no" }, added: { fr: "oui", en: "yes" } },
    },
  },
  sources: {
    S: { status: "official", checked: "2026-01-15", title: "Register" },
    T: { status: "secondary", checked: "2026-01-15", title: "Newspaper" },
  },
};

/** An amendment of the law, with its source, over the FMT. */
export const amendment = {
  id: "fr.fmt.2028",
  version: "1",
  over: "fr.fmt.2026",
  fr: "Avenant de 2028",
  en: "Amendment of 2028",
  inForce: { from: "2028-01-01", to: "2029-12-31", source: "DECREE" },
  source: "DECREE",
  patch: { "base.ald-80+.amount": "110", "c2s.amount": "12.50", "zone.year-1.rate": "55%" },
  sources: { DECREE: { status: "official", checked: "2027-12-01", title: "The decree" } },
};

/** A scenario: a user's patch with a name, and no source. */
export const scenario = {
  id: "fr.scenario.sixty-five",
  version: "1",
  over: "fr.fmt.2026",
  fr: "75-79 ans dès 65 ans",
  en: "75-79 years from 65",
  patch: {
    "base.7-74.when.age": "7-64",
    "base.75-79.when.age": "65-79",
    "uplifts.of": ["base", "c2s", "prevention"],
  },
};

/** A scenario that starts in 2027, with a reading of its own. */
export const later = {
  id: "fr.scenario.later",
  version: "1",
  over: "fr.fmt.2026",
  fr: "C2S à 12 €, la majoration la plus haute",
  en: "C2S at 12 EUR, the highest uplift",
  from: 2027,
  readings: { "zone-and-age": "highest" },
  patch: { "c2s.amount": "12" },
};

type Node = Record<string, unknown>;

/** A document with other values at some places, keys being parted by slashes; `undefined` takes away. */
export function edited(document: object, edits: Readonly<Record<string, unknown>>): Node {
  const copy = JSON.parse(JSON.stringify(document)) as Node;
  for (const [path, value] of Object.entries(edits)) {
    const keys = path.split("/");
    const last = keys.pop() as string;
    const home = keys.reduce((at, key) => (at[key] ??= {}) as Node, copy);
    if (value === undefined) delete home[last];
    else home[last] = value;
  }
  return copy;
}
