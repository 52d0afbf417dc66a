import type { Locale } from "../error.ts";
import type { MappedHeader } from "./map.ts";
import type {
  ACT_FIELDS,
  CODE_FIELDS,
  COUNT_FIELDS,
  IN_LIST_FIELDS,
  Names,
  PATIENT_FIELDS,
  PHYSICIAN_FIELDS,
  PRACTICE_FIELDS,
  PRACTICE_OF_PHYSICIAN,
  STATUS_FIELDS,
} from "./fields.ts";

type Field =
  | keyof typeof ACT_FIELDS
  | keyof typeof CODE_FIELDS
  | keyof typeof STATUS_FIELDS
  | keyof typeof COUNT_FIELDS
  | keyof typeof IN_LIST_FIELDS
  | keyof typeof PATIENT_FIELDS
  | keyof typeof PHYSICIAN_FIELDS
  | keyof typeof PRACTICE_FIELDS
  | keyof typeof PRACTICE_OF_PHYSICIAN;

/** Each field in French: a header that is read as the field. */
export const frenchFields: Readonly<Record<Field, string>> = {
  physicianId: "médecin",
  id: "identifiant",
  practiceId: "cabinet",
  birthDate: "date de naissance",
  age: "âge",
  ald: "ALD",
  c2s: "C2S",
  seen: "vu",
  lastSeen: "dernière consultation",
  visits: "visites",
  sex: "sexe",
  aldNumbers: "numéros ALD",
  conditions: "affections",
  prevention: "prévention",
  registeredFrom: "MT déclaré le",
  registeredUntil: "date de fin MT",
  diedOn: "décédé le",
  aldFrom: "ALD depuis",
  aldUntil: "fin ALD",
  c2sFrom: "C2S depuis",
  c2sUntil: "fin C2S",
  zone: "zone",
  physicianBirthDate: "naissance du médecin",
  physicianAge: "âge du médecin",
  firstInstallation: "première installation",
  contract: "contrat",
  sector: "secteur",
  activeFrom: "début d'activité",
  activeUntil: "fin d'activité",
  n: "effectif",
  kind: "acte",
  date: "date de l'acte",
  system: "nomenclature",
  code: "code",
  aldNumber: "numéro ALD",
  indicator: "indicateur",
  status: "statut",
};

/** `birthDate` → `date de naissance`; a fact that a schedule declares keeps its id. */
export function fieldName(field: string, locale: Locale): string {
  const known: Readonly<Record<string, string>> = frenchFields;
  return (locale === "fr" && Object.hasOwn(known, field) && known[field]) || idOf(field);
}

/** Id of a declared fact, whose field is `facts.ID`. */
const idOf = (field: string): string => field.replace(/^facts\./, "");

/** The fields of a kind of file, in French and as they are. */
export function fieldsOf(names: Names): readonly [fr: string, en: string] {
  const fields = Object.keys(names);
  return [fields.map((field) => fieldName(field, "fr")).join(", "), fields.join(", ")];
}

/** An entry with the names of fields in French, where the user reads French. */
export function inWordsOf(locale: Locale, entry: MappedHeader): unknown {
  if (entry === null || locale === "en") return entry;
  if (typeof entry === "string") return fieldName(entry, locale);
  const { field, values } = entry;
  return {
    ...(field !== undefined && { champ: fieldName(field, locale) }),
    ...(values && { valeurs: values }),
  };
}
