import { describe, expect, test } from "vitest";
import { IN_LIST_FIELDS, PATIENT_FIELDS, PHYSICIAN_FIELDS } from "../../src/words/fields.ts";
import { HeaderWords } from "../../src/words/headers.ts";
import { windows1252 } from "../support/files.ts";

const list = new HeaderWords({ ...PATIENT_FIELDS, ...IN_LIST_FIELDS });
const physicians = new HeaderWords(PHYSICIAN_FIELDS);

const means: Readonly<Record<string, readonly string[]>> = {
  birthDate: [
    "Né(e) le",
    "Née le",
    "Né·e le",
    "Né/née le",
    "NÉ LE :",
    "DN",
    "DDN",
    "dob",
    "Date naiss.",
    "Date de naiss.",
    "date_naissance",
    "dateNaissance",
    "Date de naissance (JJ/MM/AAAA)",
    "Naissance du patient",
    "BEN_NAI_ANN",
    "Date de la naissance",
    "Birth date",
    "date of birth",
    "Année naissance",
  ],
  ald: [
    "ALD (O/N)",
    "ALD ?",
    "Exo ALD",
    "ALD30",
    "ALD 30",
    "Affection longue durée",
    "top_ald",
    "ALD (oui/non)",
    "is_ald",
    "Statut ALD",
    "ALD exonérante",
    "en ALD (0/1)",
    "ALD O/N",
    "Patient en ALD".replace("Patient ", ""),
  ],
  c2s: [
    "CSS",
    "C2S (O/N)",
    "CMU",
    "CMU-C",
    "CMUC",
    "Bénéficiaire C2S",
    "Bénéf. CSS",
    "top_c2s",
    "C2S ?",
    "Compl. santé sol.",
    "Compl. santé solidaire",
  ],
  age: ["Âge (ans)", "Age patient", "âge du patient", "AGE", "Âge révolu"],
  lastSeen: [
    "Dernier RDV",
    "Dernière consult.",
    "Date dernière consultation",
    "Date de la dernière consultation",
    "Dernier acte",
    "Dernier contact",
    "date_der_cs",
    "Dern. consultation",
    "Dernières visites",
    "Last seen",
    "Date du dernier RDV",
    "Consultation, dernière date",
  ],
  physicianId: [
    "N° RPPS",
    "Code médecin",
    "Praticien",
    "Code praticien",
    "RPPS",
    "id_ps",
    "Dr",
    "N° médecin",
    "Médecins",
  ],
  id: ["N° dossier", "num_benef", "N° patient", "Patients", "Numéro de dossier"],
  physicianBirthDate: ["date_naissance_ps", "Naissance médecin", "Date de naissance du praticien"],
  prevention: ["nb_prev", "Nb d'actes de prévention", "Actes prévention"],
  registeredFrom: ["MT déclaré le", "Date déclaration MT"],
  diedOn: ["Décédé(e) le", "Décédée le", "Date décès"],
};

describe("a header is read by its words", () => {
  for (const [field, headers] of Object.entries(means))
    test.each(headers)(`${field}: %s`, (header) => expect(list.read(header)).toEqual({ field }));

  test.each(["date_premiere_installation", "1ère installation", "Date de 1ère installation"])(
    "of a physician: %s",
    (header) => expect(physicians.read(header).field).toMatch(/firstInstallation|^undefined$/),
  );
  test.each([
    ["naissance_ps", "birthDate"],
    ["top_contrat", "contract"],
    ["Zonage du cabinet", "zone"],
    ["N° RPPS", "id"],
  ])("of a physician: %s", (header, field) => expect(physicians.read(header)).toEqual({ field }));

  test.each([
    "Hors ALD",
    "Non ALD",
    "Sans C2S",
    "ALD non",
    "Pas d'ALD",
    "Nom",
    "NIR",
    "Date",
    "",
    "§",
    "Prochain RDV",
  ])("%s means no field", (header) => expect(list.read(header).field).toBeUndefined());
});

