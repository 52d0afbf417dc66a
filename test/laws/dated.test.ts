import fc from "fast-check";
import { expect, test } from "vitest";
import {
  computePhysicians,
  listOn,
  type Batch,
  type BatchResult,
  type Patient,
  type Physician,
} from "../../src/index.ts";
import { runs } from "../support/runs.ts";

/** Laws of lists that hold dates: of every schedule that pays patients. */

const schedules = [
  { year: 2026, schedule: "fr.fmt.2026", day: "2025-12-31" },
  { year: 2025, schedule: "fr.fpmt.2024", day: "2025-12-31" },
] as const;

const optional = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined, freq: 2 });
const date = fc.constantFrom(
  "2018-05-01",
  "2024-02-29",
  "2024-12-30",
  "2024-12-31",
  "2025-01-01",
  "2025-12-30",
  "2025-12-31",
  "2026-01-01",
  "2025",
  "2026",
  "2025-12",
  "x",
);
const patient = fc
  .record({
    id: optional(fc.integer({ min: 1, max: 12 })),
    physicianId: fc.constantFrom("a", "b", "c"),
    birthDate: fc.constantFrom(
      "1940-02-29",
      "1945-12-31",
      "1946-01-01",
      "2019",
      "2025-12-31",
      "2026",
    ),
    ald: optional(fc.boolean()),
    c2s: optional(fc.constantFrom<Patient["c2s"]>(true, false, "free", "contributory")),
    seen: optional(fc.boolean()),
    lastSeen: optional(fc.constantFrom("2023-12-31", "2025", "2026-02-02", "")),
    visits: optional(
      fc.array(fc.constantFrom("2022", "2024-01-01", "2026-05-05"), { maxLength: 2 }),
    ),
    prevention: optional(
      fc.constantFrom<Patient["prevention"]>(1, ["flu"], [{ id: "flu", on: "2026-10-10" }], []),
    ),
    registeredFrom: optional(date),
    registeredUntil: optional(date),
    diedOn: optional(date),
    aldFrom: optional(date),
    aldUntil: optional(date),
    c2sFrom: optional(date),
    c2sUntil: optional(date),
  })
  .map((row) => JSON.parse(JSON.stringify(row)) as Patient);
const patients = fc.array(patient, { maxLength: 12 });
const physicians: readonly Physician[] = [
  { id: "a", zone: [{ value: "ZIP", from: "2025-06-01" }] },
  { id: "b", zone: "QPV" },
  { id: "c" },
];
const options = fc.record({
  of: fc.constantFrom(...schedules),
  neverSeen: fc.constantFrom(undefined, "empty" as const),
});

type Asked = { readonly of: (typeof schedules)[number]; readonly neverSeen?: "empty" | undefined };

function compute(batch: Batch, { of: { year, schedule }, neverSeen }: Asked): BatchResult {
  return computePhysicians(batch, { year, schedule, ...(neverSeen && { neverSeen }) });
}

const totals = ({ statements }: BatchResult): readonly (readonly [string | null, string])[] =>
  statements.map(({ physicianId, total }) => [physicianId, total]);

test("a batch is the sum of its lists: rows, notices and amounts", () => {
  fc.assert(
    fc.property(patients, options, (rows, asked) => {
      const all = compute({ physicians, patients: rows }, asked);
      for (const physician of physicians) {
        const own = rows.filter(({ physicianId }) => physicianId === physician.id);
        const alone = compute({ physicians: [physician], patients: own }, asked);
        const together = all.statements.find(({ physicianId }) => physicianId === physician.id);
        const withoutPlaces = (one: unknown): unknown =>
          JSON.parse(JSON.stringify(one).replaceAll(/\[\d+\]/g, "[]"));
        expect(withoutPlaces(together)).toEqual(withoutPlaces(alone.statements[0]));
      }
    }),
    runs(2_000),
  );
});

test("read = computed + left out + rejected, in the result and in each statement", () => {
  fc.assert(
    fc.property(patients, options, (rows, asked) => {
      const { statements, counts, leftOut, rejected } = compute(
        { physicians, patients: rows },
        asked,
      );
      expect([counts.leftOut, counts.rejected]).toEqual([leftOut.length, rejected.length]);
      for (const one of [counts, ...statements.map((statement) => statement.counts)])
        expect(one.read).toBe(one.computed + one.leftOut + one.rejected);
      expect(counts.read).toBe(rows.length);
      const sum = statements.reduce((read, statement) => read + statement.counts.read, 0);
      expect(sum).toBe(rows.length);
      for (const { counts: own, patients: number } of statements) expect(own.computed).toBe(number);
    }),
    runs(2_000),
  );
});

