import { C2S_OF_UNKNOWN_KIND, NO_C2S } from "../../list/cell.ts";
import { isAbsent } from "../../list/patient.ts";
import { isSet, type Piece, type Vector } from "./vector.ts";

/** Sentinels for values that no column may hold: nulls, and anything but 32-bit integers. */
export const NULL = -2_147_483_648;
export const NOT_WHOLE = -2_147_483_647;

/** Integers that false and true read as. */
export type Truths = readonly [no: number, yes: number];
export const NONE: Truths = [NOT_WHOLE, NOT_WHOLE];
export const FLAGS: Truths = [0, 1];
/** A boolean `true` is a C2S of unknown kind. */
export const C2S_UNTOLD: Truths = [NO_C2S, C2S_OF_UNKNOWN_KIND];

/** Writes rows `from` to `to` (excluded) of a column to `out`, as integers. */
export function readWholes(
  { pieces }: Vector,
  from: number,
  to: number,
  out: Int32Array,
  truths: Truths,
): void {
  for (const piece of pieces) {
    const first = Math.max(from, piece.from);
    const last = Math.min(to, piece.from + piece.length);
    if (first < last)
      readPiece(piece, first - piece.from, last - piece.from, out, first - from, truths);
  }
}

function readPiece(
  piece: Piece,
  start: number,
  end: number,
  out: Int32Array,
  at: number,
  truths: Truths,
): void {
  const { form, values, nulls, offset } = piece;
  if (form === "bits") readBits(piece, start, end, out, at, truths);
  else if (values instanceof Float64Array || values instanceof Float32Array)
    readFloats(values, start, end, out, at);
  else if (values instanceof BigInt64Array || values instanceof BigUint64Array)
    readLongs(values, start, end, out, at);
  else if (isOf32Bits(values)) out.set(values.subarray(start, end), at);
  else for (let i = start; i < end; i++) out[at + i - start] = wholeOf(values[i], truths);
  if (nulls)
    for (let i = start; i < end; i++) if (!isSet(nulls, offset + i)) out[at + i - start] = NULL;
}

const OF_32_BITS = [
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
];

/** Whether values are integers of 32 bits or less. */
export function isOf32Bits(values: unknown): values is Int32Array {
  return OF_32_BITS.some((Wholes) => values instanceof Wholes);
}

function readBits(
  { values, offset }: Piece,
  start: number,
  end: number,
  out: Int32Array,
  at: number,
  [no, yes]: Truths,
): void {
  const bits = values as Uint8Array;
  for (let i = start; i < end; i++) out[at + i - start] = isSet(bits, offset + i) ? yes : no;
}

function readFloats(
  values: Float64Array | Float32Array,
  start: number,
  end: number,
  out: Int32Array,
  at: number,
): void {
  for (let i = start; i < end; i++) {
    const value = values[i] as number;
    out[at + i - start] = (value | 0) === value ? value : NOT_WHOLE;
  }
}

/**
 * Reads 64-bit integers as two 32-bit halves, so that no BigInt is allocated. A value fits in 32
 * bits if its high half is the sign extension of its low half. The lowest is numpy's missing date.
 */
function readLongs(
  values: BigInt64Array | BigUint64Array,
  start: number,
  end: number,
  out: Int32Array,
  at: number,
): void {
  const halves = new Int32Array(values.buffer, values.byteOffset, values.length * 2);
  for (let i = start; i < end; i++) {
    const low = halves[2 * i + LOW] as number;
    const high = halves[2 * i + 1 - LOW] as number;
    out[at + i - start] = high === low >> 31 ? low : high === NULL && low === 0 ? NULL : NOT_WHOLE;
  }
}

/** Index of the low half in memory: 0 on little-endian platforms. */
export const LOW: 0 | 1 = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 0 : 1;

function wholeOf(value: unknown, truths: Truths): number {
  if (typeof value === "number") return (value | 0) === value ? value : NOT_WHOLE;
  if (typeof value === "boolean") return truths[value ? 1 : 0];
  if (typeof value === "bigint") return wholeOf(Number(value), truths);
  return isAbsent(value) ? NULL : NOT_WHOLE;
}
