import { guard, refuse, type LocalizedText } from "../../error.ts";
import { inWholeDays } from "./day-number.ts";

/**
 * A column: a typed array, an array, or an Arrow vector (any object with `length` and `data` or
 * `get`).
 */
export type Column = ArrayLike<unknown> | ArrowLike;

/** The properties of an Arrow vector that are read. */
export interface ArrowLike {
  readonly length: number;
  readonly data?: readonly ArrowPiece[];
  get(index: number): unknown;
}

/** The properties of an Arrow `Data` chunk that are read. */
export interface ArrowPiece {
  readonly type: { readonly typeId: number; readonly unit?: number };
  readonly length: number;
  readonly offset: number;
  readonly nullCount: number;
  readonly values: ArrayLike<unknown>;
  readonly nullBitmap?: Uint8Array | null;
  readonly valueOffsets?: ArrayLike<number | bigint> | null;
  readonly dictionary?: { get(index: number): unknown } | null;
}

/** A chunk of a column, with its values in one array. */
export interface Piece {
  readonly form: "numbers" | "bits" | "text" | "dictionary" | "values";
  /** Row number of its first row in the column, from 0. */
  readonly from: number;
  readonly length: number;
  readonly values: ArrayLike<unknown>;
  /** Index of the first bit, in `nulls` and in values of the form `bits`. */
  readonly offset: number;
  /** Validity bitmap: one bit per row, 0 if null; undefined if no row is null. */
  readonly nulls: Uint8Array | undefined;
  readonly ends: ArrayLike<number | bigint> | undefined;
  readonly dictionary: { get(index: number): unknown } | undefined;
}

export interface Vector {
  readonly length: number;
  readonly pieces: readonly Piece[];
}

type Forms = Readonly<Record<number, Piece["form"]>>;

/** Form by Arrow type id, for types whose buffers are read directly. */
const NUMBERS: Forms = { 2: "numbers", 3: "numbers", 6: "bits" };
const DAYS: Forms = { ...NUMBERS, 8: "numbers" };
const NAMES: Forms = { ...NUMBERS, 5: "text", 20: "text", [-1]: "dictionary" };

/** Arrow type id of floats. Half floats, stored as 16-bit integers, are read through `get`. */
const FLOAT = 3;
/** Arrow type id of dates, and the unit of those that count days; others count milliseconds. */
const DATE = 8;
const DAY = 0;

export const aColumn: LocalizedText = {
  fr: "un tableau typé, ou un vecteur Arrow",
  en: "a typed array, or an Arrow vector",
};

/**
 * Wraps a column without reading its values: typed arrays are referenced, others copied.
 * @throws ForfaitError COLUMN_INVALID
 */
export function vectorOf(column: unknown, path: string): Vector {
  return read(column, path, NUMBERS);
}

/**
 * Wraps a column of ids; text and dictionaries are referenced too.
 * @throws ForfaitError COLUMN_INVALID
 */
export function namesOf(column: unknown, path: string): Vector {
  return read(column, path, NAMES);
}

/**
 * Wraps a column of days since 1970-01-01. Values one by one may be milliseconds, as Arrow gives
 * dates.
 * @throws ForfaitError COLUMN_INVALID
 */
export function daysOf(column: unknown, path: string): Vector {
  const { length, pieces } = read(column, path, DAYS);
  const inDays = (piece: Piece): Piece =>
    piece.form === "values" ? { ...piece, values: Array.from(piece.values, inWholeDays) } : piece;
  return { length, pieces: pieces.map(inDays) };
}

function read(column: unknown, path: string, forms: Forms): Vector {
  const pieces = guard(
    path,
    () => (isColumn(column) ? piecesOf(column, forms).map(wholeOrNone) : [undefined]),
    "COLUMN_INVALID",
  );
  if (!pieces.every((piece) => piece !== undefined))
    return refuse("COLUMN_INVALID", path, column, aColumn);
  return { length: pieces.reduce((before, { length }) => before + length, 0), pieces };
}

function piecesOf(column: Column, forms: Forms): Piece[] {
  if (ArrayBuffer.isView(column))
    return [
      {
        ...bare,
        form: "numbers",
        from: 0,
        length: column.length,
        values: column as ArrayLike<unknown>,
      },
    ];
  const values = Array.isArray(column) ? [...(column as unknown[])] : undefined;
  if (values) return [{ ...bare, form: "values", from: 0, length: values.length, values }];
  const { length, data } = column as ArrowLike;
  if (!Array.isArray(data))
    return [
      { ...bare, form: "values", from: 0, length, values: asArray(column as ArrowLike, 0, length) },
    ];
  let from = 0;
  return data.map((piece: ArrowPiece) => {
    const read = pieceOf(piece, from, column as ArrowLike, forms);
    from += read.length;
    return read;
  });
}

