import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as core from "../../src/core.ts";
import * as library from "../../src/index.ts";
import * as loader from "../../src/load.ts";
import donum from "../../src/schedule/modules/donum-2026.ts";
import fmt2026 from "../../src/schedule/modules/fmt-2026.ts";
import fpmt2018 from "../../src/schedule/modules/fpmt-2018.ts";
import fpmt2024 from "../../src/schedule/modules/fpmt-2024.ts";
import structure from "../../src/schedule/modules/forfait-structure-2025.ts";
import nursePremium from "../../src/schedule/modules/nurse-premium-2024.ts";
import proposal from "../../src/schedule/modules/proposal-2024-02-08.ts";
import december from "../../src/schedule/modules/round-2023-12-21.ts";
import march from "../../src/schedule/modules/round-2024-03-14.ts";
import may from "../../src/schedule/modules/round-2024-05-17.ts";
import fmt2026Json from "../../src/schedule/fr/fmt-2026.json";
import { answer, type Entry } from "../conformance/answer.ts";
import { isOfStatements } from "../conformance/calls/all.ts";
import { readKit } from "../conformance/read-kit.ts";
import type { Vector } from "../conformance/vector.ts";
import { refused, why, type Why } from "../support/refused.ts";
import { oneIn, runs } from "../support/runs.ts";
import { table, tableOfEuros } from "../support/table.ts";

const modules = [
  fpmt2018,
  fpmt2024,
  fmt2026,
  december,
  proposal,
  march,
  may,
  structure,
  donum,
  nursePremium,
];

test("there is a module for every shipped schedule, equal to it", () => {
  expect(modules.map(({ id }) => id)).toEqual(library.listSchedules().map(({ id }) => id));
  for (const module of modules)
    expect(module).toEqual(library.getSchedule(module.id as library.ScheduleId));
});

describe("the core, vector by vector", () => {
  const entry = core as unknown as Entry;
  const vectors = oneIn(6, [...readKit().values()].flat()).flatMap((one) => {
    const schedule = scheduleOf(one);
    return schedule === undefined ||
      one.call === "in-force" ||
      isOfStatements(one.call) ||
      "shares" in one.expected
      ? []
      : [{ ...one, options: { ...one.options, schedule } }];
  });
  let known: Readonly<Record<"all" | "needLoader", Answered[]>> | undefined;
  /** Within a test: what throws while tests are collected fails none of them under Stryker. */
  const answered = (): NonNullable<typeof known> => {
    if (known) return known;
    const all = vectors.map((one): Answered => ({ one, answered: answer(one as never, entry) }));
    const needLoader = all.filter(
      (given) => "error" in given.answered && given.answered.error.code === "PATCH_NEEDS_LOADER",
    );
    return (known = { all, needLoader });
  };

  test("answers as the library does, or asks for the loader", () => {
    const { all, needLoader } = answered();
    for (const given of all.filter((one) => !needLoader.includes(one)))
      if (JSON.stringify(given.answered) !== JSON.stringify(given.one.expected))
        expect(given.answered, given.one.id).toEqual(given.one.expected);
    expect(all.length - needLoader.length).toBeGreaterThan(1900 / 7);
  });

  test("answers as the library does where the loader applies the patch", () => {
    const { needLoader } = answered();
    for (const { one } of needLoader)
      expect(answer(one as never, withLoader), one.id).toEqual(one.expected);
    expect(needLoader.length).toBeGreaterThan(0);
  });
});

interface Answered {
  readonly one: Pick<Vector, "id" | "expected">;
  readonly answered: ReturnType<typeof answer>;
}

/** The core, whose schedules are patched by the loader before. */
const withLoader: Entry = {
  computePatient: (input, options) => core.computePatient(input, loaded(options)),
  computePhysician: (input, options) => core.computePhysician(input, loaded(options)),
  computePhysicians: (batch, options) => core.computePhysicians(batch, loaded(options)),
  explainPatient: (input, options) => core.explainPatient(input, loaded(options)),
};

function loaded({
  schedule,
  readings = {},
  patch = {},
  year,
}: library.ComputeOptions): core.CoreOptions {
  const read = loader.applyReadings(schedule as core.Schedule, readings);
  return { year, schedule: loader.applyPatch(read, patch) };
}

