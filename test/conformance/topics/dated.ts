import type { Draft } from "../vector.ts";
import { datedLists } from "./dated-lists.ts";
import { datedPhysicians } from "./dated-physicians.ts";
import { nameOf, SCHEDULES, YEARS, type ScheduleId } from "./hand.ts";

/** The forfait of 2026 is read on 31 December 2025. */
const options = { schedule: "fr.fmt.2026", year: 2026, readings: {} };
/** 85 years: 55, with ALD 100, not seen 5; C2S 10 more. */
const row = { age: 85, ald: false, c2s: false };

const EVE = "2025-12-30";
const DAY = "2025-12-31";
const MORROW = "2026-01-01";

type Told = readonly [date: string, said: string, sum: string];

/** What dates say of a list on its day: rows and physicians, one fact at a time, then lists. */
export const dated = (): readonly Draft[] => [
  ...everyField(),
  ...open(),
  ...periods(),
  ...rights(),
  ...visits(),
  ...actions(),
  ...everySchedule(),
  ...datedPhysicians(),
  ...datedLists(),
];

/** The days on both sides of the day, a leap day, and months and years that settle what holds. */
function everyField(): Draft[] {
  const from = (on: string, off: string, says: string): Told[] => [
    [EVE, "begun the day before", on],
    [DAY, "begun on the day", on],
    [MORROW, says, off],
    ["2024-02-29", "begun on a leap day", on],
    ["2024-02", "begun in a month past", on],
    ["2025-12", "begun in the month that ends on the day", on],
    ["2025", "begun in the year that ends on the day", on],
    ["2026-01", says, off],
    ["2026", says, off],
  ];
  const until = (on: string, off: string, says: string): Told[] => [
    [EVE, says, off],
    [DAY, "its last day is the day", on],
    [MORROW, "its last day is the next", on],
    ["2024-02-29", says, off],
    ["2024-02", says, off],
    ["2025-11", says, off],
    ["2024", says, off],
    ["2026-01", "its last day is in the next month", on],
    ["2026", "its last day is in the next year", on],
  ];
  const fields: Readonly<Record<string, readonly Told[]>> = {
    registeredFrom: from("55", "0", "not yet registered"),
    registeredUntil: until("55", "0", "gone before the day"),
    diedOn: [
      [EVE, "dead the day before", "0"],
      [DAY, "dead on the day", "0"],
      [MORROW, "alive on the day", "55"],
      ["2024-02-29", "dead on a leap day", "0"],
      ["2025-12", "dead in the month that ends on the day", "0"],
      ["2025", "dead in the year that ends on the day", "0"],
      ["2026-01", "alive on the day", "55"],
      ["2026", "alive on the day", "55"],
    ],
    aldFrom: from("100", "55", "not begun on the day"),
    aldUntil: until("100", "55", "over before the day"),
    c2sFrom: from("55 + 10", "55", "not begun on the day"),
    c2sUntil: until("55 + 10", "55", "over before the day"),
  };
  return Object.entries(fields).flatMap(([field, dates]) =>
    dates.map(([date, said, sum]) => ({
      id: `dated.${field}.${date}`,
      why: `${field} ${date}, ${said}: ${sum}`,
      options,
      input: { patients: [{ ...withoutStatus(field), [field]: date }] },
    })),
  );
}

/** Dates of a right stand alone: they say whether it holds. */
function withoutStatus(field: string): object {
  const { age, ald, c2s } = row;
  if (field.startsWith("ald")) return { age, c2s };
  return field.startsWith("c2s") ? { age, ald } : row;
}

