import { describe, expect, test } from "vitest";
import { computePhysician, computePhysicians, type ListOptions } from "../../src/index.ts";
import { typeset } from "../../src/typography.ts";
import { batch, whyRefused } from "../support/rows.ts";
import { why } from "../support/refused.ts";

/** An 82-year-old in ALD, 100 EUR in 2026; facts are read on 31 December 2025. */
const old = { age: 82, ald: true, c2s: false };

/** Total of a list of one, or why the row is in no total. */
function outcome(row: object, options: Partial<ListOptions> = {}): string {
  const { statements, leftOut, rejected } = computePhysicians(
    { physicians: [{ id: "a" }], patients: [{ ...old, ...row }] },
    { year: 2026, ...options },
  );
  const why = [
    ...leftOut.map((one) => one.leftOut as string),
    ...rejected.flatMap(({ refusals }) => refusals.map(({ code, path }) => `${code} ${path}`)),
  ];
  return why.join(", ") || (statements[0]?.total ?? "");
}

/** A case by what stands in the row. */
type Case = readonly [row: object, expected: string];

const at = (field: string): string => `patients[0].${field}`;
const incomplete = (field: string): string => `DATE_INCOMPLETE ${at(field)}`;

describe("registration, both days included", () => {
  test.each<Case>([
    [{ registeredFrom: "2025-12-30" }, "100.00"],
    [{ registeredFrom: "2025-12-31" }, "100.00"],
    [{ registeredFrom: "2026-01-01" }, "not-yet-registered"],
    [{ registeredUntil: "2025-12-30" }, "gone"],
    [{ registeredUntil: "2025-12-31" }, "100.00"],
    [{ registeredUntil: "2026-01-01" }, "100.00"],
    [{ registeredFrom: "2025-12-31", registeredUntil: "2025-12-31" }, "100.00"],
    [{ registeredFrom: "2020-02-29", registeredUntil: "2024-02-29" }, "gone"],
    [{ registeredFrom: "2025" }, "100.00"],
    [{ registeredFrom: "2025-12" }, "100.00"],
    [{ registeredFrom: "2026" }, "not-yet-registered"],
    [{ registeredUntil: "2024" }, "gone"],
    [{ registeredUntil: "2025-11" }, "gone"],
    [{ registeredUntil: "2026" }, "100.00"],
    [{ registeredUntil: "2025" }, incomplete("registeredUntil")],
    [{ registeredUntil: "2025-12" }, incomplete("registeredUntil")],
    [{ registeredFrom: "2025-02-29" }, `DATE_IMPOSSIBLE ${at("registeredFrom")}`],
    [{ registeredFrom: "2025-13" }, `DATE_INVALID ${at("registeredFrom")}`],
    [{ registeredFrom: "01/02/2025" }, `DATE_INVALID ${at("registeredFrom")}`],
    [{ registeredFrom: 2025 }, `DATE_INVALID ${at("registeredFrom")}`],
    [
      { registeredFrom: "2025-03-02", registeredUntil: "2025-03-01" },
      `PERIOD_DISORDERED ${at("registeredUntil")}`,
    ],
    [{ registeredFrom: "", registeredUntil: null }, "100.00"],
    [{ registeredUntil: "9999-12-31" }, "100.00"],
  ])("%j: %s", (row, expected) => expect(outcome(row)).toBe(expected));
});

describe("who died on the day or before is left out", () => {
  test.each<Case>([
    [{ diedOn: "2025-12-30" }, "dead"],
    [{ diedOn: "2025-12-31" }, "dead"],
    [{ diedOn: "2026-01-01" }, "100.00"],
    [{ diedOn: "2025" }, "dead"],
    [{ diedOn: "2026" }, "100.00"],
    [{ diedOn: "2024-02-29" }, "dead"],
    [{ diedOn: "?" }, `DATE_INVALID ${at("diedOn")}`],
    [{ diedOn: "2025-06-01", registeredFrom: "2026-01-01" }, "dead"],
    [{ diedOn: "2025-06-01", registeredUntil: "2024-01-01" }, "dead"],
  ])("%j: %s", (row, expected) => expect(outcome(row)).toBe(expected));
});

