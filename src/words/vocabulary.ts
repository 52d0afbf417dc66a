import type { C2sKind, Sector, Sex, Zone } from "../facts.ts";
import type { PreventionStatus } from "../list/patient.ts";
import { Meanings } from "./meanings.ts";

/** Words of cells by what they mean. The pages on words are made from here. */

export const YES = ["oui", "o", "yes", "y", "vrai", "true", "t", "1", "x"];
export const NO = ["non", "n", "no", "faux", "false", "f", "0"];

/** Check marks, of which each has one meaning; a cross in a box may mean either. */
export const MARKS: ReadonlyMap<string, boolean> = new Map([
  ["✓", true],
  ["✔", true],
  ["☑", true],
  ["✅", true],
  ["🗹", true],
  ["☐", false],
]);

export const ALD_YES = ["ALD", "en ALD", "ALD exonérante", "exo", "exo ALD", "exonéré", "exonérée"];
export const ALD_NO = ["hors ALD", "sans ALD", "pas d'ALD", "non ALD", "aucune", "sans"];

export const C2S_YES = ["C2S", "CSS", "CMU", "CMU-C"];
export const C2S_NO = [
  "aucune",
  "none",
  "sans",
  "hors C2S",
  "sans C2S",
  "pas de C2S",
  "non C2S",
  "hors CSS",
  "sans CSS",
  "pas de CSS",
  "non CSS",
];
export const C2S_WORDS: Readonly<Record<C2sKind, readonly string[]>> = {
  free: ["free", "gratuite", "sans participation"],
  contributory: ["contributory", "participation", "avec participation", "participative", "payante"],
};
/** Before the kind: `oui - gratuite`, `C2S sans participation`. */
const C2S_BEFORE = ["", "oui ", "c2s ", "css ", "oui c2s ", "oui css "];

export const ZONE_WORDS: Readonly<Record<Zone, readonly string[]>> = {
  ZIP: ["ZIP", "zone d'intervention prioritaire"],
  QPV: ["QPV", "quartier prioritaire", "quartier prioritaire de la ville"],
  ZAC: ["ZAC", "zone d'action complémentaire"],
  none: ["none", "aucune", "non", "sans", "hors zone", "hors zonage", "hors ZIP"],
};

export const SECTOR_WORDS: Readonly<Record<Sector, readonly string[]>> = {
  "1": ["1", "S1", "secteur 1", "conventionné secteur 1"],
  "2": ["2", "S2", "secteur 2", "conventionné secteur 2"],
  "2-optam": [
    "2-optam",
    "S2 optam",
    "secteur 2 optam",
    "secteur 2 avec optam",
    "optam",
    "optam-co",
    "2-optam-co",
    "secteur 2 optam-co",
  ],
};

/** Words of indicators whose id is another word; ids are read as they are, in any case. */
export const INDICATOR_WORDS: Readonly<Record<string, readonly string[]>> = {
  flu: ["grippe", "vaccin grippe", "vaccination grippe"],
  covid: ["covid-19", "covid 19"],
  pneumococcus: ["pneumocoque"],
  mmr: ["ROR"],
  meningococcus: ["méningocoque"],
  hpv: ["papillomavirus"],
  breast: ["sein", "cancer du sein", "mammographie"],
  cervix: ["col", "cancer du col", "col de l'utérus", "cancer du col de l'utérus"],
  colorectal: ["côlon", "colon", "cancer colorectal"],
  glycaemia: ["glycémie"],
  ckd: ["MRC", "maladie rénale chronique"],
  "exam-9m": ["exam 9m", "examen 9m", "examen 9 mois"],
  "exam-24m": ["exam 24m", "examen 24m", "examen 24 mois"],
  dental: ["dentaire"],
};

export const SEX_WORDS: Readonly<Record<Sex, readonly string[]>> = {
  F: ["F", "femme", "féminin", "female", "woman", "fille", "2"],
  M: ["M", "H", "homme", "masculin", "male", "man", "garçon", "1"],
};

/** Words of conditions whose id is another word; ids are read as they are. */
export const CONDITION_WORDS: Readonly<Record<string, readonly string[]>> = {
  bronchodilators: ["bronchodilatateurs", "bronchodilatateur"],
  diabetes: ["diabète", "diabétique"],
  hypertension: ["HTA", "hypertension artérielle", "hypertendu", "hypertendue"],
  "cardiovascular-risk": ["risque cardiovasculaire", "RCV"],
};

/**
 * Words of what the caisse says of an indicator. Of those of amelipro, one alone is known: "A
 * vérifier"; the user explains the others.
 */
export const STATUS_WORDS: Readonly<Record<PreventionStatus, readonly string[]>> = {
  validated: ["validated", "validé"],
  "not-validated": ["not-validated", "non validé"],
  "not-eligible": ["not-eligible", "non éligible"],
  unknown: ["unknown", "inconnu", "à vérifier"],
};

/** In the column of the last visit: never. */
export const NEVER_WORDS = [
  "jamais",
  "jamais vu",
  "jamais vue",
  "jamais venu",
  "jamais venue",
  "aucune",
  "aucune venue",
  "aucune consultation",
  "aucune visite",
  "never",
  "never seen",
];

const byName = <Name extends string>(
  words: Readonly<Record<Name, readonly string[]>>,
): (readonly [Name, readonly string[]])[] =>
  Object.entries(words) as unknown as [Name, readonly string[]][];

const prefixed = (words: readonly string[]): string[] =>
  words.flatMap((word) => C2S_BEFORE.map((before) => before + word));

export const booleans = new Meanings<boolean>([
  [true, YES],
  [false, NO],
]);
export const aldWords = new Meanings<boolean>([
  [true, ALD_YES],
  [false, ALD_NO],
]);
export const c2sWords = new Meanings<boolean | C2sKind>([
  [true, C2S_YES],
  [false, C2S_NO],
  ["free", prefixed(C2S_WORDS.free)],
  ["contributory", prefixed(C2S_WORDS.contributory)],
]);
export const zones = new Meanings(byName(ZONE_WORDS));
export const sectors = new Meanings(byName(SECTOR_WORDS));
export const sexes = new Meanings(byName(SEX_WORDS));
export const conditionWords = new Meanings(byName(CONDITION_WORDS));
export const statuses = new Meanings(byName(STATUS_WORDS));
export const indicators = new Meanings(byName(INDICATOR_WORDS));
export const never = new Meanings([[true, NEVER_WORDS]]);
