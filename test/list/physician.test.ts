import { why, type Why } from "../support/refused.ts";
import { anAdult, batch, whyRefused } from "../support/rows.ts";
import { table } from "../support/table.ts";

const at = (field: string): string => `physicians[0].${field}`;
const age = ["un entier de 0 à 129", "a whole number from 0 to 129"] as const;
const date = ["AAAA-MM-JJ, AAAA-MM ou AAAA", "YYYY-MM-DD, YYYY-MM or YYYY"] as const;
const realDate = [
  "un jour qui existe ; ou AAAA-MM, ou AAAA",
  "a day that exists; or YYYY-MM, or YYYY",
] as const;
const day = ["un jour AAAA-MM-JJ qui existe", "a day YYYY-MM-DD that exists"] as const;
const boolean = ["true ou false", "true or false"] as const;
const aPeriod = [
  "{ value, from, until }, premier et dernier jour compris",
  "{ value, from, until }, first and last day included",
] as const;

table<object, readonly Why[]>(
  "a physician is refused",
  [
    [
      "in an unknown zone",
      { zone: "ZRR" },
      [why("ZONE_INVALID", at("zone"), '"ZRR"', "ZIP, QPV, ZAC, none")],
    ],
    [
      "in a zone in small letters",
      { zone: "zip" },
      [why("ZONE_INVALID", at("zone"), '"zip"', "ZIP, QPV, ZAC, none")],
    ],
    [
      "with a contract in words",
      { contract: "CAIM" },
      [why("CONTRACT_INVALID", at("contract"), '"CAIM"', ...boolean)],
    ],
    ["of sector 3", { sector: "3" }, [why("SECTOR_INVALID", at("sector"), '"3"', "1, 2-optam, 2")]],
    [
      "of a list of sectors",
      { sector: ["1"] },
      [why("INPUT_INVALID", at("sector[0]"), '"1"', ...aPeriod)],
    ],
    [
      "of a sector that is an object",
      { sector: Object.create(null) },
      [why("SECTOR_INVALID", at("sector"), "{}", "1, 2-optam, 2")],
    ],
    ["aged 130", { age: 130 }, [why("AGE_INVALID", at("age"), "130", ...age)]],
    ["aged in text", { age: "67" }, [why("AGE_INVALID", at("age"), '"67"', ...age)]],
    [
      "born after the reference day",
      { birthDate: "2026-01-01" },
      [why("AGE_INVALID", at("birthDate"), '"2026-01-01"', ...age)],
    ],
    [
      "born on a day that is none",
      { birthDate: "1959-02-29" },
      [why("DATE_IMPOSSIBLE", at("birthDate"), '"1959-02-29"', ...realDate)],
    ],
    [
      "born in a month that is none",
      { birthDate: "1959-32-01" },
      [why("DATE_INVALID", at("birthDate"), '"1959-32-01"', ...date)],
    ],
    [
      "of an age that is not that of the birth date",
      { age: 67, birthDate: "1959-01-01" },
      [
        why(
          "AGE_DISAGREES",
          at("age"),
          "67",
          "66, d'après la date de naissance (1959-01-01)",
          "66, from birthDate 1959-01-01",
        ),
      ],
    ],
    [
      "installed in words",
      { firstInstallation: "2024 ?" },
      [why("DATE_INVALID", at("firstInstallation"), '"2024 ?"', ...date)],
    ],
    [
      "installed in no month of the year 0",
      { firstInstallation: "0000-00" },
      [why("DATE_INVALID", at("firstInstallation"), '"0000-00"', ...date)],
    ],
    [
      "installed in a month that is none",
      { firstInstallation: "2024-00-01" },
      [why("DATE_INVALID", at("firstInstallation"), '"2024-00-01"', ...date)],
    ],
    [
      "in activity from a month",
      { activeFrom: "2024-03" },
      [why("DATE_INVALID", at("activeFrom"), '"2024-03"', ...day)],
    ],
    [
      "in activity until a day that is none",
      { activeUntil: "2026-02-29" },
      [why("DATE_IMPOSSIBLE", at("activeUntil"), '"2026-02-29"', ...day)],
    ],
    [
      "in activity until a day before the first",
      { activeFrom: "2024-03-02", activeUntil: "2024-03-01" },
      [
        why(
          "ACTIVITY_DISORDERED",
          at("activeUntil"),
          '"2024-03-01"',
          "un jour à partir du 2024-03-02",
          "a day from 2024-03-02",
        ),
      ],
    ],
    [
      "with the id of a practice that is an object",
      { practiceId: {} },
      [why("ID_INVALID", at("practiceId"), "{}", "un texte ou un nombre", "a text or a number")],
    ],
    [
      "with facts that are a list",
      { facts: [1] },
      [
        why(
          "FACT_INVALID",
          at("facts"),
          "[1]",
          "un objet { fait: valeur }",
          "an object { fact: value }",
        ),
      ],
    ],
    [
      "with an id that is an object",
      { id: {} },
      [why("ID_INVALID", at("id"), "{}", "un texte ou un nombre", "a text or a number")],
    ],
    [
      "for every reason at once",
      { zone: "ZRR", sector: 3 },
      [
        why("ZONE_INVALID", at("zone"), '"ZRR"', "ZIP, QPV, ZAC, none"),
        why("SECTOR_INVALID", at("sector"), "3", "1, 2-optam, 2"),
      ],
    ],
  ],
  (row) => whyRefused(batch([], [{ id: "a", ...row }])),
);

