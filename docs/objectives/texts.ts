import type { RUN } from "./run.ts";

/** The words of the page, in both languages. */

const sharing = `\`\`\`ts
import { population, sharePanels } from "forfait-medecin-traitant";

/** What a département gives: numbers of its patients, and nobody's list. */
const given = (departement, seed) => {
  const margins = { departements: { [departement]: 1 } };
  const panels = population({ physicians: 50, seed, year: 2026, margins }).panels();
  return JSON.parse(JSON.stringify(sharePanels(panels, { year: 2026 })));
};
/** Patients of some cells, at least and at most: of cells that are told together, none is empty. */
const between = (panels, is) =>
  panels.flatMap(({ cells }) => cells).reduce(
    ([low, high], { of, n }) => {
      const some = of.filter(is).length;
      const others = of.length - some;
      return some === 0 ? [low, high] : [low + (others === 0 ? n : some), high + n - others];
    },
    [0, 0],
  );

const country = [given("01", 1), given("02", 2)];
const patients = country.reduce((sum, panel) => sum + panel.patients, 0);
const percent = (is) => between(country, is).map((n) => Number(((100 * n) / patients).toFixed(1)));
percent(({ ald }) => ald); //=> [21.7, 21.7]
percent(({ c2s }) => c2s); //=> [10, 10.5]
\`\`\``;