describe("who is born later is of no list yet", () => {
  test.each<Case>([
    [{ age: undefined, birthDate: "2025-12-31", ald: false }, "15.00"],
    [{ age: undefined, birthDate: "2026-01-01" }, "unborn"],
    [{ age: undefined, birthDate: "2026" }, "unborn"],
    [{ age: undefined, birthDate: "2027-01-01" }, "unborn"],
    [{ age: 1, ald: false }, "15.00"],
    [{ age: undefined, birthDate: "2026-00-00" }, "unborn"],
    [{ age: undefined, birthDate: "2026-05-05", diedOn: "2025-01-01" }, "unborn"],
  ])("%j: %s", (row, expected) => expect(outcome(row)).toBe(expected));

  test("whatever else their row holds", () => {
    expect(outcome({ age: undefined, birthDate: "2026-01-01", ald: "?", c2s: null })).toBe(
      "unborn",
    );
    expect(outcome({ diedOn: "2024-01-01", ald: undefined, registeredFrom: "x" })).toBe("dead");
  });
});

/** ALD at 82 is 100 EUR, no ALD 55 EUR. */
describe("ALD on the day", () => {
  test.each<Case>([
    [{ aldFrom: "2025-12-31" }, "100.00"],
    [{ aldFrom: "2026-01-01" }, "55.00"],
    [{ aldUntil: "2025-12-30" }, "55.00"],
    [{ aldUntil: "2025-12-31" }, "100.00"],
    [{ ald: false, aldFrom: "2020-01-01", aldUntil: "2026-01-01" }, "100.00"],
    [{ ald: undefined, aldFrom: "2020-01-01" }, "100.00"],
    [{ ald: undefined, aldUntil: "2025-12-30" }, "55.00"],
    [{ ald: undefined, aldFrom: "2024-02-29", aldUntil: "2025-02-28" }, "55.00"],
    [{ aldFrom: "2025" }, "100.00"],
    [{ aldUntil: "2025" }, incomplete("aldUntil")],
    [{ aldFrom: "2025-02", aldUntil: "2025-01-31" }, `PERIOD_DISORDERED ${at("aldUntil")}`],
    [{ ald: "oui", aldFrom: "2020-01-01" }, `ALD_INVALID ${at("ald")}`],
    [{ ald: undefined, aldFrom: null }, `ALD_MISSING ${at("ald")}`],
  ])("%j: %s", (row, expected) => expect(outcome(row)).toBe(expected));
});

describe("C2S on the day, 10 EUR more", () => {
  test.each<Case>([
    [{ c2s: true, c2sUntil: "2025-12-31" }, "110.00"],
    [{ c2s: true, c2sUntil: "2025-12-30" }, "100.00"],
    [{ c2s: false, c2sFrom: "2025-06-01", c2sUntil: "2026-05-31" }, "110.00"],
    [{ c2s: "free", c2sFrom: "2025-06-01" }, "110.00"],
    [{ c2s: "free", c2sFrom: "2026-06-01" }, "100.00"],
    [{ c2s: undefined, c2sFrom: "2025-12" }, "110.00"],
    [{ c2s: "gratuite", c2sFrom: "2026-06-01" }, `C2S_INVALID ${at("c2s")}`],
  ])("%j: %s", (row, expected) => expect(outcome(row)).toBe(expected));
});

describe("a status and its dates", () => {
  const told = (row: object): readonly object[] =>
    batch([{ ...old, ...row }]).statements.flatMap(({ warnings }) => warnings);

  test.each<[object, string]>([
    [{ ald: false, aldFrom: "2020-01-01" }, "ald"],
    [{ ald: true, aldUntil: "2024-12-31" }, "ald"],
    [{ c2s: false, c2sFrom: "2020-01-01" }, "c2s"],
    [{ c2s: "free", c2sUntil: "2024-12-31" }, "c2s"],
  ])("contradict each other: %j", (row, field) => {
    const name = field.toUpperCase();
    expect(told(row)).toEqual([
      {
        code: "status-by-dates",
        path: at(field),
        ...typeset({
          fr: `${name} : l'indication et les dates se contredisent, les dates sont retenues`,
          en: `${name}: the status and its dates disagree, the dates are used`,
        }),
      },
    ]);
  });

  /** A status without ALD may be of a later day, on which a period that ends is over. */
  test.each([
    { ald: false, aldFrom: "2020-01-01", aldUntil: "2026-02-01" },
    { ald: true, aldFrom: "2020-01-01" },
    { ald: undefined, aldFrom: "2020-01-01" },
    { ald: false, aldUntil: "2024-12-31" },
    { ald: undefined, aldUntil: "2024-12-31" },
    { ald: "", aldUntil: "2024-12-31" },
    { ald: true, aldFrom: "2026-02-01", aldUntil: "2027-02-01" },
  ])("do not contradict each other: %j", (row) => expect(told(row)).toEqual([]));
});

