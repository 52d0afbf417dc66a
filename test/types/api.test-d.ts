import { expectTypeOf } from "vitest";
import {
  addAmounts,
  applyPatch,
  applyReadings,
  computeColumns,
  computePatient,
  computePhysician,
  computePhysicians,
  formatStatement,
  getSchedule,
  marginalValue,
  panelsFromColumns,
  safeComputePhysician,
  type AmountLine,
  type ComputeOptions,
  type Euros,
  type NoticeCode,
  type Panels,
  type Patient,
  type RateLine,
  type Refusal,
  type ScheduleId,
  type Statement,
} from "../../src/index.ts";

/** What a program that uses the library may write, and what the compiler tells it. Read by `tsc`, never run. */

declare const statement: Statement;
declare const patient: Patient;
declare const panels: Panels;
const fmt = getSchedule("fr.fmt.2026");

// A line is of one kind, and has the keys of that kind.
for (const line of statement.lines) {
  expectTypeOf(line.amount).toEqualTypeOf<Euros>();
  expectTypeOf(line.kind).toEqualTypeOf<"amount" | "rate">();
  if (line.kind === "amount") {
    expectTypeOf(line).toEqualTypeOf<AmountLine>();
    expectTypeOf(line.quantity).toEqualTypeOf<number>();
    // @ts-expect-error a line of this kind has no rate
    void line.rate;
  } else {
    expectTypeOf(line).toEqualTypeOf<RateLine>();
    expectTypeOf(line.rate).toEqualTypeOf<string>();
    // @ts-expect-error a line of this kind has no quantity
    void line.quantity;
  }
  // @ts-expect-error before its kind is known, neither is there
  void line.unitAmount;
}

// Results are readonly, to their last key.
// @ts-expect-error a total
statement.total = "0.00";
// @ts-expect-error a list
statement.lines.push(statement.lines[0]);
// @ts-expect-error a value by component
statement.components.base = "0.00";
// @ts-expect-error a value by another component
statement.components["care"] = "0.00";
// @ts-expect-error a reading
statement.readings["zone-and-age"] = "added";
// @ts-expect-error the rate of a schedule
fmt.amounts["base"] = fmt.amounts["c2s"];
// @ts-expect-error ids of physicians
panels.physicianIds[0] = "a";

// Ids stay open: a schedule of one's own has others. Any text passes, nothing else does.
const own: string = "fr.village";
expectTypeOf(own).toExtend<ScheduleId>();
computePhysician({ patients: [] }, { year: 2026, schedule: own, readings: { fee: "high" } });
computePhysician({ patients: [] }, { year: 2026, readings: { "zone-and-age": own } });
applyReadings(fmt, { "zone-and-age": "highest", fee: own });
applyPatch(fmt, { "base.ald-80+.amount": "110", "fee.amount": "1", "uplifts.of": ["base"] });
applyPatch(fmt, JSON.parse("{}") as Record<string, unknown>);
computePatient({ patient: { ...patient, prevention: ["flu", own] } }, { year: 2026 });
computeColumns(
  { age: [], ald: [], c2s: [], prevention: { flu: [], [own]: new Uint8Array() } },
  { year: 2026 },
);
expectTypeOf(statement.components["fee"]).toEqualTypeOf<Euros | undefined>();
// @ts-expect-error a number is no id
computePhysician({ patients: [] }, { year: 2026, schedule: 2026 });
// @ts-expect-error an option is a text
computePhysician({ patients: [] }, { year: 2026, readings: { leaving: true } });

// Codes are closed: a misspelt one does not compile.
expectTypeOf(statement.warnings[0]!.code).toEqualTypeOf<NoticeCode>();
// @ts-expect-error there is no such code
void (statement.warnings[0]?.code === "outside-the-period");

// Wrong names of fields and wrong values are errors.
// @ts-expect-error the year is needed
computePhysician({ patients: [] }, {});
// @ts-expect-error `born` is no field of a patient
computePatient({ patient: { born: 1940, ald: true, c2s: false } }, { year: 2026 });
// @ts-expect-error ALD is a yes or a no
computePatient({ patient: { age: 40, ald: 1, c2s: false } }, { year: 2026 });
// @ts-expect-error a patient is given under its name
computePatient({ age: 40, ald: true, c2s: false }, { year: 2026 });
// @ts-expect-error patients are needed
computePhysicians({ physicians: [] }, { year: 2026 });
// @ts-expect-error the column is named physicianId
panelsFromColumns({ physician: [], age: [], ald: [], c2s: [] }, { year: 2026 });
// @ts-expect-error there is no such layout
formatStatement(statement, { as: "pdf" });
// @ts-expect-error statements have had physicianId since format version 2
void statement.physician;

// The version of the format tells one shape from another.
expectTypeOf(statement.format.version).toEqualTypeOf<"2">();
expectTypeOf<ComputeOptions["year"]>().toEqualTypeOf<number>();

// A safe result is a statement or refusals, told apart by `ok`.
const safe = safeComputePhysician({ patients: [patient] }, { year: 2026 });
if (safe.ok) expectTypeOf(safe.statement).toEqualTypeOf<Statement>();
else expectTypeOf(safe.refusals).toEqualTypeOf<readonly Refusal[]>();
// @ts-expect-error before `ok` is known, neither is there
void safe.statement;

// A change names facts that are read, and no id.
marginalValue({ patients: [patient], change: { set: { p: { c2s: true } } } }, { year: 2026 });
// @ts-expect-error a fact that nobody reads
marginalValue({ patients: [], change: { set: { p: { c2S: true } } } }, { year: 2026 });
// @ts-expect-error an id is no fact
marginalValue({ patients: [], change: { set: { p: { id: "q" } } } }, { year: 2026 });
// @ts-expect-error an amount is text
addAmounts([7.33]);
