import { frenchDay } from "../../src/day.ts";
import { expect, test } from "vitest";
import {
  computePanels,
  computePatient,
  computePhysician,
  loadSchedule,
  panelsFromColumns,
  type Notice,
  type ComputeOptions,
  type Patient,
  type Physician,
  type PhysicianInput,
  type Statement,
} from "../../src/index.ts";
import { anAdult } from "../support/rows.ts";
import { table } from "../support/table.ts";
import { villageWith } from "../support/village.ts";

const of = (
  options: ComputeOptions,
  physician: Physician = {},
  more: Partial<PhysicianInput> = {},
): Statement => computePhysician({ physician, patients: [anAdult], ...more }, options);
const village = (edits: Readonly<Record<string, unknown>>, physician: Physician = {}): Statement =>
  of({ year: 2026, schedule: loadSchedule(villageWith(edits)) }, physician, {
    patients: [{ ...anAdult, prevention: [] }],
  });

/** What a statement says under a code, whole. */
function said(code: string, { assumptions, warnings }: Statement): readonly Notice[] {
  return [...assumptions, ...warnings].filter((one) => one.code === code);
}

const needsList = (fr: string, en: string): Omit<Notice, "path"> => ({
  code: "needs-list",
  fr: `${fr}\u00a0: non calculée, elle dépend de toute la liste`,
  en: `${en}: not computed, it depends on the whole list`,
});

/** An uplift with a rate by share in a QPV, and one that needs no list in a ZAC. */
const rateByShare = {
  "uplifts.cases.share.cases": {
    qpv: {
      when: { zone: "QPV" },
      rate: { share: { c2s: true }, above: "7%", slope: "50%", cap: "25%", capOn: "share" },
    },
    zac: { when: { zone: "ZAC" }, rate: "5%" },
  },
};
const oneRateByShare = villageWith(rateByShare);
const named = {
  "uplifts.cases.share.fr": "Part {N}",
  "uplifts.cases.share.en": "Share {N}",
};

table<() => Statement, readonly Notice[]>(
  "of one patient: the uplifts by the share of a list are left out",
  [
    [
      "the precarity of the FPMT",
      () => computePatient({ patient: anAdult }, { year: 2024 }),
      [{ ...needsList("Majoration précarité", "Precarity uplift"), path: "precarity" }],
    ],
    [
      "an uplift of which one case is by share",
      () =>
        computePatient(
          { patient: { ...anAdult, prevention: [] }, physician: { zone: "QPV" } },
          { year: 2026, schedule: loadSchedule(oneRateByShare) },
        ),
      [{ ...needsList("Part", "Share"), path: "share" }],
    ],
    [
      "one whose name has the year",
      () =>
        computePatient(
          { patient: { ...anAdult, prevention: [] }, physician: { zone: "QPV" } },
          {
            year: 2026,
            schedule: loadSchedule(villageWith({ ...rateByShare, ...named })),
          },
        ),
      [{ ...needsList("Part 2026", "Share 2026"), path: "share" }],
    ],
    ["none in the FMT", () => computePatient({ patient: anAdult }, { year: 2026 }), []],
    ["a list is a list", () => of({ year: 2024 }), []],
  ],
  (statement) => said("needs-list", statement()),
);

const part = (fr: string, en: string): readonly Notice[] => [
  {
    code: "part-year",
    path: "physician.activeUntil",
    fr: `départ en cours d'année\u00a0: ${fr}`,
    en: `leaving during the year: ${en}`,
  },
];

table<() => Statement, readonly Notice[]>(
  "who leaves during the year",
  [
    [
      "in quarters",
      () => of({ year: 2023 }, { activeUntil: "2023-03-31" }),
      part("tout trimestre commencé est dû", "every quarter begun is due"),
    ],
    [
      "in days",
      () => of({ year: 2023, readings: { leaving: "days" } }, { activeUntil: "2023-03-31" }),
      part("dû à proportion des jours d'activité", "due in proportion to the days of activity"),
    ],
    ["of no matter to the FMT", () => of({ year: 2026 }, { activeUntil: "2026-03-31" }), []],
  ],
  (statement) => said("part-year", statement()),
);

const whole = (day: string): readonly Notice[] => [
  {
    code: "leaves-whole",
    path: "physician.activeUntil",
    fr: `départ le ${frenchDay(day)}\u00a0: ce barème ne réduit rien, l'année entière est comptée (question non tranchée)`,
    en: `leaving on ${day}: this schedule reduces nothing, the whole year is counted (an open question)`,
  },
];