table<object, readonly Why[]>(
  "a physician is accepted",
  [
    ["of whom nothing is known", {}, []],
    [
      "with empty cells",
      {
        zone: "",
        contract: "",
        sector: "",
        age: "",
        birthDate: "",
        firstInstallation: "",
        activeFrom: "",
        activeUntil: "",
      },
      [],
    ],
    ["with nulls", { zone: null, contract: null, sector: null, age: null, birthDate: null }, []],
    ["of sector 1 as a number", { sector: 1 }, []],
    ["born in a year", { birthDate: "1959" }, []],
    ["aged 0", { age: 0 }, []],
    ["aged 129", { age: 129 }, []],
    ["with a contract", { contract: true }, []],
    ["without a contract", { contract: false }, []],
    ["born on the reference day", { birthDate: "2025-12-31" }, []],
    ["born and aged alike", { age: 66, birthDate: "1959-12-31" }, []],
    ["installed in the year 0", { firstInstallation: "0000" }, []],
    ["installed in a month", { firstInstallation: "2024-03" }, []],
    ["in activity for a day", { activeFrom: "2024-02-29", activeUntil: "2024-02-29" }, []],
  ],
  (row) => whyRefused(batch([], [{ id: "a", ...row }])),
);

table<readonly unknown[], readonly Why[]>(
  "physicians are refused",
  [
    [
      "without an id, when they are two",
      [{ id: "a" }, {}],
      [
        why(
          "ID_INVALID",
          "physicians[1].id",
          "undefined",
          "l'identifiant d'un médecin",
          "the identifier of a physician",
        ),
      ],
    ],
    [
      "with an empty id, when they are two",
      [{ id: "a" }, { id: "" }],
      [
        why(
          "ID_INVALID",
          "physicians[1].id",
          "undefined",
          "l'identifiant d'un médecin",
          "the identifier of a physician",
        ),
      ],
    ],
    [
      "twice",
      [{ id: "a" }, { id: "a" }],
      [
        why(
          "PHYSICIAN_TWICE",
          "physicians[1].id",
          '"a"',
          "un médecin une seule fois",
          "a physician once",
        ),
      ],
    ],
    [
      "twice, the first of them refused",
      [{ id: "a", zone: "ZRR" }, { id: "a" }],
      [
        why("ZONE_INVALID", "physicians[0].zone", '"ZRR"', "ZIP, QPV, ZAC, none"),
        why(
          "PHYSICIAN_TWICE",
          "physicians[1].id",
          '"a"',
          "un médecin une seule fois",
          "a physician once",
        ),
      ],
    ],
    [
      "twice, as a number and as text",
      [{ id: 1 }, { id: "1" }],
      [
        why(
          "PHYSICIAN_TWICE",
          "physicians[1].id",
          '"1"',
          "un médecin une seule fois",
          "a physician once",
        ),
      ],
    ],
    [
      "that are no objects",
      [{ id: "a" }, null, 3],
      [
        why("INPUT_INVALID", "physicians[1]", "null", "un objet", "an object"),
        why("INPUT_INVALID", "physicians[2]", "3", "un objet", "an object"),
      ],
    ],
  ],
  (physicians) => whyRefused(batch([], physicians)),
);

const unreadable = {
  get zone(): never {
    throw new Error("zone");
  },
};

table<unknown, unknown>(
  "a refused physician is listed with his place, and his id if it is known",
  [
    [
      "which is a text",
      { id: "b", zone: "ZRR" },
      [{ kind: "physician", index: 1, id: "b" }, ["ZONE_INVALID"]],
    ],
    [
      "which is a number",
      { id: 7, zone: "ZRR" },
      [{ kind: "physician", index: 1, id: "7" }, ["ZONE_INVALID"]],
    ],
    ["which is not told", { zone: "ZRR" }, [{ kind: "physician", index: 1 }, ["ZONE_INVALID"]]],
    [
      "when he throws as he is read",
      unreadable,
      [{ kind: "physician", index: 1 }, ["INPUT_INVALID"]],
    ],
  ],
  (row) =>
    batch([], [{ id: "a" }, row]).rejected.map(({ refusals, ...rest }) => [
      rest,
      refusals.map(({ code }) => code),
    ])[0],
);

table<object, string>(
  "a physician without patients has a statement of zero",
  [["of whom much is known", { zone: "ZIP", age: 70 }, "0.00"]],
  (row) => batch([], [row]).statements[0]?.total ?? "",
);

table<object, readonly string[]>(
  "the patients of a physician who is refused are refused with him",
  [["for the zone", { id: "a", zone: "ZRR" }, ["ZONE_INVALID", "PHYSICIAN_REFUSED"]]],
  (row) => whyRefused(batch([{ ...anAdult, physicianId: "a" }], [row])).map(({ code }) => code),
);
