import { bare } from "./plain.ts";

/** The words of a header that tell of its column, in one form each. */

/** What may follow the name of a column of yes and no. */
const YES_OR_NO = [
  "o ?/ ?n",
  "oui ?/ ?non",
  "oui ou non",
  "y ?/ ?n",
  "yes ?/ ?no",
  "vrai ?/ ?faux",
  "x",
  "0 ?/ ?1",
  "1 ?/ ?0",
];
/** What may follow a name: how its cells are filled in. */
const HINTS = [
  ...YES_OR_NO,
  "jj[/-]mm[/-]aaaa",
  "aaaa-mm-jj",
  "dd[/-]mm[/-]yyyy",
  "yyyy-mm-dd",
  "date",
  "annees?",
  "ans",
].join("|");
const HINT = new RegExp(`\\s*(?:\\(\\s*(?:${HINTS})\\s*\\)|\\b(?:o/n|oui/non)|[?:*])\\s*$`);
const ASKS = new RegExp(`(?:\\(\\s*(?:${YES_OR_NO.join("|")})\\s*\\)|\\b(?:o/n|oui/non)|\\?)\\s*$`);

const FORMS: Readonly<Record<string, string>> = {
  deux: "2",
  zonage: "zone",
  naiss: "naissance",
  nais: "naissance",
  nee: "ne",
  birth: "naissance",
  dob: "ddn",
  consult: "consultation",
  consul: "consultation",
  cons: "consultation",
  cs: "consultation",
  rv: "rdv",
  dern: "dernier",
  der: "dernier",
  derniere: "dernier",
  last: "dernier",

  prem: "premier",
  premiere: "premier",
  "1ere": "premier",
  n: "numero",
  no: "numero",
  num: "numero",

  med: "medecin",
  praticien: "medecin",
  docteur: "medecin",
  dr: "medecin",
  ps: "medecin",
  benef: "patient",
  beneficiaire: "patient",
  dt: "date",
  dte: "date",
  css: "c2s",
  compl: "complementaire",
  comp: "complementaire",
  sol: "solidaire",
  cmu: "c2s",
  decedee: "decede",
  partie: "parti",
  inscrite: "inscrit",
  vue: "vu",
  declaree: "declare",
  identifiant: "id",
  ident: "id",
  nb: "nombre",
  nbr: "nombre",
  prev: "prevention",
};

const SMALL = new Set(["de", "du", "des", "d", "la", "le", "les", "l", "en", "a", "the", "of"]);
/** Before the name of a column of yes and no. */
const BEFORE = new Set(["top", "ind", "flag", "is", "has", "est", "statut", "presence"]);

/** Whether a header says that its cells are yes or no. */
export function asksYesOrNo(header: string): boolean {
  const text = bare(header.replace(/([a-z])([A-Z])/g, "$1 $2"));
  return ASKS.test(text) || BEFORE.has(/^[a-z]+(?=[^a-z])/.exec(text)?.[0] ?? "");
}

export function tokensOf(header: string): readonly string[] {
  const text = bare(header.replace(/([a-z])([A-Z])/g, "$1 $2"))
    .replace(HINT, "")
    .replace(/([a-z])(?:\(e\)|[·.-]e\b|\/nee\b)/g, "$1");
  const words = text.split(/[^a-z\d]/).filter((word) => word !== "");
  const telling = words.filter((word, i) => i === words.length - 1 || !SMALL.has(word));
  const tokens = telling.map((word) => FORMS[word] ?? singular(word));
  if (tokens.length > 1 && BEFORE.has(tokens[0] as string)) tokens.shift();
  if (tokens.length > 1 && tokens[tokens.length - 1] === "patient") tokens.pop();
  return [...new Set(tokens)].sort();
}

function singular(word: string): string {
  const one = word.length > 4 && word.endsWith("s") ? word.slice(0, -1) : word;
  return FORMS[one] ?? one;
}
