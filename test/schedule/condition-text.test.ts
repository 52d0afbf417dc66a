import type { Condition, LocalizedText } from "../../src/index.ts";
import { conditionText } from "../../src/schedule/condition-text.ts";
import { clinicWith } from "../support/clinic.ts";
import { table, type Row } from "../support/table.ts";

const clinic = clinicWith();

const said = (fr: string, en: string): LocalizedText => ({ fr, en });

/** What is said of one fact, whose name is the same in each row. */
const rowsOf = (
  fact: string,
  name: LocalizedText,
  rows: readonly (readonly [value: unknown, fr: string, en: string])[],
): Row<Condition, LocalizedText>[] =>
  rows.map(([value, fr, en]) => [
    `${fact} ${String(value)}`,
    { [fact]: value } as Condition,
    said(`${name.fr} : ${fr}`, `${name.en}: ${en}`),
  ]);

table<Condition, LocalizedText>(
  "a condition in words",
  [
    ["on nothing", {}, said("—", "—")],
    [
      "on several facts",
      { ald: true, seen: false },
      said("ALD : oui ; vu : non", "ALD: yes; seen: no"),
    ],
    ...rowsOf("age", said("âge", "age"), [
      ["80+", "80 ans et plus", "80 years and over"],
      ["7-79", "de 7 à 79 ans", "7 to 79 years"],
      ["6", "6 ans", "6 years"],
    ]),
    ...rowsOf("physicianAge", said("âge du médecin", "physician's age"), [
      ["67+", "67 ans et plus", "67 years and over"],
    ]),
    ...rowsOf("installationYear", said("date d'installation", "date of installation"), [
      ["1", "1re année", "year 1"],
      ["2", "2e année", "year 2"],
      ["1-3", "de la 1re à la 3e année", "years 1 to 3"],
      ["2-3", "de la 2e à la 3e année", "years 2 to 3"],
      ["4+", "4e année et suivantes", "year 4 and later"],
    ]),
    ...rowsOf("c2s", said("C2S", "C2S"), [
      [true, "oui", "yes"],
      ["none", "aucune", "none"],
      ["free", "sans participation", "free"],
      [
        ["free", "contributory"],
        "sans participation ou avec participation",
        "free or contributory",
      ],
    ]),
    ...rowsOf("zone", said("zone du cabinet", "zone of the practice"), [
      ["none", "hors ZIP et QPV", "outside ZIP and QPV"],
      [["ZIP", "QPV"], "ZIP ou QPV", "ZIP or QPV"],
    ]),
    ...rowsOf("prevention", said("indicateurs de prévention", "prevention indicators"), [
      ["none", "aucun", "none"],
    ]),
    ...rowsOf("sector", said("secteur", "sector"), [
      [["1", "2-optam"], "1 ou 2 avec OPTAM", "1 or 2 under OPTAM"],
      ["2", "2 sans OPTAM", "2 without OPTAM"],
    ]),
    ...rowsOf("hours", said("heures", "hours"), [
      ["2", "2", "2"],
      ["2.5-10", "2,5-10", "2.5-10"],
    ]),
  ],
  (when) => conditionText(clinic, when),
);
