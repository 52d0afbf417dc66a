import { describe, expect, test } from "vitest";
import { getSchedule, listSchedules } from "../../src/index.ts";
import { printedBy } from "../support/io.ts";
import { englishWords, wordsIn } from "./english.ts";
import { printedFaults } from "./faults.ts";
import { files } from "./lists.ts";

/** What the command prints, in both languages, with its spaces. */

const of = "liste --médecins medecins --année 2026";
const LINES: readonly string[] = [
  "--aide",
  "calcul",
  "calculez liste",
  "calculer liste",
  "calculer --yeer 2026",
  `calculer ${of}`,
  `calculer ${of} --format markdown`,
  `calculer ${of} --format html`,
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
  `expliquer ${of} --patient P1 --format markdown --changer base.ald-80+.amount=110`,
  `expliquer ${of} --patient P2 --format html`,
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
  `comparer ${of} --a fr.fpmt.2024 --b fr.fmt.2026`,
  `balayer ${of} --varier base.80+.amount=50:60:5`,
  `balayer ${of}`,
  `résoudre ${of} --chemin base.80+.amount --total 200`,
  `régimes ${of} --ajout ROSP=4900`,
  `régimes ${of} --ajout-nouveau DONUM=2940 --format html`,
  `partager ${of}`,
  "vérifier-promesse --année 2026",
  "vérifier-promesse liste --année 2026 --promesse personne-ne-perd --ancien fr.fpmt.2024",
  "à-faire liste --au 15/10/2026 --actes actes",
  "à-faire liste --au 15/10/2026 --actes actes-faux",
  "à-faire liste --au 15/10/2026 --actes medecins",
  "à-faire liste --au 15/10/2026 --états états",
  "à-faire liste --au 15/10/2026 --états sein=états",
  "à-faire liste --au 15/10/2026 --états états-faux",
  "à-faire liste --au 15/10/2026 --états états-sans-patient",
  "à-faire liste --au 15/10/2026 --états états-contraires",
  "à-faire liste --au 15/10/2026 --états états-inconnus",
  "à-faire liste --au 15/10/2026 --états sein=un-état",
  "à-faire liste --au 15/10/2026 --états un-état",
  "à-faire liste --au 2026-10-15 --actes actes --avec-montants --format html",
  "population --année 2026 --médecins 3 --sortie pays.csv",
  "barèmes",
  "barème fr.fmt.2026",
  "barème fr.fpmt.2018",
  "barème fr.forfait-structure.2025",
  "barème be.nurse-premium.2024",
];

const english = englishWords();

/** Names that users type: of parts, components, cases, questions and their options. */
const names = new Set(
  listSchedules().flatMap(({ id }) => {
    const { amounts, uplifts, readings = {} } = getSchedule(id);
    const declared = ["acts", "conditions", "facts"];
    const parts = { ...amounts, ...uplifts?.cases };
    return [
      ...declared,
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