/** The module that a vector asks for, or the one in force; undefined for an id or a year of none. */
function scheduleOf({ options }: Vector): core.Schedule | undefined {
  const { schedule, year } = options;
  if (schedule !== undefined) return modules.find(({ id }) => id === schedule);
  return modules.find(
    ({ inForce }) => inForce && inForce.from <= `${year}-12-31` && `${year}-12-31` <= inForce.to,
  );
}

test("patches of amounts and rates are refused, or give the statement, that the library gives", () => {
  const physician = { id: "1", zone: "ZIP" as const, age: 70, firstInstallation: "2010-01-01" };
  const patients = [
    { age: 82, ald: true, c2s: "free" as const, seen: true, prevention: ["flu"] },
    { age: 40, ald: false, c2s: false as const, seen: true },
  ];
  const paths = modules.map(({ amounts, uplifts }) =>
    [
      ...Object.entries(amounts).map(([id, { cases = {} }]) => [id, "amount", cases] as const),
      ...Object.entries(uplifts?.cases ?? {}).map(
        ([id, { cases = {} }]) => [id, "rate", cases] as const,
      ),
    ].flatMap(([id, key, cases]) => [
      `${id}.${key}`,
      `${id}.none.${key}`,
      ...Object.keys(cases).map((name) => `${id}.${name}.${key}`),
    ]),
  );
  const texts = [
    "0",
    "5",
    "4.99",
    "12.5",
    "1000000000",
    "1.234",
    "-1",
    "",
    "x",
    "10%",
    "0%",
    "1e2%",
  ];
  const values = fc.oneof(
    fc.constantFrom(...texts),
    fc.constantFrom<unknown>(5, null, true, [], {}),
  );
  const cases = fc.integer({ min: 0, max: modules.length - 1 }).chain((at) =>
    fc.tuple(
      fc.constant(modules[at] as core.Schedule),
      fc.dictionary(fc.constantFrom(...(paths[at] as string[])), values, {
        minKeys: 1,
        maxKeys: 1,
      }),
    ),
  );
  const outcome = (compute: () => core.Statement): unknown => {
    try {
      return compute();
    } catch (error) {
      const { code, path, found } = error as library.ForfaitError;
      return { code, path, found };
    }
  };
  const counts = { loader: 0, alike: 0 };
  const { numRuns } = runs(600);
  fc.assert(
    fc.property(cases, ([schedule, patch]) => {
      const options = { year: 2026, schedule, patch: patch as core.SchedulePatch };
      const ours = outcome(() => core.computePhysician({ physician, patients }, options));
      if ((ours as library.Refusal).code === "PATCH_NEEDS_LOADER") return void counts.loader++;
      counts.alike++;
      expect(ours).toEqual(
        outcome(() => library.computePhysician({ physician, patients }, options)),
      );
    }),
    {
      numRuns,
      examples: [
        [[fmt2026, { "base.ald-80+.amount": "12.5" }]],
        [[fmt2026, { "base.ald-80+.amount": null }]],
      ],
    },
  );
  expect(counts.loader).toBeGreaterThan(0);
  expect(counts.alike).toBeGreaterThan(numRuns === 600 ? 100 : 0);
});

const input: core.PhysicianInput = { patients: [{ age: 82, ald: true, c2s: false }] };

test("combined readings and patches of the loader stay as the library has them", () => {
  const patched = loader.applyPatch(fmt2026, { "base.ald-80+.amount": "110" });
  const options = { year: 2026, schedule: patched, readings: { "zone-and-age": "highest" } };
  expect(core.computePhysician(input, options)).toEqual(library.computePhysician(input, options));
  expect(core.computePhysician(input, options).total).toBe("110.00");
});

