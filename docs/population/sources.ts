import type { LocalizedText } from "../../src/index.ts";

interface Source extends LocalizedText {
  readonly status: "official" | "secondary";
  readonly url?: string;
}

/** Where the published figures come from. */
export const SOURCES = {
  "cnam-lists": {
    fr: "CNAM, fin 2021, 50 560 généralistes, adultes et enfants, par Egora",
    en: "CNAM, end of 2021, 50,560 general practitioners, adults and children, through Egora",
    status: "secondary",
    url: "https://egora.fr/actus-pro/conditions-d-exercice/76141-les-medecins-generalistes-ne-suivent-ils-que-1000-patients-en",
  },
  "cnam-ald": { fr: "CNAM, décembre 2023", en: "CNAM, December 2023", status: "secondary" },
  celtipharm: { fr: "celtipharm, 2015", en: "celtipharm, 2015", status: "secondary" },
  igas: {
    fr: "IGAS-IGF, juin 2024 : tous régimes en 2021, numéros du régime général en 2022",
    en: "IGAS-IGF, June 2024: all schemes in 2021, numbers of the régime général in 2022",
    status: "secondary",
  },
  c2s: {
    fr: "C2S, fin 2023 : 7,45 millions de personnes, 11 %",
    en: "C2S, end of 2023: 7.45 million persons, 11 %",
    status: "secondary",
  },
  registered: {
    fr: "11 % des 17 ans et plus, surtout des jeunes",
    en: "11 % of those of 17 and over, mostly young",
    status: "secondary",
  },
  insee: {
    fr: "INSEE, pyramide des âges ; 2026 est une projection",
    en: "INSEE, pyramid of ages; 2026 is a projection",
    status: "official",
    url: "https://www.insee.fr/fr/outil-interactif/5014911/pyramide.htm",
  },
  sectors: { fr: "2021", en: "2021", status: "secondary" },
  zones: { fr: "2019, environ", en: "2019, about", status: "official" },
} as const satisfies Readonly<Record<string, Source>>;
