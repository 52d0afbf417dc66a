import {
  computePatient,
  computePhysician,
  computePhysicians,
  computeShares,
  explainPatient,
  ForfaitError,
  scheduleFor,
  type Batch,
  type BatchResult,
  type StatementLine,
  type Notice,
  type ComputeOptions,
  type ExplainInput,
  type Explanation,
  type Patient,
  type PatientInput,
  type Physician,
  type PhysicianInput,
  type Practice,
  type RejectedRow,
  type ScheduleChange,
  type Statement,
} from "../../src/index.ts";
import { CALLS, isOfStatements } from "./calls/all.ts";
import type { Draft, Vector } from "./vector.ts";

type Expected = Vector["expected"];
type BareStatement = Extract<Expected, { statement: unknown }>["statement"];
type BareLine = BareStatement["lines"][number];
type BareChange = NonNullable<BareStatement["changes"]>[number];

/** The functions that an entry of the package has and that answer vectors. */
export interface Entry {
  computePatient(input: PatientInput, options: ComputeOptions): Statement;
  computePhysician(input: PhysicianInput, options: ComputeOptions): Statement;
  computePhysicians(batch: Batch, options: ComputeOptions): BatchResult;
  explainPatient(input: ExplainInput, options: ComputeOptions): Explanation;
}

const library: Entry = { computePatient, computePhysician, computePhysicians, explainPatient };

/** What the library answers, or another entry, in the words of a vector. */
export function answer(
  { call = "physician", options, input, shares }: Draft,
  entry = library,
): Expected {
  try {
    return compute(call, options as unknown as ComputeOptions, input, shares ?? false, entry);
  } catch (error) {
    if (!(error instanceof ForfaitError)) throw error;
    return { error: { code: error.code, path: error.path } };
  }
}

function compute(
  call: Vector["call"],
  options: ComputeOptions,
  input: Draft["input"],
  withShares: boolean,
  entry: Entry,
): Expected {
  if (isOfStatements(call)) return CALLS[call].answer(input, options);
  const { patient, patientId, when, physician, practice } = input;
  if (call === "in-force") return { schedule: scheduleFor(when as number | string).id };
  if (call === "patient") {
    return {
      statement: bare(
        entry.computePatient(
          {
            patient: patient as Patient,
            ...(physician !== undefined && { physician: physician as Physician }),
            ...(practice !== undefined && { practice: practice as Practice }),
          },
          options,
        ),
      ),
    };
  }
  if (call === "batch") {
    const batch = entry.computePhysicians(input as unknown as Batch, options);
    return {
      statements: batch.statements.map(bare),
      ...(batch.leftOut.length > 0 && { leftOut: batch.leftOut.map((row) => ({ ...row })) }),
      rejected: batch.rejected.map(bareRejected),
    };
  }
  if (call === "explain") {
    const { patientId: _, ...list } = input;
    const { id, lines, total } = entry.explainPatient(
      { ...(list as unknown as PhysicianInput), id: patientId as string | number },
      options,
    );
    return {
      explained: {
        id,
        lines: lines.map(({ rule, amount, status, sources }) => ({
          rule,
          amount,
          status,
          sources: [...sources],
        })),
        total,
      },
    };
  }
  if (!withShares)
    return { statement: bare(entry.computePhysician(input as unknown as PhysicianInput, options)) };
  const { statement, shares } = computeShares(input as unknown as PhysicianInput, options);
  return { statement: bare(statement), shares: shares.map((share) => ({ ...share })) };
}

/** A statement without its texts, which are no part of conformance. */
function bare({
  schedule,
  simulation,
  changes = [],
  physicianId,
  patients,
  counts,
  lines,
  components,
  total,
  instalments,
  readings,
  assumptions,
  warnings,
}: Statement): BareStatement {
  const { id, version, year, referenceDate } = schedule;
  return {
    schedule: { id, version, year, referenceDate },
    ...(simulation && { simulation, changes: changes.map(bareChange) }),
    physicianId,
    patients,
    ...(counts.computed < counts.read && { counts }),
    lines: lines.map(bareLine),
    components,
    total,
    instalments: instalments.map(({ due, amount, components: paid }) => ({
      due,
      amount,
      components: paid,
    })),
    readings,
    assumptions: bareNotices(assumptions),
    warnings: bareNotices(warnings),
  };
}

function bareChange({ path, now, ...before }: ScheduleChange): BareChange {
  return { path, ...("was" in before && { was: before.was }), now };
}

function bareLine(line: StatementLine): BareLine {
  const { component, rule, amount, status, sources } = line;
  const result = { amount, status, sources: [...sources] };
  if (line.kind === "rate")
    return { kind: line.kind, component, rule, of: line.of, rate: line.rate, ...result };
  const { kind, quantity, unitAmount } = line;
  return { kind, component, rule, quantity, unitAmount, ...result };
}

function bareNotices(notices: readonly Notice[]): Record<string, string[]> {
  const paths: Record<string, string[]> = {};
  for (const { code, path } of notices) (paths[code] ??= []).push(path);
  return paths;
}

function bareRejected({
  refusals,
  ...row
}: RejectedRow): Extract<Expected, { rejected: unknown }>["rejected"][number] {
  return { ...row, refusals: refusals.map(({ code, path }) => ({ code, path })) };
}
