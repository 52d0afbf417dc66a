/**
 * Guesses from the first rows whether physicians change at almost every row. Either way of reading
 * gives the same result; only the speed differs.
 */
export function isShuffled(keys: Int32Array): boolean {
  const LOOKED_AT = 128;
  const MOST_CHANGES = 16;
  let changes = 0;
  for (let row = 1; row < LOOKED_AT && row < keys.length; row++)
    if (keys[row] !== keys[row - 1]) changes += 1;
  return changes > MOST_CHANGES;
}

/** End (excluded) of the run of equal keys that starts at row `from`. */
export function endOfRun(keys: Int32Array, pairs: Float64Array, from: number): number {
  const key = keys[from] as number;
  let end = from + 1;
  const first = end >> 1;
  if (key > 0 && keys[first * 2] === key && keys[first * 2 + 1] === key)
    end = endOfPairs(pairs, first) * 2;
  while (end < keys.length && keys[end] === key) end++;
  return end;
}

/**
 * Keys two at a time, as 64-bit doubles, so that a run takes half as many comparisons. For keys
 * above 0, two doubles are equal exactly if both their keys are, unless the bits encode NaN: NaN
 * equals nothing, and such keys are compared one by one.
 */
export function pairsOf(keys: Int32Array): Float64Array {
  return keys.byteOffset % 8 === 0
    ? new Float64Array(keys.buffer, keys.byteOffset, keys.length >> 1)
    : new Float64Array(0);
}

/** A pair up to which all pairs from the first equal the first. There may be more. */
function endOfPairs(pairs: Float64Array, first: number): number {
  const pair = pairs[first];
  let end = first + 1;
  for (const last = pairs.length - 3; end < last; end += 4) {
    if (
      pairs[end] !== pair ||
      pairs[end + 1] !== pair ||
      pairs[end + 2] !== pair ||
      pairs[end + 3] !== pair
    )
      return end;
  }
  return end;
}
