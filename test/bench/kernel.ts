import type { Physician } from "../../src/index.ts";
import type { Columns } from "./list.ts";

/**
 * The forfait médecin traitant of 2026 by hand, for comparison only: amounts, ages and rates stand in the code, and nothing
 * can be asked of it but these totals. It checks the same values and gives the same components as the library, as fast as
 * could be done: four rows to a 32-bit word, one look-up of base and C2S together in a table, whole numbers all through.
 */
export interface Totals {
  readonly base: Float64Array;
  readonly c2s: Float64Array;
  readonly prevention: Float64Array;
  readonly zone: Float64Array;
  readonly age67: Float64Array;
  readonly total: Float64Array;
  refused: number;
}

/** By `seen << 11 | c2s << 9 | ald << 8 | age`: the base in units of 5 euros, and from bit 20 a patient on the C2S. */
const TABLE = new Int32Array(1 << 12);
for (let code = 0; code < TABLE.length; code++) {
  const age = code & 255;
  const ald = (code >> 8) & 1;
  const base =
    code >> 11 === 0
      ? 5
      : ald
        ? age >= 80
          ? 100
          : 55
        : age <= 6
          ? 15
          : age <= 74
            ? 5
            : age <= 79
              ? 15
              : 55;
  TABLE[code] = base / 5 + (((code >> 9) & 3) > 0 ? 1 << 20 : 0);
}

/** Rows that the two sums in one 32-bit number have room for. */
const ROOM = 4092;

const twin = new Int32Array(2);
const twinPair = new Float64Array(twin.buffer);

/** Rows grouped by physician; `physician` is a place in the array. Two of these are compared at a time, as one double. */
export function kernelGrouped(
  { physicianId, age, ald, c2s, seen, prevention }: Columns,
  physicians: readonly Physician[],
): Totals {
  const totals = empty(physicians.length);
  const rows = age.length;
  const [ages, alds, c2ss, seens, actions] = [age, ald, c2s, seen, prevention].map(
    (bytes) => new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2),
  ) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  const pairs = new Float64Array(physicianId.buffer, physicianId.byteOffset, rows >> 1);
  let row = 0;
  const each = (to: number, one: number): void => {
    for (; row < to; row++) {
      const code = codeOf(
        age[row] as number,
        ald[row] as number,
        c2s[row] as number,
        seen[row] as number,
        prevention[row] as number,
      );
      if (code < 0 || one >= physicians.length) totals.refused += 1;
      else add(totals, one, TABLE[code] as number, prevention[row] as number);
    }
  };
  while (row < rows) {
    const one = physicianId[row] as number;
    let end = row + 1;
    if (one > 0 && physicianId[end] === one) {
      twin.fill(one);
      const two = twinPair[0] as number;
      let at = (end + 1) >> 1;
      for (
        const last = pairs.length - 3;
        at < last &&
        pairs[at] === two &&
        pairs[at + 1] === two &&
        pairs[at + 2] === two &&
        pairs[at + 3] === two;
      )
        at += 4;
      end = at << 1;
    }
    while (end < rows && physicianId[end] === one) end++;
    end = Math.min(end, row + ROOM);
    let both = 0;
    let done = 0;
    each(Math.min(end, (row + 3) & ~3), one);
    for (const last = one < physicians.length ? end >> 2 : 0; row < end;) {
      let four = row >> 2;
      for (; four < last; four++) {
        const a = ages[four] as number;
        const l = alds[four] as number;
        const c = c2ss[four] as number;
        const s = seens[four] as number;
        const d = actions[four] as number;
        if (
          (((l | s) & 0xfefefefe) |
            (c & 0xfcfcfcfc) |
            (d & 0xf0f0f0f0) |
            (((a & 0x7f7f7f7f) + 0x7e7e7e7e) & a & 0x80808080)) !==
          0
        )
          break;
        const kinds = (s << 3) | (c << 1) | l;
        both =
          (both +
            (TABLE[((kinds & 255) << 8) | (a & 255)] as number) +
            (TABLE[(kinds & 0xff00) | ((a >>> 8) & 255)] as number) +
            (TABLE[((kinds >>> 8) & 0xff00) | ((a >>> 16) & 255)] as number) +
            (TABLE[((kinds >>> 16) & 0xff00) | (a >>> 24)] as number)) |
          0;
        done += Math.imul(d, 0x01010101) >>> 24;
      }
      row = Math.max(row, four << 2);
      each(Math.min(end, row + 4), one);
    }
    add(totals, one, both, done);
  }
  finish(totals, physicians);
  return totals;
}