/**
 * Returns the chunk if its buffers hold as many rows as it claims. Later reads do not check again.
 */
function wholeOrNone(piece: Piece): Piece | undefined {
  const { form, length, values, offset, nulls, ends } = piece;
  if (![length, offset].every((count) => Number.isSafeInteger(count) && count >= 0))
    return undefined;
  const hasBits = (bytes: unknown): boolean =>
    isBytes(bytes) && bytes.length * 8 >= offset + length;
  if (nulls !== undefined && !hasBits(nulls)) return undefined;
  const isThere = {
    values: true,
    numbers: ArrayBuffer.isView(values) && values.length >= length,
    dictionary: ArrayBuffer.isView(values) && values.length >= length,
    bits: hasBits(values),
    text: isBytes(values) && ArrayBuffer.isView(ends) && ends.length > length,
  }[form];
  return isThere ? piece : undefined;
}

/** `instanceof` alone would accept a Proxy. */
function isBytes(values: unknown): values is Uint8Array {
  return ArrayBuffer.isView(values) && values instanceof Uint8Array;
}

export function isColumn(value: unknown): value is Column {
  if (typeof value !== "object" || value === null || value instanceof DataView) return false;
  const { length, get } = value as { length?: unknown; get?: unknown };
  return (
    typeof length === "number" &&
    (ArrayBuffer.isView(value) || Array.isArray(value) || typeof get === "function")
  );
}

/** Numbers of a column, if they are in one array without nulls. */
export function soleNumbers({
  pieces: [piece, ...others],
}: Vector): ArrayLike<unknown> | undefined {
  return piece?.form === "numbers" && others.length === 0 && !piece.nulls
    ? piece.values
    : undefined;
}

/** Value of one row, as found in the column; null if it has none. */
export function valueAt({ pieces }: Vector, row: number): unknown {
  const piece = pieces.find(({ from, length }) => row < from + length) as Piece;
  return valueOf(piece, row - piece.from);
}

/** Value at an index of a chunk. */
export function valueOf(piece: Piece, at: number): unknown {
  const { form, values, offset, dictionary } = piece;
  if (isNull(piece, at)) return null;
  if (form === "bits") return isSet(values as Uint8Array, offset + at);
  if (form === "text") return textOf(piece, at);
  const value = form === "dictionary" ? dictionary?.get(Number(values[at])) : values[at];
  return typeof value === "bigint" && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

function textOf(piece: Piece, at: number): string {
  return new TextDecoder().decode(
    (piece.values as Uint8Array).subarray(textStart(piece, at), textEnd(piece, at)),
  );
}

/**
 * First byte of a text; `textEnd` is the byte after its last. Both are clamped, so that a corrupt
 * vector cannot lead outside its buffer.
 */
export function textStart({ ends }: Piece, at: number): number {
  return Math.max(0, Number((ends as ArrayLike<number | bigint>)[at]));
}

export function textEnd({ ends, values }: Piece, at: number): number {
  return Math.min(Number((ends as ArrayLike<number | bigint>)[at + 1]), values.length);
}

export function isNull({ nulls, offset }: Piece, at: number): boolean {
  return nulls !== undefined && !isSet(nulls, offset + at);
}

export function isSet(bits: Uint8Array, at: number): boolean {
  return (((bits[at >> 3] as number) >> (at & 7)) & 1) === 1;
}

const bare = { offset: 0, nulls: undefined, ends: undefined, dictionary: undefined } as const;

function pieceOf(piece: ArrowPiece, from: number, column: ArrowLike, forms: Forms): Piece {
  const { type, length, offset, nullCount, values, nullBitmap, valueOffsets, dictionary } = piece;
  const isHalf = type.typeId === FLOAT && values instanceof Uint16Array;
  const form = isHalf ? undefined : forms[type.typeId];
  if (form === undefined || (type.typeId === DATE && type.unit !== DAY))
    return { ...bare, form: "values", from, length, values: asArray(column, from, length) };
  const nulls = nullCount > 0 && nullBitmap ? nullBitmap : undefined;
  return {
    form,
    from,
    length,
    values,
    offset,
    nulls,
    ends: valueOffsets ?? undefined,
    dictionary: dictionary ?? undefined,
  };
}

/** Values of a vector of another library or type, copied to an array. */
function asArray(column: ArrowLike, from: number, length: number): ArrayLike<unknown> {
  return Array.from({ length }, (_, i) => column.get(from + i));
}
