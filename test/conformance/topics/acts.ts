import type { Draft } from "../vector.ts";

/** What facts and acts say of prevention: both sides of each age, day, number and window. */
export const acts = (): readonly Draft[] => [
  ...eligible(),
  ...windows(),
  ...unknowns(),
  ...told(),
  ...statements(),
  ...ranges(),
  ...worklists(),
  ...refused(),
];

const fmt2026 = { schedule: "fr.fmt.2026", year: 2026 };

function asked(
  name: string,
  why: string,
  patient: object,
  asOf = "2027-12-31",
  options: object = fmt2026,
): Draft {
  return { id: name, why, call: "assess", options, input: { patient, asOf } } as Draft;
}

const none = {
  bronchodilators: false,
  diabetes: false,
  hypertension: false,
  "cardiovascular-risk": false,
};

/** Ages on 31 December 2026, of patients of whom all else is known not to hold. */
function eligible(): Draft[] {
  const born: readonly [name: string, birthDate: string, sex: string, why: string][] = [
    ["65", "1961-12-31", "M", "65 years on 31 December: flu and covid"],
    ["64", "1962-01-01", "M", "64 years on 31 December: neither"],
    ["74", "1952-01-01", "F", "74 years: breast and colorectal"],
    ["75", "1951-12-31", "F", "75 years: neither"],
    ["50", "1976-12-31", "F", "50 years: breast and colorectal"],
    ["49", "1977-01-01", "F", "49 years: neither, cervix"],
    ["50.man", "1976-12-31", "M", "a man of 50 years: colorectal alone"],
    ["66.woman", "1960-12-31", "F", "66 years: no cervix"],
    ["65.woman", "1961-01-01", "F", "65 years: cervix"],
    ["25", "2001-12-31", "F", "25 years: cervix, no dental examination"],
    ["24", "2002-01-01", "F", "24 years: dental examination, no cervix"],
    ["14", "2012-01-01", "M", "14 years: HPV"],
    ["15", "2011-12-31", "M", "15 years: no HPV"],
    ["11", "2015-12-31", "F", "11 years: HPV"],
    ["10", "2016-01-01", "F", "10 years: no HPV"],
    ["3", "2023-12-31", "F", "3 years: dental examination"],
    ["2", "2024-01-01", "F", "2 years: MMR, examination of the 24th month"],
    ["24-months.last", "2024-12-31", "F", "24 months on 31 December 2026"],
    ["24-months.after", "2025-01-01", "F", "24 months on 1 January 2027: neither"],
    ["24-months.before", "2023-12-31", "F", "24 months on 31 December 2025: neither"],
    ["18-months.first", "2024-07-01", "M", "18 months on 1 January 2026: meningococcus"],
    ["18-months.before", "2024-06-30", "M", "18 months on 30 December 2025: none"],
    ["18-months.last", "2025-06-30", "M", "18 months on 30 December 2026: meningococcus"],
    ["18-months.after", "2025-07-01", "M", "18 months on 1 January 2027: none"],
    ["9-months.first", "2025-04-01", "M", "9 months on 1 January 2026: the examination"],
    ["9-months.before", "2025-03-31", "M", "9 months on 31 December 2025: none"],
    ["unborn", "2026-01-01", "M", "not on the list of 31 December 2025: nothing"],
    ["leap-day", "2024-02-29", "F", "born on a leap day: 24 months on 28 February 2026"],
  ];
  const ofAld: readonly [number, string][] = [
    [1, "flu and covid"],
    [3, "covid and pneumococcus"],
    [8, "all three, and diabetes"],
    [12, "flu and covid, and hypertension"],
    [14, "all three"],
    [17, "none"],
    [23, "covid alone"],
    [31, "none"],
  ];
  return [
    ...born.map(([name, birthDate, sex, why]) =>
      asked(`eligible.${name}`, why, {
        birthDate,
        sex,
        ald: false,
        conditions: none,
        acts: [],
      }),
    ),
    ...ofAld.map(([number, why]) =>
      asked(`eligible.ald-${number}`, `40 years, ALD ${number}: ${why}`, {
        age: 40,
        sex: "M",
        ald: true,
        aldNumbers: [number],
        acts: [],
      }),
    ),
    asked("eligible.17", "17 years with ALD 14: no pneumococcus", {
      birthDate: "2009-01-01",
      ald: true,
      aldNumbers: [14],
      acts: [],
    }),
    asked(
      "eligible.at-end",
      "under 31/12/N, born on 31 March 2026, nine months in the year",
      {
        birthDate: "2026-03-31",
      },
      "2026-12-31",
      { ...fmt2026, readings: { "reference-day": "31/12/N" } },
    ),
  ];
}

