import type { Draft } from "../vector.ts";
import { SCHEDULES, YEARS } from "./hand.ts";

const fmt = { schedule: "fr.fmt.2026", year: 2026, readings: {} };
const fpmt = { schedule: "fr.fpmt.2024", year: 2024, readings: {} };
const ok = { age: 40, ald: false, c2s: false };
const of = (physicianId: unknown, more: object = {}): object => ({ physicianId, ...ok, ...more });

const rows: readonly (readonly [why: string, input: Draft["input"], options?: Draft["options"]])[] =
  [
    [
      "two physicians, each with a list",
      {
        physicians: [{ id: "a", zone: "ZIP" }, { id: "b" }],
        patients: [of("a", { id: 1 }), of("b", { id: 1 }), of("a", { id: 2 })],
      },
    ],
    ["physicians that only the list names", { patients: [of("a"), of("b"), of("a")] }],
    ["a list without physicians belongs to one of whom nothing is known", { patients: [ok, ok] }],
    [
      "a list that names nobody belongs to the only physician there is",
      { physicians: [{ id: "a", zone: "QPV" }], patients: [ok, ok] },
    ],
    [
      "one physician without an id, and a list that names nobody",
      { physicians: [{ zone: "QPV" }], patients: [ok] },
    ],
    [
      "a physician without patients has a statement of zero",
      { physicians: [{ id: "a" }, { id: "b" }], patients: [of("a")] },
    ],
    ["no physician and no patient", { physicians: [], patients: [] }],
    ["no list of physicians, and no patient", { patients: [] }],
    [
      "ids as numbers and as text are the same",
      { physicians: [{ id: 1 }], patients: [of("1"), of(1)] },
    ],
    ["an unknown physician", { physicians: [{ id: "a" }], patients: [of("a"), of("b")] }],
    [
      "a row without a physician, in a list that names them",
      { physicians: [{ id: "a" }], patients: [of("a"), ok, of(null), of("")] },
    ],
    [
      "rows without a physician, where there are two",
      { physicians: [{ id: "a" }, { id: "b" }], patients: [ok] },
    ],
    ["a row without a physician, in a list that alone names them", { patients: [of("a"), ok] }],
    [
      "a physician listed twice: the second row is refused",
      {
        physicians: [
          { id: "a", zone: "ZIP" },
          { id: "a", zone: "QPV" },
        ],
        patients: [of("a")],
      },
    ],
    [
      "two physicians without an id",
      { physicians: [{ zone: "ZIP" }, { zone: "QPV" }], patients: [of("a")] },
    ],
    [
      "a refused physician, whose patients are refused with him",
      {
        physicians: [{ id: "a", zone: "ZRR" }, { id: "b" }],
        patients: [of("a"), of("b"), of("a")],
      },
    ],
    [
      "a refused physician who is listed again",
      {
        physicians: [
          { id: "a", zone: "ZRR" },
          { id: "a", zone: "ZIP" },
        ],
        patients: [of("a")],
      },
    ],
    ["the only physician is refused", { physicians: [{ zone: "ZRR" }], patients: [ok] }],
    [
      "several faults of one physician",
      {
        physicians: [
          {
            id: "a",
            zone: "ZRR",
            sector: "3",
            contract: "yes",
            birthDate: "01/02/1960",
            firstInstallation: "2001-02-30",
            activeFrom: "2020-01-01",
            activeUntil: "2019-01-01",
          },
        ],
        patients: [of("a")],
      },
    ],
    [
      "a physician who is no object",
      { physicians: [null, 7, [], "dr", { id: "a" }], patients: [of("a")] },
    ],
    [
      "the same patient twice: the second row is refused",
      { patients: [of("a", { id: "p" }), of("a", { id: "p" }), of("b", { id: "p" })] },
    ],
    [
      "three times, as a number and as text",
      {
        patients: [
          { ...ok, id: 7 },
          { ...ok, id: "7" },
          { ...ok, id: 7 },
        ],
      },
    ],
    [
      "the first is refused, so the second is the patient",
      {
        patients: [
          { ...ok, id: "p", age: 130 },
          { ...ok, id: "p" },
        ],
      },
    ],
    [
      "several faults of one row are all told",
      {
        patients: [ok, { age: 130, ald: "x", c2s: "yes", prevention: ["flu", "flu", "nope"] }, ok],
      },
    ],
    ["rows that are no objects", { patients: [ok, null, 7, "row", [], true, ok] }],
    [
      "every row is refused",
      { physicians: [{ id: "a" }], patients: [of("a", { ald: null }), of("a", { c2s: null })] },
    ],
    [
      "refused rows between rows that are computed",
      {
        patients: [
          { ...ok, seen: true },
          { ...ok, seen: null },
          { ...ok, seen: false },
          { ...ok },
          { ...ok, seen: "true" },
        ],
      },
    ],
    [
      "identifiers that are neither text nor number",
      {
        patients: [
          { ...ok, id: {} },
          { ...ok, id: true },
          { ...ok, id: [1] },
          of([], {}),
          of({}, {}),
        ],
      },
    ],
    [
      "warnings of rows are those of their physician",
      {
        patients: [
          of("a", { age: null, birthDate: "1950-00" }),
          of("b", { age: null, birthDate: "1950-99" }),
          of("a", { age: null, birthDate: "1951-00-00" }),
        ],
      },
    ],
    [
      "the warning of an unknown field is said of who has rows with it",
      { patients: [of("a", { sex: "F" }), of("b")] },
    ],
    [
      "lists of a year before, by physician",
      { patients: [of("a"), of("b")], previousPatients: [of("a"), of("a")] },
      fpmt,
    ],
    [
      "faults of the list of a year before",
      {
        patients: [of("a")],
        previousPatients: [
          of("a", { age: -1 }),
          of("a", { birthDate: "2024-01-01", age: null }),
          of("a", { c2s: "maybe" }),
        ],
      },
      fpmt,
    ],
    [
      "the same patient twice in the list of a year before",
      {
        patients: [of("a", { id: 1 })],
        previousPatients: [of("a", { id: 1 }), of("a", { id: 1 })],
      },
      fpmt,
    ],
    [
      "a physician who is in the list of a year before alone",
      { patients: [of("a")], previousPatients: [of("b")] },
      fpmt,
    ],
    [
      "a list of a year before that is not read may hold anything",
      { patients: [of("a")], previousPatients: [null, { age: 200 }] },
    ],
    ["patients that are no list", { patients: "rows" }],
    ["no patients at all", { physicians: [{ id: "a" }] }],
    ["physicians that are no list", { physicians: { id: "a" }, patients: [] }],
    ["a list of a year before that is no list", { patients: [], previousPatients: {} }],
  ];

const everySchedule = SCHEDULES.map((schedule): Draft => ({
  id: `batches.schedule.${schedule.slice(3)}`,
  why: "three physicians, one refused row for each of two, under this schedule",
  call: "batch",
  options: { schedule, year: YEARS[schedule], readings: {} },
  input: {
    physicians: [
      { id: "a", zone: "ZIP", contract: false, age: 70 },
      { id: "b", sector: "2" },
      { id: "c", zone: "ZAC", activeFrom: "2015-01-01" },
    ],
    patients: [
      of("a", { age: 85, c2s: "free" }),
      of("b"),
      of("c", { ald: "oui" }),
      of("a", { age: 12.5 }),
      of("c", { ald: true, c2s: "contributory" }),
      of("c", { age: 3 }),
    ],
  },
}));

/** Several physicians: what is computed and what is refused, every row being one or the other. */
export const batches = (): readonly Draft[] => [
  ...rows.map(([why, input, options = fmt], i): Draft => ({
    id: `batches.${String(i + 1).padStart(2, "0")}`,
    why,
    call: "batch",
    options,
    input,
  })),
  ...everySchedule,
];
