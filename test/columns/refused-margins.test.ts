import { panelsFromCounts, type CountRow } from "../../src/index.ts";
import { refused, why, type Why } from "../support/refused.ts";
import { table } from "../support/table.ts";

const whyTable = (rows: readonly object[], more: object = {}): Why =>
  refused(() => panelsFromCounts(rows as CountRow[], { year: 2026, ...more }));

const [adults, margin] = [
  { age: 40, ald: false, n: 2 },
  { c2s: true, n: 1 },
];
const healthy = { ...adults, c2s: false };

const crossed = [
  "vide, dans une ligne sans âge ni ALD, qui compte les bénéficiaires de la C2S",
  "blank, in a row without age and ALD, which counts who has the C2S",
] as const;
const decimals = [
  "un nombre à partir de 0, six décimales au plus",
  "a number from 0, at most six decimals",
] as const;
const aC2s = [
  "true, false, free (sans participation) ou contributory (avec participation)",
  "true, false, free or contributory",
] as const;
const given = ["un des médecins donnés", "one of the physicians that were given"] as const;

table<readonly object[], Why>(
  "a margin of the C2S is refused",
  [
    [
      "beside a row that tells the C2S",
      [{ ...healthy, c2s: true }, margin],
      why(
        "MARGIN_CROSSED",
        "table[0].c2s",
        "true",
        "vide : une ligne sans âge ni ALD compte déjà la C2S",
        "blank: a row without age and ALD counts the C2S already",
      ),
    ],
    [
      "that tells who was seen",
      [adults, { ...margin, seen: true }],
      why("MARGIN_CROSSED", "table[1].seen", "true", ...crossed),
    ],
    [
      "that tells years",
      [adults, { ...margin, yearsSinceSeen: 1 }],
      why("MARGIN_CROSSED", "table[1].yearsSinceSeen", "1", ...crossed),
    ],
    [
      "of those without it",
      [adults, { ...margin, c2s: false }],
      why(
        "MARGIN_CROSSED",
        "table[1].c2s",
        "false",
        "oui, sans participation ou avec : une ligne sans âge ni ALD compte la C2S",
        "true, free or contributory: a row without age and ALD counts the C2S",
      ),
    ],
    [
      "of no kind",
      [adults, { ...margin, c2s: 4 }],
      why("C2S_INVALID", "table[1].c2s", "4", ...aC2s),
    ],
    [
      "that has patients and actions alone",
      [healthy, { n: 1, prevention: 7 }],
      why("C2S_MISSING", "table[1].c2s", "undefined", ...aC2s),
    ],
    [
      "that has a C2S and actions alone",
      [adults, { c2s: true, prevention: 7 }],
      why("COUNT_INVALID", "table[1].n", "undefined", ...decimals),
    ],
    [
      "of more patients than there are",
      [
        { ...adults, n: 2.5 },
        { ...adults, n: 0.5 },
        { ...margin, n: 4 },
      ],
      why(
        "COUNT_INVALID",
        "table",
        "4",
        "au plus 3 : les patients des autres lignes",
        "at most 3: the patients of the other rows",
      ),
    ],
    [
      "of a physician that is no name",
      [adults, { ...margin, physicianId: {} }],
      why(
        "ID_INVALID",
        "table[1].physicianId",
        "{}",
        "un texte ou un nombre",
        "a text or a number",
      ),
    ],
  ],
  (rows) => whyTable(rows),
);

table<readonly [rows: readonly object[], options?: object], Why>(
  "what a table tells of physicians and prevention is refused",
  [
    [
      "a margin of a physician who was not given",
      [
        [
          { ...adults, physicianId: "a" },
          { ...margin, physicianId: "b" },
        ],
        { physicians: [{ id: "a" }] },
      ],
      why("PHYSICIAN_UNKNOWN", "table[1].physicianId", '"b"', ...given),
    ],
    [
      "an age that is none",
      [[healthy, { ...healthy, physicianAge: "old" }]],
      why(
        "BAND_INVALID",
        "table[1].physicianAge",
        '"old"',
        'un âge ou une tranche, de 0 à 129 : 82, "75-79", "80+"',
        'an age or a band, from 0 to 129: 82, "75-79", "80+"',
      ),
    ],
    [
      "two zones of one physician",
      [["ZIP", "QPV"].map((zone) => ({ ...healthy, physicianId: "a", zone }))],
      why(
        "PHYSICIAN_CONTRADICTED",
        "table",
        '"a"',
        "une seule zone et un seul âge par médecin",
        "one zone and one age for each physician",
      ),
    ],
    [
      "a zone beside physicians",
      [[healthy, { ...healthy, zone: "ZIP" }], { physicians: [{ id: "a" }] }],
      why(
        "INPUT_INVALID",
        "table[1]",
        "undefined",
        "zone et âge du médecin dits une fois : par la table, ou par les médecins",
        "the zone and the age of a physician told once: by the table, or by the physicians",
      ),
    ],
    [
      "actions in words",
      [[healthy, { ...healthy, prevention: "7" }]],
      why("COUNT_INVALID", "table[1].prevention", '"7"', ...decimals),
    ],
  ],
  ([rows, options]) => whyTable(rows, options),
);