test("a status and dates that contradict each other are told, and the dates are used", () => {
  const { statements } = batch(
    [
      { ...old, ald: false, aldFrom: "2020-01-01" },
      { ...old, ald: true, aldUntil: "2024-12-31" },
      { ...old, ald: true, aldFrom: "2026-02-01" },
    ],
    [{ id: "a" }],
  );
  expect(statements[0]?.total).toBe((100 + 55 + 55).toFixed(2));
  expect(statements[0]?.warnings).toMatchObject([
    { code: "status-by-dates", path: "patients[0].ald", count: 2 },
  ]);
});

/** Not seen in 2024 nor 2025, 5 EUR. */
describe("visits", () => {
  test.each<Case>([
    [{ visits: [] }, "5.00"],
    [{ visits: ["2024-01-01"] }, "100.00"],
    [{ visits: ["2023-12-31"] }, "5.00"],
    [{ visits: ["2026-03-01", "2023-12-31"] }, "5.00"],
    [{ visits: ["2026-03-01", "2024"], seen: true }, "100.00"],
    [{ visits: ["2022-01-01"], lastSeen: "2025-02-02" }, "100.00"],
    [{ visits: ["2026-03-01"] }, "100.00"],
    [{ visits: ["2025-02-02", "2022-01-01"] }, "100.00"],
    [{ visits: ["2025-02-02"], lastSeen: "2025-02-30" }, `DATE_IMPOSSIBLE ${at("lastSeen")}`],
    [{ lastSeen: "2022-01-01", registeredFrom: "2019" }, "5.00"],
    [{ visits: null, lastSeen: "2022-01-01" }, "5.00"],
    [{ visits: ["2024-02-30"] }, `DATE_IMPOSSIBLE ${at("visits")}`],
    [{ visits: "2024" }, `DATE_INVALID ${at("visits")}`],
    [{ visits: [], lastSeen: "2025" }, `SEEN_DISAGREES ${at("lastSeen")}`],
    [{ visits: [], seen: true }, `SEEN_DISAGREES ${at("seen")}`],
    [{ visits: ["2022"], seen: true }, `SEEN_DISAGREES ${at("seen")}`],
  ])("%j: %s", (row, expected) => expect(outcome(row)).toBe(expected));
});

describe("an empty last visit", () => {
  test.each<Case>([
    [{ lastSeen: null }, `SEEN_MISSING ${at("lastSeen")}`],
    [{ lastSeen: "" }, `SEEN_MISSING ${at("lastSeen")}`],
    [{ visits: null }, `SEEN_MISSING ${at("visits")}`],
    [{}, "100.00"],
  ])("%j: %s", (row, expected) => expect(outcome(row)).toBe(expected));

  test.each<Case>([
    [{ lastSeen: null }, "5.00"],
    [{ lastSeen: "" }, "5.00"],
    [{ visits: "" }, "5.00"],
    [{ lastSeen: null, seen: true }, "100.00"],
    [{}, "100.00"],
  ])("means never under the option: %j: %s", (row, expected) =>
    expect(outcome(row, { neverSeen: "empty" })).toBe(expected),
  );

  test("is refused with the name of the option", () => {
    const [refusal] = whyRefused(batch([{ ...old, lastSeen: null }]));
    expect(refusal?.allowed.fr).toContain('neverSeen: "empty" (--never-seen empty)');
    expect(refusal?.allowed.en).toContain('neverSeen: "empty" (--never-seen empty)');
  });
});

