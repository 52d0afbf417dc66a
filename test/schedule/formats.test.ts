import { expect, test } from "vitest";
import {
  ACT_DAY,
  DECIMAL,
  DECIMAL_RANGE,
  EUROS,
  MONTHS,
  PERCENT,
  type Format,
} from "../../src/schedule/formats.ts";

type Texts = readonly string[];

const WRITTEN: readonly (readonly [Format, fr: string, en: string, Texts, Texts])[] = [
  [
    EUROS,
    'des euros, deux décimales au plus : "9940.50"',
    'euros, at most two decimals: "9940.50"',
    ["0", "5", "42.5", "9940.50", "123456789.99"],
    ["", "-1", "€5", "5 EUR", "1.", ".5", "1.234", "1,5", "1234567890"],
  ],
  [
    PERCENT,
    'un pourcentage : "10%"',
    'a percentage: "10%"',
    ["0%", "10%", "2.5%", "9999%", "0.123456%"],
    ["10", "%", "-5%", "about 10%", "10% of it", "1.%", "1.x%", "12345%", "0.1234567%"],
  ],
  [
    ACT_DAY,
    'un jour : "31/12/Y", "31/01/Y+1", "birth+24 months"',
    'a day: "31/12/Y", "31/01/Y+1", "birth+24 months"',
    [
      "01/01/Y",
      "19/02/Y-1",
      "20/09/Y+12",
      "30/10/Y",
      "31/12/Y+1",
      "birth+9 months",
      "birth+1200 months",
    ],
    [
      "1/01/Y",
      "00/01/Y",
      "32/01/Y",
      "41/01/Y",
      "1x/01/Y",
      "01/00/Y",
      "01/13/Y",
      "01/21/Y",
      "01/01/N",
      "01/01/2026",
      "01/01/Y+",
      "01/01/Y+123",
      "01/01/Y1",
      "the 01/01/Y",
      "01/01/Y at noon",
      "from birth+9 months",
      "birth+9 months at most",
      "birth+ months",
      "birth+12345 months",
      "birth-9 months",
    ],
  ],
  [
    DECIMAL,
    'un nombre, quatre décimales au plus : "37.5"',
    'a number, at most four decimals: "37.5"',
    ["0", "37.5", "12.1234"],
    ["", "37,5", "1.12345", "12+", "about 5", "5 h"],
  ],
  [
    DECIMAL_RANGE,
    'un intervalle croissant, bornes comprises : "12+", "0-59.99"',
    'a rising range, both ends included: "12+", "0-59.99"',
    ["5", "12+", "0-59.99", "1.1234-2.1234"],
    ["", "12-", "+", "-5", "0-5-9", "0-5+", "about 12+", "12+ h", "0 - 5"],
  ],
  [
    MONTHS,
    'un âge en mois : "9 months"',
    'an age in months: "9 months"',
    ["9 months", "24 months", "1200 months"],
    ["9", "9 years", "x months", "12345 months", "about 9 months", "9 months or so"],
  ],
];

test.each(WRITTEN)("format %#", ({ pattern, text }, fr, en, right, wrong) => {
  expect(text).toStrictEqual({ fr, en });
  expect(right.filter((one) => !pattern.test(one))).toEqual([]);
  expect(wrong.filter((one) => pattern.test(one))).toEqual([]);
});