/** A last day in December 2025 may be the 31st or not: the row is refused, and no other. */
function open(): Draft[] {
  const dates = ["registeredUntil", "aldUntil", "c2sUntil"].flatMap((field) =>
    ["2025", "2025-12"].map((date) => ({ field, date })),
  );
  return [
    ...dates.map(({ field, date }) => ({
      id: `dated.open.${field}.${date}`,
      why: `${field} ${date} may be before the day or on it, and the other row is paid: 55`,
      call: "batch" as const,
      options,
      input: { physicians: [{}], patients: [{ ...row, [field]: date }, row] },
    })),
    {
      id: "dated.open.but-dead",
      why: "who is dead for sure is left out, whatever else is open: 0",
      options,
      input: { patients: [{ ...row, diedOn: "2025", registeredUntil: "2025-12" }] },
    },
    {
      id: "dated.open.alone",
      why: "a last day that leaves the day open, so DATE_INCOMPLETE at patients[0].registeredUntil",
      options,
      input: { patients: [{ ...row, registeredUntil: "2025" }] },
    },
    {
      id: "dated.impossible",
      why: "no 29 February in 2025, so DATE_IMPOSSIBLE at patients[0].registeredFrom",
      options,
      input: { patients: [{ ...row, registeredFrom: "2025-02-29" }] },
    },
    {
      id: "dated.no-date",
      why: "a date of another country, so DATE_INVALID at patients[0].diedOn",
      options,
      input: { patients: [{ ...row, diedOn: "31/12/2025" }] },
    },
  ];
}

/** First and last days together. */
function periods(): Draft[] {
  const told: readonly (readonly [string, string, string, string])[] = [
    ["one-day", DAY, DAY, "55"],
    ["around", "2001-05", "2031-05", "55"],
    ["before", "2001", EVE, "0"],
    ["after", MORROW, "2031", "0"],
    ["same-month", "2026-03", "2026-03", "0"],
  ];
  const disordered = [
    [DAY, EVE],
    ["2025-06", "2025-05"],
    ["2026", "2025"],
  ];
  const fields = [
    ["registeredFrom", "registeredUntil"],
    ["aldFrom", "aldUntil"],
    ["c2sFrom", "c2sUntil"],
  ] as const;
  return [
    ...told.map(([name, from, until, sum]) => ({
      id: `dated.period.${name}`,
      why: `registered from ${from} until ${until}: ${sum}`,
      options,
      input: { patients: [{ ...row, registeredFrom: from, registeredUntil: until }] },
    })),
    ...fields.flatMap(([from, until]) =>
      disordered.map(([first, last]) => ({
        id: `dated.disordered.${from}.${first}`,
        why: `${first} to ${last} ends before it begins, and the other row is paid: 55`,
        call: "batch" as const,
        options,
        input: { physicians: [{}], patients: [{ ...row, [from]: first, [until]: last }, row] },
      })),
    ),
    {
      id: "dated.disordered.alone",
      why: "an end before its beginning, so PERIOD_DISORDERED at patients[0].aldUntil",
      options,
      input: { patients: [{ ...row, aldFrom: "2025", aldUntil: "2024" }] },
    },
  ];
}

/** A status beside its dates: the dates decide, and a contradiction is told. */
function rights(): Draft[] {
  const told: readonly (readonly [string, object, string])[] = [
    ["ALD told and holding by its dates", { ald: true, aldFrom: "2020" }, "100"],
    ["ALD told, not begun", { ald: true, aldFrom: MORROW }, "55"],
    ["ALD told, over", { ald: true, aldUntil: EVE }, "55"],
    ["ALD denied, and begun", { ald: false, aldFrom: DAY }, "100"],
    ["ALD denied, and not over", { ald: false, aldUntil: DAY }, "100"],
    ["ALD denied, and over", { ald: false, aldUntil: EVE }, "55"],
    ["free C2S, holding", { c2s: "free", c2sUntil: DAY }, "55 + 10"],
    ["free C2S, over", { c2s: "free", c2sUntil: EVE }, "55"],
    ["contributory C2S, not begun", { c2s: "contributory", c2sFrom: MORROW }, "55"],
    ["C2S denied, and begun", { c2s: false, c2sFrom: DAY }, "55 + 10"],
    ["C2S told, over", { c2s: true, c2sUntil: "2024-02-29" }, "55"],
  ];
  return told.map(([why, more, sum], i) => ({
    id: `dated.right.${i + 1}`,
    why: `${why}: ${sum}`,
    options,
    input: { patients: [{ ...row, ...more }] },
  }));
}

