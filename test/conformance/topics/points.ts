import type { Draft } from "../vector.ts";

/** The digital allowance: points of 7 EUR for what a physician and the practice have reached. */
export const points = (): readonly Draft[] => [
  ...worked(),
  ...conditions(),
  ...rates(),
  ...givenWhere(),
  ...means(),
  ...lists(),
  ...periods(),
  ...values(),
  ...alone(),
  ...several(),
  ...notTold(),
  ...refused(),
];

const donum = { schedule: "fr.donum.2026", year: 2026, readings: {} };
const adult = { age: 40, ald: false, c2s: false };

const ofPractice = { segurSoftware: true, prescribingAid: true, sesamVitale: true };
const base = { onlineRate: 60 };
const options = {
  certificates: { atmpRate: 30, dsgRate: 30, speRate: 30 },
  prescriptions: { dmpRate: 30, ePrescriptionRate: 30 },
  tools: { apcvUsed: true, mssUsed: true },
};
const ofPhysician = {
  ...base,
  ...options.certificates,
  ...options.prescriptions,
  ...options.tools,
};
const everything = { ...ofPractice, ...ofPhysician };
/** What is not reached, on the near side of each condition. */
const nothing = {
  segurSoftware: false,
  prescribingAid: false,
  sesamVitale: false,
  onlineRate: 59.9999,
  atmpRate: 29.9999,
  dsgRate: 29.9999,
  speRate: 29.9999,
  dmpRate: 29.9999,
  ePrescriptionRate: 29.9999,
  apcvUsed: false,
  mssUsed: false,
};

const BASE = "280 * 7";
const POINTS = { certificates: "60 * 7", prescriptions: "60 * 7", tools: "20 * 7" };
type Option = keyof typeof options;
const OPTIONS = Object.keys(options) as Option[];
const ALL = [BASE, ...OPTIONS.map((option) => POINTS[option])].join(" + ");

function paid(wanted: readonly Option[]): string {
  return [BASE, ...wanted.map((option) => POINTS[option])].join(" + ");
}

function of(facts: object): Draft["input"] {
  return { physician: { facts }, patients: [adult] };
}

function worked(): Draft[] {
  const subsets = OPTIONS.reduce<Option[][]>(
    (all, option) => all.flatMap((before) => [before, [...before, option]]),
    [[]],
  );
  return subsets.flatMap((wanted): Draft[] => {
    const reached = Object.assign({}, ...wanted.map((option) => options[option])) as object;
    const name = wanted.join("-") || "no-option";
    const words = wanted.join(", ") || "no option";
    return [
      {
        id: `points.base.${name}`,
        why: `the base, and ${words}: ${paid(wanted)}`,
        options: donum,
        input: of({ ...nothing, ...ofPractice, ...base, ...reached }),
      },
      {
        id: `points.no-base.${name}`,
        why: `${words} without the base: 0`,
        options: donum,
        input: of({ ...nothing, ...ofPractice, ...reached }),
      },
    ];
  });
}

/** Each condition in turn is not met, all others are. */
function conditions(): Draft[] {
  const optionOf = (fact: string): Option | undefined =>
    OPTIONS.find((option) => fact in options[option]);
  return Object.entries(nothing).map(([fact, value]): Draft => {
    const lost = optionOf(fact);
    const left = lost ? paid(OPTIONS.filter((option) => option !== lost)) : "0";
    return {
      id: `points.without.${fact}`,
      why: `${fact} is not reached, all else is: ${left}`,
      options: donum,
      input: of({ ...everything, [fact]: value }),
    };
  });
}