test.each([
  ["nothing", undefined],
  ["an id", "fr.fmt.2026"],
  ["a parsed document", structuredClone(fmt2026Json)],
  ["a copy of a checked schedule", { ...fmt2026 }],
])("%s is no checked schedule", (_, schedule) => {
  expect(
    refused(() => core.computePhysician(input, { year: 2026, schedule: schedule as never })),
  ).toMatchObject({
    code: "SCHEDULE_NEEDS_LOADER",
    path: "schedule",
    allowed: {
      fr:
        "l'export par défaut d'un module de forfait-medecin-traitant/schedules, " +
        "ou le résultat de loadSchedule de forfait-medecin-traitant/load",
      en:
        "the default export of a module of forfait-medecin-traitant/schedules, " +
        "or the result of loadSchedule of forfait-medecin-traitant/load",
    },
  });
});

test("what needs the loader says where it is", () => {
  const patch = { "uplifts.of": ["base"] };
  expect(
    refused(() => core.computePhysician(input, { year: 2026, schedule: fmt2026, patch })),
  ).toEqual(
    why(
      "PATCH_NEEDS_LOADER",
      "uplifts.of",
      '["base"]',
      "un montant ou un pourcentage d'une composante ou d'un cas (base.ald-80+.amount) ; " +
        "pour le reste, applyPatch de forfait-medecin-traitant/load",
      "an amount or a percentage of a component or of a case (base.ald-80+.amount); " +
        "for anything else, applyPatch of forfait-medecin-traitant/load",
    ),
  );
});

const inZone: core.PhysicianInput = { physician: { zone: "ZIP" }, ...input };

tableOfEuros<core.SchedulePatch>(
  "a patched amount or rate is paid",
  [
    ["none", {}, 100 + 100 * 0.1],
    ["an amount of a case", { "base.ald-80+.amount": "110" }, 110 + 110 * 0.1],
    ["a rate of a case", { "zone.year-3+.rate": "12.5%" }, 100 + 100 * 0.125],
    ["an amount of a component, whom nobody has", { "c2s.amount": "12" }, 100 + 100 * 0.1],
    ["a rate of a component", { "age67.rate": "20%" }, 100 + 100 * 0.1 + 100 * 0.2],
  ],
  (patch) =>
    core.computePhysician(
      { ...inZone, physician: { zone: "ZIP", ...("age67.rate" in patch && { age: 70 }) } },
      { year: 2026, schedule: fmt2026, patch },
    ).total,
);

const inEuros = [
  'des euros, deux décimales au plus : "9940.50"',
  'euros, at most two decimals: "9940.50"',
] as const;
const inPercent = ['un pourcentage : "10%"', 'a percentage: "10%"'] as const;

table<core.SchedulePatch, Why>(
  "what is no amount and no percentage is refused where it would stand",
  [
    [
      "an amount of a component",
      { "c2s.amount": "-1" },
      why("SCHEDULE_INVALID", "amounts.c2s.amount", '"-1"', ...inEuros),
    ],
    [
      "of a case",
      { "base.ald-80+.amount": "1.234" },
      why("SCHEDULE_INVALID", "amounts.base.cases.ald-80+.amount", '"1.234"', ...inEuros),
    ],
    [
      "that is a number",
      { "c2s.amount": 5 },
      why("SCHEDULE_INVALID", "amounts.c2s.amount", "5", ...inEuros),
    ],
    [
      "a rate of a component",
      { "age67.rate": "10" },
      why("SCHEDULE_INVALID", "uplifts.cases.age67.rate", '"10"', ...inPercent),
    ],
    [
      "of a case",
      { "zone.year-1.rate": "1e2%" },
      why("SCHEDULE_INVALID", "uplifts.cases.zone.cases.year-1.rate", '"1e2%"', ...inPercent),
    ],
  ],
  (patch) => refused(() => core.computePhysician(input, { year: 2026, schedule: fmt2026, patch })),
);

test.each<core.SchedulePatch>([
  { "c2s.amount": null },
  { "c2s.fr": "C2S" },
  { "zone.year-1.rate": { share: { c2s: true } } },
  { "c2s.when.c2s": true },
])("%j needs the loader", (patch) => {
  expect(
    refused(() => core.computePhysician(input, { year: 2026, schedule: fmt2026, patch })).code,
  ).toBe("PATCH_NEEDS_LOADER");
});

test("the core refuses options that are none", () => {
  expect(refused(() => core.computePhysician(input, null as never)).code).toBe("INPUT_INVALID");
});
