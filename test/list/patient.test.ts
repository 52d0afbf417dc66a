import { why, type Why } from "../support/refused.ts";
import { anAdult, batch, whyRefused } from "../support/rows.ts";
import { table } from "../support/table.ts";

const at = (field: string): string => `patients[0].${field}`;
const age = ["un entier de 0 à 129", "a whole number from 0 to 129"] as const;
const date = ["AAAA-MM-JJ, AAAA-MM ou AAAA", "YYYY-MM-DD, YYYY-MM or YYYY"] as const;
const day = [
  "un jour qui existe ; ou AAAA-MM, ou AAAA",
  "a day that exists; or YYYY-MM, or YYYY",
] as const;
const boolean = ["true ou false", "true or false"] as const;
const c2s = [
  "true, false, free (sans participation) ou contributory (avec participation)",
  "true, false, free or contributory",
] as const;
const id = ["un texte ou un nombre", "a text or a number"] as const;
const born = { age: undefined };

table<object, readonly Why[]>(
  "a patient of 2026, read on 31 December 2025, is refused",
  [
    [
      "without an age",
      born,
      [why("AGE_MISSING", at("age"), "undefined", "age ou birthDate", "age or birthDate")],
    ],
    [
      "with an empty age and an empty birth date",
      { age: "", birthDate: "" },
      [why("AGE_MISSING", at("age"), "undefined", "age ou birthDate", "age or birthDate")],
    ],
    ["aged -1", { age: -1 }, [why("AGE_INVALID", at("age"), "-1", ...age)]],
    ["aged 130", { age: 130 }, [why("AGE_INVALID", at("age"), "130", ...age)]],
    ["aged 40 and a half", { age: 40.5 }, [why("AGE_INVALID", at("age"), "40.5", ...age)]],
    ["aged NaN", { age: Number.NaN }, [why("AGE_INVALID", at("age"), "NaN", ...age)]],
    ["aged in text", { age: "40" }, [why("AGE_INVALID", at("age"), '"40"', ...age)]],
    [
      "born in 1895, 130 years before",
      { ...born, birthDate: "1895-12-31" },
      [why("AGE_INVALID", at("birthDate"), '"1895-12-31"', ...age)],
    ],
    [
      "born in the year 0",
      { ...born, birthDate: "0000" },
      [why("AGE_INVALID", at("birthDate"), '"0000"', ...age)],
    ],
    [
      "born in the year 0, in no month",
      { ...born, birthDate: "0000-00" },
      [why("AGE_INVALID", at("birthDate"), '"0000-00"', ...age)],
    ],
    [
      "born in the French order",
      { ...born, birthDate: "15/06/1950" },
      [why("DATE_INVALID", at("birthDate"), '"15/06/1950"', ...date)],
    ],
    [
      "born on 30 February",
      { ...born, birthDate: "1950-02-30" },
      [why("DATE_IMPOSSIBLE", at("birthDate"), '"1950-02-30"', ...day)],
    ],
    [
      "of an age that is not that of the birth date",
      { age: 40, birthDate: "1986-06-15" },
      [
        why(
          "AGE_DISAGREES",
          at("age"),
          "40",
          "39, d'après la date de naissance (1986-06-15)",
          "39, from birthDate 1986-06-15",
        ),
      ],
    ],
    [
      "without ALD told",
      { ald: undefined },
      [why("ALD_MISSING", at("ald"), "undefined", ...boolean)],
    ],
    ["with an empty ALD", { ald: "" }, [why("ALD_MISSING", at("ald"), '""', ...boolean)]],
    ["with ALD in words", { ald: "oui" }, [why("ALD_INVALID", at("ald"), '"oui"', ...boolean)]],
    ["with ALD as a number", { ald: 1 }, [why("ALD_INVALID", at("ald"), "1", ...boolean)]],
    ["without C2S told", { c2s: undefined }, [why("C2S_MISSING", at("c2s"), "undefined", ...c2s)]],
    ["with a null C2S", { c2s: null }, [why("C2S_MISSING", at("c2s"), "null", ...c2s)]],
    [
      "with the C2S of another time",
      { c2s: "cmu-c" },
      [why("C2S_INVALID", at("c2s"), '"cmu-c"', ...c2s)],
    ],
    ["seen in words", { seen: "oui" }, [why("SEEN_INVALID", at("seen"), '"oui"', ...boolean)]],
    [
      "last seen on a day that is none",
      { lastSeen: "2025-06-31" },
      [why("DATE_IMPOSSIBLE", at("lastSeen"), '"2025-06-31"', ...day)],
    ],
    [
      "last seen in a month that is none",
      { lastSeen: "2025-32-01" },
      [why("DATE_INVALID", at("lastSeen"), '"2025-32-01"', ...date)],
    ],
    [
      "last seen in no month of the year 0",
      { lastSeen: "0000-00" },
      [why("DATE_INVALID", at("lastSeen"), '"0000-00"', ...date)],
    ],
    [
      "last seen in words",
      { lastSeen: "last year" },
      [why("DATE_INVALID", at("lastSeen"), '"last year"', ...date)],
    ],
    [
      "seen, but not since 2023",
      { seen: true, lastSeen: "2023-12-31" },
      [
        why(
          "SEEN_DISAGREES",
          at("seen"),
          "true",
          "false, d'après la dernière venue (2023-12-31)",
          "false, from lastSeen 2023-12-31",
        ),
      ],
    ],
    [
      "not seen, but in 2024",
      { seen: false, lastSeen: "2024-01-01" },
      [
        why(
          "SEEN_DISAGREES",
          at("seen"),
          "false",
          "true, d'après la dernière venue (2024-01-01)",
          "true, from lastSeen 2024-01-01",
        ),
      ],
    ],
    [
      "with the id of a physician that is a list",
      { physicianId: ["a"] },
      [
        why("ID_INVALID", at("physicianId"), '["a"]', ...id),
        why(
          "PHYSICIAN_MISSING",
          at("physicianId"),
          "null",
          "l'identifiant d'un médecin",
          "the identifier of a physician",
        ),
      ],
    ],
    ["with an id that is a list", { id: ["a"] }, [why("ID_INVALID", at("id"), '["a"]', ...id)]],
    [
      "with an id that is no number",
      { id: Number.NaN },
      [why("ID_INVALID", at("id"), "NaN", ...id)],
    ],
    [
      "for every reason at once, in the order of the fields",
      { age: 130, ald: "oui", c2s: "", seen: 1 },
      [
        why("AGE_INVALID", at("age"), "130", ...age),
        why("ALD_INVALID", at("ald"), '"oui"', ...boolean),
        why("C2S_MISSING", at("c2s"), '""', ...c2s),
        why("SEEN_INVALID", at("seen"), "1", ...boolean),
      ],
    ],
  ],
  (row) => whyRefused(batch([{ ...anAdult, ...row }])),
);

table<object, readonly Why[]>(
  "a patient is accepted",
  [
    ["at birth", { age: 0 }, []],
    ["at 129", { age: 129 }, []],
    ["born on the reference day", { ...born, birthDate: "2025-12-31" }, []],
    ["born 129 years before", { ...born, birthDate: "1896" }, []],
    ["born in a month", { ...born, birthDate: "1950-06" }, []],
    ["with an age and a birth date that agree", { age: 39, birthDate: "1986-12-31" }, []],
    ["with a kind of C2S", { c2s: "contributory" }, []],
    ["seen, on a day that says so", { seen: true, lastSeen: "2024-01-01" }, []],
    ["last seen in a year", { lastSeen: "2024" }, []],
    ["last seen in the year 0", { lastSeen: "0000" }, []],
    ["with a number for an id", { id: 12 }, []],
  ],
  (row) => whyRefused(batch([{ ...anAdult, ...row }])),
);
