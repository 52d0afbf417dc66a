import { MISSING_MARKERS } from "../src/words/missing.ts";
import {
  ACT_FIELDS,
  CODE_FIELDS,
  IN_LIST_FIELDS,
  PATIENT_FIELDS,
  PHYSICIAN_FIELDS,
  STATUS_FIELDS,
} from "../src/words/fields.ts";
import type { Locale } from "../src/index.ts";
import * as words from "../src/words/vocabulary.ts";

/** The page on the words of lists, made from the tables that read them. */
export function wordsPage(locale: Locale): string {
  const t = texts[locale];
  const code = (list: readonly string[]): string => list.map((word) => `\`${word}\``).join(", ");
  const table = (rows: readonly (readonly [string, readonly string[]])[]): string =>
    rows.map(([name, list]) => `| ${name} | ${code(list)} |`).join("\n");
  const headers = (fields: Readonly<Record<string, readonly string[]>>): string =>
    `| ${t.field} | ${t.headers} |\n| :-- | :-- |\n` +
    table(Object.entries(fields).map(([field, names]) => [`\`${field}\``, names]));
  return [
    t.intro,
    `## ${t.patients}\n\n${headers(PATIENT_FIELDS)}\n\n${t.inList}\n\n${headers(IN_LIST_FIELDS)}`,
    `## ${t.physicians}\n\n${headers(PHYSICIAN_FIELDS)}\n\n${t.rules}`,
    `## ${t.beside}\n\n${t.besideIs}\n\n${headers({ ...ACT_FIELDS, ...CODE_FIELDS, ...STATUS_FIELDS })}`,
    `## ${t.cells}\n\n${t.compared}\n\n| ${t.meaning} | ${t.words} |\n| :-- | :-- |\n` +
      table([
        [t.yes, [...words.YES, ...marks(true)]],
        [t.no, [...words.NO, ...marks(false)]],
        [`ALD, ${t.yes}`, [...words.ALD_YES, "ALD 1 … ALD 32", "100 %"]],
        [`ALD, ${t.no}`, words.ALD_NO],
        [`C2S, ${t.yes}`, words.C2S_YES],
        [`C2S, ${t.no}`, words.C2S_NO],
        ...Object.entries(words.C2S_WORDS).map(
          ([kind, list]) => [`C2S \`${kind}\``, list] as const,
        ),
        ...Object.entries(words.ZONE_WORDS).map(
          ([zone, list]) => [`zone \`${zone}\``, list] as const,
        ),
        ...Object.entries(words.SECTOR_WORDS).map(
          ([sector, list]) => [`${t.sector} \`${sector}\``, list] as const,
        ),
        ...Object.entries(words.INDICATOR_WORDS).map(([id, list]) => [`\`${id}\``, list] as const),
        ...Object.entries(words.STATUS_WORDS).map(
          ([id, list]) => [`${t.status} \`${id}\``, list] as const,
        ),
        [t.never, words.NEVER_WORDS],
        [t.missing, [...MISSING_MARKERS]],
      ]),
    t.rest,
  ].join("\n\n");
}

const marks = (meaning: boolean): string[] =>
  [...words.MARKS].flatMap(([mark, value]) => (value === meaning ? [mark] : []));

const map =
  '{\n  "Date naiss.": "birthDate",\n  "Zonage": { "field": "zone", "values": { "HZ": "none", "1": "ZIP" } },\n  "Âge": null\n}';

