/**
 * `WeakMap`, for the script for engines of 2020. Where a key ends in a cycle, QuickJS of 2021 frees the value of a WeakMap
 * too early: if the value is itself a key of a WeakMap, the program ends there. A box around it is nobody's key.
 */
class BoxedWeakMap extends WeakMap {
  get(key) {
    return super.get(key)?.[0];
  }

  set(key, value) {
    return super.set(key, [value]);
  }
}

export { BoxedWeakMap as WeakMap };