/** Rows in any order. */
export function kernelShuffled(
  { physicianId, age, ald, c2s, seen, prevention }: Columns,
  physicians: readonly Physician[],
): Totals {
  const totals = empty(physicians.length);
  const count = physicians.length;
  const both = new Int32Array(count);
  const done = new Int32Array(count);
  const rows = age.length;
  const [ages, alds, c2ss, seens, actions] = [age, ald, c2s, seen, prevention].map(
    (bytes) => new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2),
  ) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  for (let row = 0; row < rows;) {
    if (row + 4 <= rows) {
      const four = row >> 2;
      const a = ages[four] as number;
      const l = alds[four] as number;
      const c = c2ss[four] as number;
      const s = seens[four] as number;
      const d = actions[four] as number;
      const p = physicianId[row] as number;
      const q = physicianId[row + 1] as number;
      const r = physicianId[row + 2] as number;
      const t = physicianId[row + 3] as number;
      const wrong =
        ((l | s) & 0xfefefefe) |
        (c & 0xfcfcfcfc) |
        (d & 0xf0f0f0f0) |
        (((a & 0x7f7f7f7f) + 0x7e7e7e7e) & a & 0x80808080);
      if (wrong === 0 && p < count && q < count && r < count && t < count) {
        const kinds = (s << 3) | (c << 1) | l;
        both[p] = (both[p] as number) + (TABLE[((kinds & 255) << 8) | (a & 255)] as number);
        both[q] = (both[q] as number) + (TABLE[(kinds & 0xff00) | ((a >>> 8) & 255)] as number);
        both[r] =
          (both[r] as number) + (TABLE[((kinds >>> 8) & 0xff00) | ((a >>> 16) & 255)] as number);
        both[t] = (both[t] as number) + (TABLE[((kinds >>> 16) & 0xff00) | (a >>> 24)] as number);
        done[p] = (done[p] as number) + (d & 255);
        done[q] = (done[q] as number) + ((d >>> 8) & 255);
        done[r] = (done[r] as number) + ((d >>> 16) & 255);
        done[t] = (done[t] as number) + (d >>> 24);
        row += 4;
        continue;
      }
    }
    for (const end = Math.min(rows, row + 4); row < end; row++) {
      const one = physicianId[row] as number;
      const code = codeOf(
        age[row] as number,
        ald[row] as number,
        c2s[row] as number,
        seen[row] as number,
        prevention[row] as number,
      );
      if (code < 0 || one >= count) totals.refused += 1;
      else {
        both[one] = (both[one] as number) + (TABLE[code] as number);
        done[one] = (done[one] as number) + (prevention[row] as number);
      }
    }
  }
  for (let one = 0; one < count; one++) add(totals, one, both[one] as number, done[one] as number);
  finish(totals, physicians);
  return totals;
}

/** The plain way, row by row, for rows grouped by physician: what most people would write. */
export function kernelPlain(
  { physicianId, age, ald, c2s, seen, prevention }: Columns,
  physicians: readonly Physician[],
): Totals {
  const totals = empty(physicians.length);
  for (let row = 0; row < age.length;) {
    const one = physicianId[row] as number;
    let both = 0;
    let done = 0;
    for (; row < age.length && physicianId[row] === one; row++) {
      const code = codeOf(
        age[row] as number,
        ald[row] as number,
        c2s[row] as number,
        seen[row] as number,
        prevention[row] as number,
      );
      if (code < 0 || one >= physicians.length) totals.refused += 1;
      else {
        both = (both + (TABLE[code] as number)) | 0;
        done += prevention[row] as number;
      }
    }
    add(totals, one, both, done);
  }
  finish(totals, physicians);
  return totals;
}

function codeOf(age: number, ald: number, c2s: number, seen: number, actions: number): number {
  return (ald | seen | (c2s >> 1)) > 1 || age > 129 || c2s > 3 || actions > 15
    ? -1
    : (seen << 11) | (c2s << 9) | (ald << 8) | age;
}

function empty(count: number): Totals {
  const column = (): Float64Array => new Float64Array(count);
  return {
    base: column(),
    c2s: column(),
    prevention: column(),
    zone: column(),
    age67: column(),
    total: column(),
    refused: 0,
  };
}

function add(totals: Totals, one: number, both: number, done: number): void {
  if (one >= totals.base.length) return;
  totals.base[one] = (totals.base[one] as number) + (both & 0xfffff) * 500;
  totals.c2s[one] = (totals.c2s[one] as number) + (both >>> 20) * 1000;
  totals.prevention[one] = (totals.prevention[one] as number) + done * 500;
}

/** Uplifts, in tenths, rounded half up; facts of physicians are checked too. */
function finish(totals: Totals, physicians: readonly Physician[]): void {
  const ids = new Set<string>();
  for (let one = 0; one < physicians.length; one++) {
    const id = String((physicians[one] as Physician).id);
    if (ids.has(id)) throw new Error(`physician ${id} twice`);
    ids.add(id);
    const {
      zone = "none",
      birthDate,
      firstInstallation,
      contract = false,
      sector = "1",
    } = physicians[one] as Physician;
    if (zone !== "ZIP" && zone !== "QPV" && zone !== "ZAC" && zone !== "none")
      throw new Error(`zone ${zone}`);
    if (sector !== "1" && sector !== "2-optam" && sector !== "2")
      throw new Error(`sector ${sector}`);
    const base = totals.base[one] as number;
    const born = birthDate === undefined ? 1980 : yearOf(birthDate);
    const installed = firstInstallation === undefined ? 2000 : yearOf(firstInstallation);
    const isUplifted = (zone === "ZIP" || zone === "QPV") && !contract;
    const tenths =
      !isUplifted || installed > 2025 ? 0 : installed === 2025 ? 5 : installed === 2024 ? 3 : 1;
    totals.zone[one] = Math.floor((base * tenths + 5) / 10);
    totals.age67[one] = 2025 - born >= 67 ? Math.floor((base + 5) / 10) : 0;
    if (sector === "2")
      for (const column of [totals.base, totals.c2s, totals.prevention, totals.zone, totals.age67])
        column[one] = 0;
    totals.total[one] =
      (totals.base[one] as number) +
      (totals.c2s[one] as number) +
      (totals.prevention[one] as number) +
      (totals.zone[one] as number) +
      (totals.age67[one] as number);
  }
}

const DAY = /^\d{4}-\d\d-\d\d$/;

function yearOf(day: string): number {
  const [year, month, date] = [
    Number(day.slice(0, 4)),
    Number(day.slice(5, 7)),
    Number(day.slice(8)),
  ];
  if (
    !DAY.test(day) ||
    month < 1 ||
    month > 12 ||
    date < 1 ||
    date > 31 ||
    (date > 28 && date > new Date(year, month, 0).getDate())
  )
    throw new Error(`day ${day}`);
  return year;
}
