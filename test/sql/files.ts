import fc from "fast-check";
import {
  getSchedule,
  listSchedules,
  type Physician,
  type Readings,
  type SchedulePatch,
} from "../../src/index.ts";
import type { ListChoices } from "../../src/list/batch.ts";
import { smallSlabs } from "../support/declared-facts.ts";

/** A CSV file as people make them, and by what to compute it. */
export interface FileCase {
  readonly schedule: string;
  readonly year: number;
  readonly readings: Readings;
  readonly patch: SchedulePatch;
  readonly choices: ListChoices;
  readonly physicians: readonly Physician[] | undefined;
  readonly text: string;
}

const usual = (values: readonly string[], odd: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 60, arbitrary: fc.constantFrom(...values) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  );

const BOOLEANS = ["true", "false", "oui", "non", "O", "N", "1", "0", "vrai", "faux"] as const;
const ODD_BOOLEANS = ["", "peut-être", " oui ", "TrUe", "2", "y", "t"] as const;

/** What stands in the columns of a field, most of it usual, some of it odd: read by the row path, or refused. */
const CELLS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  physicianId: usual(["m1", "m2", "m3"], ["", " m1 ", "m9", "m1\u00a0"]),
  id: fc.oneof(
    { weight: 30, arbitrary: fc.integer({ min: 0, max: 100_000 }).map((id) => `p${id}`) },
    { weight: 1, arbitrary: fc.constantFrom("p1", "", "=1+1", " p2 ") },
  ),
  age: usual(
    ["0", "6", "7", "40", "74", "75", "79", "80", "129"],
    ["", "130", "-1", "8.5", "8,0", "08", "+8", "1e1", "1_0", "abc", " 42 ", "82.0"],
  ),
  birthDate: usual(
    ["1950-02-28", "2019-12-31", "1943", "12/05/1980", "29/02/1996"],
    [
      "",
      "1950-02-30",
      "1950-2-3",
      "31/02/1950",
      "1950-13-01",
      "1950-00",
      "2090-01-01",
      "1850",
      "1/2/1950",
      "02/13/1950",
      "1 fÃ©vrier 1950",
      "05/1960",
      "1950-05-12 00:00:00",
      "xx/yy/zzzz",
    ],
  ),
  ald: usual(BOOLEANS, [...ODD_BOOLEANS, "exon‚r‚e"]),
  sex: usual(["F", "M", "femme", "1", "2", ""], ["X", " f ", "M.", "fÃ©minin"]),
  aldNumbers: usual(["", "8", "8 30", "ALD 8"], ["0", "33", "8,8", "diabète", "[]", "8.5"]),
  conditions: usual(["", "diabète", "HTA"], ["diab‚te", "asthme", "HTA; HTA"]),
  c2s: usual(
    ["non", "false", "free", "contributory", "0"],
    [...ODD_BOOLEANS, "gratuite", "none", "Participation"],
  ),
  seen: usual(BOOLEANS, ODD_BOOLEANS),
  lastSeen: usual(
    ["2025-06-01", "2024-01-01", "01/02/2023", "2022", "2019-12-31"],
    ["", "2025-02-30", "2030-01-01", "2024-13", "03/2024", "hier"],
  ),
  prevention: usual(
    ["", "0", "1", "3", "15", "flu", "flu covid", "breast cervix colorectal", "flu:2026-10-15"],
    [
      "grippe:15/10/2025 ror",
      "flu:15/10/2024 flu:01/10/2025",
      "flu:2026-13-01",
      "16",
      "-1",
      "flu flu",
      "grippe, ROR",
      "flu,covid",
      "hello",
      "FLU",
      "2.5",
      "flu  covid",
      "mÃ©ningocoque",
      "2 actes",
      "breast 2026-10-15",
    ],
  ),
};

/** Days around 31 December of 2023 to 2026, and cells that leave the day open or say none. */
const day = usual(
  ["", "", "2019-04-01", "01/04/2019", "31/12/2025", "2025-12-30", "2026-01-01", "2024-12-31"],
  ["2025-12", "2026", "12/2025", "2025-02-29", "1/5/2020", "2020-05-01 08:00:00", "hier", " "],
);
const later = usual(["", "", "2027-06-30", "31/12/2025", "2025-12-30"], ["2026", "31/02/2027"]);

/** Cells of the columns of a live database. */
const DATED_CELLS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  registeredFrom: day,
  registeredUntil: later,
  diedOn: usual(["", "", "", "", "31/12/2025", "2026-01-01"], ["2025", "2025-12", "x"]),
  aldFrom: day,
  aldUntil: later,
  c2sFrom: day,
  c2sUntil: later,
  visits: usual(
    ["", "2025-06-01", "01/02/2024,31/12/2025", "2022-05-05 2026-01-02"],
    ["2025-12-31;x", "2024", "2025-02-30"],
  ),
};

/** Facts of the physician, as every row of his patients should tell them. */
const TOLD: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  zone: { m1: "ZIP", m2: "", m3: "QPV" },
  physicianBirthDate: { m1: "1950-01-01", m2: "12/05/1980", m3: "" },
  firstInstallation: { m1: "2024-05-01", m2: "1999", m3: "" },
  sector: { m1: "1", m2: "2-optam", m3: "9" },
};

