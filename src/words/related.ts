import { asksYesOrNo, tokensOf } from "./header-tokens.ts";
import type { Names } from "./fields.ts";

/**
 * Headers that tell of a field without being read as it, since only their user can say what their
 * cells are. One is known by all of its words, whatever stands beside them.
 */
const RELATED: Names = {
  physicianId: ["médecin habituel", "médecin référent"],
  ald: ["exonéré", "exonération", "protocole de soins", "pds", "affection", "100 %"],
  c2s: ["acs"],
  lastSeen: [
    "fse",
    "feuille de soins",
    "téléconsultation",
    "dernière facture",
    "dernière facturation",
    "dernier règlement",
    "dernière séance",
    "dernière rencontre",
    "dernière entrevue",
    "dernier examen",
    "dernier soin",
    "dernière ordonnance",
    "dernière prescription",
    "dernier certificat",
  ],
  seen: ["vu", "years since seen", "années depuis vu", "sans consultation", "sans venir"],
  registeredUntil: ["radié", "radiée", "radiation", "déménagé", "déménagée", "déménagement"],
  diedOn: ["décédé", "dcd"],
  prevention: ["vaccin", "vaccination", "dépistage"],
};

/** The same of files of physicians: `retraité` says something else of a patient. */
const OF_PHYSICIANS: Names = {
  zone: ["zip", "zac", "qpv"],
  firstInstallation: ["installé", "installée"],
  activeUntil: ["retraite", "cessation"],
  contract: ["cotram", "cstm"],
  sector: ["optam"],
};

/** The same of lists, known by these words and no others. */
const ALONE: Names = {
  physicianId: ["mt", "n° am"],
  registeredFrom: ["mt le", "date mt", "déclaration mt"],
  c2sFrom: ["début de droits", "date de début de droits", "ouverture de droits", "droits depuis"],
  c2sUntil: ["fin de droits", "date de fin de droits", "droits jusqu'au", "droits au"],
};

/** Columns of one indicator. */
const OF_INDICATOR: Names = {
  flu: ["grippe"],
  covid: ["covid"],
  pneumococcus: ["pneumocoque"],
  mmr: ["ror"],
  meningococcus: ["méningocoque"],
  hpv: ["hpv", "papillomavirus"],
  breast: ["mammographie", "dépistage sein"],
  cervix: ["frottis", "dépistage col"],
  colorectal: ["dépistage colorectal", "test immunologique"],
  "exam-9m": ["examen 9 mois"],
  "exam-24m": ["examen 24 mois"],
  dental: ["m't dents", "mtdents"],
};

/** Headers of lists that say whether a patient is on the list at all. */
const OF_THE_LIST: Names = {
  list: [
    "actif",
    "patient actif",
    "inactif",
    "patient inactif",
    "archivé",
    "dossier archivé",
    "supprimé",
    "vivant",
    "contrat mt",
    "sorti",
    "sortie",
    "motif de sortie",
    "motif de fin",
    "transféré",
    "transférée",
    "statut",
    "état",
    "état du dossier",
    "status",
    "active",
    "archived",
    "deleted",
  ],
};

/** The same, where the header asks for yes or no. */
const WHERE_ASKED: Names = {
  list: ["mt", "mt déclaré", "médecin traitant", "médecin traitant déclaré", "patient", "dossier"],
};

type Phrase = readonly [name: string, tokens: readonly string[]];

const phrases = (names: Names): readonly Phrase[] =>
  Object.entries(names).flatMap(([name, all]) => all.map((one) => [name, tokensOf(one)] as const));

interface Phrases {
  readonly related: readonly Phrase[];
  readonly alone: readonly Phrase[];
  readonly ofIndicators: readonly Phrase[];
  readonly ofPhysicians: readonly Phrase[];
  readonly ofTheList: readonly Phrase[];
  readonly whereAsked: readonly Phrase[];
}

let made: Phrases | undefined;

/** Made for the first header that nothing reads. */
const known = (): Phrases =>
  (made ??= {
    related: phrases(RELATED),
    alone: phrases(ALONE),
    ofIndicators: phrases(OF_INDICATOR),
    ofPhysicians: phrases(OF_PHYSICIANS),
    ofTheList: phrases(OF_THE_LIST),
    whereAsked: phrases(WHERE_ASKED),
  });

const within = (all: readonly Phrase[], tokens: readonly string[]): string | undefined =>
  all.find(([, phrase]) => phrase.every((token) => tokens.includes(token)))?.[0];

const same = (all: readonly Phrase[], tokens: readonly string[]): string | undefined =>
  within(
    all.filter(([, phrase]) => phrase.length === tokens.length),
    tokens,
  );

/**
 * The field that a header tells of by its words; undefined for one that none is known to.
 * @param fields of the kind of file
 */
export function relatedField(tokens: readonly string[], fields: Names): string | undefined {
  const { related, alone, ofIndicators, ofPhysicians } = known();
  if (!Object.prototype.hasOwnProperty.call(fields, "ald")) return within(ofPhysicians, tokens);
  const field = same(alone, tokens) ?? within(related, tokens);
  return field ?? (within(ofIndicators, tokens) === undefined ? undefined : "prevention");
}

/** The indicator that a header names. */
export function indicatorIn(header: string): string | undefined {
  return within(known().ofIndicators, tokensOf(header));
}

/** The zone that a header names, which its cells confirm or deny. */
export function zoneIn(header: string): string | undefined {
  return (OF_PHYSICIANS["zone"] ?? []).find((zone) => tokensOf(header).includes(zone));
}

/** Whether a header of a list of patients says who is on the list, which no field does. */
export function tellsWhoIsListed(header: string): boolean {
  const tokens = tokensOf(header);
  const { ofTheList, whereAsked } = known();
  const isAsked = asksYesOrNo(header) && same(whereAsked, tokens) !== undefined;
  return isAsked || same(ofTheList, tokens) !== undefined;
}
