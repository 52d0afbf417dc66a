import type { LocalizedText } from "../error.ts";

export const help: LocalizedText = {
  fr: `Ce qu'un médecin traitant perçoit pour sa patientèle, ligne à ligne, au centime.

npx forfait-medecin-traitant COMMANDE

  check LISTE --year N                  ce qui est lu, supposé, refusé, avant tout euro
  map LISTE --year N                    écrit le fichier --map à compléter
  compute LISTE --year N [options]      calcule une liste de patients
  explain LISTE --year N --patient ID   la part d'un patient, en phrases
  readings LISTE --year N               ce que vaut chaque question ouverte sur la liste
  sql --year N [--dialect D]            le barème en SQL, pour là où sont les données
  schedules                             les barèmes connus
  schedule ID [--format json]           un barème : montants, sources, lectures

LISTE est un fichier CSV, Excel (.xlsx), LibreOffice (.ods), JSON ou NDJSON ; « - » est l'entrée
standard. Il en va de même de --physicians, --practices et --previous.

  --year N               année de paiement
  --schedule ID|FICHIER  barème ; sans lui, celui en vigueur l'année N
  --physicians FICHIER   les médecins : zone, naissance, secteur, faits que lit le barème...
                         sans LISTE si le barème ne dépend d'aucun patient
  --physician ID         ce médecin seulement
  --counts FICHIER       en place de LISTE, des effectifs : age (80 ans et +), ald, c2s, seen, n...
                         pour compute et readings (docs/effectifs.md)
  --raise EUROS          avec compute --counts : ce que coûterait d'ajouter autant à chaque montant
  --practices FICHIER    les cabinets : identifiant, faits que le barème lit d'eux
  --previous FICHIER     la liste de l'année précédente (avances du FPMT)
  --sheet NOM            la feuille d'un classeur qui en a plusieurs ; --sheet physicians=NOM
  --map FICHIER          JSON : en-tête → champ, et mots des cellules (docs/mots.md)
  --ignore COLONNE       laisse une colonne (peut être répété)
  --blank no             une case vide d'une colonne oui ou non veut dire non
  --reading NOM=OPTION   choisit la réponse à une question ouverte du texte
  --set CHEMIN=VALEUR    change une valeur du barème : base.ald-80+.amount=110
  --patch FICHIER        JSON : plusieurs chemins et leurs valeurs
  --format table|json|csv
  --detail lines|patients  en CSV : une ligne par ligne de relevé, ou par patient
  --out FICHIER          écrit là plutôt que sur la sortie standard (« - ») ; .parquet, .arrow aussi
  --skip-invalid         calcule malgré les lignes refusées (le code de sortie reste 1)
  --never-seen empty     une date de dernière venue vide veut dire : jamais venu
  --shared-ids           les identifiants sont communs : dit qui est sur deux listes
  --rejects FICHIER      reçoit les lignes refusées, avec la raison (« - » si --out va ailleurs)
  --engine duckdb        lit aussi Parquet et Arrow ; sans --format ni --out, donne le total seul
  --dialect duckdb|postgres|spark, --grain physician|patient,
  --table NOM, --physicians NOM     pour sql
  --dated COLONNES       pour sql, les dates de la table : diedOn,registeredUntil
  --without CHAMPS       pour sql, ce que les tables n'ont pas : id,physicians.contract
  --locale fr|en
  --help, --version

Champs de la liste : physicianId, id, birthDate ou age, ald, c2s, seen ou lastSeen, prevention.
Dates, si elle en a : registeredFrom, registeredUntil, diedOn, aldFrom, aldUntil, c2sFrom, c2sUntil,
visits ; est calculée la liste telle qu'elle était le jour de référence (docs/quelle-liste.md).
En-têtes français admis : médecin, patient, date de naissance, âge, vu, dernière consultation,
décédé le, date fin MT, MT déclaré le, ALD depuis, fin de droits C2S...
Un fait déclaré par le barème a pour en-tête son identifiant ou son libellé (voir schedule ID).

La dernière ligne d'erreur compte les lignes : lues = calculées + hors liste + refusées.
Codes de sortie : 0 tout est calculé ; 1 des lignes sont refusées ; 2 appel ou fichier illisible.
`,
  en: `What a médecin traitant is paid for a patient list, line by line, to the cent.

npx forfait-medecin-traitant COMMAND

  check LIST --year N                   what is read, assumed, refused, before any euro
  map LIST --year N                     writes the --map file to fill in
  compute LIST --year N [options]       computes a list of patients
  explain LIST --year N --patient ID    a patient's share, in sentences
  readings LIST --year N                what each open question is worth on the list
  sql --year N [--dialect D]            the schedule as SQL, for where the data is
  schedules                             the schedules that are known
  schedule ID [--format json]           one schedule: amounts, sources, readings

LIST is a CSV, Excel (.xlsx), LibreOffice (.ods), JSON or NDJSON file; "-" is standard input.
So are --physicians, --practices and --previous.

  --year N               payment year
  --schedule ID|FILE     schedule; without it, the one in force in year N
  --physicians FILE      the physicians: zone, birth date, sector, facts of the schedule...
                         without LIST if the schedule depends on no patient
  --physician ID         this physician only
  --counts FILE          in place of LIST, numbers of patients: age (80+), ald, c2s, seen, n...
                         for compute and readings (docs/counts.md)
  --raise EUROS          with compute --counts: what it would cost to add this to each amount
  --practices FILE       the practices: identifier, facts that the schedule reads of them
  --previous FILE        the list of the year before (advances of the FPMT)
  --sheet NAME           the sheet of a workbook with several; --sheet physicians=NAME
  --map FILE             JSON: header → field, and words of cells (docs/words.md)
  --ignore COLUMN        leaves a column out (may be repeated)
  --blank no             an empty cell of a yes-or-no column means no
  --reading NAME=OPTION  chooses the answer to an open question of the text
  --set PATH=VALUE       changes a value of the schedule: base.ald-80+.amount=110
  --patch FILE           JSON: several paths and their values
  --format table|json|csv
  --detail lines|patients  in CSV: a row per statement line, or per patient
  --out FILE             writes there rather than to standard output ("-"); also .parquet, .arrow
  --skip-invalid         computes in spite of refused rows (the exit code stays 1)
  --never-seen empty     an empty date of the last visit means: never seen
  --shared-ids           ids are common to all: tells who is on two lists
  --rejects FILE         receives the refused rows, with the reason ("-" if --out goes elsewhere)
  --engine duckdb        reads Parquet and Arrow too; without --format or --out, the sum alone
  --dialect duckdb|postgres|spark, --grain physician|patient,
  --table NAME, --physicians NAME   for sql
  --dated COLUMNS        for sql, the dates of the table: diedOn,registeredUntil
  --without FIELDS       for sql, what the tables do not have: id,physicians.contract
  --locale fr|en
  --help, --version

Fields of the list: physicianId, id, birthDate or age, ald, c2s, seen or lastSeen, prevention.
Dates, if it has any: registeredFrom, registeredUntil, diedOn, aldFrom, aldUntil, c2sFrom, c2sUntil,
visits; the list is computed as it stood on the reference day (docs/which-list.md).
A fact that the schedule declares is headed by its id or its label (see schedule ID).

The last line on standard error counts the rows: read = computed + left out + rejected.
Exit codes: 0 all computed; 1 rows were refused; 2 the call or a file cannot be read.
`,
};
