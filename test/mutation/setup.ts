import fc from "fast-check";
import { expect } from "vitest";

/** A mutant that random lists can kill dies within a few of them, always the same, of which none need be made small. */
process.env["RANDOM_CASES"] = "all";
fc.configureGlobal({ numRuns: 10, seed: 1, endOnFailure: true });

function testNow(): string {
  const { testPath, currentTestName } = expect.getState();
  return `${testPath} ${currentTestName}`;
}

/** A memo that outlives a test hides from Stryker that the next one needs the code that filled it; these forget between tests. */
class MemoOfOneTest<Key extends WeakKey, Value> extends WeakMap<Key, Value> {
  readonly #written = new Map<Value, string>();

  override get(key: Key): Value | undefined {
    const value = super.get(key);
    return value !== undefined && this.#written.get(value) === testNow() ? value : undefined;
  }

  override set(key: Key, value: Value): this {
    this.#written.set(value, testNow());
    return super.set(key, value);
  }
}

if (WeakMap.name !== MemoOfOneTest.name) globalThis.WeakMap = MemoOfOneTest;