/** Acts on the first and the last day of each window, and on the days beside. */
function windows(): Draft[] {
  const woman = (age: number) => ({ birthDate: `${2026 - age}-06-01`, sex: "F", ald: false });
  const diabetic = { birthDate: "1960-01-01", ald: false, conditions: ["diabetes"] };
  const of: readonly [id: string, kind: string, patient: object, first: string, last: string][] = [
    ["flu", "flu-vaccine", woman(70), "2026-10-01", "2027-01-31"],
    ["covid", "covid-vaccine", woman(70), "2026-10-01", "2027-01-31"],
    ["breast", "mammography", woman(60), "2025-01-01", "2026-12-31"],
    ["cytology", "cervical-cytology", woman(27), "2024-01-01", "2026-12-31"],
    ["hpv-test", "hpv-test", woman(40), "2022-01-01", "2026-12-31"],
    ["faecal-test", "faecal-test", woman(60), "2025-01-01", "2026-12-31"],
    ["colonoscopy", "colonoscopy", woman(60), "2022-01-01", "2026-12-31"],
    [
      "glycaemia",
      "glycaemia",
      { ...diabetic, conditions: ["cardiovascular-risk"] },
      "2024-01-01",
      "2026-12-31",
    ],
    ["dental", "dental-exam", { birthDate: "2016-02-02", ald: false }, "2026-01-01", "2026-12-31"],
    ["exam-9m", "exam-9m", { birthDate: "2025-06-15", ald: false }, "2026-02-15", "2026-04-15"],
    ["exam-24m", "exam-24m", { birthDate: "2024-02-29", ald: false }, "2026-01-29", "2026-03-29"],
  ];
  const beside = (day: string, by: number): string =>
    new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);
  const twice: readonly [string, string, object, string, string, boolean][] = [
    ["hba1c", "hba1c", diabetic, "2026-01-01", "2026-12-31", true],
    ["hba1c.late", "hba1c", diabetic, "2026-01-01", "2027-01-01", false],
    ["mmr", "mmr-vaccine", { birthDate: "2024-05-31" }, "2025-06-01", "2026-05-31", true],
    ["mmr.late", "mmr-vaccine", { birthDate: "2024-05-31" }, "2025-06-01", "2026-06-01", false],
    ["mmr.leap", "mmr-vaccine", { birthDate: "2024-02-29" }, "2025-06-01", "2026-02-28", true],
    [
      "mmr.leap.late",
      "mmr-vaccine",
      { birthDate: "2024-02-29" },
      "2025-06-01",
      "2026-03-01",
      false,
    ],
    [
      "meningococcus",
      "meningococcal-vaccine",
      { birthDate: "2024-12-10" },
      "2025-06-10",
      "2026-06-10",
      true,
    ],
    [
      "meningococcus.late",
      "meningococcal-vaccine",
      { birthDate: "2024-12-10" },
      "2025-06-10",
      "2026-06-11",
      false,
    ],
    ["hpv", "hpv-vaccine", { birthDate: "2014-05-05" }, "2025-09-01", "2026-12-31", true],
    ["hpv.late", "hpv-vaccine", { birthDate: "2014-05-05" }, "2025-09-01", "2027-01-01", false],
  ];
  return [
    ...of.flatMap(([id, kind, patient, first, last]) =>
      (
        [
          ["first", first, "the first day of the window: validated"],
          ["last", last, "the last day of the window: validated"],
          ["before", beside(first, -1), "the day before the window: not validated by it"],
          ["after", beside(last, 1), "the day after the window: not validated by it"],
        ] as const
      ).map(([name, date, why]) =>
        asked(`window.${id}.${name}`, `${kind}, ${why}`, { ...patient, acts: [{ kind, date }] }),
      ),
    ),
    ...twice.map(([id, kind, patient, first, second, isDone]) =>
      asked(
        `twice.${id}`,
        `two of ${kind}, the second ${isDone ? "in time: validated" : "a day late: not validated"}`,
        { ald: false, ...patient, acts: [first, second].map((date) => ({ kind, date })) },
      ),
    ),
    asked("twice.same-day", "the same HbA1c twice is one", {
      ...diabetic,
      acts: ["2026-03-01", "2026-03-01"].map((date) => ({ kind: "hba1c", date })),
    }),
    asked("ckd.both", "creatinine and albuminuria in the year: validated by the later one", {
      ...diabetic,
      acts: [
        { kind: "albuminuria", date: "2026-12-31" },
        { kind: "creatinine", date: "2026-01-01" },
      ],
    }),
    asked("ckd.one", "creatinine alone: not validated", {
      ...diabetic,
      acts: [{ kind: "creatinine", date: "2026-01-01" }],
    }),
    asked("pneumococcus.once", "one dose years ago counts", {
      age: 40,
      ald: true,
      aldNumbers: [14],
      acts: [{ kind: "pneumococcal-vaccine", date: "2019" }],
    }),
  ];
}