/** 5 EUR for each indicator validated in 2026, or in 2025. */
describe("actions of prevention, with their days", () => {
  test.each<Case>([
    [{ prevention: [{ id: "flu", on: "2026-01-01" }] }, "105.00"],
    [{ prevention: [{ id: "flu", on: "2025-12-31" }] }, "100.00"],
    [{ prevention: [{ id: "flu", on: "2027" }] }, "100.00"],
    [{ prevention: [{ id: "flu" }, "covid"] }, "110.00"],
    [{ prevention: ["covid", { id: "flu", on: "2026-10-15" }] }, "110.00"],
    [
      {
        prevention: [
          { id: "flu", on: "2026-10" },
          { id: "flu", on: "2026-11" },
        ],
      },
      "105.00",
    ],
    [{ prevention: ["flu", { id: "flu", on: "2026-11" }] }, "105.00"],
    [{ prevention: ["flu", "flu"] }, `PREVENTION_TWICE ${at("prevention")}`],
    [{ prevention: [{ id: "x", on: "2026" }] }, `PREVENTION_UNKNOWN ${at("prevention")}`],
    [{ prevention: [{ id: "flu", on: "2026-02-29" }] }, `DATE_IMPOSSIBLE ${at("prevention")}`],
    [{ prevention: [{ id: "flu", on: "26" }] }, `DATE_INVALID ${at("prevention")}`],
    [{ prevention: [{ id: "flu", date: "2026" }] }, `KEY_UNKNOWN ${at("prevention")}`],
    [{ prevention: [{ id: "", on: "2026" }] }, `PREVENTION_INVALID ${at("prevention")}`],
    [{ prevention: [{ id: "", on: "2025" }] }, `PREVENTION_INVALID ${at("prevention")}`],
    [{ prevention: [{ id: 7, on: "2025" }] }, `PREVENTION_INVALID ${at("prevention")}`],
    [{ prevention: [{ id: "flu" }, null] }, `PREVENTION_INVALID ${at("prevention")}`],
    [{ prevention: [{ id: "flu", on: "2026-00-00" }] }, `DATE_INVALID ${at("prevention")}`],
    [{ prevention: [{ id: "flu", on: "0000-00-00" }] }, `DATE_INVALID ${at("prevention")}`],
    [{ prevention: [{ id: "flu", on: "0000-01-01" }] }, "100.00"],
  ])("%j: %s", (row, expected) => expect(outcome(row)).toBe(expected));
});

test("what stands for an action with its day is told where it is refused", () => {
  const prevention = [{ id: "flu", date: "2026" }];
  expect(whyRefused(batch([{ ...old, prevention }]))).toEqual([
    why(
      "KEY_UNKNOWN",
      at("prevention"),
      '"date"',
      "{ id, on } : un indicateur et le jour de sa validation",
      "{ id, on }: an indicator and the day of its validation",
    ),
  ]);
});

test("the zone of a physician in turn is that of the day, a gap is missing", () => {
  const zoneOf = (zone: unknown): readonly [string, boolean] => {
    const { statements } = batch([old], [{ id: "a", zone }]);
    const { total = "", assumptions = [] } = statements[0] ?? {};
    return [total, assumptions.some(({ path }) => path === "physician.zone")];
  };
  const zip = { value: "ZIP" };
  const [at100, at110] = [(100).toFixed(2), (100 * 1.1).toFixed(2)];
  expect(zoneOf([{ ...zip, from: "2025-12-31" }])).toEqual([at110, false]);
  expect(zoneOf([{ ...zip, from: "2026-01-01" }])).toEqual([at100, true]);
  expect(zoneOf([{ ...zip, until: "2025-12-31" }])).toEqual([at110, false]);
  expect(zoneOf([{ ...zip, until: "2025-12-30" }])).toEqual([at100, true]);
  expect(
    zoneOf([
      { value: "none", until: "2025-12-30" },
      { ...zip, from: "2025-12-31" },
    ]),
  ).toEqual([at110, false]);
  expect(zoneOf([])).toEqual([at100, true]);
});

describe("periods of a physician are refused", () => {
  const refusals = (physician: object): readonly string[] =>
    whyRefused(batch([], [{ id: "a", ...physician }])).map(({ code, path }) => `${code} ${path}`);
  test.each<[object, string]>([
    [
      { zone: [{ value: "ZIP" }, { value: "QPV", from: "2025-01-01" }] },
      "PERIOD_OVERLAPS physicians[0].zone",
    ],
    [
      {
        zone: [
          { value: "ZIP", until: "2025-01-01" },
          { value: "QPV", from: "2025-01-01" },
        ],
      },
      "PERIOD_OVERLAPS physicians[0].zone",
    ],
    [
      { contract: [{ value: true, from: "2025-02-01", until: "2025-01-31" }] },
      "PERIOD_DISORDERED physicians[0].contract[0].until",
    ],
    [{ sector: [{ value: "3" }] }, "SECTOR_INVALID physicians[0].sector[0].value"],
    [{ zone: [{ value: "ZIP", since: "2020" }] }, "KEY_UNKNOWN physicians[0].zone[0].since"],
    [
      { zone: [{ value: "ZIP", from: "2025-02-30" }] },
      "DATE_IMPOSSIBLE physicians[0].zone[0].from",
    ],
    [{ zone: ["ZIP"] }, "INPUT_INVALID physicians[0].zone[0]"],
  ])("%j: %s", (physician, expected) => expect(refusals(physician)).toEqual([expected]));

  test("where a partial date leaves the day open, with their patients", () => {
    const { statements, rejected, counts } = batch(
      [{ ...old, id: "p" }],
      [{ id: "a", zone: [{ value: "ZIP", until: "2025" }] }],
    );
    expect(statements).toEqual([]);
    expect(rejected.map(({ kind, refusals }) => [kind, refusals[0]?.code])).toEqual([
      ["physician", "DATE_INCOMPLETE"],
      ["patient", "DATE_INCOMPLETE"],
    ]);
    expect(counts).toMatchObject({ read: 1, computed: 0, rejected: 1 });
  });
});

