import { ForfaitError } from "../error.ts";
import { checkBatch, type Batch } from "../list/batch.ts";
import type { Patient } from "../list/patient.ts";
import { TELLING_FIELDS } from "../list/row-prevention.ts";
import type { RejectedRow } from "../list/rejected-row.ts";
import { physicianOf } from "../list/told-columns.ts";
import { cents, type Cents } from "../money/cents.ts";
import { computePhysicians } from "../statement/compute.ts";
import { LIST_KEYS, type ListOptions } from "../statement/options.ts";
import type { Statement } from "../statement/statement.ts";
import { preventionReader, type PreventionOptions } from "./assess-prevention.ts";
import { CountsByIndicator } from "./counts-by-indicator.ts";
import { outcomeOf } from "./outcome.ts";
import { rangeOf, type CountedIndicator, type PhysicianRange } from "./range.ts";
import { checkRates, type PreventionRates } from "./rates.ts";

/** What to price prevention by. */
export interface RangeOptions extends PreventionOptions, Pick<ListOptions, "neverSeen"> {
  /** By indicator. No rates are shipped: without the user's, nothing is expected. */
  readonly rates?: PreventionRates;
}

/** What the prevention of each physician may bring. */
export interface PreventionRange {
  readonly schedule: string;
  readonly year: number;
  readonly asOf: string;
  readonly physicians: readonly PhysicianRange[];
  readonly rejected: readonly RejectedRow[];
}

/**
 * What the prevention of a list brings: what is certain, what is possible, and, by the user's
 * rates, what is expected, by indicator and physician. Where nothing is unknown the three are one,
 * that of the statement.
 * @returns euros per year; every rejected row with its refusals
 * @throws ForfaitError for refused options, never for a row
 * @example
 * // What may the flu vaccine of two patients of 70 years bring, if 60 % are vaccinated?
 * const patients = [
 *   { age: 70, ald: false, c2s: false, acts: [{ kind: "flu-vaccine", date: "2026-10-20" }] },
 *   { age: 70, ald: false, c2s: false, acts: [] },
 * ];
 * const options = { year: 2026, asOf: "2026-11-01", rates: { flu: "60%" } };
 * const [physician] = preventionRange({ patients }, options).physicians;
 * const flu = physician?.indicators.find(({ indicator }) => indicator === "flu");
 * [flu?.certain, flu?.expected, flu?.possible]
 * //=> ["5.00", "8.00", "10.00"]
 */
export function preventionRange(batch: Batch, options: RangeOptions): PreventionRange {
  const { rates, asOf, ...ofStatements } = options ?? {};
  const reader = preventionReader(options, ["rates", ...LIST_KEYS]);
  const { indicators } = reader.prevention;
  const checked = checkRates(
    rates,
    indicators.map(({ id }) => id),
  );
  const given = checkBatch(batch);
  const counts = new Map<string, CountsByIndicator>();
  const refused: RejectedRow[] = [];
  const places: number[] = [];
  const rows: { readonly certain: Patient; readonly possible: Patient }[] = [];

  given.patients.forEach((row, index) => {
    try {
      const assessed = reader.read(row, `patients[${index}]`).indicators;
      const ofPhysician = counts.get(physicianOf(row)) ?? new CountsByIndicator();
      counts.set(physicianOf(row), ofPhysician);
      ofPhysician.add(assessed);
      const [certain, possible]: [string[], string[]] = [[], []];
      for (const one of assessed) {
        if (one.eligibleBecause.code === "not-on-list") continue;
        const outcome = outcomeOf(one);
        if (outcome !== "no") possible.push(one.indicator);
        if (outcome === "yes") certain.push(one.indicator);
      }
      places.push(index);
      rows.push({ certain: withIds(row, certain), possible: withIds(row, possible) });
    } catch (error) {
      if (!(error instanceof ForfaitError)) throw error;
      refused.push({ kind: "patient", index, refusals: [error.refusal] });
    }
  });

  const [least, most] = (["certain", "possible"] as const).map((side) =>
    computePhysicians({ ...given, patients: rows.map((row) => row[side]) }, ofStatements),
  ) as [ReturnType<typeof computePhysicians>, ReturnType<typeof computePhysicians>];
  const isAlone = least.statements.length === 1;
  return {
    schedule: reader.document.id,
    year: options.year,
    asOf,
    physicians: least.statements.map((statement, i) => {
      const other = most.statements[i] as Statement;
      const found =
        counts.get(statement.physicianId ?? "") ?? (isAlone ? counts.get("") : undefined);
      const counted = indicators.map(({ id, path, label }): CountedIndicator => ({
        indicator: id,
        ...label,
        ...(found ?? NONE).of(id),
        certain: dueFor(statement, path),
        possible: dueFor(other, path),
      }));
      return rangeOf(statement.physicianId, counted, checked);
    }),
    rejected: [
      ...refused,
      ...least.rejected.map((row) => ({ ...row, index: placeOf(row, places) })),
    ],
  };
}

const NONE = new CountsByIndicator();

/** A row that tells indicators in place of acts. */
function withIds(row: Patient, prevention: readonly string[]): Patient {
  const told = Object.entries(row).filter(([field]) => !TELLING.has(field));
  return { ...Object.fromEntries(told), prevention } as unknown as Patient;
}

const TELLING: ReadonlySet<string> = new Set(TELLING_FIELDS);

function dueFor({ lines }: Statement, path: string): Cents {
  const line = lines.find(({ rule }) => rule === `${path}.amount`);
  return line ? cents(line.amount) : 0;
}

/** Number of a row among all that were given. */
function placeOf({ kind, index }: RejectedRow, places: readonly number[]): number {
  return kind === "patient" ? (places[index] as number) : index;
}
