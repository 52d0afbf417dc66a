import fc from "fast-check";
import {
  getSchedule,
  listSchedules,
  type ComputeOptions,
  type PanelColumns,
  type Patient,
  type Physician,
} from "../../src/index.ts";
import { smallSlabs } from "../support/declared-facts.ts";
import { physicianFacts } from "../support/physicians.ts";
import { readsItsYear } from "../support/reference-day.ts";

/** A patient, as columns code him. */
export interface Row {
  readonly physician: number;
  readonly age: number;
  readonly ald: number;
  /** 0 none, 1 free, 2 contributory, 3 kind not told. */
  readonly c2s: number;
  readonly seen: number;
  readonly years: number;
  /** A bit for each indicator. */
  readonly mask: number;
}

/** Which columns a list has. */
export interface Forms {
  readonly age: "age" | "birthYear";
  readonly seen: "seen" | "yearsSinceSeen" | "none";
  readonly prevention: "number" | "mask" | "flags" | "none";
}

export interface World {
  readonly options: ComputeOptions;
  readonly referenceYear: number;
  readonly physicians: readonly Physician[];
  readonly rows: readonly Row[];
  readonly forms: Forms;
}

export const INDICATORS: readonly string[] = Object.keys(
  getSchedule("fr.fmt.2026").amounts["prevention"]?.cases ?? {},
);

const edges = fc.constantFrom(0, 1, 5, 6, 7, 8, 74, 75, 79, 80, 81, 129);

function readingsOf(schedule: string): fc.Arbitrary<Record<string, string>> {
  const readings = Object.entries(getSchedule(schedule).readings ?? {});
  return fc.record(
    Object.fromEntries(
      readings.map(([id, one]) => [id, fc.constantFrom(one.default, ...Object.keys(one.or))]),
    ),
  );
}

function physiciansOf(on: number, year: number): fc.Arbitrary<Physician[]> {
  return fc
    .array(physicianFacts(on, year), { minLength: 1, maxLength: 6 })
    .map((all) => all.map((physician, i) => ({ id: `dr-${i}`, ...physician }) as Physician));
}

function rowsOf(physicians: number, c2sKinds: boolean): fc.Arbitrary<Row[]> {
  const row = fc.record({
    physician: fc.nat(physicians - 1),
    age: fc.oneof(edges, fc.integer({ min: 0, max: 105 })),
    ald: fc.nat(1),
    c2s: fc.constantFrom(0, 0, 0, 0, 1, 2, c2sKinds ? 1 : 3),
    seen: fc.constantFrom(0, 1, 1, 1),
    years: fc.nat(4),
    mask: fc.oneof(fc.constant(0), fc.nat(2 ** INDICATORS.length - 1)),
  });
  return fc.array(row, { maxLength: 200, size: "max" });
}

/** Any schedule, readings, physicians, patients and columns; nothing in it is refused. */
export const worlds: fc.Arbitrary<World> = fc
  .record({
    schedule: fc.constantFrom(...listSchedules().map(({ id }) => id)),
    year: fc.integer({ min: 2018, max: 2029 }),
  })
  .chain(({ schedule, year }) =>
    readingsOf(schedule).chain((readings) => {
      const referenceYear =
        readsItsYear(schedule) || readings["reference-day"] === "31/12/N" ? year : year - 1;
      return physiciansOf(referenceYear, year).chain((physicians) =>
        fc.record({
          options: fc.constant({
            schedule,
            year,
            readings,
            ...(schedule === "be.nurse-premium.2024" && { patch: smallSlabs }),
          }),
          referenceYear: fc.constant(referenceYear),
          physicians: fc.constant(physicians),
          rows: rowsOf(physicians.length, readings["precarity-of"] === "free"),
          forms: fc.record({
            age: fc.constantFrom<Forms["age"]>("age", "birthYear"),
            seen: fc.constantFrom<Forms["seen"]>("seen", "yearsSinceSeen", "none"),
            prevention: fc.constantFrom<Forms["prevention"]>("number", "mask", "flags", "none"),
          }),
        }),
      );
    }),
  );

/** Any of them whose schedule asks nothing of physicians that a list alone does not tell. */
export const worldsOfLists: fc.Arbitrary<World> = worlds.filter(
  ({ options }) => getSchedule(options.schedule as string).facts === undefined,
);

const C2S = [false, "free", "contributory", true] as const;

/** How many actions a row has where they are told as a number. */
export const actionsOf = ({ mask }: Row): number =>
  [...mask.toString(2)].filter((bit) => bit === "1").length;

/** The row as an object. */
export function patientOf(
  { age, ald, c2s, seen, years, mask, physician }: Row,
  { forms, referenceYear }: Pick<World, "forms" | "referenceYear">,
): Patient {
  return {
    physicianId: `dr-${physician}`,
    ...(forms.age === "age" ? { age } : { birthDate: `${referenceYear - age}` }),
    ald: ald === 1,
    c2s: C2S[c2s] as Patient["c2s"],
    ...(forms.seen === "seen" && { seen: seen === 1 }),
    ...(forms.seen === "yearsSinceSeen" && { lastSeen: `${referenceYear - years}` }),
    ...(forms.prevention === "number" && { prevention: actionsOf({ mask } as Row) }),
    ...((forms.prevention === "mask" || forms.prevention === "flags") && {
      prevention: INDICATORS.filter((_, i) => (mask >> i) & 1),
    }),
  };
}

/** The rows as typed arrays; physicians are named by a text. */
export function columnsOf(
  rows: readonly Row[],
  { forms, referenceYear }: Pick<World, "forms" | "referenceYear">,
): PanelColumns {
  const bytes = (value: (row: Row) => number): Uint8Array => Uint8Array.from(rows, value);
  const flags = (): Record<string, Uint8Array> =>
    Object.fromEntries(INDICATORS.map((id, i) => [id, bytes(({ mask }) => (mask >> i) & 1)]));
  return {
    physicianId: rows.map(({ physician }) => `dr-${physician}`),
    ...(forms.age === "age"
      ? { age: bytes(({ age }) => age) }
      : { birthYear: Int16Array.from(rows, ({ age }) => referenceYear - age) }),
    ald: bytes(({ ald }) => ald),
    c2s: bytes(({ c2s }) => c2s),
    ...(forms.seen === "seen" && { seen: bytes(({ seen }) => seen) }),
    ...(forms.seen === "yearsSinceSeen" && { yearsSinceSeen: bytes(({ years }) => years) }),
    ...(forms.prevention === "number" && { prevention: bytes(actionsOf) }),
    ...(forms.prevention === "mask" && {
      prevention: { mask: Uint16Array.from(rows, ({ mask }) => mask), indicators: INDICATORS },
    }),
    ...(forms.prevention === "flags" && { prevention: flags() }),
  };
}

/** The same rows, those of one physician together. */
export function grouped(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => a.physician - b.physician);
}
