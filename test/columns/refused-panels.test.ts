import { expect, test } from "vitest";
import {
  loadSchedule,
  panelsFromCounts,
  panelsFromColumns,
  computePanels,
  type PanelColumns,
  type Panels,
  type PanelOptions,
} from "../../src/index.ts";
import { refused, why, type Why } from "../support/refused.ts";
import { table } from "../support/table.ts";
import { villageWith } from "../support/village.ts";

const columns = { age: [40, 50], ald: [0, 1], c2s: [0, 3] };

/** What is asked of panels of 31 December 2025. */
interface Asked {
  readonly columns?: object;
  readonly options?: Partial<PanelOptions>;
}

function whyPanels({ columns: more = {}, options = {} }: Asked): Why {
  const panels = panelsFromColumns({ ...columns, ...more } as PanelColumns, { year: 2026 });
  return refused(() => computePanels(panels, { year: 2026, ...options }));
}

const indicators = [
  "flu, covid, pneumococcus, mmr, meningococcus, breast, cervix, colorectal, glycaemia, ckd, hba1c, exam-9m, exam-24m, dental",
] as const;
const apart = [
  "une colonne par indicateur : leurs prix diffèrent",
  "a column for each indicator: their prices differ",
] as const;

table<Asked, Why>(
  "panels are refused where they do not hold what a schedule asks",
  [
    [
      "a later day",
      { options: { year: 2027 } },
      why(
        "REFERENCE_DAY_DIFFERS",
        "panels",
        '"2025-12-31"',
        "une patientèle du 31/12/2026 ; ou l'option move: true, qui la déplace d'années entières",
        "panels of 2026-12-31; or the option move: true, which moves them by whole years",
      ),
    ],
    [
      "an earlier day",
      { options: { schedule: "fr.fpmt.2024", year: 2024, move: false } },
      why(
        "REFERENCE_DAY_DIFFERS",
        "panels",
        '"2025-12-31"',
        "une patientèle du 31/12/2024 ; ou l'option move: true, qui la déplace d'années entières",
        "panels of 2024-12-31; or the option move: true, which moves them by whole years",
      ),
    ],
    [
      "older patients than there are",
      { columns: { age: [40, 129] }, options: { year: 2028, move: true } },
      why(
        "AGE_INVALID",
        "panels",
        '"+2"',
        "129 ans au plus, une fois la patientèle vieillie",
        "129 years at most, once the panels are made older",
      ),
    ],
    [
      "another window for those who were seen",
      { columns: { seen: [1, 0] }, options: { patch: { "reads.seenWithin": "1 year" } } },
      why(
        "SEEN_WINDOW_DIFFERS",
        "columns.seen",
        "2",
        "un « vu » sur une durée d'un an, ou yearsSinceSeen, qui répond pour toute durée",
        "seen within one year, or yearsSinceSeen, which answers any window",
      ),
    ],
    [
      "the kind of a C2S",
      { options: { schedule: "fr.fpmt.2024", year: 2025, readings: { "precarity-of": "free" } } },
      why(
        "C2S_KIND_MISSING",
        "columns.c2s",
        "3",
        "1 sans participation ou 2 avec participation : l'interprétation choisie en dépend",
        "1 free or 2 contributory: the chosen reading depends on it",
      ),
    ],
    [
      "actions one by one",
      { columns: { prevention: [1, 0] }, options: { patch: { "prevention.flu.amount": "7" } } },
      why("PREVENTION_UNPRICED", "columns.prevention", '"number"', ...apart),
    ],
    [
      "who was seen, where the schedule has no default",
      { options: { patch: { "reads.ifMissing.seen": null } } },
      why(
        "FACT_MISSING",
        "patients[].seen",
        "undefined",
        "une valeur : le barème n'a pas de défaut pour seen",
        "a value: the schedule has no default for seen",
      ),
    ],
    [
      "what was done, where the schedule has no default",
      { options: { patch: { "reads.ifMissing.prevention": null } } },
      why(
        "FACT_MISSING",
        "patients[].prevention",
        "undefined",
        "les indicateurs de prévention : le barème n'a pas de défaut",
        "prevention indicators: the schedule has no default",
      ),
    ],
    [
      "another indicator",
      { columns: { prevention: { hpv: [0, 1] } }, options: { patch: { "prevention.hpv": null } } },
      why("PREVENTION_UNKNOWN", "columns.prevention", '"hpv"', ...indicators),
    ],
  ],
  whyPanels,
);

const place = (found: string): Why =>
  why("PHYSICIAN_UNKNOWN", "index", found, "un entier de 0 à 1", "a whole number from 0 to 1");

table<number, Why>(
  "a statement is asked for by a place that is there",
  [
    ["after the last", 2, place("2")],
    ["before the first", -1, place("-1")],
    ["between two", 0.5, place("0.5")],
  ],
  (index) =>
    refused(() =>
      computePanels(panelsFromColumns({ ...columns, physicianId: ["a", "b"] }, { year: 2026 }), {
        year: 2026,
      }).statement(index),
    ),
);

