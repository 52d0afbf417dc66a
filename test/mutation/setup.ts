import fc from "fast-check";
import { TestRunner } from "vitest";

/** A mutant that random lists can kill dies within a few of them, always the same, of which none need be made small. */
process.env["RANDOM_CASES"] = "all";
fc.configureGlobal({ numRuns: 10, seed: 1, endOnFailure: true });

const Kept = WeakMap;

/**
 * A memo that outlives a test hides from Stryker that the next one needs the code that filled it:
 * these forget between tests. What is remembered before any test begins, as of a schedule that
 * several use, stays.
 */
class MemoOfOneTest<Key extends WeakKey, Value> extends WeakMap<Key, Value> {
  readonly #writtenBy = new Kept<Key, object>();

  override has(key: Key): boolean {
    return this.#isOfThisTest(key) && super.has(key);
  }

  override get(key: Key): Value | undefined {
    return this.#isOfThisTest(key) ? super.get(key) : undefined;
  }

  override set(key: Key, value: Value): this {
    const writer = TestRunner.getCurrentTest();
    if (writer) this.#writtenBy.set(key, writer);
    else this.#writtenBy.delete(key);
    return super.set(key, value);
  }

  #isOfThisTest(key: Key): boolean {
    const writer = this.#writtenBy.get(key);
    return writer === undefined || writer === TestRunner.getCurrentTest();
  }
}

if (WeakMap.name !== MemoOfOneTest.name) globalThis.WeakMap = MemoOfOneTest;
