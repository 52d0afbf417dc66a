import { describe, expect, test } from "vitest";
import {
  computePanelReadings,
  computeReadings,
  getSchedule,
  panelsFromCounts,
  type CountOptions,
  type CountRow,
  type Patient,
  type Physician,
  type ReadingPrices,
  type Readings,
} from "../../src/index.ts";
import { typeset } from "../../src/typography.ts";
import { withoutMessage } from "../support/refused.ts";

/** What each open question is worth on a table, which may not tell what a question is about. */

const UNTOLD = {
  day: {
    fr: "la patientèle d'un autre jour que le 31/12/2025",
    en: "the list on another day than 2025-12-31",
  },
  zones: { fr: "les zones avec leurs dates", en: "zones with their dates" },
  prevention: {
    fr: "l'année de chaque indicateur validé",
    en: "the year of each prevention action",
  },
  visits: { fr: "les visites d'après ce jour", en: "the visits after the day" },
  end: { fr: "la fin d'activité du médecin", en: "the last day of activity of the physician" },
  installation: {
    fr: "la première installation du médecin",
    en: "the first installation of the physician",
  },
  seen: { fr: 'qui a été vu (colonne "seen")', en: 'who was seen (column "seen")' },
};

type Untold = keyof typeof UNTOLD;

/** What a question is about, of those that a table may not tell. */
const ASKS: Readonly<Record<string, Untold>> = {
  "reference-day": "day",
  "zone-day": "zones",
  "prevention-year": "prevention",
  "late-visit": "visits",
  leaving: "end",
  "install-year": "installation",
  "first-install": "installation",
  "not-seen-c2s": "seen",
  "not-seen-ald": "seen",
};

const told: readonly CountRow[] = [
  { age: 40, ald: true, c2s: "free", yearsSinceSeen: 0, n: 2 },
  { age: 82, ald: true, c2s: true, yearsSinceSeen: 3, n: 1 },
];
const untold = told.map(({ age, ald, c2s, n }) => ({ age, ald, c2s, n }) as CountRow);

const prices = (
  table: readonly CountRow[],
  given: Omit<CountOptions, "year"> = {},
  readings: Readings = {},
): ReadingPrices =>
  computePanelReadings(panelsFromCounts(table, { year: 2026, ...given }), { year: 2026, readings });

/** By question: why an option has no total. */
const refusals = ({ readings }: ReadingPrices): Record<string, object> =>
  Object.fromEntries(
    readings.flatMap(({ id, options }) =>
      options.flatMap(({ refusal }) => (refusal ? [[id, withoutMessage(refusal)]] : [])),
    ),
  );

const unanswered = (of: readonly Untold[]): Record<string, object> =>
  Object.fromEntries(
    Object.entries(ASKS).flatMap(([id, asked]) =>
      of.includes(asked)
        ? [
            [
              id,
              {
                code: "READING_UNANSWERED",
                path: "table",
                found: "undefined",
                allowed: typeset(UNTOLD[asked]),
              },
            ],
          ]
        : [],
    ),
  );

const all = Object.keys(UNTOLD) as Untold[];
/** Without actions there is nothing to ask of their year. */
const without = (...some: Untold[]): Untold[] =>
  all.filter((one) => one !== "prevention" && !some.includes(one));

const physician: Physician = { id: "a", zone: "ZIP" };
const inZone: Physician = { id: "a", zone: [{ value: "ZIP", from: "2025-06-01" }] };
const other: Physician = { id: "b" };
const ofA = (rows: readonly CountRow[]): CountRow[] =>
  rows.map((row) => ({ ...row, physicianId: "a" }));

describe("a question that a table does not answer", () => {
  test.each<readonly [string, CountRow[], Omit<CountOptions, "year">, Untold[]]>([
    ["nothing but its patients", untold, {}, without()],
    ["who was seen", [...told], {}, without("seen")],
    ["its actions", untold, { prevention: 3 }, all],
    ["the zone of one day", ofA(untold), { physicians: [physician, other] }, without()],
    [
      "the zones of one physician of two with their dates",
      ofA(untold),
      { physicians: [inZone, other] },
      without(),
    ],
    [
      "the zones of both physicians with their dates",
      ofA(untold),
      { physicians: [inZone, { ...other, zone: [{ value: "QPV", until: "2025-12-31" }] }] },
      without("zones"),
    ],
    [
      "when one physician leaves",
      ofA(untold),
      { physicians: [other, { ...physician, activeUntil: "2026-06-30" }] },
      without("end"),
    ],
    [
      "when one physician was first installed",
      ofA(untold),
      { physicians: [other, { ...physician, firstInstallation: "2025-03-01" }] },
      without("installation"),
    ],
  ])("of a table that tells %s", (_, table, given, missing) => {
    expect(refusals(prices(table, given))).toStrictEqual(unanswered(missing));
  });

  test("is not answered by going back to what the text says either", () => {
    const readings = {
      "zone-day": "1/1/N",
      "late-visit": "unseen",
      "not-seen-c2s": "lost",
    };
    const { readings: priced, total } = prices(untold, {}, readings);
    // two adults in ALD and one of 80 or over: the C2S of each
    expect(total).toBe((2 * 55 + 100 + 3 * 10).toFixed(2));
    expect(refusals({ readings: priced } as ReadingPrices)).toStrictEqual(unanswered(without()));
    const inUse = priced.flatMap(({ options }) => options.filter((one) => one.inUse));
    expect(new Set(inUse.map((one) => one.total))).toEqual(new Set([total]));
  });
});

test("what a table answers is worth what it is on the list of its patients", () => {
  const given = {
    id: "a",
    zone: [{ value: "ZIP", from: "2025-06-01" }],
    age: 70,
  } as Physician;
  const onTable = prices(ofA(told), { physicians: [given] });
  const patients = told.flatMap(({ yearsSinceSeen = 0, n = 0, ...row }) =>
    Array.from(
      { length: n },
      () => ({ ...row, physicianId: "a", lastSeen: `${2025 - yearsSinceSeen}` }) as Patient,
    ),
  );
  const onList = computeReadings({ physicians: [given], patients }, { year: 2026 });
  // a list without any action asks when they were, a table does not
  const answered = onTable.readings.filter(
    ({ id }) => !(id in refusals(onTable)) && id !== "prevention-year",
  );
  expect(answered.map(({ id }) => id)).toEqual(
    Object.keys(getSchedule("fr.fmt.2026").readings ?? {}).filter(
      (id) =>
        ![
          "reference-day",
          "late-visit",
          "prevention-year",
          "leaving",
          "install-year",
          "first-install",
        ].includes(id),
    ),
  );
  expect(answered).toEqual(
    onList.readings.filter(({ id }) => answered.some((one) => one.id === id)),
  );
  expect(onTable.total).toBe(onList.total);
});

test("an option that refuses the table says why", () => {
  const rows: readonly CountRow[] = [
    { age: "7-74", ald: false, seen: true, n: 10 },
    { age: "7-74", ald: false, seen: false, n: 10 },
    { c2s: true, n: 5 },
  ];
  expect(refusals(prices(rows))["not-seen-c2s"]).toMatchObject({
    code: "MARGIN_CROSSED",
    path: "table",
  });
});

test("a table of the last day of the year does not tell another one", () => {
  const readings = { "reference-day": "31/12/N" };
  const panels = panelsFromCounts(untold, { year: 2026, readings });
  const why = refusals(computePanelReadings(panels, { year: 2026, readings }));
  expect(why["reference-day"]).toMatchObject({
    code: "READING_UNANSWERED",
    allowed: { en: "the list on another day than 2026-12-31" },
  });
});
