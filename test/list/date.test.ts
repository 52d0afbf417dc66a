import { isDay } from "../../src/day.ts";
import { readDate, type PartialDate } from "../../src/list/date.ts";
import { table } from "../support/table.ts";

const of = (year: number): PartialDate => ({ year, lunar: false });
const lunar = (year: number): PartialDate => ({ year, lunar: true });

table<unknown, ReturnType<typeof readDate>>(
  "a date",
  [
    ["a day", "1950-06-15", of(1950)],
    ["a month", "1950-06", of(1950)],
    ["a year", "1950", of(1950)],
    ["the first day of a year", "1950-01-01", of(1950)],
    ["the last day of a year", "1950-12-31", of(1950)],
    ["a month 00", "1950-00-15", lunar(1950)],
    ["a month 00 alone", "1950-00", lunar(1950)],
    ["a month 13", "1950-13-01", lunar(1950)],
    ["a month 99, day 99", "1950-99-99", lunar(1950)],
    ["31 April", "1950-04-31", "impossible"],
    ["30 April", "1950-04-30", of(1950)],
    ["29 February of a year that has none", "2023-02-29", "impossible"],
    ["29 February of a leap year", "2024-02-29", of(2024)],
    ["29 February 1900, not a leap year", "1900-02-29", "impossible"],
    ["29 February 2000, a leap year", "2000-02-29", of(2000)],
    ["a day 00", "1950-06-00", "impossible"],
    ["a day 32", "1950-06-32", "impossible"],
    ["the French order", "15/06/1950", "malformed"],
    ["digits alone", "19500615", "malformed"],
    ["a time", "1950-06-15T00:00", "malformed"],
    ["a short month", "1950-6-15", "malformed"],
    ["a day parted by slashes", "1950/06/15", "malformed"],
    ["a day parted by a dash and a slash", "1950-06/15", "malformed"],
    ["a month parted by a slash", "1950/06", "malformed"],
    ["a space", " 1950", "malformed"],
    ["a line break at the end", "1950\n", "malformed"],
    ["a number", 1950, "malformed"],
    ["nothing", undefined, "malformed"],
  ],
  readDate,
);

/** The signs just below `0` and just above `9`, in place of each digit. */
const spoilt = ["1950", "1950-06", "1950-06-15"].flatMap((text) =>
  [...text.matchAll(/\d/g)].flatMap(({ index }) =>
    ["/", ":"].map((sign) => text.slice(0, index) + sign + text.slice(index + 1)),
  ),
);

table<unknown, ReturnType<typeof readDate>>(
  "a sign that is nearly a digit",
  spoilt.map((text) => [text, text, "malformed"]),
  readDate,
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