/** Rates beside and at what is asked, as numbers and as text. */
function rates(): Draft[] {
  const thirty = [0, 29, 29.9999, "29.9999", 30, "30", "30.0000", 30.0001, 59.9999, 100];
  const sixty = [0, 30, 59.9999, "59.9999", 60, "60", "60.00", 60.0001, 100, 250];
  const asked: readonly (readonly [string, Option | undefined, number, readonly unknown[]])[] = [
    ["onlineRate", undefined, 60, sixty],
    ...(["atmpRate", "dsgRate", "speRate"] as const).map(
      (fact) => [fact, "certificates", 30, thirty] as const,
    ),
    ...(["dmpRate", "ePrescriptionRate"] as const).map(
      (fact) => [fact, "prescriptions", 30, thirty] as const,
    ),
  ];
  return asked.flatMap(([fact, option, from, given]) =>
    given.map((value): Draft => {
      const isReached = Number(value) >= from;
      const left = isReached
        ? ALL
        : option === undefined
          ? "0"
          : paid(OPTIONS.filter((one) => one !== option));
      return {
        id: `points.rate.${fact}.${JSON.stringify(value).replaceAll('"', "-")}`,
        why: `${fact} of ${JSON.stringify(value)}, where ${from} is asked: ${left}`,
        options: donum,
        input: of({ ...everything, [fact]: value }),
      };
    }),
  );
}

/** Facts of the practice stand with the physician, in the practice, or in both. */
function givenWhere(): Draft[] {
  const inputs: readonly (readonly [string, string, object])[] = [
    ["apart", "those of the practice in the practice", { practice: { facts: ofPractice } }],
    [
      "named",
      "the practice has an id, which the physician names",
      {
        physician: { practiceId: "p", facts: ofPhysician },
        practice: { id: "p", facts: ofPractice },
      },
    ],
    [
      "named-by-practice",
      "the practice has an id, which the physician does not name",
      { practice: { id: 12, facts: ofPractice } },
    ],
    [
      "named-by-physician",
      "the physician names the practice, which says no id",
      { physician: { practiceId: "p", facts: ofPhysician }, practice: { facts: ofPractice } },
    ],
    [
      "twice",
      "given twice, and the same, as a number and as text",
      {
        physician: { facts: everything },
        practice: { facts: { ...ofPractice, onlineRate: "60.0", sesamVitale: true } },
      },
    ],
    [
      "all-in-practice",
      "those of the physician in the practice too",
      { physician: {}, practice: { facts: everything } },
    ],
    [
      "no-physician",
      "no physician, all in the practice",
      { physician: undefined, practice: { facts: everything } },
    ],
    [
      "not-told-in-one",
      "null and an empty text are what is not told there, and told in the practice",
      {
        physician: { facts: { ...ofPhysician, segurSoftware: null, sesamVitale: "" } },
        practice: { facts: { ...ofPractice, onlineRate: null, mssUsed: "" } },
      },
    ],
  ];
  return inputs.map(([name, why, input]): Draft => {
    const given = { physician: { facts: ofPhysician }, ...input, patients: [adult] };
    return {
      id: `points.given.${name}`,
      why: `facts of the physician and of the practice, ${why}: ${ALL}`,
      options: donum,
      input: JSON.parse(JSON.stringify(given)) as Draft["input"],
    };
  });
}

/** Under the other reading the means are asked, and the rates are not. */
function means(): Draft[] {
  const facts = { ...nothing, ...ofPractice, ...base, ...options.tools };
  return [
    { id: "each", why: "each rate, the default", readings: { rates: "each" } },
    { id: "default", why: "the default, unnamed", readings: {} },
  ]
    .map(({ id, why, readings }): Draft => ({
      id: `points.reading.${id}`,
      why: `${why}, of which one is under 30, though their mean is above: ${paid(["tools"])}`,
      options: { ...donum, readings },
      input: of({
        ...facts,
        atmpRate: 90,
        dsgRate: 90,
        ePrescriptionRate: 90,
        certificatesMean: 69.9999,
        prescriptionsMean: 59.9999,
      }),
    }))
    .concat(
      [29.9999, 30, "45.5"].flatMap((certificatesMean) =>
        [29.9999, 30, 100].map((prescriptionsMean): Draft => {
          const wanted = OPTIONS.filter(
            (option) =>
              option === "tools" ||
              Number(option === "certificates" ? certificatesMean : prescriptionsMean) >= 30,
          );
          return {
            id: `points.reading.mean.${certificatesMean}.${prescriptionsMean}`,
            why: `the mean of the rates is asked, ${certificatesMean} and ${prescriptionsMean}: ${paid(wanted)}`,
            options: { ...donum, readings: { rates: "mean" } },
            input: of({ ...facts, certificatesMean, prescriptionsMean }),
          };
        }),
      ),
    );
}

