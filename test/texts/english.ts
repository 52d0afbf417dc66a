import { typedTexts } from "./typed-texts.ts";
import { withoutCode } from "./without-code.ts";

/** Words of the English texts that are French ones too, names, or signs. */
const SHARED = new Set(
  `a absent accents access additions archive arrow avro b bits budget change docs go hl id macros
  markdown numbers ods action actions active administrative ald an anglais argument assurance base
  c caim caisse capitation case cases cause celtipharm cent cnam code codes compare compatible condition conditions contacts
  convention coscom cotram cstm csv ctrl d date dates dbase dbf division divisions document donum
  double duckdb due département départements collective egora en eur euro euros exact excel export file fictive final fmt forfait
  format fpmt fr france français général h html igas igf image impossible insee installation instant
  json l libreoffice m maladie md medecin messages met mm module mots médecin médecins n ndjson node npm npx on
  optam option options or page pages par paris parquet part parts pas patient patients pays pdf place
  point points population postgres projection proportion qpv quantiles question questions r rosp rtf régime s
  sas second simulation simulations six slk source sources spark spss sql sqlite standard stata structure
  sylk table tables test total traitant use utf v validation version versions xls xlsb xlsx word xml y zac zip
  zone zones`.split(/\s+/),
);

/** Words of a text, in lower case. */
export function wordsIn(text: string): string[] {
  return (withoutCode(text).match(/\p{L}{2,}/gu) ?? []).map((word) => word.toLowerCase());
}

/** Words that no French text has: those of the English texts but for what both languages share. */
export function englishWords(): ReadonlySet<string> {
  const words = new Set(typedTexts().en.flatMap(({ text }) => wordsIn(text)));
  for (const word of SHARED) words.delete(word);
  return words;
}
