import {
  addMonths,
  dayOf,
  firstDayOf,
  lastDayOf,
  textOf,
  yearsOn,
} from "../../src/indicators/day.ts";
import { table } from "../support/table.ts";

table<readonly [day: string, months: number], string>(
  "months are added to a day",
  [
    ["nine months", ["2025-04-10", 9], "2026-01-10"],
    ["from December", ["2025-12-31", 1], "2026-01-31"],
    ["to a month without the day", ["2025-05-31", 9], "2026-02-28"],
    ["to a leap day", ["2023-05-31", 9], "2024-02-29"],
    ["from a leap day to a year without", ["2024-02-29", 24], "2026-02-28"],
    ["from a leap day to another", ["2024-02-29", 48], "2028-02-29"],
    ["none", ["2024-02-29", 0], "2024-02-29"],
  ],
  ([day, months]) => textOf(addMonths(dayOf(day), months)),
);

table<readonly [day: string, born: string], number>(
  "completed years",
  [
    ["the day before", ["2026-05-09", "2001-05-10"], 24],
    ["the day", ["2026-05-10", "2001-05-10"], 25],
    ["the end of the year", ["2026-12-31", "1961-12-31"], 65],
    ["born on the first day of the next", ["2026-12-31", "1962-01-01"], 64],
    ["of a leap day, in a year without", ["2026-02-28", "2008-02-29"], 18],
    ["of a leap day, the day before", ["2026-02-27", "2008-02-29"], 17],
    ["before birth", ["2025-12-31", "2026-01-01"], -1],
  ],
  ([day, born]) => yearsOn(dayOf(day), dayOf(born)),
);

table<string, readonly [string, string]>(
  "first and last day that a date may mean",
  [
    ["a day", "2026-02-28", ["2026-02-28", "2026-02-28"]],
    ["a month", "2024-02", ["2024-02-01", "2024-02-29"]],
    ["a year", "2026", ["2026-01-01", "2026-12-31"]],
  ],
  (date) => {
    const first = firstDayOf(date) as number;
    return [textOf(first), textOf(lastDayOf(date, first))];
  },
);

table<unknown, undefined>(
  "what is no date has no days",
  [
    ["a day that its month lacks", "2026-02-29", undefined],
    ["a month of 00", "1950-00-00", undefined],
    ["a number", 2026, undefined],
    ["French", "31/12/2026", undefined],
  ],
  (date) => firstDayOf(date) as undefined,
);
