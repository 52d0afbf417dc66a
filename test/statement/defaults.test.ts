import { computePhysician, loadSchedule, type Notice } from "../../src/index.ts";
import { anAdult } from "../support/rows.ts";
import { table, type Row } from "../support/table.ts";
import { villageWith } from "../support/village.ts";

/** What is said of facts that nobody gave, under schedules of one's own, for 2026, whose list is of 31/12/2025. */

const patients = [{ ...anAdult, prevention: [] }];

type Edits = Readonly<Record<string, unknown>>;

function said(edits: Edits): string[] {
  const schedule = loadSchedule(villageWith(edits));
  const { assumptions } = computePhysician({ patients }, { year: 2026, schedule });
  return assumptions
    .filter(({ code, path }) => code === "if-missing" && path !== "physician.active")
    .map(({ fr, en }: Notice) => `${fr} / ${en}`);
}

/** The default of a fact that an uplift asks. */
const asked = (fact: string, value: unknown, wanted: unknown): Edits => ({
  "reads.installationYear": "reference-day",
  [`reads.ifMissing.${fact}`]: value,
  "uplifts.cases.zone.when": { [fact]: wanted },
});

const declared = (fact: object, wanted: unknown): Edits => ({
  facts: { desk: { fr: "guichet", en: "desk", of: "physician", source: "COUNCIL", ...fact } },
  "uplifts.cases.zone.when": { desk: wanted },
});

const sentence: Row<Edits, string[]>[] = [
  [
    "a zone",
    asked("zone", "QPV", "ZIP"),
    [
      "zone du cabinet\u00a0: non indiquée, supposée «\u00a0QPV\u00a0» / zone of the practice: not given, taken as QPV",
    ],
  ],
  [
    "a contract that runs",
    asked("contract", true, true),
    [
      "contrat CAIM, COSCOM, COTRAM ou CSTM\u00a0: non indiqué, supposé en cours / CAIM, COSCOM, COTRAM or CSTM contract: not given, taken as running",
    ],
  ],
  [
    "the third year at least: 2025 − 3 + 1 = 2023, or before",
    asked("installationYear", "3+", "1-3"),
    [
      "date d'installation\u00a0: non indiquée, supposée antérieure à 2024 / date of installation: not given, taken as before 2024",
    ],
  ],
  [
    "the first to the third year: 2023 to 2025",
    asked("installationYear", "1-3", "1-3"),
    [
      "date d'installation\u00a0: non indiquée, supposée de 2023 à 2025 / date of installation: not given, taken as 2023 to 2025",
    ],
  ],
  [
    "the second year: 2024",
    asked("installationYear", 2, "1-3"),
    [
      "date d'installation\u00a0: non indiquée, supposée de 2024 / date of installation: not given, taken as 2024",
    ],
  ],
  [
    "an age at least",
    asked("physicianAge", "70+", "67+"),
    [
      "âge du médecin\u00a0: non indiqué, supposé d'au moins 70 ans / physician's age: not given, taken as at least 70 years",
    ],
  ],
  [
    "an age under",
    asked("physicianAge", "0-59", "60+"),
    [
      "âge du médecin\u00a0: non indiqué, supposé inférieur à 60 ans / physician's age: not given, taken as under 60 years",
    ],
  ],
  [
    "an age between",
    asked("physicianAge", "60-66", "60+"),
    [
      "âge du médecin\u00a0: non indiqué, supposé de 60 à 66 ans / physician's age: not given, taken as 60 to 66 years",
    ],
  ],
  [
    "a sector",
    asked("sector", "2-optam", "1"),
    [
      "secteur\u00a0: non indiqué, supposé 2 avec OPTAM / sector: not given, taken as 2 under OPTAM",
    ],
  ],
  [
    "a declared yes",
    declared({ is: "boolean", ifMissing: true }, true),
    [
      'guichet\u00a0: information absente, comptée comme «\u00a0oui\u00a0» / desk: not given, taken as "yes"',
    ],
  ],
  [
    "a declared no",
    declared({ is: "boolean", ifMissing: false }, true),
    [
      'guichet\u00a0: information absente, comptée comme «\u00a0non\u00a0» / desk: not given, taken as "no"',
    ],
  ],
  [
    "a declared number",
    declared({ is: "number", ifMissing: "12" }, "10+"),
    [
      'guichet\u00a0: information absente, comptée comme «\u00a012\u00a0» / desk: not given, taken as "12"',
    ],
  ],
];

table("a default is told as a reader says it", sentence, said);

table(
  "so is that of activity, present or absent",
  [
    [
      "present",
      true,
      "activité au 31/12/2025\u00a0: non indiquée, supposée / activity on 2025-12-31: not given, supposed",
    ],
    [
      "absent",
      false,
      "activité au 31/12/2025\u00a0: non indiquée, supposée absente / activity on 2025-12-31: not given, not supposed",
    ],
  ],
  (active: boolean) => {
    const schedule = loadSchedule(villageWith({ "reads.ifMissing.active": active }));
    const { assumptions } = computePhysician({ patients }, { year: 2026, schedule });
    const { fr, en } = assumptions.find(({ path }) => path === "physician.active") as Notice;
    return `${fr} / ${en}`;
  },
);