test("leaving out equals not giving", () => {
  fc.assert(
    fc.property(patients, options, (rows, asked) => {
      const all = compute({ physicians, patients: rows }, { ...asked, of: schedules[0] });
      const left = new Set(all.leftOut.map(({ index }) => index));
      const rest = rows.filter((_, index) => !left.has(index));
      const without = compute({ physicians, patients: rest }, { ...asked, of: schedules[0] });
      expect(totals(without)).toEqual(totals(all));
    }),
    runs(2_000),
  );
});

test("the list on the day, given as it is, is paid alike", () => {
  fc.assert(
    fc.property(patients, options, (rows, asked) => {
      const given = { physicians, patients: rows };
      const on = listOn(given, "2025-12-31");
      if (on.rejected.length > 0) return;
      const plain = compute(on.batch, { ...asked, of: schedules[0] });
      const dated = compute(given, { ...asked, of: schedules[0] });
      expect(totals(plain)).toEqual(totals(dated));
      expect(on.leftOut.length + plain.leftOut.length).toBe(dated.leftOut.length);
      expect(plain.rejected.length).toBe(dated.rejected.length);
    }),
    runs(2_000),
  );
});

test("the forfait of 2025 pays both of its lists as if they were given", () => {
  fc.assert(
    fc.property(patients, (rows) => {
      const given = { physicians, patients: rows };
      const dated = compute(given, { of: schedules[1] });
      const [now, before] = ["2025-12-31", "2024-12-31"].map((day) => listOn(given, day));
      const previousPatients = before?.batch.patients ?? [];
      const plain = compute(
        { ...now?.batch, patients: now?.batch.patients ?? [], previousPatients },
        { of: schedules[1] },
      );
      const isDated = rows.some((row) =>
        Object.keys(row).some((key) => /From|Until|diedOn/.test(key)),
      );
      if (!isDated || dated.rejected.length > 0 || plain.rejected.length > 0) return;
      const paid = ({ statements }: BatchResult): unknown =>
        statements.map(({ physicianId, instalments }) => [physicianId, instalments]);
      const own = physicians.filter(({ id }) =>
        rows.some(
          (row) =>
            row.physicianId === id && Object.keys(row).some((key) => /From|Until|diedOn/.test(key)),
        ),
      );
      const of = (result: BatchResult): BatchResult => ({
        ...result,
        statements: result.statements.filter(({ physicianId }) =>
          own.some(({ id }) => id === physicianId),
        ),
      });
      expect(paid(of(plain))).toEqual(paid(of(dated)));
    }),
    runs(4_000),
  );
});

test("dating a fact that holds changes nothing", () => {
  const plain = patient.map(({ id, physicianId, birthDate, seen, prevention }) => ({
    ...(id !== undefined && { id }),
    ...(seen !== undefined && { seen }),
    ...(prevention !== undefined && { prevention }),
    physicianId,
    birthDate,
    ald: Number(String(id ?? 0)) % 2 === 0,
    c2s: Number(String(id ?? 0)) % 3 === 0,
  })) as fc.Arbitrary<Patient>;
  const past = fc.constantFrom("2001-01-01", "2024-02-29", "2025-12-31", "2025-12", "2025");
  const future = fc.constantFrom("2025-12-31", "2026-01-01", "2027-06", "9999-12-31");
  fc.assert(
    fc.property(fc.array(fc.tuple(plain, past, future), { maxLength: 10 }), (rows) => {
      const before = rows.map(([row]) => row);
      const after = rows.map(([row, from, until]) => ({
        ...row,
        registeredFrom: from,
        registeredUntil: until,
        ...(row.ald && { aldFrom: from, aldUntil: until }),
        ...(row.c2s !== false && { c2sFrom: from, c2sUntil: until }),
      }));
      const [one, other] = [before, after].map((list) =>
        compute({ physicians, patients: list }, { of: schedules[0] }),
      );
      expect(other?.statements).toEqual(one?.statements);
      expect(other?.rejected.length).toBe(one?.rejected.length);
    }),
    runs(2_000),
  );
});
