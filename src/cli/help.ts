import type { Locale, LocalizedText } from "../error.ts";
import { setIn } from "../typography.ts";
import { commandNames, options } from "./arguments/names.ts";

/** What `--help` prints. */
export function help(locale: Locale): string {
  return setIn(locale, `${texts[locale]}${otherNames()}`);
}

const texts: LocalizedText = {
  fr: `Ce qu'un médecin traitant perçoit pour sa patientèle, ligne à ligne, au centime.
Estimation non officielle : ce calcul n'émane pas de l'Assurance Maladie.

npx forfait-medecin-traitant COMMANDE

  vérifier LISTE --année N              ce qui est lu, supposé, refusé, avant tout euro
  correspondance LISTE --année N        écrit le fichier --correspondance à compléter
  calculer LISTE --année N [options]    calcule le forfait d'une liste de patients
  expliquer LISTE --année N --patient ID   la part d'un patient, en phrases
  interprétations LISTE --année N       ce que vaut chaque question ouverte sur la liste
  vérifier-versement LISTE --année N --versé FICHIER   le calcul et ce que la caisse a versé
  rapprocher LISTE LISTE [--année N]    la liste du cabinet et celle de la caisse
  comparer [LISTE] --année N            ce qu'une réforme donne, à qui, et son coût
  balayer [LISTE] --année N --varier CHEMIN=V1,V2   le total sous bien des valeurs
  résoudre [LISTE] --année N --chemin CHEMIN   le montant ou le taux qui tient dans un budget
  régimes [LISTE] --année N             FPMT, ROSP, forfait structure face à FMT et DONUM
  partager [LISTE] --année N            une patientèle comptée à donner, sans petits nombres
  vérifier-promesse [LISTE] --année N   si un barème tient ce que promettait la proposition de 2024
  à-faire LISTE --au JOUR               prévention : ce qui reste à faire, et avant quel jour
  tableau-de-bord LISTE --au JOUR       prévention des patients d'un médecin, et ses taux
  sql --année N [--dialecte D]          le barème en SQL, à exécuter là où sont les données
  population --année N --médecins N     des médecins et des patients fictifs, pour des simulations
  barèmes                               les barèmes connus
  barème ID [--format json]             un barème : montants, sources, interprétations

LISTE est un fichier CSV, Excel (.xlsx), LibreOffice (.ods), JSON ou NDJSON ; « - » est l'entrée
standard. Il en va de même de --médecins, --cabinets et --année-précédente.

  --année N                année de paiement
  --barème ID|FICHIER      barème ; par défaut, celui en vigueur l'année N
  --médecins FICHIER       les médecins : zone, naissance, secteur, faits que lit le barème...
                           sans LISTE si le barème ne dépend d'aucun patient
  --médecin ID             ce médecin seulement
  --effectifs FICHIER      en place de LISTE, des effectifs : âge (80 ans et +), ALD, C2S, vu, n...
                           pour calculer et interprétations (docs/effectifs.md)
  --augmenter EUROS        avec --effectifs : ce que coûterait d'ajouter autant à chaque montant
  --versé DATE=EUROS       ce que la caisse a versé : avril=5000 (peut être répété), ou un fichier ;
                           pour interprétations et vérifier-versement (docs/versements.md)
  --clé COLONNE            pour rapprocher, la colonne qui nomme un patient ; n'est jamais écrite
  --cabinets FICHIER       les cabinets : identifiant, faits que le barème lit d'eux
  --année-précédente FICHIER  la liste de l'année précédente (acomptes du FPMT)
  --feuille NOM            la feuille d'un classeur qui en a plusieurs ; --feuille médecins=NOM
  --correspondance FICHIER JSON : en-tête → champ, et mots des cellules (docs/mots.md)
  --ignorer COLONNE        laisse une colonne (peut être répété)
  --vide non               une case vide d'une colonne oui ou non veut dire non
  --interprétation NOM=OPTION  choisit la réponse à une question ouverte du texte
  --changer CHEMIN=VALEUR  change une valeur du barème : base.ald-80+.amount=110
  --modifications FICHIER  JSON : plusieurs chemins et leurs valeurs
  --format tableau|json|csv|html|markdown  html : une page à lire, à imprimer (calculer,
                           expliquer, interprétations)
  --csv excel|standard     CSV qu'Excel ouvre d'un double clic (« ; », virgule décimale, français),
                           ce qu'est aussi celui de --langue français ; ou que lit un programme
  --détail lignes|patients  en CSV : une ligne par montant du relevé, ou par patient
  --sortie FICHIER         où écrire, au lieu de la sortie standard (« - ») ; .parquet, .arrow aussi
  --sans-refusés           calcule malgré les lignes refusées (le code de sortie reste 1)
  --jamais-vu vide         une date de dernière venue vide veut dire : jamais venu
  --identifiants-communs   les identifiants sont communs : dit qui est sur deux listes
  --refusés FICHIER        reçoit les lignes refusées et la raison (« - » si --sortie va ailleurs)
  --moteur duckdb          lit aussi Parquet et Arrow ; sans --format ni --sortie, le total seul
  --a, --b ID|FICHIER      pour comparer : a, sinon le barème en vigueur ; b, sinon a et --changer
  --par CLÉS               groupes : zone,taille=500:1000,quantile=4, colonne des médecins
  --quantiles N            pour comparer, en combien de parts ranger les médecins (10)
  --scénario ID|FICHIER    pour balayer, résoudre, vérifier-promesse : le barème que l'on varie
  --varier CHEMIN=V1,V2    ou CHEMIN=début:fin:pas, bornes comprises ; plusieurs se croisent
  --total EUR, --écart EUR, --neutre-envers ID   pour résoudre : la cible
  --ajout "ROSP=4900", --ajout-nouveau "DONUM=2940"   pour régimes et comparer : hors barèmes
  --seuil N                pour partager, le plus petit nombre dit (11)
  --promesse complexe-mieux-payé|sans-économie|personne-ne-perd, --ancien ID
                           pour vérifier-promesse
  --dialecte duckdb|postgres|spark, --grain médecin|patient,
  --table NOM, --médecins NOM       pour sql
  --datées COLONNES        pour sql, les dates de la table : diedOn,registeredUntil
  --sans CHAMPS            pour sql, ce que les tables n'ont pas : id,physicians.contract
  --actes FICHIER          les actes de prévention des patients : médecin, patient, acte, date
  --codes FICHIER          ce que valent les codes des actes et des ALD : nomenclature, code, acte
                           ou numéro ALD (docs/prevention.fr.md)
  --états FICHIER          ce que la caisse dit des indicateurs : patient, indicateur, statut ;
                           --états sein=FICHIER pour l'export d'un seul
  --au JOUR, --avec-montants, --format tableau|csv|json|html
                                    pour à-faire et tableau-de-bord (docs/prevention.fr.md)
  --graine N, --marges FICHIER, --format csv|parquet, --détail patients|médecins,
  --sortie FICHIER                  pour population (docs/population-fictive.md)
  --langue français|anglais
  --aide, --version

Colonnes de la liste : médecin, patient, date de naissance ou âge, ALD, C2S, vu ou dernière
consultation, prévention. Dates, si elle en a : MT déclaré le, date fin MT, décédé le, ALD depuis,
fin ALD, C2S depuis, fin de droits C2S, visites ; est calculée la liste telle qu'elle était le jour
de référence (docs/quelle-liste.md). Bien d'autres en-têtes sont lus : docs/mots.md.
Un fait déclaré par le barème a pour en-tête son identifiant ou son libellé (voir barème ID).

La dernière ligne d'erreur compte les lignes : lues = calculées + hors liste + refusées.
Codes de sortie : 0 tout est calculé ; 1 des lignes sont refusées ; 2 appel ou fichier illisible ;
3 le versement n'est pas le calcul, ou les deux listes diffèrent.

Les accents sont facultatifs : --annee vaut --année. Chaque nom a sa forme anglaise :
`,
  en: `What a médecin traitant is paid for a patient list, line by line, to the cent.
An unofficial estimate: it does not come from the Assurance Maladie.

npx forfait-medecin-traitant COMMAND

  check LIST --year N                   what is read, assumed, refused, before any euro
  map LIST --year N                     writes the --map file to fill in
  compute LIST --year N [options]       computes a list of patients
  explain LIST --year N --patient ID    a patient's share, in sentences
  readings LIST --year N                what each open question is worth on the list
  check-payment LIST --year N --paid FILE   what is computed, and what the caisse paid
  reconcile LIST LIST [--year N]        the list of the practice, and that of the caisse
  compare [LIST] --year N               what a reform gives to whom, and what it costs
  sweep [LIST] --year N --vary PATH=V1,V2   the total under many values
  solve [LIST] --year N --path PATH     the amount or rate that meets a budget
  regimes [LIST] --year N               FPMT, ROSP, forfait structure against FMT and DONUM
  share [LIST] --year N                 a counted panel to give away, without small numbers
  check-policy [LIST] --year N          whether a schedule keeps what the proposal of 2024 promised
  worklist LIST --as-of DAY             prevention: what is left to do, and by which day
  dashboard LIST --as-of DAY            prevention of a physician's patients, and their rates
  sql --year N [--dialect D]            the schedule as SQL, for where the data is
  population --year N --physicians N    physicians and patients who do not exist, for simulations
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
  --paid DATE=EUROS      what the caisse paid: 2026-04=5000 (may be repeated), or a file;
                         for readings and check-payment (docs/payments.md)
  --key COLUMN           for reconcile, the column that names a patient; it is never written
  --practices FILE       the practices: identifier, facts that the schedule reads of them
  --previous FILE        the list of the year before (advances of the FPMT)
  --sheet NAME           the sheet of a workbook with several; --sheet physicians=NAME
  --map FILE             JSON: header → field, and words of cells (docs/words.md)
  --ignore COLUMN        leaves a column out (may be repeated)
  --blank no             an empty cell of a yes-or-no column means no
  --reading NAME=OPTION  chooses the answer to an open question of the text
  --set PATH=VALUE       changes a value of the schedule: base.ald-80+.amount=110
  --patch FILE           JSON: several paths and their values
  --format table|json|csv|html|markdown  html: a page to read and print
                         (compute, explain, readings)
  --csv excel|standard   CSV that a French Excel opens by a double click (";", decimal commas,
                         French words), as under a written --locale fr; or that programs read
  --detail lines|patients  in CSV: a row per statement line, or per patient
  --out FILE             writes there rather than to standard output ("-"); also .parquet, .arrow
  --skip-invalid         computes in spite of refused rows (the exit code stays 1)
  --never-seen empty     an empty date of the last visit means: never seen
  --shared-ids           ids are common to all: tells who is on two lists
  --rejects FILE         receives the refused rows, with the reason ("-" if --out goes elsewhere)
  --engine duckdb        reads Parquet and Arrow too; without --format or --out, the sum alone
  --a, --b ID|FILE       for compare: a, or the schedule in force; b, or a with each --set
  --by KEYS              groups: zone,listSize=500:1000,baseline=4, a column of the physicians
  --quantiles N          for compare, into how many parts physicians are ordered (10)
  --scenario ID|FILE     for sweep, solve and check-policy: the schedule that is varied
  --vary PATH=V1,V2      or PATH=low:high:step, both ends included; several multiply
  --total EUR, --change EUR, --neutral-to ID   for solve: the target
  --add "ROSP=4900", --add-new "DONUM=2940"   for regimes and compare: outside the schedules
  --threshold N          for share, the smallest number that is told (11)
  --policy NAME, --old ID   for check-policy: complex-pays-more, no-saving, nobody-loses
  --dialect duckdb|postgres|spark, --grain physician|patient,
  --table NAME, --physicians NAME   for sql
  --dated COLUMNS        for sql, the dates of the table: diedOn,registeredUntil
  --without FIELDS       for sql, what the tables do not have: id,physicians.contract
  --acts FILE            the acts of prevention of the patients: physicianId, id, kind, date
  --codes FILE           what the codes of acts and of ALD mean: system, code, kind or ald
                         (docs/prevention.md)
  --statuses FILE        what the caisse says of indicators: id, indicator, status;
                         --statuses breast=FILE for an export of one
  --as-of DAY, --with-amounts, --format table|csv|json|html
                                    for worklist and dashboard (docs/prevention.md)
  --seed N, --margins FILE, --format csv|parquet, --detail patients|physicians,
  --out FILE                        for population (docs/population.md)
  --locale fr|en
  --help, --version

Fields of the list: physicianId, id, birthDate or age, ald, c2s, seen or lastSeen, prevention.
Dates, if it has any: registeredFrom, registeredUntil, diedOn, aldFrom, aldUntil, c2sFrom, c2sUntil,
visits; the list is computed as it stood on the reference day (docs/which-list.md).
A fact that the schedule declares is headed by its id or its label (see schedule ID).

The last line on standard error counts the rows: read = computed + left out + rejected.
Exit codes: 0 all computed; 1 rows were refused; 2 the call or a file cannot be read;
3 the payment is not what is computed, or the two lists differ.

Each name has French forms, with accents or without:
`,
};

/** `calculer, calcul = compute ; …`, in lines of at most 100 characters. */
function otherNames(): string {
  const all = [
    ...Object.entries(commandNames).map(([name, fr]) => [name, fr] as const),
    ...Object.entries(options).map(
      ([name, { fr }]) => [`--${name}`, fr.map((one) => `--${one}`)] as const,
    ),
  ];
  const other = all.filter(([name, fr]) => fr.some((one) => one !== name));
  const lines = [""];
  for (const [i, [name, fr]] of other.entries()) {
    const entry = `${fr.join(", ")} = ${name}${i === other.length - 1 ? "." : ";"}`;
    const line = `${lines.at(-1)} ${entry}`;
    if (line.length < 100) lines[lines.length - 1] = line;
    else lines.push(` ${entry}`);
  }
  return lines.map((line) => ` ${line}\n`).join("");
}
