import type { LocalizedText } from "../../error.ts";

/** What a projection assumes, of which nothing is known. */
export function assumptionsOf(given: {
  readonly entries?: unknown;
  readonly exits?: unknown;
}): LocalizedText[] {
  return [
    {
      fr:
        "les patients gardent leur ALD, leur C2S, leur dernière consultation et autant " +
        "d'indicateurs validés chacun ; les médecins gardent leur âge",
      en:
        "patients keep their ALD, C2S, last visit and as many prevention actions each; " +
        "physicians keep their age",
    },
    given.exits === undefined
      ? {
          fr: "personne ne meurt, personne ne part : aucune sortie n'est donnée",
          en: "nobody dies, nobody leaves: no exits are given",
        }
      : {
          fr: "chaque année, la part donnée de chaque âge part, puis chacun vieillit d'un an",
          en: "each year the given part of each age leaves first, then all grow a year older",
        },
    given.entries === undefined
      ? {
          fr: "personne ne naît, personne n'arrive : aucune entrée n'est donnée",
          en: "nobody is born, nobody joins: no entries are given",
        }
      : {
          fr: "les mêmes entrées chaque année, à l'âge du dernier jour de l'année",
          en: "the same entries each year, at the age of the last day of the year",
        },
  ];
}
