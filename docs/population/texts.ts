import type { ByBand } from "../../src/index.ts";
import type { ASSUMED } from "../../src/population/assumed.ts";

/** The words of the page, in both languages. */

const example = (comment: string): string => `\`\`\`ts
import { computePanels, population } from "forfait-medecin-traitant";

// ${comment}
const country = population({ physicians: 500, seed: 7, year: 2026 });
const { totalCents } = computePanels(country.panels(), { year: 2026 });
totalCents.length; //=> 500
country.status.sizes; //=> "secondary"
country.patients(12)[0]?.physicianId; //=> "M13"
\`\`\``;

const own = `\`\`\`ts
const margins = {
  sizes: [[0, 1000], [100, 1000]],
  ages: { "0-6": 61, "7-15": 88, "16-74": 702, "75-79": 64, "80+": 85 },
  ald: { "0-74": 0.15, "75+": 0.7 },
  differences: { ages: 0, c2s: 0 },
} as const;
const mine = population({ physicians: 1, seed: 1, year: 2026, margins });
mine.patients(0).length; //=> 1000
\`\`\``;

const bands = (weights: ByBand, unit = ""): string =>
  Object.entries(weights)
    .map(([band, weight]) => `${band}: ${weight}${unit}`)
    .join(", ");

type Assumed = typeof ASSUMED;