/** What is not told, or not recorded, until the last day of a window and after it. */
function unknowns(): Draft[] {
  const senior = { birthDate: "1950-01-01", sex: "M", ald: false, conditions: none, acts: [] };
  const diabetic = { birthDate: "1960-01-01", ald: false, conditions: ["diabetes"], acts: [] };
  const rows: readonly [name: string, why: string, patient: object, asOf: string][] = [
    ["open", "the last day of the season: the window is open", senior, "2027-01-31"],
    ["elsewhere", "the day after: unknown, as it may be done elsewhere", senior, "2027-02-01"],
    ["here.open", "the last day of the year: the window is open", diabetic, "2026-12-31"],
    ["here.closed", "the day after: no, as the practice would know", diabetic, "2027-01-01"],
    ["nothing", "nothing told", {}, "2026-06-30"],
    [
      "ald-alone",
      "an ALD without its number",
      { ...senior, birthDate: "1990", ald: true },
      "2026-06-30",
    ],
    [
      "number-untold",
      "an ALD 17 and one that is not told",
      { ...senior, birthDate: "1990", ald: true, aldNumbers: [17, 0] },
      "2026-06-30",
    ],
    ["sex", "a sex that is not told", { birthDate: "1966-05-05", ald: false }, "2026-06-30"],
    ["birth-year", "a birth in 2025, of no month", { birthDate: "2025", ald: false }, "2026-06-30"],
    [
      "act-month",
      "an examination of a month across the end of its window",
      { birthDate: "2025-06-15", acts: [{ kind: "exam-9m", date: "2026-04" }] },
      "2027-12-31",
    ],
    [
      "act-later",
      "an act after the day is not known yet",
      {
        ...diabetic,
        acts: [
          { kind: "hba1c", date: "2026-03-01" },
          { kind: "hba1c", date: "2026-07-01" },
        ],
      },
      "2026-06-30",
    ],
    [
      "deliveries.4",
      "four deliveries in the year show the bronchodilators",
      {
        age: 40,
        ald: false,
        acts: [1, 2, 3, 4].map((month) => ({ kind: "bronchodilator", date: `2026-0${month}-01` })),
      },
      "2026-06-30",
    ],
    [
      "deliveries.3",
      "three show nothing",
      {
        age: 40,
        ald: false,
        acts: [1, 2, 3].map((month) => ({ kind: "bronchodilator", date: `2026-0${month}-01` })),
      },
      "2026-06-30",
    ],
    [
      "cervix.29",
      "29 years: an HPV test does not count",
      { birthDate: "1997-01-01", sex: "F", acts: [{ kind: "hpv-test", date: "2026-03-01" }] },
      "2027-12-31",
    ],
    [
      "cervix.30",
      "30 years: a cytology does not count",
      {
        birthDate: "1996-12-31",
        sex: "F",
        acts: [{ kind: "cervical-cytology", date: "2026-03-01" }],
      },
      "2027-12-31",
    ],
  ];
  return rows.map(([name, why, patient, asOf]) => asked(`unknown.${name}`, why, patient, asOf));
}

