import { isDay } from "../../src/day.ts";
import { IMPOSSIBLE, LUNAR, MALFORMED, yearOf } from "../../src/list/date.ts";
import { table } from "../support/table.ts";

table<unknown, number>(
  "a date",
  [
    ["a day", "1950-06-15", 1950],
    ["a month", "1950-06", 1950],
    ["a year", "1950", 1950],
    ["the first day of a year", "1950-01-01", 1950],
    ["the last day of a year", "1950-12-31", 1950],
    ["a month 00", "1950-00-15", LUNAR + 1950],
    ["a month 00 alone", "1950-00", LUNAR + 1950],
    ["a month 13", "1950-13-01", LUNAR + 1950],
    ["a month 99, day 99", "1950-99-99", LUNAR + 1950],
    ["31 April", "1950-04-31", IMPOSSIBLE],
    ["30 April", "1950-04-30", 1950],
    ["29 February of a year that has none", "2023-02-29", IMPOSSIBLE],
    ["29 February of a leap year", "2024-02-29", 2024],
    ["29 February 1900, not a leap year", "1900-02-29", IMPOSSIBLE],
    ["29 February 2000, a leap year", "2000-02-29", 2000],
    ["a day 00", "1950-06-00", IMPOSSIBLE],
    ["a day 32", "1950-06-32", IMPOSSIBLE],
    ["the French order", "15/06/1950", MALFORMED],
    ["the first year that may stand alone", "1800", 1800],
    ["the year before", "1799", MALFORMED],
    ["the last year that may stand alone", "2199", 2199],
    ["the year after", "2200", MALFORMED],
    ["what Excel keeps for a day of 1925", "9132", MALFORMED],
    ["what it keeps for a day of 1902", "1000", MALFORMED],
    ["a day of a year far away", "9999-12-31", 9999],
    ["digits alone", "19500615", MALFORMED],
    ["a time", "1950-06-15T00:00", MALFORMED],
    ["a short month", "1950-6-15", MALFORMED],
    ["a day parted by slashes", "1950/06/15", MALFORMED],
    ["a day parted by a dash and a slash", "1950-06/15", MALFORMED],
    ["a month parted by a slash", "1950/06", MALFORMED],
    ["a space", " 1950", MALFORMED],
    ["a line break at the end", "1950\n", MALFORMED],
    ["a number", 1950, MALFORMED],
    ["nothing", undefined, MALFORMED],
  ],
  yearOf,
);

/** The signs just below `0` and just above `9`, in place of each digit. */
const spoilt = ["1950", "1950-06", "1950-06-15"].flatMap((text) =>
  [...text.matchAll(/\d/g)].flatMap(({ index }) =>
    ["/", ":"].map((sign) => text.slice(0, index) + sign + text.slice(index + 1)),
  ),
);

table<unknown, number>(
  "a sign that is nearly a digit",
  spoilt.map((text) => [text, text, MALFORMED]),
  yearOf,
);

table<unknown, boolean>(
  "a whole and possible day",
  [
    ["a day", "2026-03-31", true],
    ["a leap day", "2024-02-29", true],
    ["a day that its month does not have", "2026-02-29", false],
    ["a month", "2026-03", false],
    ["a year", "2026", false],
    ["a month 00", "2026-00-01", false],
    ["a number", 2026, false],
  ],
  isDay,
);