export const texts = {
  en: {
    figures: ["figure", "published", "reached", "tolerance", "source"],
    checked: ["amount", "published", "reached", "difference"],
    within: (is: boolean) => (is ? "within" : "outside"),
    sources: "Sources",
    intro: `# A synthetic country

En français : [population-fictive.md](population-fictive.md)

\`population({ physicians, seed, year })\` makes physicians and patients who do not exist, with the lists that France has on average: what a simulation can be tried on where the real lists cannot leave their platform. It is no forecast, and says nothing of any one practice.

${example("What are 500 synthetic physicians paid in 2026?")}

- \`year\` is the payment year; lists are those of the reference day of the forfait in force: 31 December 2025 for 2025 and for 2026, so that both are paid on the same lists.
- The same seed gives the same population under every engine: whole 32-bit words, additions, products and divisions, no \`Math.exp\`, \`log\`, \`pow\` or \`random\`. A physician, and their patients, are the same however many physicians there are.
- \`panels()\` are for \`computePanels\`, \`columns()\` for \`panelsFromColumns\` with \`physicians\` and \`match: "index"\`, \`patients(index)\` are rows. The three give the same amounts, to the cent. [Collective objectives](objectives.md) are followed on it.
- A patient has a birth date, a sex, ALD with one or two numbers, the C2S with its kind, the day last seen; no prevention action, of which no figure was found. A physician has a zone, a sector, a birth date, a first installation, a département.
- Whole France, 50,560 physicians and 53.6 million patients, takes 4.5 to 6 s of processor time as panels and 350 MB in all: \`population({ physicians: 50_560, seed: 1, year: 2026 }).panels()\`, on 28 November 2026, Node 20, two cores idle or busy with other work.`,
    calibrated: (physicians: string, seed: number) => `## In files

\`\`\`sh
npx forfait-medecin-traitant population --physicians 100 --seed 7 --year 2026 --out country.csv
npx forfait-medecin-traitant compute country.csv --physicians country-physicians.csv --year 2026 --out totals.csv --locale en
\`\`\`

The patients go to \`--out\`, the physicians to a file beside it (\`country-physicians.csv\`), which is never written over another that is there without the list. Without \`--out\`, patients go to standard output, or physicians with \`--detail physicians\`. \`--margins FILE\` is the JSON of \`margins\`. CSV is standard, with commas, whatever the language; \`--format parquet\`, or a name in \`.parquet\`, writes the same rows with dates and booleans (it needs \`@duckdb/node-api\`).

- Patients: \`physicianId,id,birthDate,sex,ald,aldNumbers,c2s,lastSeen\`; numbers of ALD are parted by a space, \`c2s\` is \`none\`, \`free\` or \`contributory\`.
- Physicians: \`id,zone,sector,birthDate,firstInstallation,departement\`.

Whole France (\`population --physicians 50560 --seed 1 --year 2026 --out france.csv\`) takes 41 to 80 s of processor time, on idle or on busy cores, and 131 to 173 MB of memory as CSV (2.9 GB), 89 s and 2.5 GB as Parquet (0.27 GB), of which DuckDB takes the most; a temporary file holds the CSV meanwhile.

R reads the same files (ten lines that were not run here):

\`\`\`r
library(arrow)
library(dplyr)

command <- "npx forfait-medecin-traitant"
system(paste(command, "population --physicians 500 --seed 7 --year 2026 --out country.parquet"))
system(paste(command, "compute country.parquet --physicians country-physicians.parquet",
             "--year 2026 --engine duckdb --out totals.parquet"))
totals <- read_parquet("totals.parquet") |>
  inner_join(read_parquet("country-physicians.parquet"), by = c("physicianId" = "id"))
totals |> group_by(zone) |> summarise(physicians = n(), mean = mean(as.numeric(total)))
\`\`\`

## Published and reached

A run of ${physicians} physicians, seed ${seed}, for 2026 (the ages of 2022 for 2021). A test fails if a figure leaves its tolerance.

**Lists** are compared with what was published of lists. **People** are compared with what was published of everyone: a patient stands for the people of their age, with a médecin traitant or without. So the lists are older than the country, since those without a médecin traitant are mostly young.`,
    onLists: (shares: string) => `Of the patients of the lists of 2026: ${shares}.`,
    disagree: (inAld: string, onList: string) => `## Sources that disagree

- Another count of the same day (for the contract on assistants) gives 775 patients at percentile 30, 1,045 at the median and an active file of 1,514; it is not settled which is right. The tolerances of the two percentiles cover both counts.
- 230 patients in ALD for each of 50,560 physicians are 11.6 million. 13.7 million, or 19.9 % of people, were published for 2021, of whom 5.6 % had no médecin traitant at the end of 2022 (4.2 % in June 2025): 256 per physician. The lists have the 230 of the CNAM; of people, ${inAld} % are then in ALD.
- 50,560 lists of 1,060 are 53.6 million patients, of some 67.7 million people (7.45 million are 11 %). With 11 % of those of 17 and over on no list, about a third of the children are on one; ${onList} % of all. No figure of children was found.
- 11 % of physicians were in a ZIP in 2019. Under the method of 2021, 30.2 % of people live in one; the share of physicians was not found. \`margins: { zones: { ZIP: 30, none: 70 } }\` takes the other side.
- The shares in ALD at 75 and over are those of 2015, the others of 2021 to 2023.`,
    assumed: (
      { women, seen, physicianAges, installationAges, differences }: Assumed,
      registered: ByBand,
    ) => `## Assumed

No figure was found of these. They are parameters, and no targets; \`status\` says which margins are \`assumed\`.

| margin | what is assumed |
| :-- | :-- |
| \`ages\` | share of people on a list, by age: ${bands(registered)}. Even within a published band, fewer and fewer from 80 on |
| \`women\` | share of women: ${bands(women)} |
| \`seen\` | last seen in the year, in the year before, earlier: ${seen.ald.join(", ")} % in ALD, ${seen.others.join(", ")} % of the others |
| \`ald\`, \`c2s\` | how rates rise and fall within a published band; the C2S at each age on lists as among all people |
| \`aldNumbers\` | two numbers at most; \`"0"\` stands for the numbers without a figure (2, 4, 6, 7, 9 to 11, 14 to 22, 24 to 29) |
| \`sizes\` | above the ninth decile: 2,100 at percentile 95, 2,800 at 99, and the longest so that the mean is met; the same in every year |
| \`zones\` | no QPV and no ZAC |
| \`departements\` | the same number of physicians in each |
| \`physicianAges\` | ${bands(physicianAges, " %")} |
| \`installationAges\` | ${bands(installationAges, " %")} |
| \`differences\` | lists differ by nine steps in age, the weight of the oldest by up to ${differences.ages * 100} % each way, and by thirty-three steps in C2S, up to ${differences.c2s * 100} % each way; the two and the number of patients are independent |

Before 2022 ages are those of 2022, after 2026 those of 2026, between them on a line. Within a list, patients are spread evenly over these shares: lists differ by size and by the two differences, not by chance.`,
    checks: `## Amounts, which are not targets

Nothing is calibrated to these. \`FMT 2026\` has the C2S and the uplifts, no prevention.`,
    explained: (mean: string) => `What could explain the differences:

- **FPMT.** Its amounts did not change from 2018 to 2023, and the published mean rose by 16 %. Here only ages move: the lists of 2018 have the sizes of 2021 and the ALD of 2021 to 2023, so 2018 comes out too high, 2023 too low. More patients in ALD, longer lists of fewer physicians (52,044 in 2018, 50,560 in 2021) and the uplift for precarity, whose formula is not published, would each do it.
- **FMT.** The CNAM projected its mean in 2024, on lists, zones and a share of patients seen that were not published. With 30.2 % of physicians in a ZIP instead of 11 %, the mean is ${mean}. Patients not seen bring 5 EUR whatever their age: their share is assumed.
- **Base against FPMT.** The FPMT here has its uplift for precarity, on the C2S of all kinds.`,
    rest: `## Lists of one's own

\`margins\` replaces any of the margins, by weights (counts, shares or percent) or by rates from 0 to 1. Bands are written as in tables of counts: \`"75-79"\`, \`"80+"\`. What is absent keeps its published or assumed values, and \`status\` says \`user\` for what is given.

${own}

A list meets its margins within a few patients: each band, ALD and C2S takes its share of the list in turn. Rates by age band keep the course by age of the country within the band.`,
  },
  fr: {
    figures: ["donnée", "publiée", "atteinte", "tolérance", "source"],
    checked: ["montant", "publié", "atteint", "écart"],
    within: (is: boolean) => (is ? "dedans" : "dehors"),
    sources: "Sources",
    intro: `# Une population fictive

In English: [population.md](population.md)

\`population({ physicians, seed, year })\` fait des médecins et des patients qui n'existent pas, dont les patientèles sont celles de la France en moyenne : de quoi essayer une simulation là où les vraies listes ne peuvent pas sortir de leur plateforme. Ce n'est pas une prévision, et cela ne dit rien d'un cabinet donné.

${example("Que perçoivent 500 médecins fictifs en 2026 ?")}

- \`year\` est l'année de paiement ; les listes sont celles du jour de référence du forfait en vigueur : le 31 décembre 2025 pour 2025 et pour 2026, qui sont donc payés sur les mêmes listes.
- La même graine donne la même population sous tout moteur : des mots entiers de 32 bits, des additions, produits et divisions, ni \`Math.exp\`, \`log\`, \`pow\` ni \`random\`. Un médecin et ses patients sont les mêmes quel que soit le nombre de médecins.
- \`panels()\` va à \`computePanels\`, \`columns()\` à \`panelsFromColumns\` avec \`physicians\` et \`match: "index"\`, \`patients(index)\` sont des lignes. Les trois donnent les mêmes montants, au centime. [Des objectifs collectifs](objectifs.md) y sont suivis.
- Un patient a une date de naissance, un sexe, l'ALD avec un ou deux numéros, la C2S et sa sorte, le jour de sa dernière venue ; aucun indicateur de prévention validé, dont aucun chiffre n'a été trouvé. Un médecin a une zone, un secteur, une date de naissance, une première installation, un département.
- La France entière, 50 560 médecins et 53,6 millions de patients, demande 4,5 à 6 s de processeur en effectifs et 350 Mo en tout : \`population({ physicians: 50_560, seed: 1, year: 2026 }).panels()\`, le 28 novembre 2026, Node 20, deux cœurs libres ou occupés d'autre chose.`,
    calibrated: (physicians: string, seed: number) => `## Dans des fichiers

\`\`\`sh
npx forfait-medecin-traitant population --médecins 100 --graine 7 --année 2026 --sortie pays.csv
npx forfait-medecin-traitant calculer pays.csv --médecins pays-physicians.csv --année 2026 --sortie totaux.csv
\`\`\`

Les patients vont dans \`--sortie\`, les médecins dans un fichier à côté (\`pays-physicians.csv\`), qui n'en remplace jamais un autre, présent sans la liste. Sans \`--sortie\`, les patients vont sur la sortie standard, ou les médecins avec \`--détail médecins\`. \`--marges FICHIER\` est le JSON de \`margins\`. Le CSV est standard, à virgules, quelle que soit la langue ; \`--format parquet\`, ou un nom en \`.parquet\`, écrit les mêmes lignes avec des dates et des booléens (il faut \`@duckdb/node-api\`).

- Patients : \`physicianId,id,birthDate,sex,ald,aldNumbers,c2s,lastSeen\` ; les numéros d'ALD sont séparés d'une espace, \`c2s\` vaut \`none\`, \`free\` (sans participation) ou \`contributory\` (avec participation).
- Médecins : \`id,zone,sector,birthDate,firstInstallation,departement\`.

La France entière (\`population --médecins 50560 --graine 1 --année 2026 --sortie france.csv\`) demande 41 à 80 s de processeur, sur des cœurs libres ou occupés, et 131 à 173 Mo de mémoire en CSV (2,9 Go), 89 s et 2,5 Go en Parquet (0,27 Go), que DuckDB prend pour l'essentiel ; un fichier temporaire tient le CSV pendant ce temps.

R lit les mêmes fichiers (dix lignes qui n'ont pas été exécutées ici) :

\`\`\`r
library(arrow)
library(dplyr)

commande <- "npx forfait-medecin-traitant"
system(paste(commande, "population --médecins 500 --graine 7 --année 2026 --sortie pays.parquet"))
system(paste(commande, "calculer pays.parquet --médecins pays-physicians.parquet",
             "--année 2026 --moteur duckdb --sortie totaux.parquet"))
totaux <- read_parquet("totaux.parquet") |>
  inner_join(read_parquet("pays-physicians.parquet"), by = c("physicianId" = "id"))
totaux |> group_by(zone) |> summarise(medecins = n(), moyenne = mean(as.numeric(total)))
\`\`\`

## Publié et atteint

Un tirage de ${physicians} médecins, graine ${seed}, pour 2026 (les âges de 2022 pour 2021). Un test échoue si une donnée sort de sa tolérance.

Les **patientèles** sont comparées à ce qui est publié des patientèles. La **population** l'est à ce qui est publié de tous : un patient représente les personnes de son âge, avec ou sans médecin traitant. Les patientèles sont donc plus âgées que le pays, puisque les personnes sans médecin traitant sont surtout jeunes.`,
    onLists: (shares: string) => `Parmi les patients des patientèles de 2026 : ${shares}.`,
    disagree: (inAld: string, onList: string) => `## Sources qui se contredisent

- Un autre compte du même jour (pour le contrat d'assistant médical) donne 775 patients au 30e centile, 1 045 à la médiane et une file active de 1 514 ; il n'est pas établi lequel est le bon. Les tolérances de ces deux centiles couvrent les deux comptes.
- 230 patients en ALD pour chacun de 50 560 médecins font 11,6 millions. 13,7 millions, soit 19,9 % de la population, sont publiés pour 2021, dont 5,6 % sans médecin traitant fin 2022 (4,2 % en juin 2025) : 256 par médecin. Les patientèles ont les 230 de la CNAM ; ${inAld} % de la population est alors en ALD.
- 50 560 patientèles de 1 060 font 53,6 millions de patients, pour quelque 67,7 millions de personnes (7,45 millions en sont 11 %). Si 11 % des 17 ans et plus sont sans médecin traitant, un tiers environ des enfants en ont un ; ${onList} % de tous. Aucun chiffre sur les enfants n'a été trouvé.
- 11 % des médecins étaient en ZIP en 2019. Selon la méthode de 2021, 30,2 % de la population vit en ZIP ; la part des médecins n'a pas été trouvée. \`margins: { zones: { ZIP: 30, none: 70 } }\` prend l'autre parti.
- Les parts en ALD à 75 ans et plus sont celles de 2015, les autres de 2021 à 2023.`,
    assumed: (
      { women, seen, physicianAges, installationAges, differences }: Assumed,
      registered: ByBand,
    ) => `## Hypothèses

Aucun chiffre n'en a été trouvé. Ce sont des paramètres, non des cibles ; \`status\` dit quelles marges sont \`assumed\`.

| marge | hypothèse |
| :-- | :-- |
| \`ages\` | part de la population qui a un médecin traitant, par âge : ${bands(registered)}. Égal dans une tranche publiée, de moins en moins à partir de 80 ans |
| \`women\` | part des femmes : ${bands(women)} |
| \`seen\` | vus dans l'année, l'année d'avant, plus tôt : ${seen.ald.join(", ")} % en ALD, ${seen.others.join(", ")} % des autres |
| \`ald\`, \`c2s\` | comment les taux montent et descendent dans une tranche publiée ; la C2S à chaque âge comme dans la population |
| \`aldNumbers\` | deux numéros au plus ; \`"0"\` vaut pour les numéros sans chiffre (2, 4, 6, 7, 9 à 11, 14 à 22, 24 à 29) |
| \`sizes\` | au-dessus du neuvième décile : 2 100 au 95e centile, 2 800 au 99e, et la plus longue telle que la moyenne soit atteinte ; les mêmes chaque année |
| \`zones\` | ni QPV ni ZAC |
| \`departements\` | autant de médecins dans chacun |
| \`physicianAges\` | ${bands(physicianAges, " %")} |
| \`installationAges\` | ${bands(installationAges, " %")} |
| \`differences\` | les patientèles diffèrent de neuf pas en âge, le poids des plus âgés de ${differences.ages * 100} % au plus de part et d'autre, et de trente-trois pas en C2S, de ${differences.c2s * 100} % au plus ; les deux et le nombre de patients sont indépendants |

Avant 2022 les âges sont ceux de 2022, après 2026 ceux de 2026, entre les deux en ligne droite. Dans une patientèle, les patients se répartissent également selon ces parts : les patientèles diffèrent par leur taille et par ces deux différences, non par le hasard.`,
    checks: `## Des montants, qui ne sont pas des cibles

Rien n'est calé sur eux. \`FMT 2026\` comprend la C2S et les majorations, pas la prévention.`,
    explained: (mean: string) => `Ce qui pourrait expliquer les écarts :

- **FPMT.** Ses montants n'ont pas changé de 2018 à 2023, et la moyenne publiée a monté de 16 %. Ici seuls les âges bougent : les patientèles de 2018 ont les tailles de 2021 et les ALD de 2021 à 2023 ; 2018 est donc trop haut, 2023 trop bas. Davantage de patients en ALD, des patientèles plus longues de médecins moins nombreux (52 044 en 2018, 50 560 en 2021), la majoration pour précarité, dont la formule n'est pas publiée, y suffiraient chacun.
- **FMT.** La CNAM en a projeté la moyenne en 2024, sur des patientèles, des zones et une part de patients vus qui ne sont pas publiées. Avec 30,2 % des médecins en ZIP au lieu de 11 %, la moyenne est de ${mean}. Un patient non vu vaut 5 € quel que soit son âge : leur part est supposée.
- **Socle et FPMT.** Le FPMT a ici sa majoration pour précarité, sur la C2S de toute sorte.`,
    rest: `## Sa propre patientèle

\`margins\` remplace n'importe laquelle des marges, par des poids (effectifs, parts ou pour cent) ou par des taux de 0 à 1. Les tranches s'écrivent comme dans les tables d'effectifs : \`"75-79"\`, \`"80+"\`. Ce qui est absent garde ses valeurs publiées ou supposées, et \`status\` dit \`user\` pour ce qui est donné.

${own}

Une patientèle atteint ses marges à quelques patients près : chaque tranche, l'ALD et la C2S y prennent leur part tour à tour. Les taux par tranche d'âge gardent, dans la tranche, la pente du pays.`,
  },
} as const;
