import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ComputeOptions, Patient, Physician } from "../../src/index.ts";
import type { Columns } from "./list.ts";

/** A built version of the library, under names that do not depend on the version. */
export interface Build {
  /** Cents of each physician, in one pass over columns. */
  readonly columns: (columns: Columns, options: ListOptions) => Float64Array;
  readonly panels: (columns: Columns, options: ListOptions) => unknown;
  readonly reprice: (panels: unknown, options: ComputeOptions) => Float64Array;
  /** Euros of each physician, from rows. */
  readonly rows: (batch: Batch, options: ComputeOptions) => readonly string[];
}

export interface ListOptions extends ComputeOptions {
  readonly physicians: readonly Physician[];
  readonly match: "index";
}

interface Batch {
  readonly physicians: readonly Physician[];
  readonly patients: readonly Patient[];
}

/** @param dist what `npm run build` made, of this version or of 0.1.0 */
export async function openBuild(dist: string): Promise<Build> {
  const library = (await import(pathToFileURL(resolve(dist, "index.js")).href)) as Library;
  const { computePhysicians, panelsFromColumns } = library;
  const computeColumns = library.computeColumns ?? library.priceColumns;
  const computePanels = library.computePanels ?? library.statements;
  const named = library.computeColumns ? (columns: Columns) => ({ ...columns }) : namedAs010;
  return {
    columns: (columns, options) => centsOf(computeColumns(named(columns), options)),
    panels: (columns, options) => panelsFromColumns(named(columns), options),
    reprice: (panels, options) => centsOf(computePanels(panels, options)),
    rows: (batch, options) =>
      computePhysicians(batch, options).statements.map(({ total }) => total),
  };
}

type Of<Input, Options, Result> = (input: Input, options: Options) => Result;
type Result = { readonly totalCents: Float64Array } | { readonly total: Float64Array };

/** The functions used. `priceColumns` and `statements` are the names of 0.1.0. */
interface Library {
  readonly computePhysicians: Of<Batch, ComputeOptions, { statements: { total: string }[] }>;
  readonly panelsFromColumns: Of<object, ListOptions, unknown>;
  readonly computeColumns?: Of<object, ListOptions, Result>;
  readonly computePanels?: Of<unknown, ComputeOptions, Result>;
  readonly priceColumns: Of<object, ListOptions, Result>;
  readonly statements: Of<unknown, ComputeOptions, Result>;
}

function namedAs010({ physicianId, ...columns }: Columns): object {
  return { ...columns, physician: physicianId };
}

function centsOf(result: Result): Float64Array {
  return "totalCents" in result ? result.totalCents : result.total;
}