test("what are no panels, or a copy of some, is refused", () => {
  const aCopy = why(
    "INPUT_INVALID",
    "panels",
    "{referenceYear, physicianIds, patients, rejected, counts}",
    "les patientèles comptées elles-mêmes : une copie (structuredClone, postMessage, JSON) n'a pas leurs effectifs ; envoyer les colonnes, et les compter là où elles servent",
    "the panels themselves: a copy (structuredClone, postMessage, JSON) has not their counts; send the columns, and count them where they are used",
  );
  const copy = { ...panelsFromColumns(columns, { year: 2026 }) };
  for (const [given, found] of [
    [undefined, "undefined"],
    [7, "7"],
    [{}, "{}"],
    [copy, "{referenceYear, physicianIds, patients, rejected, counts}"],
  ] as const) {
    expect(refused(() => computePanels(given as unknown as Panels, { year: 2026 }))).toEqual(
      given === copy
        ? aCopy
        : why("INPUT_INVALID", "panels", found, "panelsFromColumns, panelsFromCounts"),
    );
  }
});

const straddles = (found: string, age: number, what: string): Why =>
  why(
    "BAND_STRADDLES",
    "table",
    `"${found}"`,
    `une tranche d'un seul côté de ${age} ans, où change ${what} ; ou l'option split: "even"`,
    `a band on one side of ${age} years, where ${what} changes; or the option split: "even"`,
  );

const healthy = { ald: false, c2s: false } as const;
const older = (years: number): PanelOptions => ({
  year: 2026 + years,
  schedule: "fr.fmt.2026",
  move: true,
});

table<readonly [age: string, options: PanelOptions, facts?: object], Why>(
  "a band is refused where it straddles, once its patients are moved",
  [
    ["as it is", ["70-79", { year: 2026 }], straddles("70-79", 75, "base.75-79")],
    ["without an end", ["70+", { year: 2026 }], straddles("70+", 75, "base.75-79")],
    ["older", ["75-79", older(1)], straddles("75-79 (+1)", 80, "base.80+")],
    ["younger", ["75-79", older(-1)], straddles("75-79 (-1)", 75, "base.75-79")],
    ["not yet born", ["0-4", older(-2)], straddles("0-4 (-2)", 0, "base.0-6")],
    ["younger, without an end", ["80+", older(-1)], straddles("80+ (-1)", 80, "base.80+")],
    [
      "whose patients have an ALD",
      ["70-85", { year: 2026 }, { ald: true }],
      straddles("70-85", 80, "base.ald-80+"),
    ],
  ],
  ([age, options, facts]) =>
    refused(() =>
      computePanels(
        panelsFromCounts([{ age, ...healthy, ...facts, n: 1 }], { year: 2026 }),
        options,
      ),
    ),
);

table<string, Why>(
  "a band is refused whose oldest would be older than there are",
  [
    [
      "by a year",
      "120-129",
      why(
        "AGE_INVALID",
        "panels",
        '"+1"',
        "129 ans au plus, une fois la patientèle vieillie",
        "129 years at most, once the panels are made older",
      ),
    ],
  ],
  (age) =>
    refused(() =>
      computePanels(panelsFromCounts([{ age, ...healthy, n: 1 }], { year: 2026 }), older(1)),
    ),
);

test("a band of whom some would not be born yet is refused, even where a schedule asks for no age", () => {
  const schedule = loadSchedule(
    villageWith({ "amounts.base.cases": undefined, "amounts.base.amount": "10" }),
  );
  const panels = panelsFromCounts([{ age: "0-4", ...healthy, n: 1 }], { year: 2026, schedule });
  expect(refused(() => computePanels(panels, { year: 2024, schedule, move: true }))).toEqual(
    straddles("0-4 (-2)", 0, "base"),
  );
});

test("a band of whom some would not be born yet is refused, even where nothing is paid for it", () => {
  const ald = { "amounts.base.when": { ald: true }, "amounts.base.pick": "at most one" };
  const schedule = loadSchedule(
    villageWith({ "amounts.base.cases": undefined, "amounts.base.amount": "10", ...ald }),
  );
  const panels = panelsFromCounts([{ age: "0-4", ...healthy, n: 1 }], { year: 2026, schedule });
  expect(refused(() => computePanels(panels, { year: 2024, schedule, move: true }))).toEqual(
    straddles("0-4 (-2)", 0, "patients"),
  );
});

test("a band may be moved to the last age", () => {
  expect([
    ...computePanels(
      panelsFromCounts([{ age: "120-128", ...healthy, n: 2 }], { year: 2026 }),
      older(1),
    ).totalCents,
  ]).toEqual([2 * 55 * 100]);
});

test("one patient who would be too old is enough, whosever he is", () => {
  const panels = panelsFromColumns(
    { ...columns, physicianId: ["a", "b"], age: [40, 129] },
    { year: 2026 },
  );
  expect(refused(() => computePanels(panels, older(1))).code).toBe("AGE_INVALID");
});

test("a list without patients lacks nothing", () => {
  const panels = panelsFromColumns(
    { age: [], ald: [], c2s: [] },
    { year: 2026, physicians: [{ id: "a" }] },
  );
  expect([
    ...computePanels(panels, { year: 2026, patch: { "reads.ifMissing.prevention": null } })
      .totalCents,
  ]).toEqual([0]);
});

test("a band without an end has none when it is moved, either way", () => {
  const panels = panelsFromCounts([{ age: "85+", ...healthy, n: 3 }], { year: 2026 });
  for (const years of [-5, 4])
    expect([...computePanels(panels, older(years)).totalCents]).toEqual([3 * 55 * 100]);
});
