/** Number of rows that a packed sum can hold before it must be unpacked. */
export const ROWS_PER_SUM: number = 2 ** 20;

const EXACT = 2 ** 53;

/**
 * Several weights of a patient in one double, each in a field wide enough for the sum of
 * `ROWS_PER_SUM` rows, so that a patient costs one addition. Doubles are exact for integers up to
 * 2^53.
 */
export interface PackedSum {
  /** Packed weights by code. */
  readonly table: Float64Array;
  readonly fields: readonly Field[];
}

/** At least one, since summing also validates the rows. */
export type PackedSums = readonly [PackedSum, ...PackedSum[]];

export interface Field {
  /** Index of the table of weights. */
  readonly of: number;
  /** A common divisor of the weights. */
  readonly unit: number;
  /** Power of two at which the field starts. */
  readonly scale: number;
}

/**
 * @param tables weights by code: whole numbers from 0
 * @param codes number of codes
 */
export function pack(tables: readonly Float64Array[], codes: number): PackedSums {
  const open = (): { table: Float64Array; fields: Field[]; end: number } => ({
    table: new Float64Array(codes),
    fields: [],
    end: 1,
  });
  const first = open();
  const others: (typeof first)[] = [];
  for (const [of, weights] of tables.entries()) {
    const unit = weights.reduce(greatestCommonDivisor, 0) || 1;
    const most = weights.reduce((a, b) => Math.max(a, b), 0) / unit;
    const width = 2 ** Math.ceil(Math.log2(most * ROWS_PER_SUM + 1));
    let packed = [first, ...others].find(({ end }) => end * width <= EXACT);
    if (!packed) others.push((packed = open()));
    const { table, end: scale } = packed;
    for (const [code, weight] of weights.entries())
      table[code] = (table[code] as number) + (weight / unit) * scale;
    packed.fields.push({ of, unit, scale });
    packed.end *= width;
  }
  return [first, ...others];
}

/** Adds each field of a packed sum to the sum of its table. */
export function unpack(
  { fields }: PackedSum,
  sum: number,
  slot: number,
  sums: readonly Float64Array[],
): void {
  let rest = sum;
  for (let i = fields.length - 1; i >= 0; i--) {
    const { of, unit, scale } = fields[i] as Field;
    const field = Math.floor(rest / scale);
    rest -= field * scale;
    const ofTable = sums[of] as Float64Array;
    ofTable[slot] = (ofTable[slot] as number) + field * unit;
  }
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
