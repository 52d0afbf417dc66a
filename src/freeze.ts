/** Freezes a value deeply, up to what is frozen already; primitives count as frozen. */
export function freeze<Value>(value: Value): Value {
  if (Object.isFrozen(value)) return value;
  Object.freeze(value);
  Object.values(value as object).forEach(freeze);
  return value;
}