test("a value that holds for sure leaves open nothing of the others, in any order", () => {
  const zone = [
    { value: "ZAC", until: "2025" },
    { value: "ZIP", from: "2025-12-31" },
  ];
  for (const periods of [zone, [...zone].reverse()]) {
    const { statements } = batch([{ ...old, id: "p" }], [{ id: "a", zone: periods }]);
    // 10 % of 100.
    expect(statements[0]?.components["zone"]).toBe("10.00");
  }
});

describe("the forfait of 2025, whose advances rest on the list of 31 December 2024", () => {
  const lists = (patients: readonly object[]): readonly (string | undefined)[] =>
    computePhysician({ patients: patients as never }, { year: 2025 }).instalments.map(
      ({ amount }) => amount,
    );
  /** 46 EUR for an ALD under 80, 5 EUR without; a quarter of the list of 2024 three times, then the rest. */
  test.each<[string, object[], number, number]>([
    ["there on both days", [{ age: 50, ald: true, registeredFrom: "2020" }], 46, 46],
    ["come in 2025", [{ age: 50, ald: true, registeredFrom: "2025-03-01" }], 0, 46],
    ["gone in 2025", [{ age: 50, ald: true, registeredUntil: "2025-06-30" }], 46, 0],
    ["ALD since 2025", [{ age: 50, aldFrom: "2025-02-01" }], 5, 46],
    ["ALD ended in 2025", [{ age: 50, aldUntil: "2025-02-01" }], 46, 5],
    ["80 in 2025", [{ age: 80, ald: true, registeredFrom: "2020" }], 46, 70],
    ["born in 2025", [{ birthDate: "2025-04-04", ald: false, registeredFrom: "2025" }], 0, 6],
    ["aged 0", [{ age: 0, ald: false, registeredFrom: "2025" }], 0, 6],
    ["aged 0, without a day of registration", [{ age: 0, ald: false, diedOn: "2027" }], 0, 6],
    ["aged 1", [{ age: 1, ald: false, diedOn: "2027" }], 6, 6],
    ["dead in 2025", [{ age: 50, ald: true, diedOn: "2025-12-31" }], 46, 0],
  ])("%s", (_, rows, before, now) => {
    const advance = Math.round(before * 25) / 100;
    expect(lists(rows.map((row) => ({ c2s: false, ...row })))).toEqual([
      ...Array.from({ length: 3 }, () => advance.toFixed(2)),
      (now - 3 * advance).toFixed(2),
    ]);
  });

  test("is not read for a second list where one is given", () => {
    const patients = [{ age: 50, ald: true, c2s: false, registeredFrom: "2025-03-01" }];
    const { instalments } = computePhysician({ patients, previousPatients: [] }, { year: 2025 });
    expect(instalments[0]?.amount).toBe("0.00");
  });
});

test("one patient on two lists is told to both physicians, where ids are shared", () => {
  const patients = ["a", "b"].map((physicianId) => ({ ...old, id: 7, physicianId }));
  const told = (options: Partial<ListOptions>): readonly (readonly string[])[] =>
    computePhysicians({ patients }, { year: 2026, ...options }).statements.map(({ warnings }) =>
      warnings.map(({ code, en }) => `${code}: ${en}`),
    );
  expect(told({})).toEqual([[], []]);
  const of = (other: string): string =>
    `shared-patient: patient also on the list of physician ${other}, paid twice here: 7`;
  expect(told({ idsAreShared: true })).toEqual([[of("b")], [of("a")]]);
});

