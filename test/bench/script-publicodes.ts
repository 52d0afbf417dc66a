import type { Patient } from "../../src/index.ts";
import { YEAR } from "./list.ts";

/** The amounts of one patient in publicodes, a language of rules that French administrations use. For comparison only. */
const RULES = {
  âge: { question: "Âge au 31 décembre ?" },
  ald: { question: "En ALD ?" },
  c2s: { question: "Bénéficiaire de la C2S ?" },
  vu: { question: "Vu dans les deux ans ?" },
  actions: { question: "Actions de prévention ?" },
  socle: {
    variations: [
      { si: "vu = non", alors: "5" },
      { si: { "toutes ces conditions": ["ald = oui", "âge >= 80"] }, alors: "100" },
      { si: "ald = oui", alors: "55" },
      { si: "âge <= 6", alors: "15" },
      { si: "âge < 75", alors: "5" },
      { si: "âge < 80", alors: "15" },
      { sinon: "55" },
    ],
  },
  "majoration c2s": { variations: [{ si: "c2s = oui", alors: "10" }, { sinon: "0" }] },
  prévention: "actions * 5",
  total: { somme: ["socle", "majoration c2s", "prévention"] },
};

interface Engine {
  setSituation(situation: Readonly<Record<string, string | number>>): Engine;
  evaluate(rule: string): { readonly nodeValue: unknown };
}

const name = "publicodes";
const { default: Publicodes } = (await import(name)) as { default: new (rules: unknown) => Engine };
const engine = new Publicodes(RULES);

/** Euros of all patients, one after the other. */
export function publicodesScript(patients: readonly Patient[]): number {
  const word = (value: unknown): string => (value ? "oui" : "non");
  let sum = 0;
  for (const { birthDate, ald, c2s, seen, prevention } of patients) {
    const age = YEAR - 1 - Number(birthDate?.slice(0, 4));
    engine.setSituation({
      âge: age,
      ald: word(ald),
      c2s: word(c2s),
      vu: word(seen),
      actions: prevention as number,
    });
    sum += engine.evaluate("total").nodeValue as number;
  }
  return sum;
}