table<() => Statement, readonly Notice[]>(
  "a departure of which the schedule takes nothing off",
  [
    [
      "in the year of payment",
      () => of({ year: 2026 }, { activeUntil: "2026-06-30" }),
      whole("2026-06-30"),
    ],
    [
      "on the reference day, before the year",
      () => of({ year: 2026 }, { activeUntil: "2025-12-31" }),
      whole("2025-12-31"),
    ],
    [
      "a day before the end of the year",
      () => of({ year: 2026 }, { activeUntil: "2026-12-30" }),
      whole("2026-12-30"),
    ],
    ["at the end of it", () => of({ year: 2026 }, { activeUntil: "2026-12-31" }), []],
    ["later", () => of({ year: 2026 }, { activeUntil: "2027-01-01" }), []],
    ["before the day: nothing is due", () => of({ year: 2026 }, { activeUntil: "2025-12-30" }), []],
    ["nobody leaves", () => of({ year: 2026 }, { activeFrom: "2020-01-01" }), []],
    ["the FPMT takes quarters off", () => of({ year: 2023 }, { activeUntil: "2023-03-31" }), []],
    [
      "nobody asks for activity, of which there has been none for long",
      () =>
        of({ year: 2026, patch: { "eligible.when.active": null } }, { activeUntil: "2020-03-31" }),
      whole("2020-03-31"),
    ],
  ],
  (statement) => said("leaves-whole", statement()),
);

test("a departure is told of panels as of rows", () => {
  const physicians = [{ activeUntil: "2026-06-30" }];
  const columns = { age: Uint8Array.of(40), ald: Uint8Array.of(0), c2s: Uint8Array.of(0) };
  const panels = panelsFromColumns(columns, { year: 2026, physicians });
  const statement = computePanels(panels, { year: 2026 }).statement(0);
  expect(said("leaves-whole", statement)).toEqual(whole("2026-06-30"));
});

const notInstalled = (year: number): readonly Notice[] => [
  {
    code: "installed-after-reference",
    path: "physician.firstInstallation",
    fr: `première installation après le 31/12/${year}\u00a0: pas de majoration de zone cette année`,
    en: `first installation after ${year}-12-31: no zone uplift this year`,
  },
];
const civil = { "install-year": "civil" };
/** A first installation after the day is no activity on it: here nobody asks for activity. */
const anyone = { "eligible.when.active": null };

table<() => Statement, readonly Notice[]>(
  "an installation after the year that counts",
  [
    [
      "in the year of the reference day",
      () => of({ year: 2026, patch: anyone }, { firstInstallation: "2025-12-31" }),
      [],
    ],
    [
      "the year after it",
      () => of({ year: 2026, patch: anyone }, { firstInstallation: "2026-01-01" }),
      notInstalled(2025),
    ],
    [
      "of no matter where it is no activity either",
      () => of({ year: 2026 }, { firstInstallation: "2026-01-01" }),
      [],
    ],
    [
      "in the year of payment, which civil years count",
      () => of({ year: 2026, readings: civil, patch: anyone }, { firstInstallation: "2026-12-31" }),
      [],
    ],
    [
      "the year after that",
      () => of({ year: 2026, readings: civil, patch: anyone }, { firstInstallation: "2027-01-01" }),
      notInstalled(2026),
    ],
    [
      "of no matter to the FPMT, which reads no year of installation",
      () => of({ year: 2024, patch: anyone }, { firstInstallation: "2025-01-01" }),
      [],
    ],
  ],
  (statement) => said("installed-after-reference", statement()),
);

const sameList: Notice = {
  code: "advances-same-list",
  path: "previousPatients",
  fr: "acomptes calculés sur la même liste, ramenée au 31/12/2023 (âges diminués, enfants nés depuis retirés)",
  en: "advances computed on the same list, taken back to 2023-12-31 (ages lowered, children born since left out)",
};
const noAdvances: Notice = {
  code: "advances-none",
  path: "payment",
  fr: "pas d'activité au 31/12/2023\u00a0: pas d'acompte, tout vient avec le solde",
  en: "no activity on 2023-12-31: no advance, all is paid with the balance",
};
const wholeAdvances: Notice = {
  code: "advances-whole",
  path: "payment",
  fr: "acomptes non réduits malgré le départ\u00a0; le solde régularise",
  en: "advances not reduced by the departure; the balance settles them",
};

table<() => Statement, readonly Notice[]>(
  "what advances rest on",
  [
    ["one list", () => of({ year: 2024 }), [sameList]],
    [
      "a physician who came after their day",
      () => of({ year: 2024 }, { activeFrom: "2024-01-01" }),
      [noAdvances],
    ],
    [
      "one who leaves",
      () => of({ year: 2024 }, { activeUntil: "2024-03-31" }),
      [sameList, wholeAdvances],
    ],
    ["the FMT pays none", () => of({ year: 2026 }), []],
  ],
  (statement) => statement().assumptions.filter(({ code }) => code.startsWith("advances")),
);

