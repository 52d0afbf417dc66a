import { describe, expect, test } from "vitest";
import { getSchedule, listSchedules } from "../../src/index.ts";
import { printedBy, type Content } from "../support/io.ts";
import { englishWords, wordsIn } from "./english.ts";
import { printedFaults } from "./faults.ts";

/** What the command prints, in both languages, with its spaces. */

const files: Readonly<Record<string, Content>> = {
  liste:
    "patient;né le;ald;c2s;médecin;dernière consultation;prévention\n" +
    "P1;03/05/1940;oui;non;A;02/03/2025;grippe\nP2;01/01/1990;non;oui;A;01/02/2024;grippe, sein\n" +
    "P3;01/02/2026;non;non;A;02/03/2026;\nP4;01/02/1950;non;non;B;02/03/2021;\n",
  fautes:
    "patient;né le;ald;c2s;médecin;poids\nP1;03/05/50;oui;non;A;1\nP2;01/01/1990;peut-être;oui;A;2\n" +
    "P2;;non;;A;3\nP4;01/02/1950;non;non;C;4\n",
  caisse: "patient;né le;ald;c2s\nP1;03/05/1940;non;non\nP5;01/01/1990;non;oui\n",
  medecins:
    "médecin;zone;né le;première installation;secteur\nA;ZIP;02/03/1955;01/09/1988;1\nB;;;;2\n",
  refusés: "médecin;zone;né le\nA;ZRR;1955\nB;;\n",
  effectifs: "âge;ald;c2s;n\n0-6;non;non;60\n7-74;non;non;1600\n80 ans et +;oui;oui;40\n",
  actes: "médecin;patient;acte;date de l'acte\nA;P1;vaccination contre la grippe;01/10/2026\n",
  "actes-faux": "médecin;patient;acte;date de l'acte\nA;P1;grippe;01/10/2026\n",
  versements: "date;montant\navril;5000\n",
};

const of = "liste --médecins medecins --année 2026";
const LINES: readonly string[] = [
  "--aide",
  "calcul",
  "calculez liste",
  "calculer liste",
  "calculer --yeer 2026",
  `calculer ${of}`,
  `calculer ${of} --format markdown --barème fr.proposal.2024-02-08`,
  `calculer ${of} --barème fr.proposal.2024-02-08 --changer base.80+.amount=60.50 --changer zone.rate=12.5%`,
  `calculer ${of} --médecin A --format html --changer base.80+.amount=60.50`,
  `calculer ${of} --csv excel --détail lignes`,
  `calculer ${of} --année-précédente liste --barème fr.fpmt.2024 --année 2025`,
  "calculer fautes --médecins medecins --année 2026",
  "calculer fautes --année 2026 --sans-refusés",
  "calculer liste --médecins refusés --année 2026",
  "calculer --effectifs effectifs --année 2026",
  "calculer --effectifs effectifs --année 2026 --augmenter 1",
  "vérifier liste --année 2026",
  "vérifier fautes --année 2026",
  "correspondance fautes --année 2026",
  `expliquer ${of} --patient P1`,
  `expliquer ${of} --patient P4`,
  `expliquer ${of} --patient P9`,
  `interprétations ${of} --médecin A`,
  `interprétations ${of} --médecin A --format html`,
  `interprétations ${of} --médecin A --format markdown --versé avril=30`,
  "interprétations --effectifs effectifs --année 2026 --format html",
  `vérifier-versement ${of} --médecin A --versé versements`,
  `vérifier-versement ${of} --médecin A --versé avril=40 --format html`,
  "rapprocher liste caisse --année 2026 --médecin A",
  `comparer ${of} --changer base.80+.amount=60.50 --par zone`,
  `balayer ${of} --varier base.80+.amount=50:60:5`,
  `résoudre ${of} --chemin base.80+.amount --total 200`,
  `régimes ${of} --ajout ROSP=4900`,
  `régimes ${of} --ajout-nouveau DONUM=2940 --format html`,
  `partager ${of}`,
  "vérifier-promesse --année 2026",
  "vérifier-promesse liste --année 2026 --promesse personne-ne-perd --ancien fr.fpmt.2024",
  "à-faire liste --au 15/10/2026 --actes actes",
  "à-faire liste --au 15/10/2026 --actes actes-faux",
  "à-faire liste --au 15/10/2026 --actes medecins",
  "à-faire liste --au 2026-10-15 --actes actes --avec-montants --format html",
  "population --année 2026 --médecins 3 --sortie pays.csv",
  "barèmes",
  "barème fr.fmt.2026",
  "barème fr.fpmt.2018",
  "barème fr.forfait-structure.2025",
  "barème be.nurse-premium.2024",
];

const english = englishWords();

/** Names that users type: of components, cases, questions and their options. */
const names = new Set(
  listSchedules().flatMap(({ id }) => {
    const { amounts, uplifts, readings = {} } = getSchedule(id);
    const parts = { ...amounts, ...uplifts?.cases };
    return [
      ...Object.entries(parts).flatMap(([key, { cases = {} }]) => [key, ...Object.keys(cases)]),
      ...Object.entries(readings).flatMap(([key, one]) => [
        key,
        one.default,
        ...Object.keys(one.or),
      ]),
    ];
  }),
);

/** Titles of sources are in the language of the source. */
const titles = new RegExp(
  listSchedules()
    .flatMap(({ id }) => Object.values(getSchedule(id).sources))
    .map(({ title }) => title.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replaceAll(/\s/g, "\\s"))
    .join("|"),
  "g",
);

/** Lines that name questions and values as users type them. */
const NAMING = /^(?:barème |interprétations |balayer |comparer |vérifier-promesse)/;

/** Text of an HTML page, or a text as it is. */
const shown = (text: string): string =>
  text
    .replace(/<style>.*?<\/style>/gs, "")
    .replace(/<[^>]*>/g, "\n")
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"');

describe.each(LINES)("%s", (line) => {
  const printed = async (locale: string): Promise<string> => {
    const argv = [...line.split(" "), "--langue", locale];
    const { out, err } = await printedBy(argv, { files });
    const text = /csv|^correspondance|^partager/.test(line) ? err : out + err;
    return shown(text.split("Chaque nom a sa forme anglaise")[0] as string).replace(titles, "§");
  };

  test("in French", async () => {
    const text = await printed("français");
    expect(text.split("\n").flatMap((one) => printedFaults(one, "fr"))).toEqual([]);
    const told = NAMING.test(line)
      ? text.replace(/[\w+/-]{2,}/g, (word) => (names.has(word) ? "§" : word))
      : text;
    expect([...new Set(wordsIn(told))].filter((word) => english.has(word))).toEqual([]);
  });

  test.skipIf(/versé/.test(line))("in English", async () => {
    const text = await printed("anglais");
    expect(text.split("\n").flatMap((one) => printedFaults(one, "en"))).toEqual([]);
  });
});
