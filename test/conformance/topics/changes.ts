import type { Draft } from "../vector.ts";
import { isFpmt, type ScheduleId } from "./hand.ts";

/** What one more patient, action, ALD or C2S is worth, and two statements side by side. */
export const changes = (): readonly Draft[] => [...marginal(), ...refusedChanges(), ...compared()];

/** 40-year-olds at 5 EUR, by number; the first ones have the C2S. */
const adults = (count: number, c2s: number): Record<string, unknown>[] =>
  Array.from({ length: count }, (_, i) => ({ id: `p${i}`, age: 40, ald: false, c2s: i < c2s }));

const fpmt2025 = { schedule: "fr.fpmt.2024", year: 2025 };
const fmt2026 = { schedule: "fr.fmt.2026", year: 2026 };
const onC2s = { id: "new", age: 40, ald: false, c2s: true };

function marginal(): Draft[] {
  const rate = "(round(101 * 5 * (21/101 - 7%) / 2) + 101 * 5)";
  return [
    of("c2s-joins", "one more patient on the C2S", fpmt2025, { add: [onC2s] }, `${rate} - 532.50`),
    of(
      "c2s-obtained",
      "a patient of the list obtains the C2S",
      fpmt2025,
      { set: { p50: { c2s: true } } },
      "500 * 7% - 500 * 6.5%",
    ),
    of(
      "c2s-leaves",
      "a patient on the C2S leaves",
      fpmt2025,
      { remove: ["p0"] },
      "(round(99 * 5 * (19/99 - 7%) / 2) + 99 * 5) - 532.50",
    ),
    of(
      "other-leaves",
      "a patient without the C2S leaves",
      fpmt2025,
      { remove: ["p99"] },
      "(round(99 * 5 * (20/99 - 7%) / 2) + 99 * 5) - 532.50",
    ),
    of(
      "ald-opens",
      "an ALD of a patient of 40",
      fpmt2025,
      { set: { p99: { ald: true } } },
      "(46 - 5) * 106.5%",
    ),
    of("c2s-obtained", "a patient obtains the C2S", fmt2026, { set: { p50: { c2s: true } } }, "10"),
    of(
      "ald-opens",
      "an ALD of a patient of 40",
      fmt2026,
      { set: { p50: { ald: true } } },
      "55 - 5",
    ),
    of(
      "action",
      "one validated indicator more",
      fmt2026,
      { set: { p50: { prevention: ["flu"] } } },
      "5",
    ),
    of("nothing", "nobody leaves", fmt2026, { remove: [] }, "0"),
    of(
      "all-at-once",
      "one joins, one leaves, one obtains the C2S",
      fmt2026,
      { add: [onC2s], remove: ["p99"], set: { p50: { c2s: true } } },
      "(5 + 10) - 5 + 10",
    ),
    {
      ...of("zone", "an ALD in a ZIP", fmt2026, { set: { p50: { ald: true } } }, "(55 - 5) * 110%"),
      id: "changes.fmt-2026.ald-opens.zip",
      input: {
        physician: { zone: "ZIP" },
        patients: adults(100, 20),
        change: { set: { p50: { ald: true } } },
      },
    },
  ];
}

function of(
  name: string,
  what: string,
  options: { readonly schedule: string; readonly year: number },
  change: unknown,
  arithmetic: string,
): Draft {
  const schedule = isFpmt(options.schedule as ScheduleId) ? "fpmt-2024" : "fmt-2026";
  return {
    id: `changes.${schedule}.${name}`,
    why: `100 patients of 40, of whom 20 have the C2S; ${what}: ${arithmetic}`,
    call: "marginal",
    options,
    input: { patients: adults(100, 20), change },
  };
}

function refusedChanges(): Draft[] {
  const refused: readonly [string, unknown, string, string][] = [
    ["unknown", { remove: ["x"] }, "PATIENT_UNKNOWN", "change.remove[0]"],
    ["unknown-set", { set: { x: { ald: true } } }, "PATIENT_UNKNOWN", "change.set.x"],
    ["twice", { remove: ["p0", "p0"] }, "PATIENT_TWICE", "change.remove[1]"],
    ["there", { add: [{ ...onC2s, id: "p0" }] }, "PATIENT_TWICE", "change.add[0].id"],
    ["fact", { set: { p0: { age: 130 } } }, "AGE_INVALID", "change.set.p0.age"],
    ["key", { replace: [] }, "KEY_UNKNOWN", "change.replace"],
  ];
  return refused.map(([name, change, code, path]) => ({
    id: `changes.refused.${name}`,
    why: `a change that cannot be made, so ${code} at ${path}`,
    call: "marginal",
    options: fmt2026,
    input: { patients: adults(2, 1), change },
  }));
}

/** A reform, a year, a reading and a list: the second statement less the first. */
function compared(): Draft[] {
  const patients = [
    { age: 82, ald: true, c2s: false },
    { age: 40, ald: false, c2s: true },
  ];
  const physician = { zone: "ZIP" };
  const side = (options: object, rows: unknown = patients): object => ({
    options,
    input: { physician, patients: rows },
  });
  const pairs: readonly [string, string, object, object][] = [
    ["same", "a statement and itself: 0", side(fmt2026), side(fmt2026)],
    [
      "regimes",
      // Half of two patients have the C2S; a share counts up to 25 %.
      "the FPMT of 2025 and the FMT of 2026: (100 + 5) * 110% + 10 - (70 + 5 + round(75 * (25% - 7%) / 2))",
      side(fpmt2025),
      side(fmt2026),
    ],
    [
      "reading",
      "the uplift on the base, then on the C2S too: 10 * 10%",
      side(fmt2026),
      side({ ...fmt2026, readings: { "uplift-base": "base-and-c2s" } }),
    ],
    [
      "patch",
      "5 EUR more for 82 years in ALD: 5 * 110%",
      side(fmt2026),
      side({ ...fmt2026, patch: { "base.ald-80+.amount": "105" } }),
    ],
    [
      "list",
      "one patient leaves: 0 - (5 * 110% + 10)",
      side(fmt2026),
      side(fmt2026, patients.slice(0, 1)),
    ],
  ];
  return pairs.map(([name, why, before, after]) => ({
    id: `compare.${name}`,
    why,
    call: "compare",
    options: {},
    input: { before, after },
  }));
}