/** Points are due whatever the list; each patient has an equal share of them. */
function lists(): Draft[] {
  const patients = (count: number): object[] =>
    Array.from({ length: count }, (_, i) => ({
      id: `p${i + 1}`,
      age: 13 * i,
      ald: i % 2 === 1,
      c2s: i % 3 === 0,
    }));
  return [
    {
      id: "points.list.nobody",
      why: `nobody is on the list: ${ALL}`,
      options: donum,
      input: { physician: { facts: everything }, patients: [] },
    },
    ...[1, 2, 3, 6, 7, 9].map((count): Draft => ({
      id: `points.list.${count}`,
      why: `${count} patients, who have equal shares, the first ones the odd cents: ${ALL}`,
      options: donum,
      input: { physician: { id: "dr", facts: everything }, patients: patients(count) },
      shares: true,
    })),
    {
      id: "points.list.other-facts",
      why: `sector, zone and activity are not asked: ${ALL}`,
      options: donum,
      input: {
        physician: {
          sector: "2",
          zone: "ZIP",
          activeFrom: "2026-02-01",
          activeUntil: "2026-05-31",
          facts: everything,
        },
        patients: [{ ...adult, prevention: ["flu"] }],
        previousPatients: [adult],
      },
    },
  ];
}

function periods(): Draft[] {
  return [2025, 2026, 2027, 2028].map((year): Draft => ({
    id: `points.year.${year}`,
    why: `paid for ${year}: ${ALL}`,
    options: { ...donum, year },
    input: of(everything),
  }));
}

/** A user's own points, value of a point, and conditions. */
function values(): Draft[] {
  const rows: readonly (readonly [string, Record<string, unknown>, string, object?])[] = [
    ["the value of a point of the base", { "socle.amount": "7.01" }, "280 * 7.01 + 140 * 7"],
    ["the value of a point of the options", { "options.amount": "0.33" }, "280 * 7 + 140 * 0.33"],
    [
      "the value of a point of one option",
      { "options.tools.amount": "9.99" },
      "280 * 7 + 120 * 7 + 20 * 9.99",
    ],
    ["a point that is worth nothing", { "options.amount": "0" }, "280 * 7"],
    ["the points of the base", { "socle.points": 281 }, "281 * 7 + 140 * 7"],
    ["the points of an option", { "options.tools.points": 1 }, "280 * 7 + (60 + 60 + 1) * 7"],
    ["an option of no points", { "options.certificates.points": 0 }, "280 * 7 + (60 + 20) * 7"],
    ["what is asked of a rate", { "socle.when.onlineRate": "60.0001+" }, "0"],
    [
      "a range of rates, both ends of which are in it",
      { "options.certificates.when.atmpRate": "29.5-30" },
      ALL,
    ],
    [
      "a range of rates that ends below",
      { "options.certificates.when.atmpRate": "0-29.9999" },
      "280 * 7 + (60 + 20) * 7",
    ],
    ["one rate", { "options.certificates.when.atmpRate": "30" }, ALL],
    [
      "options without the base",
      { "options.onlyWith": null },
      "140 * 7",
      { ...everything, onlineRate: 0 },
    ],
    [
      "an option that is put in, on a fact that is put in",
      {
        "facts.fibre": { fr: "fibre", en: "fibre", of: "practice", is: "boolean" },
        "options.fibre": { fr: "fibre", en: "fibre", when: { fibre: true }, points: 5 },
      },
      `${ALL} + 5 * 7`,
      { ...everything, fibre: true },
    ],
    [
      "a default of a fact, for who does not tell it",
      {
        "facts.mssUsed": { fr: "MSS", en: "MSS", of: "physician", is: "boolean", ifMissing: true },
      },
      ALL,
      { ...everything, mssUsed: null },
    ],
    [
      "a default of a rate, for who does not tell it",
      {
        "facts.onlineRate": {
          fr: "taux",
          en: "rate",
          of: "physician",
          is: "number",
          ifMissing: "59.5",
        },
      },
      "0",
      { ...everything, onlineRate: "" },
    ],
    [
      "one option at most, of which none is worth less",
      {
        "options.pick": "at most one",
        "options.prescriptions": null,
        "options.tools": null,
        "readings.rates": null,
      },
      "280 * 7 + 60 * 7",
    ],
    [
      "the instalments",
      { "payment.year": { equal: ["04/N", "08/N", "12/N"], assumed: "guessed" } },
      ALL,
    ],
  ];
  return rows.map(([why, patch, sum, facts = everything], i): Draft => ({
    id: `points.value.${String(i + 1).padStart(2, "0")}`,
    why: `a patch of ${why}: ${sum}`,
    options: { ...donum, patch },
    input: of(facts),
  }));
}

