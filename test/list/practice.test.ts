import { describe, expect, test } from "vitest";
import {
  computeColumns,
  computePanels,
  computePhysician,
  computePhysicians,
  panelsFromColumns,
  type Batch,
  type GivenFacts,
  type PhysicianInput,
  type Refusal,
  type RejectedRow,
} from "../../src/index.ts";
import { clinicWith } from "../support/clinic.ts";
import { refused, why, withoutMessage, type Why } from "../support/refused.ts";
import { table } from "../support/table.ts";

const options = { year: 2030, schedule: clinicWith() };
const adult = { age: 40, ald: false, c2s: false };
/** Four patients and 2.2 hours: two slabs. */
const patients = Array(4).fill(adult) as (typeof adult)[];
const paid = "200.02";

table<Omit<PhysicianInput, "patients">, string>(
  "a fact of the practice stands with the practice or with the physician",
  [
    ["of the practice", { practice: { facts: { hours: 2.2 } } }, paid],
    ["of a practice with an id", { practice: { id: 7, facts: { hours: "2.2" } } }, paid],
    ["of the physician", { physician: { facts: { hours: 2.2 } } }, paid],
    [
      "of both, the same",
      { practice: { facts: { hours: 2.2 } }, physician: { facts: { hours: "2.20" } } },
      paid,
    ],
    [
      "beside a fact of the physician",
      { practice: { facts: { hours: 2.2 } }, physician: { id: 1, facts: { software: true } } },
      "270.02",
    ],
    [
      "of the practice that the physician names",
      { practice: { id: "a", facts: { hours: 2.2 } }, physician: { practiceId: "a" } },
      paid,
    ],
    [
      "of a practice without an id, which the physician names",
      { practice: { facts: { hours: 2.2 } }, physician: { practiceId: "a" } },
      paid,
    ],
    ["that no schedule declares", { practice: { facts: { hours: 2.2, beds: 9 } } }, paid],
  ],
  (input) => computePhysician({ ...input, patients }, options).total,
);

const aPractice = ["l'id d'une ligne de practices", "the id of a row of practices"] as const;
const aFact = [
  "true, false, ou un nombre de 0 à 999999999, quatre décimales au plus",
  "true, false, or a number from 0 to 999999999, at most four decimals",
] as const;

/** An object of which nothing can be read. */
const unreadable = {
  get hours(): number {
    throw new Error("not to be read");
  },
};

table<Omit<PhysicianInput, "patients">, Why>(
  "is refused",
  [
    [
      "a fact that is missing and has no default",
      {},
      why(
        "FACT_MISSING",
        "practice.facts.hours",
        "undefined",
        "une valeur : le barème n'a pas de défaut pour hours",
        "a value: the schedule has no default for hours",
      ),
    ],
    ...([-1, 0.00001, Number.NaN, 1e9, "1e3", " 3", "3,5", {}, [3]] as const).map(
      (hours) =>
        [
          `${JSON.stringify(hours)} for a number`,
          { practice: { facts: { hours } as unknown as GivenFacts } },
          why("FACT_INVALID", "practice.facts.hours", quoted(hours), ...aFact),
        ] as const,
    ),
    [
      "a truth for a number",
      { practice: { facts: { hours: true } } },
      why(
        "FACT_INVALID",
        "practice.facts.hours",
        "true",
        "un nombre, quatre décimales au plus",
        "a number, at most four decimals",
      ),
    ],
    [
      "a number for a truth",
      { practice: { facts: { hours: 1 } }, physician: { facts: { software: 1 } } },
      why("FACT_INVALID", "physician.facts.software", "1", "true ou false", "true or false"),
    ],
    [
      "another value than that of the practice",
      { practice: { facts: { hours: 2 } }, physician: { facts: { hours: 3 } } },
      why(
        "FACT_INVALID",
        "physician.facts.hours",
        "3",
        "2, comme dans son cabinet",
        "2, as in the practice",
      ),
    ],
    [
      "a list for facts",
      { practice: { facts: [2.2] as unknown as GivenFacts } },
      why(
        "FACT_INVALID",
        "practice.facts",
        "[2.2]",
        "un objet { fait: valeur }",
        "an object { fact: value }",
      ),
    ],
    ...([3, "hours"] as const).map(
      (facts) =>
        [
          `${JSON.stringify(facts)} for facts`,
          { practice: { facts: facts as unknown as GivenFacts } },
          why(
            "FACT_INVALID",
            "practice.facts",
            JSON.stringify(facts),
            "un objet { fait: valeur }",
            "an object { fact: value }",
          ),
        ] as const,
    ),
    [
      "facts that cannot be read",
      { practice: { facts: unreadable } },
      why("INPUT_INVALID", "practice", "{facts}", "un objet", "an object"),
    ],
    [
      "a practice that is no object",
      { practice: "a" as never },
      why("INPUT_INVALID", "practice", '"a"', "un objet", "an object"),
    ],
    [
      "another practice than the physician's",
      { practice: { id: "a", facts: { hours: 2 } }, physician: { practiceId: "b" } },
      why("PRACTICE_UNKNOWN", "physician.practiceId", '"b"', ...aPractice),
    ],
    [
      "a practice that nobody gives",
      { physician: { practiceId: "b", facts: { hours: 2 } } },
      why("PRACTICE_UNKNOWN", "physician.practiceId", '"b"', ...aPractice),
    ],
  ],
  (input) => refused(() => computePhysician({ ...input, patients }, options)),
);