/** Visits: the last one until the day counts. Seen is 55, not seen 5. */
function visits(): Draft[] {
  const unseen = { ...options, readings: { "late-visit": "unseen" } };
  const empty = { ...options, neverSeen: "empty" };
  const told: readonly (readonly [string, object, string, Draft["options"]?])[] = [
    ["on the last day before the window", { visits: ["2023-12-31"] }, "5"],
    ["on the first day of the window", { visits: ["2024-01-01"] }, "55"],
    ["on a leap day of the window", { visits: ["2024-02-29"] }, "55"],
    ["on the day", { visits: [DAY] }, "55"],
    ["in a month or a year of the window", { visits: ["2024-02", "2019"] }, "55"],
    ["too early, and after the day", { visits: ["2023-12-31", MORROW] }, "5"],
    ["in the window, and after the day", { visits: [MORROW, "2024-01-01"] }, "55"],
    ["only after the day, which counts as seen", { visits: [MORROW] }, "55"],
    ["only after the day, which counts as not seen", { visits: [MORROW] }, "5", unseen],
    ["in the window, whatever came after", { visits: ["2025", "2026"] }, "55", unseen],
    ["never", { visits: [] }, "5"],
    ["never, where seen says so too", { visits: [], seen: false }, "5"],
    ["beside a later lastSeen", { visits: ["2023"], lastSeen: "2024-05-06" }, "55"],
    ["beside a lastSeen after the day", { visits: ["2023"], lastSeen: MORROW }, "5"],
    ["in no list, but lastSeen after the day", { lastSeen: MORROW }, "55"],
    ["in no list, but lastSeen after the day, not seen", { lastSeen: MORROW }, "5", unseen],
    ["after the day, where seen is told", { lastSeen: MORROW, seen: true }, "55", unseen],
    ["an empty lastSeen that means never", { lastSeen: "" }, "5", empty],
    ["a lastSeen of null that means never", { lastSeen: null }, "5", empty],
    ["an empty lastSeen beside seen", { lastSeen: "", seen: true }, "55", empty],
    ["a lastSeen that is not empty", { lastSeen: "2024" }, "55", empty],
  ];
  const refused: readonly (readonly [string, object, Draft["options"]?])[] = [
    ["an empty lastSeen, so SEEN_MISSING at patients[0].lastSeen", { lastSeen: null }],
    [
      "never, and lastSeen, so SEEN_DISAGREES at patients[0].lastSeen",
      { visits: [], lastSeen: "2025" },
    ],
    ["never, and seen, so SEEN_DISAGREES at patients[0].seen", { visits: [], seen: true }],
    ["a text for a list, so DATE_INVALID at patients[0].visits", { visits: DAY }],
    ["a visit on no day, so DATE_IMPOSSIBLE at patients[0].visits", { visits: ["2023-02-29"] }],
    [
      "an option of another name, so INPUT_INVALID at options.neverSeen",
      { lastSeen: null },
      { ...options, neverSeen: "blank" },
    ],
  ];
  return [
    ...told.map(([why, more, sum, how = options], i) => ({
      id: `dated.visits.${i + 1}`,
      why: `${"visits" in more ? "visits " : ""}${why}: ${sum}`,
      options: how,
      input: { patients: [{ ...row, ...more }] },
    })),
    ...refused.map(([why, more, how = options], i) => ({
      id: `dated.visits.refused.${i + 1}`,
      why,
      options: how,
      input: { patients: [{ ...row, ...more }] },
    })),
    {
      id: "dated.visits.every-row",
      why: "where one row tells visits, each must, and two rows do: 55 + 5",
      call: "batch",
      options,
      input: { physicians: [{}], patients: [{ ...row, visits: [DAY] }, row, never] },
    },
  ];
}

const never = { ...row, visits: [] };