/** Cells of the facts that a schedule declares, by physician. */
function declaredCells(schedule: string): fc.Arbitrary<Record<string, Record<string, string>>> {
  const cells = {
    boolean: usual(["oui", "oui", "true", "1", "non", "faux"], ["", "12", "peut-être"]),
    number: usual(["30", "29,9999", "60.5", "60", "12", "18,5", "100"], ["", "1,000", "x", "30 %"]),
  };
  const facts = Object.entries(getSchedule(schedule).facts ?? {}).map(([id, { is }]) => {
    const cell = cells[is === "boolean" ? is : "number"];
    return [id, fc.record({ m1: cell, m2: cell, m3: cell })] as const;
  });
  return fc.record(Object.fromEntries(facts));
}

const SETS: readonly (readonly string[])[] = [
  ["age", "ald", "c2s", "seen", "prevention"],
  ["age", "ald", "c2s"],
  ["birthDate", "ald", "c2s", "lastSeen", "prevention"],
  ["age", "birthDate", "ald", "c2s", "seen", "lastSeen"],
  ["ald", "c2s", "age", "note"],
  ["birthDate", "ald", "c2s", "registeredFrom", "registeredUntil", "diedOn", "prevention"],
  ["birthDate", "ald", "c2s", "lastSeen", "aldFrom", "aldUntil", "c2sUntil", "diedOn"],
  ["age", "ald", "c2s", "visits", "registeredFrom"],
  ["birthDate", "ald", "c2s", "sex", "aldNumbers", "conditions", "prevention"],
  ["age", "sex", "ald", "c2s", "prevention", "aldNumbers", "aldFrom", "diedOn"],
  ["age", "c2s", "seen", "visits", "ald", "aldFrom", "c2sFrom", "registeredUntil"],
  ["birthDate", "ald", "c2s", "lastSeen", "visits", "registeredFrom", "prevention"],
];

const physicians: readonly Physician[] = [
  { id: "m1", zone: "ZIP", birthDate: "1950-01-01", firstInstallation: "2024-05-01" },
  { id: "m2", sector: "2-optam", activeUntil: "2026-05-20", activeFrom: "2020-01-01" },
  { id: "m3", zone: "nowhere" as "ZIP" },
];

export const fileCases: fc.Arbitrary<FileCase> = fc
  .record({
    schedule: fc.constantFrom(...listSchedules().map(({ id }) => id)),
    year: fc.integer({ min: 2024, max: 2027 }),
    known: fc.constantFrom(0, 0, 1, 3),
    set: fc.constantFrom(...SETS),
    ids: fc.constantFrom<readonly string[]>([], ["physicianId"], ["physicianId", "id"], ["id"]),
    separator: fc.constantFrom(",", ";", "\t"),
    ragged: fc.integer({ min: 0, max: 9 }),
    told: fc.constantFrom<readonly string[]>(
      [],
      [],
      [],
      ["zone"],
      ["zone", "physicianBirthDate", "firstInstallation"],
      ["sector", "zone"],
    ),
    lies: fc.constantFrom(0, 0, 40),
    isOdd: fc.boolean(),
  })
  .chain((one) => declaredCells(one.schedule).map((declared) => ({ ...one, declared })))
  .chain(({ schedule, year, known, set, ids, separator, ragged, lies, isOdd, ...facts }) => {
    const { declared } = facts;
    const told = [...facts.told, ...(known === 0 ? Object.keys(declared) : [])];
    const columns = [...ids, ...set];
    const cell = (field: string): fc.Arbitrary<string> =>
      (CELLS[field] ?? DATED_CELLS[field] ?? fc.constantFrom("", "é", 'a "b"', "x\ny")).filter(
        (text) =>
          isOdd || !/^\s|\s$|^$/.test(text) || field === "prevention" || field in DATED_CELLS,
      );
    const row = fc.tuple(fc.nat(lies), ...columns.map(cell)).map(([lie, ...cells]) => {
      const physician = (ids.includes("physicianId") ? (cells[0] as string) : "m1").trim();
      const facts = told.map((field) =>
        lie === 1 ? "ZIP" : ({ ...TOLD, ...declared }[field]?.[physician] ?? ""),
      );
      return [...cells, ...facts];
    });
    return fc.record({
      schedule: fc.constant(schedule),
      year: fc.constant(year),
      readings: readingsOf(schedule),
      patch: fc.constantFrom<SchedulePatch>(...patchesOf(schedule)),
      choices: fc.constantFrom<ListChoices>({}, {}, { neverSeen: "empty" }),
      physicians: fc.constant(
        known === 0
          ? undefined
          : physicians.slice(0, known).map((physician) => ({
              ...physician,
              facts: Object.fromEntries(
                Object.entries(declared).map(([id, of]) => [id, of[physician.id as "m1"] ?? ""]),
              ),
            })),
      ),
      text: fc.array(row, { minLength: 1, maxLength: 60, size: "max" }).map((rows) => {
        const lines = [[...columns, ...told], ...rows].map((cells) =>
          cells.map((text) => quotedCell(text, separator)).join(separator),
        );
        return `${(ragged === 0 ? [...lines, `1${separator}2`, "", ...lines.slice(1, 3)] : lines).join("\n")}\n`;
      }),
    });
  });

function quotedCell(text: string, separator: string): string {
  return text.includes(separator) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function patchesOf(schedule: string): readonly SchedulePatch[] {
  if (schedule === "be.nurse-premium.2024") return [smallSlabs];
  if (schedule !== "fr.fmt.2026") return [{}];
  return [{}, { "reads.lateVisit": "unseen" }, { "reads.preventionYear": "N-1" }];
}

function readingsOf(schedule: string): fc.Arbitrary<Record<string, string>> {
  const readings = Object.entries(getSchedule(schedule).readings ?? {});
  return fc.record(
    Object.fromEntries(
      readings.map(([id, one]) => [id, fc.constantFrom(one.default, ...Object.keys(one.or))]),
    ),
  );
}