/** A patient without the list brings no points; one of a list brings a share. */
function alone(): Draft[] {
  return [
    {
      id: "points.alone",
      why: "points are not due for one patient without the list: 0",
      call: "patient",
      options: donum,
      input: { patient: adult, physician: { facts: everything } },
    },
    {
      id: "points.alone.practice",
      why: "nor with a practice beside the physician: 0",
      call: "patient",
      options: donum,
      input: {
        patient: adult,
        physician: { facts: ofPhysician },
        practice: { id: "p", facts: ofPractice },
      },
    },
    ...["a", "b", "c"].map((patientId): Draft => ({
      id: `points.explain.${patientId}`,
      why: `a third of each line, of which patient ${patientId} may have the odd cent`,
      call: "explain",
      options: donum,
      input: {
        physician: { facts: everything },
        patients: ["a", "b", "c"].map((id) => ({ id, ...adult })),
        patientId,
      },
    })),
  ];
}

/** Physicians who name their practices. Each of one practice has his own points. */
function several(): Draft[] {
  const patients = ["a", "b"].map((physicianId) => ({ physicianId, ...adult }));
  const rows: readonly (readonly [string, Draft["input"]])[] = [
    [
      "two physicians of one practice",
      {
        physicians: [
          { id: "a", practiceId: "p", facts: ofPhysician },
          { id: "b", practiceId: "p", facts: { ...ofPhysician, dmpRate: 0 } },
        ],
        practices: [{ id: "p", facts: ofPractice }],
        patients,
      },
    ],
    [
      "two practices, one of which has no software, by numbers and by text",
      {
        physicians: [
          { id: "a", practiceId: 1, facts: ofPhysician },
          { id: "b", practiceId: "2", facts: ofPhysician },
        ],
        practices: [
          { id: "1", facts: ofPractice },
          { id: 2, facts: { ...ofPractice, segurSoftware: false } },
        ],
        patients,
      },
    ],
    [
      "one practice without an id is that of every physician who names none",
      {
        physicians: [
          { id: "a", facts: ofPhysician },
          { id: "b", facts: ofPhysician },
        ],
        practices: [{ facts: ofPractice }],
        patients,
      },
    ],
    [
      "a practice that nobody names",
      {
        physicians: [
          { id: "a", facts: everything },
          { id: "b", facts: everything },
        ],
        practices: [{ id: "p" }],
        patients,
      },
    ],
    ["no practices", { physicians: [{ id: "a", facts: everything }], practices: [], patients }],
    [
      "a physician of whom a fact is not told is refused with his patients",
      {
        physicians: [
          { id: "a", practiceId: "p", facts: ofPhysician },
          { id: "b", facts: ofPhysician },
        ],
        practices: [{ id: "p", facts: ofPractice }],
        patients,
      },
    ],
    [
      "a practice that does not exist",
      {
        physicians: [
          { id: "a", practiceId: "p", facts: ofPhysician },
          { id: "b", practiceId: "q", facts: everything },
        ],
        practices: [{ id: "p", facts: ofPractice }],
        patients,
      },
    ],
    [
      "a practice listed twice: the second row is refused",
      {
        physicians: [{ id: "a", practiceId: "p", facts: ofPhysician }],
        practices: [
          { id: "p", facts: ofPractice },
          { id: "p", facts: { ...ofPractice, sesamVitale: false } },
        ],
        patients,
      },
    ],
    [
      "a practice that is refused is unknown to its physicians",
      {
        physicians: [
          { id: "a", practiceId: "p", facts: ofPhysician },
          { id: "b", practiceId: "q", facts: everything },
        ],
        practices: [{ id: "p", facts: { segurSoftware: "yes" } }, { id: "q" }],
        patients,
      },
    ],
    [
      "one of two practices says no id",
      {
        physicians: [{ id: "a", practiceId: "p", facts: ofPhysician }],
        practices: [{ id: "p", facts: ofPractice }, { facts: ofPractice }],
        patients,
      },
    ],
    [
      "practices that are no objects, and an id that is none",
      {
        physicians: [{ id: "a", practiceId: "p", facts: ofPhysician }],
        practices: [null, "p", [], 7, { id: true }, { id: "p", facts: ofPractice }],
        patients,
      },
    ],
    [
      "a fact of the physician that the practice says otherwise",
      {
        physicians: [
          { id: "a", practiceId: "p", facts: everything },
          { id: "b", practiceId: "p", facts: { ...everything, sesamVitale: false } },
        ],
        practices: [{ id: "p", facts: ofPractice }],
        patients,
      },
    ],
    ["practices without physicians", { practices: [{ id: "p" }], patients }],
    ["practices that are no list", { physicians: [{ id: "a" }], practices: { id: "p" }, patients }],
    [
      "facts of many kinds that are no facts",
      {
        physicians: [
          { id: "a", facts: { onlineRate: -1, atmpRate: "x", dsgRate: [30], speRate: {} } },
        ],
        patients,
      },
    ],
  ];
  return rows.map(([why, input], i): Draft => ({
    id: `points.batch.${String(i + 1).padStart(2, "0")}`,
    why,
    call: "batch",
    options: donum,
    input,
  }));
}