/** 55, and 5 for each indicator of the year that counts. */
function actions(): Draft[] {
  const before = { id: "flu", on: DAY };
  const after = { id: "flu", on: MORROW };
  const year = (preventionYear: string): Draft["options"] => ({
    ...options,
    readings: { "prevention-year": preventionYear },
  });
  const told: readonly (readonly [string, readonly unknown[], string, string])[] = [
    ["on the last day of N-1", [before], "55", "55 + 5"],
    ["on the first day of N", [after], "55 + 5", "55"],
    ["in both years, the same indicator", [before, after], "55 + 5", "55 + 5"],
    ["twice in a year", [{ ...after, on: "2026-10" }, after], "55 + 5", "55"],
    [
      "a month and a year alone",
      [
        { ...after, on: "2026" },
        { id: "hpv", on: "2025-02" },
      ],
      "55 + 5",
      "55 + 5",
    ],
    ["on a leap day, in neither", [{ id: "covid", on: "2024-02-29" }], "55", "55"],
    ["without a date, taken as given", ["dental", { id: "mmr" }], "55 + 2 * 5", "55 + 2 * 5"],
    [
      "some with a date",
      ["dental", before, after, { id: "hpv", on: DAY }],
      "55 + 2 * 5",
      "55 + 3 * 5",
    ],
  ];
  return [
    ...told.flatMap(([why, prevention, ofN, ofBefore], i) =>
      (["N", "N-1"] as const).map((name) => ({
        id: `dated.actions.${i + 1}.${name}`,
        why: `actions ${why}, those of ${name} count: ${name === "N" ? ofN : ofBefore}`,
        options: year(name),
        input: { patients: [{ ...row, prevention }] },
      })),
    ),
    {
      id: "dated.actions.any",
      why: "under a text that names no year actions of any count, 46 and two indicators: 46 + 2 * 5",
      options: { schedule: "fr.proposal.2024-02-08", year: 2024, readings: {} },
      input: { patients: [{ ...row, prevention: [before, { id: "hpv", on: "2019" }, after] }] },
    },
    ...[
      ["a date of another country", { id: "flu", on: "01/01/2026" }, "DATE_INVALID"],
      ["no such day", { id: "flu", on: "2026-02-29" }, "DATE_IMPOSSIBLE"],
      ["no indicator", { on: MORROW }, "PREVENTION_INVALID"],
      ["an indicator that no list has", { id: "grippe", on: MORROW }, "PREVENTION_UNKNOWN"],
      ["a key that nothing reads", { id: "flu", date: MORROW }, "KEY_UNKNOWN"],
    ].map(([why, action, code], i) => ({
      id: `dated.actions.refused.${i + 1}`,
      why: `an action with ${why as string}, so ${code as string} at patients[0].prevention`,
      options: year("N"),
      input: { patients: [{ ...row, prevention: [action] }] },
    })),
  ];
}

/** Each schedule has its own day. */
function everySchedule(): Draft[] {
  const days: Readonly<Record<ScheduleId, readonly [last: string, base: number]>> = {
    "fr.fmt.2026": ["2025-12-31", 55],
    "fr.fpmt.2018": ["2019-12-31", 42],
    "fr.fpmt.2024": ["2024-12-31", 46],
    "fr.proposal.2024-02-08": ["2023-12-31", 46],
  };
  return SCHEDULES.flatMap((schedule) => {
    const [last, base] = days[schedule];
    const next = `${Number(last.slice(0, 4)) + 1}-01-01`;
    const rows = [
      [`dead on ${last}`, { diedOn: last }, 0],
      [`dead on ${next}`, { diedOn: next }, base],
      [`registered until ${last}`, { registeredUntil: last }, base],
      [`registered from ${next}`, { registeredFrom: next }, 0],
    ] as const;
    return rows.map(([why, more, sum], i) => ({
      id: `dated.${nameOf(schedule)}.${i + 1}`,
      why: `${why}: ${sum}`,
      options: { schedule, year: YEARS[schedule], readings: {} },
      input: { patients: [{ ...row, ...more }] },
    }));
  });
}