export const texts = {
  en: {
    sharing,
    intro: (departements: number, { physicians }: typeof RUN) => `# Collective objectives, followed

En français : [objectifs.md](objectifs.md)

The proposal of 8 February 2024 has collective objectives, of no single physician, followed nationally and in each département (the Assurance Maladie's accompanying document). No objective in figures was published, nor a list of what is followed: so there is no target on this page. It shows where things stand, on a synthetic country, and how each département can tell it without giving its lists away.

- **Patients and physicians do not exist**: [a synthetic country](population.md). Every département has the same margins, which are those of France, published or assumed; so départements differ here by the draw of their lists, and by nothing that is true of them. Which départements there are (${departements}) and how many physicians each has (${physicians} on average) is assumed; both are parameters of \`population\`.
- **From shared panels**: each département makes its [shared panel](sharing.md), and the country is their sum. No panel of the country is made beside them: the difference of the two would tell what a département hides.
- **Ranges**: where cells are told together, a share is known between two bounds. One figure is shown where both round to it.`,
    national: "The country",
    head: (days: readonly string[]) => ["figure", ...days, "published, not of these lists"],
    rows: {
      perPhysician: "patients per physician",
      ald: "in ALD",
      c2s: "on the C2S",
      aged80: "80 and over",
      seen: "seen within two years",
      without: "in ALD, without a médecin traitant",
      prevention: "prevention, by indicator",
    },
    published: {
      perPhysician: "1,060, end of 2021 (unofficial source)",
      ald: "230 of 1,060 per physician, or 21.7 %, December 2023 (unofficial source)",
      c2s: "11 % of people, end of 2023 (unofficial source)",
      aged80:
        "6.09 % of people on 1 January 2022, 6.41 % in 2026 (official source, a projection for 2026)",
      seen: "nothing: assumed",
      without: "5.6 % at the end of 2022, 4.2 % on 30 June 2025 (unofficial source)",
      prevention: "no figure was found",
    },
    notTold: "no list tells",
    notMade: "not in the country",
    afterNational: (physicians: string, patients: string) =>
      `${physicians} synthetic physicians and ${patients} patients on the second day. Only ages move between the two days: the shares of patients in ALD and of people on the C2S were published for one year, and are held, as are the sizes of lists. The sources are those of [the synthetic country](population.md#sources).

Patients in ALD without a médecin traitant are on no list: whoever knows their number gives it to \`followUp\`. Prevention is followed by indicator where lists have it; none is invented here.`,
    departements: "By département",
    spread: ["figure, 31 December 2025", "lowest", "highest"],
    all: "Every département",
    columns: [
      "département",
      "patients per physician",
      "in ALD",
      "on the C2S",
      "80 and over",
      "seen",
    ],
    secrecy: (rows: string) => `## What secrecy costs

A number never tells of 1 to 10 patients, so few physicians tell less than many. The same country, with fewer physicians in each département:

${rows}

The ALD and the ages stay exact: cells are merged along the C2S first, then along who was seen. A département with few lists does better to join its neighbour before it shares.`,
    secrecyHead: ["physicians in each, on average", "in ALD", "on the C2S", "seen"],
    own: (block: string) => `## With your own lists

A caisse makes the panels of its lists (\`panelsFromColumns\`), shares them, and sends the JSON; \`npx forfait-medecin-traitant share\` does the same from a file. Whoever follows the country has the JSON alone:

${block}

Whoever has the lists themselves takes \`followUp(panels, { by })\`: the median of list sizes too, prevention by indicator, and groups of five physicians at least ([example](regimes.md#collective-follow-up)).
`,
  },
  fr: {
    sharing,
    intro: (departements: number, { physicians }: typeof RUN) => `# Le suivi d'objectifs collectifs

In English: [objectives.md](objectives.md)

La proposition du 8 février 2024 a des objectifs collectifs, d'aucun médecin en particulier, suivis dans le pays et dans chaque département (document d'accompagnement de l'Assurance Maladie). Aucun objectif chiffré n'a été publié, ni la liste de ce qui est suivi : il n'y a donc pas de cible sur cette page. Elle montre où l'on en est, sur une population fictive, et comment chaque département peut le dire sans donner ses listes.

- **Ni les patients ni les médecins n'existent** : c'est [une population fictive](population-fictive.md). Tous les départements ont les mêmes marges, celles de la France, publiées ou supposées ; ils ne diffèrent donc ici que par le tirage de leurs patientèles, et par rien de ce qui est vrai d'eux. Quels départements (${departements}) et combien de médecins dans chacun (${physicians} en moyenne) est supposé ; ce sont des paramètres de \`population\`.
- **À partir de patientèles partagées** : chaque département fait sa [patientèle partagée](partager.md), et le pays en est la somme. Aucune n'est faite du pays à côté : la différence dirait ce que cache un département.
- **Des fourchettes** : là où des cases sont dites ensemble, une part est connue entre deux bornes. Un seul chiffre est montré si les deux s'y arrondissent.`,
    national: "Le pays",
    head: (days: readonly string[]) => ["donnée", ...days, "publié, non de ces listes"],
    rows: {
      perPhysician: "patients par médecin",
      ald: "en ALD",
      c2s: "à la C2S",
      aged80: "80 ans et plus",
      seen: "vus dans les deux ans",
      without: "en ALD, sans médecin traitant",
      prevention: "prévention, par indicateur",
    },
    published: {
      perPhysician: "1 060, fin 2021 (source non officielle)",
      ald: "230 sur 1 060 par médecin, soit 21,7 %, décembre 2023 (source non officielle)",
      c2s: "11 % de la population, fin 2023 (source non officielle)",
      aged80:
        "6,09 % de la population au 1er janvier 2022, 6,41 % en 2026 (source officielle, projection pour 2026)",
      seen: "rien : supposé",
      without: "5,6 % fin 2022, 4,2 % au 30 juin 2025 (source non officielle)",
      prevention: "aucun chiffre trouvé",
    },
    notTold: "aucune liste ne le dit",
    notMade: "pas dans la population",
    afterNational: (physicians: string, patients: string) =>
      `${physicians} médecins fictifs et ${patients} patients le second jour. Entre les deux jours seuls les âges bougent : les parts de patients en ALD et de la population à la C2S ne sont publiées que d'une année, et sont tenues, comme la taille des listes. Les sources sont celles de [la population fictive](population-fictive.md#sources).

Les patients en ALD sans médecin traitant ne sont sur aucune liste : qui en connaît le nombre le donne à \`followUp\`. La prévention se suit par indicateur là où les listes l'ont ; aucune n'est inventée ici.`,
    departements: "Par département",
    spread: ["donnée, 31 décembre 2025", "le plus bas", "le plus haut"],
    all: "Tous les départements",
    columns: ["département", "patients par médecin", "en ALD", "à la C2S", "80 ans et plus", "vus"],
    secrecy: (rows: string) => `## Ce que coûte le secret

Un nombre ne dit jamais 1 à 10 patients : peu de médecins en disent donc moins que beaucoup. Le même pays, avec moins de médecins par département :

${rows}

L'ALD et les âges restent exacts : les cases sont réunies d'abord selon la C2S, puis selon qui a été vu. Un département de peu de listes gagne à se joindre à son voisin avant de partager.`,
    secrecyHead: ["médecins dans chacun, en moyenne", "en ALD", "à la C2S", "vus"],
    own: (block: string) => `## Avec vos listes

Une caisse compte ses listes (\`panelsFromColumns\`), les partage et envoie le JSON ; \`npx forfait-medecin-traitant partager\` fait de même d'un fichier. Qui suit le pays n'a que le JSON :

${block}

Qui a les listes elles-mêmes prend \`followUp(panels, { by })\` : la médiane des tailles aussi, la prévention par indicateur, et des groupes de cinq médecins au moins ([exemple](ancien-nouveau.md#le-suivi-collectif)).
`,
  },
} as const;