function quoted(value: unknown): string {
  return Number.isNaN(value) ? "NaN" : JSON.stringify(value);
}

describe("a batch of practices", () => {
  const physicians = [
    { id: 1, practiceId: "a" },
    { id: 2, practiceId: "b", facts: { software: true } },
  ];
  const practices = [
    { id: "a", facts: { hours: 2.2 } },
    { id: "b", facts: { hours: 0 } },
  ];
  const rows = [1, 2].flatMap((physicianId) => patients.map((one) => ({ ...one, physicianId })));
  const batch: Batch = { physicians, practices, patients: rows };
  const columns = {
    physicianId: rows.map(({ physicianId }) => String(physicianId)),
    age: new Uint8Array(8).fill(40),
    ald: new Uint8Array(8),
    c2s: new Uint8Array(8),
  };

  test("pays each physician by the facts of their practice, in rows, columns and panels", () => {
    const { statements, rejected } = computePhysicians(batch, options);
    expect(rejected).toEqual([]);
    expect(statements.map(({ total }) => total)).toEqual([paid, "70.00"]);
    const given = { ...options, physicians, practices };
    expect([...computeColumns(columns, given).totalCents]).toEqual([20002, 7000]);
    const panels = panelsFromColumns(columns, given);
    expect([...computePanels(panels, options).totalCents]).toEqual([20002, 7000]);
    expect(computePanels(panels, options).statement(0)).toEqual(statements[0]);
  });

  test("rejects a practice that is given twice, and leaves the first", () => {
    const twice = [...practices, { id: "a", facts: { hours: 9 } }];
    const { statements, rejected } = computePhysicians({ ...batch, practices: twice }, options);
    expect(statements.map(({ total }) => total)).toEqual([paid, "70.00"]);
    expect(rejected).toMatchObject([
      { kind: "practice", index: 2, id: "a", refusals: [{ code: "PRACTICE_TWICE" }] },
    ]);
  });

  test("rejects a practice without an id, and one whose facts are refused with its physician", () => {
    const spoilt = [{ facts: { hours: 1 } }, { id: "a", facts: { hours: -1 } }, practices[1]];
    const { statements, rejected } = computePhysicians(
      { ...batch, practices: spoilt as typeof practices },
      options,
    );
    expect(statements.map(({ physicianId }) => physicianId)).toEqual(["2"]);
    expect(rejected.map(({ kind, index, refusals }) => [kind, index, refusals[0]?.code])).toEqual([
      ["practice", 0, "ID_INVALID"],
      ["practice", 1, "FACT_INVALID"],
      ["physician", 0, "PRACTICE_UNKNOWN"],
      ...[0, 1, 2, 3].map((index) => ["patient", index, "PHYSICIAN_REFUSED"]),
    ]);
  });

  test("says why a practice is refused, with its id if it has one", () => {
    const rows: readonly unknown[] = [
      "a",
      { facts: { hours: 1 } },
      { id: true },
      practices[0],
      practices[0],
      { id: "a", facts: { hours: -1 } },
    ];
    const given = rows as typeof practices;
    const inRows = computePhysicians({ ...batch, practices: given }, options);
    const inColumns = computeColumns(columns, { ...options, physicians, practices: given });
    const reasons = (rejected: readonly RejectedRow[]): unknown =>
      rejected
        .filter(({ kind }) => kind === "practice")
        .map(({ refusals, ...row }) => ({ ...row, refusals: refusals.map(withoutMessage) }));
    expect(reasons(inColumns.rejected.listed)).toStrictEqual(reasons(inRows.rejected));
    expect(reasons(inRows.rejected)).toStrictEqual([
      {
        kind: "practice",
        index: 0,
        refusals: [why("INPUT_INVALID", "practices[0]", '"a"', "un objet", "an object")],
      },
      {
        kind: "practice",
        index: 1,
        refusals: [
          why(
            "ID_INVALID",
            "practices[1].id",
            "undefined",
            "l'identifiant d'un cabinet",
            "the identifier of a practice",
          ),
        ],
      },
      {
        kind: "practice",
        index: 2,
        refusals: [
          why(
            "ID_INVALID",
            "practices[2].id",
            "true",
            "un texte ou un nombre",
            "a text or a number",
          ),
        ],
      },
      {
        kind: "practice",
        index: 4,
        id: "a",
        refusals: [
          why(
            "PRACTICE_TWICE",
            "practices[4].id",
            '"a"',
            "un cabinet une seule fois",
            "a practice once",
          ),
        ],
      },
      {
        kind: "practice",
        index: 5,
        id: "a",
        refusals: [why("FACT_INVALID", "practices[5].facts.hours", "-1", ...aFact)],
      },
    ]);
  });

  test("names no practice to a physician of another", () => {
    const others = [{ id: 1, practiceId: "c" }];
    const expected = (fr: string, en?: string): Why =>
      why("PRACTICE_UNKNOWN", "physicians[0].practiceId", '"c"', fr, en);
    const inRows = (given: Batch["practices"]): Why =>
      withoutMessage(
        computePhysicians({ ...batch, physicians: others, practices: given ?? [] }, options)
          .rejected[0]?.refusals[0] as Refusal,
      );
    expect(inRows(practices)).toEqual(expected(...aPractice));
    expect(inRows([{ facts: { hours: 2.2 } }])).toEqual(expected(...aPractice));
  });

  test("needs its physicians", () => {
    const allowed = [
      "les médecins et leur practiceId, puisqu'il y a des cabinets",
      "the physicians and their practiceId, since there are practices",
    ] as const;
    expect(refused(() => computePhysicians({ practices, patients: rows }, options))).toEqual(
      why("INPUT_INVALID", "physicians", "undefined", ...allowed),
    );
    expect(refused(() => computeColumns(columns, { ...options, practices }))).toEqual(
      why("INPUT_INVALID", "options.physicians", "undefined", ...allowed),
    );
  });

  describe("under a schedule that pays practices", () => {
    const ofPractices = { ...options, schedule: clinicWith({ paidTo: "practice" }) };
    const shared = physicians.map((one) => ({ ...one, practiceId: "a" }));

    test("pays each practice once", () => {
      const { statements } = computePhysicians(batch, ofPractices);
      expect(statements.map(({ total }) => total)).toEqual([paid, "70.00"]);
    });

    test("rejects a second list of one practice", () => {
      const { statements, rejected } = computePhysicians(
        { ...batch, physicians: shared },
        ofPractices,
      );
      expect(statements.map(({ physicianId }) => physicianId)).toEqual(["1"]);
      const expected = why(
        "PRACTICE_SHARED",
        "physicians[1].practiceId",
        '"a"',
        "un cabinet par patientèle : le barème paie le cabinet, dont il faut la liste entière",
        "one list for each practice: the schedule pays the practice, whose whole list it needs",
      );
      expect(rejected[0]).toMatchObject({ kind: "physician", index: 1, refusals: [expected] });
      expect(rejected).toHaveLength(1 + 4);
      const given = { ...ofPractices, physicians: shared, practices };
      expect(refused(() => computeColumns(columns, given))).toEqual(expected);
    });

    test("but pays each physician of it under one that pays physicians", () => {
      const { statements, rejected } = computePhysicians({ ...batch, physicians: shared }, options);
      expect(rejected).toEqual([]);
      expect(statements.map(({ total }) => total)).toEqual([paid, "270.02"]);
    });
  });
});

test("a default of a declared fact is said in the statement", () => {
  const { assumptions } = computePhysician(
    { patients: [], practice: { facts: { hours: 0 } } },
    options,
  );
  expect(assumptions.filter(({ code }) => code === "if-missing")).toMatchObject([
    {
      path: "physician.facts.software",
      fr: "logiciel\u00a0: information absente, comptée comme «\u00a0non\u00a0»",
      en: 'software: not given, taken as "no"',
    },
  ]);
});

test("a default that several rules read is said of one physician, once", () => {
  const { assumptions } = computePhysician(
    { patients: [], practice: { facts: { hours: 0 } }, physician: { facts: { software: true } } },
    options,
  );
  // Both cases of online ask the rate.
  const said = assumptions.filter(({ path }) => path === "physician.facts.rate");
  expect(said).toHaveLength(1);
  expect(said[0]).not.toHaveProperty("count");
});
