import type { LocalizedText } from "../../error.ts";

/** What each bound takes the unknown part of a fact for. */
export const assumptions = {
  seen: {
    fr:
      "vus : au plus bas, ils ne l'ont pas été, les mieux payés d'abord ; au plus haut, tous " +
      "l'ont été ; en proportion, autant que les autres du même médecin",
    en:
      "seen: at least, they were not, the dearest first; at most, all were; in proportion, as " +
      "many as of the physician's others",
  },
  c2s: {
    fr:
      "C2S : au plus bas, aucun ne l'a ; au plus haut, tous l'ont ; en proportion, autant que " +
      "les autres du même médecin",
    en:
      "C2S: at least, none has it; at most, all do; in proportion, as many as of the " +
      "physician's others",
  },
  prevention: {
    fr:
      "prévention : au plus bas, aucune action ; au plus haut, chaque indicateur pour chacun, " +
      "éligible ou non ; en proportion, autant par patient que les autres du même médecin",
    en:
      "prevention: at least, no action; at most, each indicator for each of them, eligible or " +
      "not; in proportion, as many for each as of the physician's others",
  },
} as const satisfies Record<string, LocalizedText>;