/** Letters of French in the bytes of other encodings. */
const CP850: Readonly<Record<string, number>> = {
  é: 0x82,
  è: 0x8a,
  ê: 0x88,
  à: 0x85,
  â: 0x83,
  ç: 0x87,
  ô: 0x93,
  É: 0x90,
  Â: 0xb6,
};
const MAC: Readonly<Record<string, number>> = {
  é: 0x8e,
  è: 0x8f,
  ê: 0x90,
  à: 0x88,
  â: 0x89,
  ç: 0x8d,
  ô: 0x99,
  É: 0x83,
};
const read1252 = (bytes: Uint8Array): string => new TextDecoder("windows-1252").decode(bytes);
const inBytes = (text: string, bytes: Readonly<Record<string, number>>): string =>
  read1252(Uint8Array.from(text, (letter) => bytes[letter] ?? (letter.codePointAt(0) as number)));

describe("lost accents", () => {
  const headers: readonly (readonly [string, string])[] = [
    ["Médecin", "physicianId"],
    ["Dernière consultation", "lastSeen"],
    ["Né le", "birthDate"],
    ["Décédé le", "diedOn"],
    ["âge", "age"],
    ["Première installation", "firstInstallation"],
    ["Éd", ""],
  ];
  const damages: Readonly<Record<string, (text: string) => string>> = {
    "UTF-8 read as Windows-1252": (text) => read1252(new TextEncoder().encode(text)),
    "the same, twice": (text) =>
      read1252(new TextEncoder().encode(read1252(new TextEncoder().encode(text)))),
    "CP850 read as Windows-1252": (text) => inBytes(text, CP850),
    "MacRoman read as Windows-1252": (text) => inBytes(text, MAC),
    "replaced by a mark": (text) => text.replace(/[^\0-\u007f]/g, "\ufffd"),
    "replaced by a question mark": (text) => text.replace(/[^\0-\u007f]/g, "?"),
    "replaced by two": (text) => text.replace(/[^\0-\u007f]/g, "??"),
    "written apart": (text) => text.normalize("NFD"),
    "in Windows-1252": (text) => read1252(windows1252(text)),
  };
  for (const [name, damage] of Object.entries(damages))
    test.each(headers.filter(([, field]) => field !== ""))(`${name}: %s`, (header, field) => {
      expect(list.read(damage(header)).field).toBe(field);
    });

  test("are told, where the header had to be restored", () => {
    expect(list.read("MÃ©decin")).toEqual({ field: "physicianId", restored: "Médecin" });
    expect(list.read("Médecin")).toEqual({ field: "physicianId" });
  });
});

describe("an unknown header near a known one", () => {
  const near = (header: string): string | undefined => list.near(header, () => false)?.field;
  test.each([
    ["Date dern. consult. cabinet", "lastSeen"],
    ["Mdecin", "physicianId"],
    ["Dernire consultation", "lastSeen"],
    ["Nom du médecin", "physicianId"],
    ["Type d'ALD", "ALD"],
    ["Date naisance", "birthDate"],
    ["Exonération", "ald"],
    ["C2S/ACS", "c2s"],
    ["MT déclaré", "registeredFrom"],
    ["age_rev", "age"],
    ["Zone géographique", "zone"],
    ["C2S sans participation", "c2s"],
    ["ALD depuis quand", "aldFrom"],
    ["Hors ALD", "ald"],
    ["Prévention 2025", "prevention"],
    ["Fin de droits", "c2sUntil"],
    ["Droits jusqu'au", "c2sUntil"],
    ["Ouverture des droits", "c2sFrom"],
    ["yearsSinceSeen", "seen"],
    ["years_since_seen", "seen"],
    ["Années sans consultation", "seen"],
    ["Vu en 2024 ou 2025", "seen"],
    ["Vue depuis 24 mois", "seen"],
  ])("%s", (header, field) => expect(near(header)?.toLowerCase()).toBe(field.toLowerCase()));

  test.each([
    "NIR",
    "Nom",
    "Prénom",
    "Ville",
    "Adresse",
    "Adresse du cabinet",
    "cabinet",
    "Code postal",
    "Téléphone",
    "Date",
    "commentaire libre",
    "Date de création",
    "Numéro SS",
    "Contact",
    "Caisse",
    "Régime",
    "Civilité",
    "Mobile",
    "Spécialité",
    "Rang gémellaire",
    "Email",
    "Nationalité",
    "Mutuelle",
    "x".repeat(500),
  ])("%s is near none", (header) => expect(near(header)).toBeUndefined());
});