const texts = {
  en: {
    field: "field",
    headers: "headers",
    meaning: "meaning",
    words: "words",
    yes: "yes",
    no: "no",
    sector: "sector",
    never: "last visit: never",
    missing: "missing",
    patients: "Headers of a list",
    physicians: "Headers of a file of physicians",
    beside: "Headers of files of acts, codes and statuses",
    besideIs:
      "Of `--acts`, `--codes` and `--statuses` ([prevention](prevention.md#from-the-command)):",
    status: "status",
    cells: "Words of cells",
    inList: "Facts of the physician, if the list has them:",
    intro:
      "# The words of lists\n\n*En français : [mots.md](mots.md).*\n\nWhat the command reads in CSV, workbooks, JSON and NDJSON, and `readWords(row, { map })` in rows from any source. What is not on this page is refused, with what was found.",
    rules:
      "A header is read without case, accents and punctuation; without small words (`de`, `la`), in any order of its words, singular or plural, abbreviated (`naiss.`, `consult.`, `n°`, `bénéf.`), with `(e)`, `(O/N)`, `(JJ/MM/AAAA)` or `?` behind it, `top_` before it, and with accents that another encoding changed (`MÃ©decin`), which is told. An unread column near a known one that no column is stops the command, with the map to write; so does one that tells of such a field (`Dernière FSE`, `Radié le`, `Fin de droits`, `Vaccin grippe`), or of who is on the list (`Actif`, `Statut`, `MT O/N`). Others are told. So it is of the keys of JSON.\n\n`--map FILE` says what headers are, in the list, the physicians and the practices. It maps words of cells too, and `null` leaves a column out. A header that none of the files has is refused:\n\n```json\n" +
      map +
      '\n```\n\n`--ignore COLUMN` leaves a column out; it may be repeated: `--ignore "Âge"`, where the age of the day of export contradicts the birth date.\n\n`forfait-mt map LIST --year 2026 > map.json` writes this document: every header with the field it is read as, `null` where it is not read, and `"?"` where only you know: a column near a known one, a second column for a field, a word that is not understood. `--map` refuses a `?` that is left. `{}` means that the header is read by itself, as one that is a field in the list and another in the file of physicians. Standard error shows what stands in each column: of identifiers, birth dates and what may name people, the kind of text only (`00/00/0000`). `forfait-mt check LIST --year 2026` then says which columns are read, and what is assumed, left out and refused, in shares of rows (`--format json`).',
    compared:
      "Words are compared without case, accents, a final full stop, and the spaces, hyphens and underscores between letters. Nothing else is dropped: `Non ?`, `1 ?`, `-1`, `<> non` are refused. Booleans and numbers may have decimals (`1.0`, `2.0`, `82.0`); a crossed box may mean either, and is refused. A word whose accents another encoding changed (`dÃ©cembre`, `exon‚r‚e`) is read as it was; one that lost them (`exon?r?e`) is refused.",
    rest: "A blank is missing; `--blank no` makes it mean no in the columns of yes and no (ALD, C2S, seen, contract). A marker of a missing value is a blank, also in a column of ids.\n\n## Dates\n\nRead: `31/12/1950`, `1.5.1945`, `1945-05-01`, `1945/05/01`, `1945-5-1`, `1 mai 1945`, `01-FEB-1950`, `19450501`, `05/1945`, `1945`. A time of midnight without an offset is that day. Any other time is read past in a visit (`02/01/2024 17:05`), but for 22:00 and 23:00 sharp, which is how programs write midnight of Paris in universal time; elsewhere it is refused. Refused, with the reason: an instant with an offset or `Z`, Excel's number of a day (`16558`), a year of two digits, `01051945`, the American order (`02/15/1944`).\n\n## Numbers, lists, identifiers\n\n`54 ans` is an age, `2 actes` a number of actions. Lists: `flu, covid`, `['flu', 'covid']`, `{flu,covid}`, `[]`. An identifier is what is written: `=\"007\"` is `007`; `1,01E+10`, numbers of JSON beyond 2^53, and `oui` or `non` are refused. Where the first identifier of a column is a number with `.0`, all must be whole, and are read so.\n",
  },
  fr: {
    field: "champ",
    headers: "en-têtes",
    meaning: "sens",
    words: "mots",
    yes: "oui",
    no: "non",
    sector: "secteur",
    never: "dernière venue : jamais",
    missing: "manquant",
    patients: "En-têtes d'une liste",
    physicians: "En-têtes d'un fichier de médecins",
    beside: "En-têtes des fichiers d'actes, de codes et d'états",
    besideIs:
      "De `--actes`, `--codes` et `--états` ([prévention](prevention.fr.md#depuis-la-commande)) :",
    status: "état",
    cells: "Mots des cellules",
    inList: "Ce qui concerne le médecin, si la liste l'a :",
    intro:
      "# Les mots des listes\n\n*In English: [words.md](words.md).*\n\nCe que la commande lit dans un CSV, un classeur, un JSON ou un NDJSON, et `readWords(row, { map })` dans des lignes de toute origine. Ce qui n'est pas sur cette page est refusé, avec ce qui a été trouvé.",
    rules:
      "Un en-tête est lu sans casse, accents ni ponctuation ; sans petits mots (`de`, `la`), dans tout ordre de ses mots, au singulier ou au pluriel, abrégé (`naiss.`, `consult.`, `n°`, `bénéf.`), suivi de `(e)`, `(O/N)`, `(JJ/MM/AAAA)` ou `?`, précédé de `top_`, et avec des accents changés par un autre encodage (`MÃ©decin`), ce qui est dit. Une colonne non lue, proche d'une colonne connue qu'aucune autre n'est, arrête la commande, avec la carte à écrire ; de même celle qui parle d'un tel champ (`Dernière FSE`, `Radié le`, `Fin de droits`, `Vaccin grippe`), ou de qui est sur la liste (`Actif`, `Statut`, `MT O/N`). Les autres sont signalées. Il en va ainsi des clés du JSON.\n\n`--correspondance FICHIER` dit ce que sont les en-têtes, de la liste, des médecins et des cabinets. Il traduit aussi des mots, et `null` laisse une colonne. Un en-tête qu'aucun des fichiers n'a est refusé :\n\n```json\n" +
      map +
      "\n```\n\n`--ignorer COLONNE` laisse une colonne ; l'option peut être répétée : `--ignorer \"Âge\"`, quand l'âge du jour de l'export contredit la date de naissance.\n\n`forfait-mt correspondance LISTE --année 2026 > carte.json` écrit ce document : chaque en-tête avec le champ comme il est lu, `null` s'il n'est pas lu, et `\"?\"` là où vous seul savez : une colonne proche d'une colonne connue, une seconde colonne pour un champ, un mot qui n'est pas compris. `--correspondance` refuse un `?` qui reste. `{}` veut dire que l'en-tête est lu de lui-même, comme celui qui est un champ dans la liste et un autre dans le fichier des médecins. La sortie d'erreur montre ce qui se trouve dans chaque colonne : des identifiants, des dates de naissance et de ce qui peut nommer quelqu'un, le genre de texte seulement (`00/00/0000`). `forfait-mt vérifier LISTE --année 2026` dit ensuite quelles colonnes sont lues, et ce qui est supposé, hors liste et refusé, en parts des lignes (`--format json`).",
    compared:
      "Les mots sont comparés sans casse, accents, point final, ni espaces, tirets et soulignés entre lettres. Rien d'autre n'est retiré : `Non ?`, `1 ?`, `-1`, `<> non` sont refusés. Oui, non et les nombres peuvent avoir des décimales (`1.0`, `2.0`, `82.0`) ; une case barrée peut dire l'un ou l'autre, et est refusée. Un mot dont un autre encodage a changé les accents (`dÃ©cembre`, `exon‚r‚e`) est lu tel qu'il était ; celui qui les a perdus (`exon?r?e`) est refusé.",
    rest: "Une case vide est manquante ; `--vide non` lui fait dire non dans les colonnes oui ou non (ALD, C2S, vu, contrat). Un mot du tableau pour « manquant » vaut une case vide, aussi dans une colonne d'identifiants.\n\n## Dates\n\nLues : `31/12/1950`, `1.5.1945`, `1945-05-01`, `1945/05/01`, `1945-5-1`, `1 mai 1945`, `01-FEB-1950`, `19450501`, `05/1945`, `1945`. Minuit sans fuseau est ce jour. Toute autre heure est passée dans une venue (`02/01/2024 17:05`), sauf 22:00 et 23:00 justes, qui sont minuit de Paris en temps universel ; ailleurs elle est refusée. Refusés, avec la raison : un instant avec un fuseau ou `Z`, le nombre d'Excel pour un jour (`16558`), une année à deux chiffres, `01051945`, l'ordre américain (`02/15/1944`).\n\n## Nombres, listes, identifiants\n\n`54 ans` est un âge, `2 actes` un nombre d'actes. Listes : `flu, covid`, `['flu', 'covid']`, `{flu,covid}`, `[]`. Un identifiant est ce qui est écrit : `=\"007\"` est `007` ; `1,01E+10`, les nombres d'un JSON au-delà de 2^53, `oui` et `non` sont refusés. Si le premier identifiant d'une colonne est un nombre en `.0`, tous doivent être entiers, et sont lus ainsi.\n",
  },
} as const;
