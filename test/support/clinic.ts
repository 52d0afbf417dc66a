import { loadSchedule, type Schedule } from "../../src/index.ts";

const paid = { paid: "year", user: true } as const;

/** A small schedule of slabs and points, with facts of the physician and of the practice. */
const clinic = {
  id: "xx.clinic.2030",
  version: "1",
  unit: "EUR per year",
  fr: "Forfait de la maison de santé",
  en: "Clinic forfait",
  text: "Invented for the tests",
  proposed: "2030-01-01",
  reads: { on: "31/12/N-1", ifMissing: {}, user: true },
  eligible: { when: {}, partYear: "none", user: true },
  facts: {
    hours: { fr: "heures", en: "hours", of: "practice", is: "number" },
    grant: {
      fr: "aide",
      en: "grant",
      of: "practice",
      is: "amount",
      ifMissing: "0",
      user: true,
    },
    software: {
      fr: "logiciel",
      en: "software",
      of: "physician",
      is: "boolean",
      ifMissing: false,
      user: true,
    },
    rate: { fr: "taux", en: "rate", of: "physician", is: "number", ifMissing: "0", user: true },
  },
  amounts: {
    nurse: {
      fr: "Infirmier",
      en: "Nurse",
      per: "slab",
      slabs: { patients: { each: "2", over: "3" }, hours: { each: "1.1", from: "2.2" } },
      most: 4,
      amount: "100.01",
      ...paid,
    },
    digital: {
      fr: "Numérique",
      en: "Digital",
      per: "point",
      when: { software: true },
      points: 10,
      amount: "7",
      ...paid,
    },
    online: {
      fr: "En ligne",
      en: "Online",
      per: "point",
      onlyWith: "digital",
      pick: "each",
      amount: "7",
      ...paid,
      cases: {
        half: { when: { rate: "50+" }, points: 3 },
        "four-fifths": { when: { rate: "80-100" }, points: 5 },
      },
    },
  },
  payment: { year: { equal: ["N"] }, oddCents: "last", user: true },
  sources: {},
};

/** The schedule with changes by path of the document; `undefined` takes a key away. */
export function clinicWith(changes: Readonly<Record<string, unknown>> = {}): Schedule {
  const document = structuredClone(clinic) as object;
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split(".");
    let at = document as Record<string, Record<string, unknown>>;
    for (const key of keys.slice(0, -1)) at = at[key] as typeof at;
    const last = keys.at(-1) as string;
    if (value === undefined) delete at[last];
    else at[last] = value as Record<string, unknown>;
  }
  return loadSchedule(document);
}
