import type { LineOf } from "../../audit/format-reconciliation.ts";
import type { ReconciledList, ReconcileOptions } from "../../audit/reconcile.ts";
import { ForfaitError } from "../../error.ts";
import { isAbsent, type Patient } from "../../list/patient.ts";
import type { Physician } from "../../list/physician.ts";
import type { ListOptions } from "../../statement/options.ts";
import { textOf } from "../arguments/args.ts";
import type { Context } from "../arguments/context.ts";
import { optionsOf } from "../arguments/options.ts";
import { refusedRow } from "../input/refused-row.ts";
import { fail } from "../report/failure.ts";
import { reportRows } from "../report/report.ts";
import { readListToReconcile, type ListRead } from "./list-to-reconcile.ts";

/** A row with its key apart, where a column is named. */
type KeyedPatient = Patient & { readonly key?: string };

/** The lists of one physician. */
export interface ListPair {
  /** Undefined where the lists name nobody. */
  readonly physicianId: string | undefined;
  readonly practice: ReconciledList<KeyedPatient>;
  readonly official: ReconciledList<KeyedPatient>;
  /** The line of a row in its file. */
  readonly lineOf: LineOf;
  /** Numbers of the rows in their files. */
  readonly rows: Readonly<Record<"a" | "b", readonly number[]>>;
}

export interface ListsToReconcile {
  readonly pairs: readonly ListPair[];
  readonly options: ReconcileOptions<KeyedPatient>;
  /** Reports the row that the library refuses; false for what is not of a row. */
  readonly report: (error: unknown, pair: ListPair) => Promise<boolean>;
}

/**
 * Reads the two lists of `reconcile`, by physician. Rows that are refused are reported.
 * @returns undefined if a row is refused
 * @throws Failure USAGE, COLUMN_MISSING
 */
export async function listsBesides(
  context: Context,
  pathA: string,
  pathB: string,
): Promise<ListsToReconcile | undefined> {
  const { args, io } = context;
  if ([pathA, pathB].includes("-"))
    fail("USAGE", "« - » : deux fichiers à comparer", '"-": two files to compare');
  const column = textOf(args, "key");
  const priced = textOf(args, "year") === undefined ? undefined : await optionsOf(args, io);
  checkUnpriced(context, priced);
  const a = await readListToReconcile(context, pathA, priced, column);
  const b = await readListToReconcile(context, pathB, priced, column);
  if (!a || !b) return undefined;
  if (column === undefined) checkIds(a, b);
  return {
    pairs: pairsOf(a, b, textOf(args, "physician")),
    options: { ...priced, ...(column !== undefined && { key: "key" as const }) },
    report: async (error, pair) => {
      if (!(error instanceof ForfaitError)) return false;
      const [, list, at] = /^(practice|official)\.patients\[(\d+)\]/.exec(error.path) ?? [];
      if (at === undefined) return false;
      const [read, side] = list === "practice" ? [a, "a" as const] : [b, "b" as const];
      const index = pair.rows[side][Number(at)] as number;
      const rejected = { kind: "patient", index, refusals: [error.refusal] } as const;
      await reportRows(context, [refusedRow(rejected, read.rows[index], read.path, read.header)]);
      return true;
    },
  };
}

/** Options of a price say nothing without a year. @throws Failure USAGE */
function checkUnpriced({ args }: Context, priced: ListOptions | undefined): void {
  const unused = ["physicians", "schedule", "reading", "patch", "set"] as const;
  const given = unused.find((name) => args.values[name] !== undefined);
  if (priced === undefined && given !== undefined)
    fail("USAGE", "--année manque : sans elle, rien n'est chiffré", "--year is missing");
}

/** @throws Failure USAGE for lists whose rows have no id to be joined by */
function checkIds(...lists: readonly ListRead[]): void {
  for (const { path, patients } of lists)
    if (patients.length > 0 && patients.every(({ id }) => isAbsent(id)))
      fail(
        "USAGE",
        `${path} : aucun identifiant de patient ; --clé COLONNE nomme la colonne commune`,
        `${path}: no id of patients; --key COLUMN names the column that both have`,
      );
}

function pairsOf(a: ListRead, b: ListRead, chosen: string | undefined): ListPair[] {
  const [inA, inB] = [namesIn(a), namesIn(b)];
  const all = [...new Set([...inA, ...inB])];
  if (chosen !== undefined) {
    if (!all.includes(chosen)) failUnknown(chosen);
    return [pairOf(a, b, chosen, (list) => rowsOf(list, chosen))];
  }
  const isOne = inA.length <= 1 && inB.length <= 1;
  return isOne
    ? [pairOf(a, b, inA[0] ?? inB[0], ({ patients }) => patients.map((_, row) => row))]
    : all.map((id) => pairOf(a, b, id, (list) => rowsOf(list, id)));
}

function pairOf(
  a: ListRead,
  b: ListRead,
  physicianId: string | undefined,
  rowsIn: (list: ListRead) => number[],
): ListPair {
  const rows = { a: rowsIn(a), b: rowsIn(b) };
  const listOf = (list: ListRead, chosen: readonly number[]): ReconciledList<KeyedPatient> => {
    const physician = physicianIn(list, physicianId);
    return {
      patients: chosen.map((row) => ({
        ...(list.patients[row] as Patient),
        ...(list.keys && { key: list.keys[row] as string }),
      })),
      ...(physician && { physician }),
    };
  };
  return {
    physicianId,
    practice: listOf(a, rows.a),
    official: listOf(b, rows.b),
    lineOf: (list, row) => {
      const index = rows[list][row] as number;
      return (list === "a" ? a : b).rows[index]?.line ?? index + 1;
    },
    rows,
  };
}

const nameOf = ({ physicianId }: Patient): string => String(physicianId ?? "");

function namesIn({ patients }: ListRead): string[] {
  return [...new Set(patients.map(nameOf))].filter((name) => name !== "");
}

function rowsOf({ patients }: ListRead, id: string): number[] {
  return patients.flatMap((patient, row) => (nameOf(patient) === id ? [row] : []));
}

function physicianIn({ physicians }: ListRead, id: string | undefined): Physician | undefined {
  const named = physicians.find((one) => String(one.id ?? "") === (id ?? ""));
  return named ?? (physicians.length === 1 ? physicians[0] : undefined);
}

function failUnknown(id: string): never {
  return fail(
    "PHYSICIAN_UNKNOWN",
    `--médecin ${id} : aucune des deux listes ne nomme ce médecin`,
    `--physician ${id}: neither list names this physician`,
  );
}