const unused: Notice = {
  code: "previous-unused",
  path: "previousPatients",
  fr: "patientèle de l'année précédente non lue\u00a0: les versements de ce barème reposent sur une seule liste",
  en: "list of the year before not read: the payments of this schedule rest on one list",
};
const before: Partial<PhysicianInput> = { previousPatients: [anAdult] };

table<() => Statement, readonly Notice[]>(
  "a list of the year before",
  [
    ["of no use to the FMT", () => of({ year: 2026 }, {}, before), [unused]],
    ["read by the FPMT", () => of({ year: 2024 }, {}, before), []],
    [
      "of no use where a user's advances rest on the day of the amount due",
      () => of({ year: 2024, patch: { "payment.advances.on": "31/12/N" } }, {}, before),
      [unused],
    ],
  ],
  (statement) => said("previous-unused", statement()),
);

const unpaid: Notice = {
  code: "prevention-unpaid",
  path: "patients[].prevention",
  fr: "ce barème ne paie pas la prévention\u00a0: non comptée",
  en: "this schedule does not pay prevention: not counted",
};
const withActions: readonly Patient[] = [{ ...anAdult, prevention: 2 }];

table<() => Statement, readonly Notice[]>(
  "prevention that is not paid",
  [
    ["of the list", () => of({ year: 2024 }, {}, { patients: withActions }), [unpaid]],
    [
      "said of the list of the year, not of the one before",
      () => of({ year: 2024 }, {}, { previousPatients: withActions }),
      [],
    ],
    ["none is told", () => of({ year: 2024 }), []],
    ["it is paid", () => of({ year: 2026 }, {}, { patients: withActions }), []],
  ],
  (statement) => said("prevention-unpaid", statement()),
);

table<() => Statement, readonly Notice[]>(
  "a reason why nothing is due that is a yes or a no",
  [
    [
      "yes, where no is paid",
      () => village({ "eligible.when": { active: true, contract: false } }, { contract: true }),
      [
        {
          code: "not-eligible",
          path: "physician.contract",
          fr: "rien n'est dû\u00a0: contrat CAIM, COSCOM, COTRAM ou CSTM en cours\u00a0: oui",
          en: "nothing is due: running CAIM, COSCOM, COTRAM or CSTM contract: yes",
        },
      ],
    ],
    [
      "no, where yes is paid",
      () => village({}, { activeUntil: "2025-12-30" }),
      [
        {
          code: "not-eligible",
          path: "physician.active",
          fr: "rien n'est dû\u00a0: le médecin n'était pas en activité au 31/12/2025",
          en: "nothing is due: the physician was not in activity on 2025-12-31",
        },
      ],
    ],
  ],
  (statement) => said("not-eligible", statement()),
);

test("an option without words goes by its name", () => {
  expect(said("reading", village({ "readings.uplift-base.answers": undefined }))).toEqual([
    {
      code: "reading",
      path: "readings.uplift-base",
      fr: "Sur quoi porte la majoration\u00a0? Base.",
      en: "What does the uplift bear on? Base.",
    },
  ]);
});

test("activity that is not told is said where a part of a year is due", () => {
  const active = {
    code: "if-missing",
    path: "physician.active",
    fr: "activité en 2024\u00a0: non indiquée, supposée",
    en: "activity in 2024: not given, supposed",
  };
  expect(said("if-missing", of({ year: 2024 }))).toContainEqual(active);
  expect(said("if-missing", of({ year: 2024 }, { activeFrom: "2010-01-01" }))).not.toContainEqual(
    active,
  );
});

test("a patient of whom it does not matter who was seen may go without a default, and none is said", () => {
  const seen: Notice = {
    code: "if-missing",
    path: "patients[].seen",
    fr: "dernière consultation\u00a0: non indiquée, tous les patients comptés comme vus",
    en: "last visit: not given, every patient counted as seen",
  };
  const children = (told: boolean): object => ({
    when: { age: "0-17", ald: false, seen: told },
    amount: "10",
  });
  const readsSeen = {
    "reads.seenWithin": "1 year",
    "amounts.base.cases.child": children(true),
    "amounts.base.cases.unseen": children(false),
  };
  const [without, withDefault] = [
    village(readsSeen),
    village({ ...readsSeen, "reads.ifMissing.seen": true }),
  ];
  expect([
    without.total,
    said("if-missing", without).filter(({ path }) => path === seen.path),
  ]).toEqual(["20.00", []]);
  expect([
    withDefault.total,
    said("if-missing", withDefault).filter(({ path }) => path === seen.path),
  ]).toEqual(["20.00", [seen]]);
});
