import { frenchDay } from "../../day.ts";
import type { ErrorCode, LocalizedText, Refusal } from "../../error.ts";
import { readDate } from "../../words/date.ts";
import { idHint } from "../../words/id.ts";
import { dateHint, withHint } from "../../list/date-hint.ts";
import { ageBand } from "../../words/age-band.ts";
import { frenchFields } from "../../words/field-names.ts";

/** What is allowed in a file, in the words of who wrote it. */

const date: LocalizedText = {
  fr: "JJ/MM/AAAA, MM/AAAA ou AAAA (ou AAAA-MM-JJ)",
  en: "DD/MM/YYYY, MM/YYYY or YYYY (or YYYY-MM-DD)",
};
const day: LocalizedText = { fr: "un jour : JJ/MM/AAAA", en: "a day: DD/MM/YYYY" };
const yesOrNo: LocalizedText = { fr: "oui ou non", en: "yes or no" };
const zone: LocalizedText = { fr: "ZIP, QPV, ZAC ou aucune", en: "ZIP, QPV, ZAC or none" };
const sector: LocalizedText = { fr: "1, 2 ou 2 OPTAM", en: "1, 2 or 2 OPTAM" };
const indicators: LocalizedText = {
  fr: "des indicateurs que le barème paie (grippe, ROR, sein… : docs/mots.md), ou leur nombre",
  en: "indicators that the schedule pays (flu, mmr, breast…: docs/words.md), or their number",
};
const age: LocalizedText = {
  fr: "un âge, ou une date de naissance",
  en: "an age, or a birth date",
};
const notABand: LocalizedText = {
  fr:
    "l'âge de ce patient, ou sa date de naissance ; un tableau d'effectifs par tranche d'âge se " +
    "donne par --effectifs",
  en:
    "the age of this patient, or their birth date; a table of numbers of patients by age band is " +
    "given by --counts",
};
const dayOfAction: LocalizedText = {
  fr: "un indicateur et son jour, séparés par deux-points : grippe:15/10/2026",
  en: "an indicator and its day, with a colon between: flu:2026-10-15",
};
/** What a blank may be made to mean. */
const orBlank = ({ fr, en }: LocalizedText): LocalizedText => ({
  fr: `${fr} ; si une case vide veut dire non : --vide non`,
  en: `${en}; if an empty cell means no: --blank no`,
});
const c2s: LocalizedText = {
  fr: "oui, non, sans participation ou avec participation",
  en: "yes, no, free or contributory",
};

/** Allowed values as users write them in a file, which accepts more spellings than the library. */
const inFiles: Readonly<Partial<Record<ErrorCode, LocalizedText>>> = {
  DATE_IMPOSSIBLE: date,
  AGE_MISSING: age,
  ALD_MISSING: orBlank(yesOrNo),
  ALD_INVALID: yesOrNo,
  CONTRACT_INVALID: yesOrNo,
  SEEN_INVALID: yesOrNo,
  SEEN_MISSING: {
    fr:
      "une date, ou « non » si le patient n'est pas venu ; " +
      "si une case vide veut dire jamais venu : --jamais-vu vide",
    en:
      'a date, or "no" if the patient did not come; ' +
      "if an empty cell means never: --never-seen empty",
  },
  C2S_MISSING: orBlank(c2s),
  C2S_INVALID: c2s,
  ZONE_INVALID: zone,
  SECTOR_INVALID: sector,
  PREVENTION_UNKNOWN: indicators,
  PHYSICIAN_MISSING: { fr: "le médecin de ce patient", en: "the physician of this patient" },
  PHYSICIAN_UNKNOWN: {
    fr: "un médecin du fichier --médecins",
    en: "a physician of the file --physicians",
  },
  AMOUNT_INVALID: {
    fr: "des euros : 147,50 (1234,00 pour mille deux cent trente-quatre)",
    en: "euros: 147.50 (1234.00 for one thousand two hundred and thirty-four)",
  },
  PRACTICE_UNKNOWN: { fr: "un cabinet du fichier --cabinets", en: "a practice of --practices" },
};

/** What is allowed of a value found in a file. */
export function allowedInFile(
  { code, path, found, allowed }: Refusal,
  cell: unknown,
): LocalizedText {
  if (code === "DATE_INVALID" && !path.startsWith("paid["))
    return withHint(/\.active(From|Until)$/.test(path) ? day : date, dateHint(cell));
  if (code === "DATE_INVALID") return withHint(allowed, dateHint(cell));
  const text = String(cell);
  if (code === "AGE_INVALID" && typeof ageBand(text) === "string") return notABand;
  if (code === "ID_INVALID") return idHint(text) ?? { fr: inFrench(allowed.fr), en: allowed.en };
  if (code === "PREVENTION_UNKNOWN" && hasDay(found)) return dayOfAction;
  return inFiles[code] ?? { fr: inFrench(allowed.fr), en: allowed.en };
}

const hasDay = (found: string): boolean =>
  readDate(found.replace(/["()]/g, ""), "any") !== undefined;

/** Names of the code, its words and its days as a French file has them. */
function inFrench(text: string): string {
  return text
    .replace(FIELD, (field) => frenchFields[field as keyof typeof frenchFields])
    .replace(/\btrue\b/g, "oui")
    .replace(/\bfalse\b/g, "non")
    .replace(/AAAA-MM-JJ/g, "JJ/MM/AAAA")
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, frenchDay);
}

/** Fields that are no word of French: `birthDate`, not `zone`. */
const FIELD = new RegExp(
  `\\b(${Object.keys(frenchFields)
    .filter((field) => /[A-Z]/.test(field))
    .join("|")})\\b`,
  "g",
);
