import { expect } from "vitest";
import {
  computePhysician,
  loadSchedule,
  panelsFromColumns,
  computeColumns,
  computePanels,
  type ColumnarStatements,
  type ComputeOptions,
  type PanelColumns,
  type Patient,
  type Physician,
} from "../../src/index.ts";
import { euros } from "../../src/money/cents.ts";
import { villageWith } from "../support/village.ts";

export interface Given {
  readonly patients: readonly Patient[];
  readonly physician?: Physician;
  readonly options: ComputeOptions;
}

const C2S = [false, "free", "contributory", true];

/** The same list in columns; indicators by name, a column for each. */
function columnsOf(patients: readonly Patient[]): PanelColumns {
  const named = patients.map(({ prevention }) => (prevention ?? []) as readonly string[]);
  const ids = [...new Set(named.flat())];
  return {
    age: patients.map(({ age }) => age as number),
    ald: patients.map(({ ald }) => (ald ? 1 : 0)),
    c2s: patients.map(({ c2s }) => C2S.indexOf(c2s)),
    ...(ids.length > 0 && {
      prevention: Object.fromEntries(
        ids.map((id) => [id, named.map((some) => (some.includes(id) ? 1 : 0))]),
      ),
    }),
  };
}

function componentsOf({ patients, componentCents }: ColumnarStatements): unknown {
  return {
    patients: patients[0],
    ...Object.fromEntries(
      Object.entries(componentCents).map(([id, amounts]) => [id, euros(amounts[0] as number)]),
    ),
  };
}

/** What a physician is due, by component and in euros, with how many patients he has: in columns, kept or not, and in rows alike. */
export function eachWay({ patients, physician = {}, options }: Given): unknown {
  const columns = columnsOf(patients);
  const given = { ...options, physicians: [physician] };
  const inOnePass = componentsOf(computeColumns(columns, given));
  expect(componentsOf(computePanels(panelsFromColumns(columns, given), options))).toStrictEqual(
    inOnePass,
  );
  const { patients: count, components } = computePhysician({ physician, patients }, options);
  expect({ patients: count, ...components }).toStrictEqual(inOnePass);
  return inOnePass;
}

/** So many patients who are alike. */
export function many(count: number, patient: Patient): Patient[] {
  return Array.from({ length: count }, () => patient);
}

/** The village's schedule, changed at some places, for lists that may tell nothing of prevention. */
export function byVillage(edits: Readonly<Record<string, unknown>>): ComputeOptions {
  return {
    year: 2026,
    schedule: loadSchedule(villageWith({ "reads.ifMissing.prevention": "none", ...edits })),
  };
}

/** Takes the uplifts away. */
export const withoutUplifts = { uplifts: undefined, readings: undefined };
