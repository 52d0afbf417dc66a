/** What the tests of the rooms use of Vitest, for tests that are run again and again in one process. */
import { format } from "node:util";
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  customMatchers,
  getState,
  setState,
} from "@vitest/expect";
import * as chai from "chai";

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

const expect = Object.assign((value, message) => chai.expect(value, message), {
  ...chai.expect,
});
expect.getState = () => getState(expect);
expect.setState = (state) => setState(state, expect);
setState({ assertionCalls: 0, isExpectingAssertions: false }, expect);
globalThis[GLOBAL_EXPECT] = expect;
expect.extend = (matchers) => chai.expect.extend(expect, matchers);
expect.extend(customMatchers);
Object.assign(expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT]);

/** Takes what the modules of tests declare: `tests` and the hooks around them, of one file at a time. */
export function collector() {
  let tests = [];
  let suite = { names: [], before: [], after: [] };
  let current;

  function each(declare) {
    return (cases) => (name, run) => {
      const isTable = cases.every(Array.isArray);
      for (const one of cases) {
        const values = isTable ? one : [one];
        declare(format(name, ...values), () => run(...values));
      }
    };
  }

  function test(name, ...rest) {
    const run = rest.find((value) => typeof value === "function");
    const { names, before, after } = suite;
    tests.push({ name: [...names, name].join(" › "), run, before, after });
  }
  test.each = each(test);

  function describe(name, ...rest) {
    const outer = suite;
    const { names, before, after } = outer;
    suite = { names: [...names, name], before: [...before], after: [...after] };
    rest.find((value) => typeof value === "function")();
    suite = outer;
  }
  describe.each = each(describe);

  const anything = new Proxy(() => anything, { get: () => anything, apply: () => anything });

  return {
    vitest: {
      expect,
      test,
      it: test,
      describe,
      beforeEach: (hook) => suite.before.push(hook),
      afterEach: (hook) => suite.after.push(hook),
      expectTypeOf: anything,
      vi: { resetModules() {} },
      TestRunner: { getCurrentTest: () => current },
    },
    async testsOf(load) {
      tests = [];
      suite = { names: [], before: [], after: [] };
      await load();
      return tests;
    },
    /** @throws what the test throws; each run is a test of its own to a memo that forgets */
    async run({ run, before, after }) {
      current = {};
      try {
        for (const hook of before) await hook();
        await run({});
      } finally {
        for (const hook of after) await hook();
        current = undefined;
      }
    },
  };
}
