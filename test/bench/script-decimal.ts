import type { Decimal as DecimalType } from "decimal.js";
import type { Patient, Physician } from "../../src/index.ts";
import { YEAR } from "./list.ts";

/**
 * A plain script: the same checks of each row, the same components of each physician, every amount a Decimal, as decimal.js
 * is mostly used. It writes no lines, no sources, no instalments. For comparison only.
 */
const name = "decimal.js";
const { Decimal } = (await import(name)) as { Decimal: typeof DecimalType };

interface Sums {
  base: DecimalType;
  c2s: DecimalType;
  prevention: DecimalType;
  readonly ids: Set<string>;
}

export function decimalScript(
  patients: readonly Patient[],
  physicians: readonly Physician[],
): Map<string, DecimalType> {
  const sums = new Map(
    physicians.map(({ id }): [string, Sums] => [
      String(id),
      { base: new Decimal(0), c2s: new Decimal(0), prevention: new Decimal(0), ids: new Set() },
    ]),
  );
  for (const patient of patients) {
    const sum = sums.get(String(patient.physicianId));
    if (!sum) throw new Error(`physician ${patient.physicianId}`);
    check(patient, sum.ids);
    const age = YEAR - 1 - Number(patient.birthDate?.slice(0, 4));
    if (!(age >= 0 && age <= 129)) throw new Error(`age ${age}`);
    sum.base = sum.base.plus(new Decimal(baseOf(age, patient)));
    if (patient.c2s) sum.c2s = sum.c2s.plus(new Decimal("10"));
    sum.prevention = sum.prevention.plus(new Decimal("5").times(patient.prevention as number));
  }
  return new Map(
    physicians.map((physician) => [
      String(physician.id),
      totalOf(physician, sums.get(String(physician.id)) as Sums),
    ]),
  );
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function check({ id, birthDate, ald, c2s, seen, prevention }: Patient, ids: Set<string>): void {
  if (ids.has(String(id))) throw new Error(`patient ${id} twice`);
  ids.add(String(id));
  if (birthDate === undefined || !DAY.test(birthDate) || Number.isNaN(Date.parse(birthDate)))
    throw new Error(`birth ${birthDate}`);
  if (typeof ald !== "boolean" || typeof seen !== "boolean") throw new Error(`patient ${id}`);
  if (typeof c2s !== "boolean" && c2s !== "free" && c2s !== "contributory")
    throw new Error(`C2S ${c2s}`);
  if (
    typeof prevention !== "number" ||
    !Number.isInteger(prevention) ||
    prevention < 0 ||
    prevention > 15
  )
    throw new Error(`prevention ${prevention}`);
}

function totalOf(
  { zone, birthDate, firstInstallation }: Physician,
  { base, c2s, prevention }: Sums,
): DecimalType {
  const installed = Number(firstInstallation?.slice(0, 4));
  const isUplifted = (zone === "ZIP" || zone === "QPV") && installed < YEAR;
  const ofZone = isUplifted
    ? base.times(installed === YEAR - 1 ? "0.5" : installed === YEAR - 2 ? "0.3" : "0.1")
    : new Decimal(0);
  const ofAge =
    YEAR - 1 - Number(birthDate?.slice(0, 4)) >= 67 ? base.times("0.1") : new Decimal(0);
  return base
    .plus(c2s)
    .plus(prevention)
    .plus(ofZone.toDecimalPlaces(2))
    .plus(ofAge.toDecimalPlaces(2));
}

function baseOf(age: number, { seen, ald }: Patient): string {
  if (seen === false) return "5";
  if (ald) return age >= 80 ? "100" : "55";
  if (age <= 6) return "15";
  if (age < 75) return "5";
  return age < 80 ? "15" : "55";
}
