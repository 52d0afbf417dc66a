import { expect, test } from "vitest";
import { canonicalJson } from "../../src/schedule/canonical.ts";

/** The examples of RFC 8785, 3.2.2 and 3.2.3, are what is expected. */

test("keys are in the order of their UTF-16 units", () => {
  const value = {
    "\u20ac": "Euro Sign",
    "\r": "Carriage Return",
    "\ufb33": "Hebrew Letter Dalet With Dagesh",
    "1": "One",
    "\u{1f600}": "Emoji: Grinning Face",
    "\u0080": "Control",
    "\u00f6": "Latin Small Letter O With Diaeresis",
  };
  expect(canonicalJson(value)).toBe(
    '{"\\r":"Carriage Return","1":"One","\u0080":"Control",' +
      '"\u00f6":"Latin Small Letter O With Diaeresis","\u20ac":"Euro Sign",' +
      '"\u{1f600}":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
  );
});

test("values are written once and without spaces, in objects and lists alike", () => {
  const value = {
    numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"\u002f",
    literals: [null, true, false],
  };
  expect(canonicalJson(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test("a number stands in a text as a key, before a longer one that it begins", () => {
  expect(canonicalJson({ "10": 1, "9": 2, a: { b: [], a: {} }, "1": 3 })).toBe(
    '{"1":3,"10":1,"9":2,"a":{"a":{},"b":[]}}',
  );
});

test("a key without a value is absent", () => {
  expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}');
});