/** What the row and the caisse say in place of acts. */
function told(): Draft[] {
  const senior = { birthDate: "1950-01-01", ald: false, acts: [] };
  return [
    asked("told.row", "told to be validated is, whoever is eligible", {
      ...senior,
      prevention: ["hpv"],
    }),
    ...["validated", "not-validated", "not-eligible", "unknown"].map((status) =>
      asked(`told.caisse.${status}`, `the caisse says ${status}`, {
        ...senior,
        preventionStatus: { flu: status },
      }),
    ),
    asked(
      "told.caisse.open",
      "the caisse says not-validated in a window that is still open: unknown",
      { ...senior, preventionStatus: { flu: "not-validated" } },
      "2026-12-01",
    ),
    asked("told.condition", "told not to have what an ALD shows: told counts first", {
      age: 40,
      ald: true,
      aldNumbers: [8],
      conditions: { diabetes: false },
    }),
    asked("told.year", "under N-1, ages and windows are a year earlier", senior, "2026-12-31", {
      ...fmt2026,
      readings: { "prevention-year": "N-1" },
    }),
    asked("told.gone", "who left before the list of the day is eligible for nothing", {
      ...senior,
      registeredUntil: "2025-12-30",
    }),
  ];
}

const vaccinated = [{ kind: "flu-vaccine", date: "2026-10-20" }];
const senior = { age: 70, ald: false, c2s: false, seen: true };

function statements(): Draft[] {
  const asStatement = (name: string, why: string, patients: readonly object[]): Draft => ({
    id: `statement.${name}`,
    why,
    options: fmt2026,
    input: { patients },
  });
  return [
    asStatement("acts", "70 years, vaccinated in the season: 5 + 5", [
      { ...senior, acts: vaccinated },
    ]),
    asStatement("none", "70 years, nothing recorded: what is unknown is not paid: 5", [
      { ...senior, acts: [] },
    ]),
    asStatement("both", "told and done is paid once: 5 + 5", [
      { ...senior, prevention: ["flu"], acts: vaccinated },
    ]),
    asStatement("caisse", "what the caisse says is validated is paid: 5 + 2 * 5", [
      { ...senior, acts: vaccinated, preventionStatus: { covid: "validated" } },
    ]),
    asStatement("excluded", "the caisse says not-eligible, so an act pays nothing: 5", [
      { ...senior, acts: vaccinated, preventionStatus: { flu: "not-eligible" } },
    ]),
  ];
}

