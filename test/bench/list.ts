import type { Patient, Physician } from "../../src/index.ts";

/** A list as typed arrays, made by a seeded generator: ages, ALD, C2S and visits roughly as in France. */
export interface Columns {
  readonly physicianId: Uint32Array;
  readonly age: Uint8Array;
  readonly ald: Uint8Array;
  /** 0 none, 1 free, 2 contributory. */
  readonly c2s: Uint8Array;
  readonly seen: Uint8Array;
  /** How many prevention actions. */
  readonly prevention: Uint8Array;
}

export const YEAR = 2026;

/** @param shuffled physicians are drawn at random; else patients stand physician by physician */
export function makeColumns(rows: number, physicians: number, shuffled = false): Columns {
  const random = generator(20_260_101);
  const columns: Columns = {
    physicianId: new Uint32Array(rows),
    age: new Uint8Array(rows),
    ald: new Uint8Array(rows),
    c2s: new Uint8Array(rows),
    seen: new Uint8Array(rows),
    prevention: new Uint8Array(rows),
  };
  for (let i = 0; i < rows; i++) {
    const age = Math.floor(Math.min(random() * 95, random() * 140));
    const c2s = random();
    columns.physicianId[i] = Math.floor(shuffled ? random() * physicians : (i * physicians) / rows);
    columns.age[i] = age;
    columns.ald[i] = random() < (age < 40 ? 0.04 : age < 65 ? 0.2 : 0.45) ? 1 : 0;
    columns.c2s[i] = c2s < 0.08 ? 1 : c2s < 0.11 ? 2 : 0;
    columns.seen[i] = random() < 0.93 ? 1 : 0;
    columns.prevention[i] = random() < 0.3 ? 1 + Math.floor(random() * 3) : 0;
  }
  return columns;
}

export function makePhysicians(count: number): Physician[] {
  const random = generator(7);
  return Array.from({ length: count }, (_, i) => ({
    id: `${i}`,
    zone: random() < 0.12 ? "ZIP" : random() < 0.05 ? "QPV" : "none",
    birthDate: `${1950 + Math.floor(random() * 45)}-06-15`,
    firstInstallation: `${1985 + Math.floor(random() * 40)}-09-01`,
    sector: random() < 0.93 ? "1" : "2-optam",
  }));
}

const C2S = [false, "free", "contributory"] as const;

/** The first patients of a list as plain objects. */
export function makePatients(columns: Columns, count: number): Patient[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `p${i}`,
    physicianId: `${columns.physicianId[i]}`,
    birthDate: `${YEAR - 1 - (columns.age[i] as number)}-06-15`,
    ald: columns.ald[i] === 1,
    c2s: C2S[columns.c2s[i] as number] as Patient["c2s"],
    seen: columns.seen[i] === 1,
    prevention: columns.prevention[i] as number,
  }));
}

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
