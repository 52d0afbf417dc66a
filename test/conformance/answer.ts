import {
  computePatient,
  computePhysician,
  computePhysicians,
  computeShares,
  explainPatient,
  ForfaitError,
  scheduleFor,
  type Batch,
  type StatementLine,
  type Notice,
  type ComputeOptions,
  type Patient,
  type Physician,
  type PhysicianInput,
  type RejectedRow,
  type Statement,
} from "../../src/index.ts";
import type { Draft, Vector } from "./vector.ts";

type Expected = Vector["expected"];
type BareStatement = Extract<Expected, { statement: unknown }>["statement"];
type BareLine = BareStatement["lines"][number];

/** What the library answers, in the words of a vector. */
export function answer({ call = "physician", options, input, shares }: Draft): Expected {
  try {
    return compute(call, options as unknown as ComputeOptions, input, shares ?? false);
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
): Expected {
  const { patient, patientId, when, physician } = input;
  if (call === "in-force") return { schedule: scheduleFor(when as number | string).id };
  if (call === "patient") {
    return {
      statement: bare(
        computePatient(
          {
            patient: patient as Patient,
            ...(physician !== undefined && { physician: physician as Physician }),
          },
          options,
        ),
      ),
    };
  }
  if (call === "batch") {
    const { statements, rejected } = computePhysicians(input as unknown as Batch, options);
    return { statements: statements.map(bare), rejected: rejected.map(bareRejected) };
  }
  if (call === "explain") {
    const { id, lines, total } = explainPatient(
      { ...(input as unknown as PhysicianInput), id: patientId as string | number },
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
    return { statement: bare(computePhysician(input as unknown as PhysicianInput, options)) };
  const { statement, shares } = computeShares(input as unknown as PhysicianInput, options);
  return { statement: bare(statement), shares: shares.map((share) => ({ ...share })) };
}

/** A statement without its texts, which are no part of conformance. */
function bare({
  schedule,
  physicianId,
  patients,
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
    physicianId,
    patients,
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