function ranges(): Draft[] {
  const patients = [
    { ...senior, acts: vaccinated },
    ...Array.from({ length: 3 }, () => ({ ...senior, acts: [] })),
  ];
  const asRange = (name: string, why: string, input: object): Draft => ({
    id: `range.${name}`,
    why,
    call: "prevention-range",
    options: fmt2026,
    input: { patients, asOf: "2026-11-15", ...input },
  });
  return [
    asRange("none", "without rates nothing is expected", {}),
    asRange(
      "rate",
      "flu at 60 %: 5 + 3 x 5 x 0.6 = 14, give or take 5 x sqrt(3 x 0.6 x 0.4) = 4.24",
      {
        rates: { flu: "60%" },
      },
    ),
    asRange("coverage", "a coverage of 60 %: (2.4 - 1) / 3 of the unknown, 12", {
      rates: { flu: { coverage: 0.6 } },
    }),
    asRange(
      "coverage.passed",
      "a coverage that is passed already, so that no more is expected than is certain",
      {
        rates: { flu: { coverage: 0.1 } },
      },
    ),
    asRange("rejected", "a row of an age of 200 is listed, and the others are priced", {
      patients: [{ ...senior, age: 200 }, ...patients],
    }),
    asRange("refused.rate", "a rate above one, so RATE_INVALID at options.rates.flu", {
      rates: { flu: 1.1 },
    }),
  ];
}

function worklists(): Draft[] {
  const asWorklist = (
    name: string,
    why: string,
    patients: readonly object[],
    asOf: string,
  ): Draft => ({
    id: `worklist.${name}`,
    why,
    call: "worklist",
    options: fmt2026,
    input: { patients, asOf },
  });
  const man = {
    id: "m",
    birthDate: "1952-05-05",
    sex: "M",
    ald: false,
    c2s: false,
    conditions: none,
    acts: [],
  };
  const child = { id: "c", birthDate: "2024-12-20", ald: false, c2s: false, acts: [] };
  return [
    asWorklist("one-visit", "what can be done on one day is one visit", [man], "2026-06-30"),
    asWorklist("ordered", "visits by their first last day", [man, child], "2026-10-15"),
    asWorklist(
      "closed",
      "what only the record leaves open has no day, and comes last",
      [man],
      "2027-02-01",
    ),
    asWorklist(
      "gone",
      "who died has nothing to do",
      [{ ...man, diedOn: "2026-06-01" }],
      "2026-06-30",
    ),
  ];
}

function refused(): Draft[] {
  const rows: readonly [name: string, patient: object, code: string, path: string][] = [
    ["sex", { sex: "femme" }, "SEX_INVALID", "patient.sex"],
    ["numbers", { aldNumbers: [33] }, "ALD_NUMBERS_INVALID", "patient.aldNumbers"],
    ["disagrees", { ald: false, aldNumbers: [8] }, "ALD_DISAGREES", "patient.aldNumbers"],
    ["condition", { conditions: ["gout"] }, "CONDITION_UNKNOWN", "patient.conditions"],
    [
      "condition.value",
      { conditions: { diabetes: "oui" } },
      "CONDITION_INVALID",
      "patient.conditions.diabetes",
    ],
    ["acts", { acts: 3 }, "ACT_INVALID", "patient.acts"],
    [
      "kind",
      { acts: [{ kind: "walk", date: "2026-01-01" }] },
      "ACT_KIND_UNKNOWN",
      "patient.acts[0].kind",
    ],
    [
      "act.date",
      { acts: [{ kind: "hba1c", date: "2026-06-31" }] },
      "DATE_IMPOSSIBLE",
      "patient.acts[0].date",
    ],
    [
      "before-birth",
      { birthDate: "2025-05-05", acts: [{ kind: "mmr-vaccine", date: "2025-05-04" }] },
      "ACT_BEFORE_BIRTH",
      "patient.acts[0].date",
    ],
    [
      "status",
      { preventionStatus: { flu: "A vérifier" } },
      "PREVENTION_STATUS_INVALID",
      "patient.preventionStatus.flu",
    ],
    ["number", { prevention: 3 }, "PREVENTION_INVALID", "patient.prevention"],
  ];
  return [
    ...rows.map(([name, patient, code, path]) =>
      asked(`refused.${name}`, `what cannot be, so ${code} at ${path}`, patient),
    ),
    asked("refused.day", "no day, so DATE_INVALID at options.asOf", {}, "today"),
  ];
}