test("of many patients on two lists the first five are named, and all counted", () => {
  const patients = ["a", "b"].flatMap((physicianId) =>
    [1, 2, 3, 4, 5, 6].map((id) => ({ ...old, id, physicianId })),
  );
  const { statements } = computePhysicians({ patients }, { year: 2026, idsAreShared: true });
  const of = (other: string): string =>
    `patient also on the list of physician ${other}, paid twice here: 1, 2, 3, 4, 5, …`;
  expect(statements.map(({ warnings }) => warnings.map(({ en, count }) => [en, count]))).toEqual([
    [[of("b"), 6]],
    [[of("a"), 6]],
  ]);
});

test("who moved from one to the other is on one list, on the day", () => {
  const patients = [
    { ...old, id: 7, physicianId: "a", registeredUntil: "2025-06-30" },
    { ...old, id: 7, physicianId: "b", registeredFrom: "2025-07-01" },
  ];
  const { statements, counts } = computePhysicians(
    { patients },
    { year: 2026, idsAreShared: true },
  );
  expect(statements.map(({ total, warnings }) => [total, warnings])).toEqual([
    ["0.00", []],
    ["100.00", []],
  ]);
  expect(counts).toMatchObject({ read: 2, computed: 1, leftOut: 1, rejected: 0 });
});

test("each statement counts its rows, and the result all of them", () => {
  const rows = [
    { ...old, physicianId: "a" },
    { ...old, physicianId: "a", diedOn: "2025-05-05" },
    { ...old, physicianId: "b", age: 300, ald: null },
    { ...old, physicianId: "b", registeredUntil: "2025" },
    { ...old, physicianId: "c" },
  ];
  const { statements, counts } = batch(rows, [{ id: "a" }, { id: "b" }]);
  expect(statements.map((one) => one.counts)).toEqual([
    {
      read: 2,
      computed: 1,
      leftOut: 1,
      rejected: 0,
      reasons: { leftOut: { dead: 1 }, rejected: {} },
    },
    {
      read: 2,
      computed: 0,
      leftOut: 0,
      rejected: 2,
      reasons: { leftOut: {}, rejected: { AGE_INVALID: 1, ALD_MISSING: 1, DATE_INCOMPLETE: 1 } },
    },
  ]);
  expect(counts).toMatchObject({ read: 5, computed: 1, leftOut: 1, rejected: 3 });
});

const noVisit = [
  "rien, puisque visits est vide : jamais venu",
  "nothing, as visits is empty: never seen",
] as const;

test.each([
  [
    { registeredFrom: "2025-03-02", registeredUntil: "2025-03-01" },
    why(
      "PERIOD_DISORDERED",
      at("registeredUntil"),
      '"2025-03-01"',
      "une date à partir de registeredFrom (2025-03-02)",
      "a date from registeredFrom on (2025-03-02)",
    ),
  ],
  [
    { visits: "2024" },
    why(
      "DATE_INVALID",
      at("visits"),
      '"2024"',
      "une liste de dates ; [] pour jamais",
      "a list of dates; [] for never",
    ),
  ],
  [{ visits: [], lastSeen: "2025" }, why("SEEN_DISAGREES", at("lastSeen"), '"2025"', ...noVisit)],
  [{ visits: [], seen: true }, why("SEEN_DISAGREES", at("seen"), "true", ...noVisit)],
])("is refused with what is allowed: %j", (row, reason) =>
  expect(whyRefused(batch([{ ...old, ...row }]))).toEqual([reason]),
);

test("a birth date without a month is read for its year, which is told", () => {
  const { statements } = batch([{ ...old, age: undefined, birthDate: "1943-00-00" }]);
  expect(statements[0]?.warnings).toEqual([
    {
      code: "lunar-date",
      path: at("birthDate"),
      ...typeset({
        fr: "date de naissance au mois inconnu : seule l'année est lue",
        en: "birth date with an unknown month: only the year is read",
      }),
    },
  ]);
});

test("the date of a refusal is shown with what is allowed", () => {
  expect(whyRefused(batch([{ ...old, registeredUntil: "2025" }]))).toEqual([
    why(
      "DATE_INCOMPLETE",
      at("registeredUntil"),
      '"2025"',
      "un jour AAAA-MM-JJ : cette date peut tomber avant ou après le 31/12/2025",
      "a day YYYY-MM-DD: this date may fall before or after 2025-12-31",
    ),
  ]);
});
