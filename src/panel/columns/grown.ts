/**
 * Returns the array, or a copy at least twice as long, so that appending takes amortised constant
 * time.
 */
export function grown<Values extends Int32Array | Float64Array>(
  values: Values,
  length: number,
  fill = 0,
): Values {
  if (length <= values.length) return values;
  const Longer = values.constructor as new (length: number) => Values;
  const longer = new Longer(Math.max(length, values.length * 2, 64));
  longer.set(values);
  return longer.fill(fill, values.length) as Values;
}