/** Facts are read in the order of the conditions, to the first that fails: what is behind it need not be told. */
function notTold(): Draft[] {
  const without = (...facts: readonly string[]): object =>
    Object.fromEntries(Object.entries(everything).filter(([fact]) => !facts.includes(fact)));
  const optional = ["atmpRate", "dsgRate", "speRate", "dmpRate", "ePrescriptionRate"];
  return [
    ...Object.keys(ofPractice).map((fact) => [fact, `practice.facts.${fact}`] as const),
    ...Object.keys(ofPhysician).map((fact) => [fact, `physician.facts.${fact}`] as const),
  ]
    .flatMap(([fact, path]): Draft[] => [
      {
        id: `points.not-told.${fact}`,
        why: `${fact} is not told, so FACT_MISSING at ${path}`,
        options: donum,
        input: of(without(fact)),
      },
      {
        id: `points.not-told.${fact}.null`,
        why: `${fact} is null, so FACT_MISSING at ${path}`,
        options: donum,
        input: {
          physician: { facts: { ...ofPhysician, [fact]: null } },
          practice: { facts: { ...ofPractice, [fact]: null } },
          patients: [adult],
        },
      },
    ])
    .concat([
      {
        id: "points.not-told.nobody",
        why: "nothing is told, so FACT_MISSING at practice.facts.segurSoftware",
        options: donum,
        input: { patients: [adult] },
      },
      {
        id: "points.not-read.base",
        why: "without the software, nothing else is asked: 0",
        options: donum,
        input: of({ segurSoftware: false }),
      },
      {
        id: "points.not-read.options",
        why: "where the base is not reached, the options are not asked: 0",
        options: donum,
        input: of({ ...ofPractice, onlineRate: 0 }),
      },
      {
        id: "points.not-read.rates",
        why: `a rate that is too low, and those behind it are not asked: ${paid(["tools"])}`,
        options: donum,
        input: of({ ...without(...optional), atmpRate: 0, dmpRate: 0 }),
      },
      {
        id: "points.not-read.mean",
        why: "a mean that the default reading does not ask, nor is there such a fact: 0",
        options: donum,
        input: of({ segurSoftware: false, certificatesMean: 10, "no-such-fact": true }),
      },
      {
        id: "points.not-told.mean",
        why: "the other reading asks the mean, so FACT_MISSING at physician.facts.certificatesMean",
        options: { ...donum, readings: { rates: "mean" } },
        input: of(everything),
      },
    ]);
}

/** Values that no fact may have. */
function refused(): Draft[] {
  const numbers = [-1, "-1", 30.00001, "30.00001", "1e2", 1e10, "x", " 30", "30,5", "30%", [], {}];
  const truths = ["true", "oui", {}, [true]];
  const ofNumbers = numbers.map((value) => ["onlineRate", value] as const);
  const ofTruths = truths.map((value) => ["apcvUsed", value] as const);
  const input = of(everything);
  return [
    ...[...ofNumbers, ...ofTruths].map(([fact, value], i): Draft => ({
      id: `points.invalid.${fact}.${i + 1}`,
      why: `${fact} of ${JSON.stringify(value)}, so FACT_INVALID at physician.facts.${fact}`,
      options: donum,
      input: of({ ...everything, [fact]: value }),
    })),
    ...[
      ["a truth where a number is asked", { onlineRate: true }, "physician.facts.onlineRate"],
      ["a number where a truth is asked", { mssUsed: 1 }, "physician.facts.mssUsed"],
      ["a number for a truth of the practice", { sesamVitale: 1 }, "practice.facts.sesamVitale"],
    ].map(([why, facts, path], i): Draft => ({
      id: `points.invalid.type.${i + 1}`,
      why: `${String(why)}, so FACT_INVALID at ${String(path)}`,
      options: donum,
      input: of({ ...everything, ...(facts as object) }),
    })),
    ...["facts", 7, true, [], ["apcvUsed"]].map((facts, i): Draft => ({
      id: `points.invalid.facts.${i + 1}`,
      why: `facts that are ${JSON.stringify(facts)}, so FACT_INVALID at physician.facts`,
      options: donum,
      input: { physician: { facts }, patients: [adult] },
    })),
    ...["facts", 7, true, [], ["apcvUsed"]].map((facts, i): Draft => ({
      id: `points.invalid.practice-facts.${i + 1}`,
      why: `facts of the practice that are ${JSON.stringify(facts)}, so FACT_INVALID at practice.facts`,
      options: donum,
      input: { practice: { facts }, patients: [adult] },
    })),
    ...["p", 7, true, [], null].map((practice, i): Draft => ({
      id: `points.invalid.practice.${i + 1}`,
      why: `a practice that is ${JSON.stringify(practice)}, so INPUT_INVALID at practice`,
      options: donum,
      input: { ...input, practice },
    })),
    {
      id: "points.invalid.practice-fact",
      why: "a fact of the practice that is none, so FACT_INVALID at practice.facts.sesamVitale",
      options: donum,
      input: { ...input, practice: { facts: { sesamVitale: "no" } } },
    },
    {
      id: "points.invalid.practice-id",
      why: "an id of a practice that is none, so ID_INVALID at practice.id",
      options: donum,
      input: { ...input, practice: { id: true } },
    },
    {
      id: "points.invalid.practiceId",
      why: "a practice named by a list, so ID_INVALID at physician.practiceId",
      options: donum,
      input: { physician: { practiceId: ["p"], facts: everything }, patients: [adult] },
    },
    {
      id: "points.invalid.unknown",
      why: "a practice of which nothing is told, so PRACTICE_UNKNOWN at physician.practiceId",
      options: donum,
      input: { physician: { practiceId: "p", facts: everything }, patients: [adult] },
    },
    {
      id: "points.invalid.other",
      why: "the practice is another one, so PRACTICE_UNKNOWN at physician.practiceId",
      options: donum,
      input: {
        physician: { practiceId: "p", facts: everything },
        practice: { id: "q", facts: ofPractice },
        patients: [adult],
      },
    },
    {
      id: "points.invalid.otherwise",
      why: "physician and practice say otherwise, so FACT_INVALID at physician.facts.sesamVitale",
      options: donum,
      input: { ...input, practice: { facts: { ...ofPractice, sesamVitale: false } } },
    },
    ...(
      [
        ["no points", { "socle.points": null }, "SCHEDULE_INVALID", "socle.points"],
        [
          "half a point",
          { "options.tools.points": 0.5 },
          "SCHEDULE_INVALID",
          "amounts.options.cases.tools.points",
        ],
        [
          "options of what is not there",
          { "options.onlyWith": "base" },
          "SCHEDULE_REFERENCE_UNKNOWN",
          "options.onlyWith",
        ],
        [
          "options of themselves",
          { "options.onlyWith": "options" },
          "SCHEDULE_REFERENCE_UNKNOWN",
          "options.onlyWith",
        ],
        [
          "a condition on a fact that nobody declares",
          { "socle.when.fibre": true },
          "SCHEDULE_UNKNOWN_KEY",
          "amounts.socle.when.fibre",
        ],
        [
          "a range for a truth",
          { "socle.when.segurSoftware": "1+" },
          "SCHEDULE_INVALID",
          "socle.when.segurSoftware",
        ],
        [
          "a truth for a number",
          { "socle.when.onlineRate": true },
          "SCHEDULE_INVALID",
          "socle.when.onlineRate",
        ],
        [
          "a fact of the patient in a condition of points",
          { "socle.when.ald": true },
          "SCHEDULE_INVALID",
          "socle.when.ald",
        ],
        [
          "no fact where a condition asks it",
          { "facts.mssUsed": null },
          "SCHEDULE_UNKNOWN_KEY",
          "amounts.options.cases.tools.when.mssUsed",
        ],
        [
          "a fact with the name of another",
          { "facts.zone": { fr: "z", en: "z", of: "practice", is: "boolean" } },
          "SCHEDULE_INVALID",
          "facts.zone",
        ],
        [
          "a default of another type",
          {
            "facts.fibre": { fr: "f", en: "f", of: "practice", is: "boolean", ifMissing: "1" },
          },
          "SCHEDULE_INVALID",
          "facts.fibre.ifMissing",
        ],
        [
          "an amount by slab with the keys of points",
          { "socle.per": "slab" },
          "SCHEDULE_UNKNOWN_KEY",
          "socle.points",
        ],
      ] as const
    ).map(([why, patch, code, path], i): Draft => ({
      id: `points.patched.${String(i + 1).padStart(2, "0")}`,
      why: `a patch gives ${why}, so ${code} at ${path}`,
      options: { ...donum, patch },
      input,
    })),
  ];
}
