import { describe, expect, test } from "vitest";
import { readDate, type TimeOfDay } from "../../src/words/date.ts";

type Rows = readonly (readonly [text: string, date: string | undefined])[];

/** What texts are read as; undefined for one that the library is to refuse. */
function reads(name: string, time: TimeOfDay, rows: Rows): void {
  describe(name, () => {
    test.each(rows)("%s", (text, date) => expect(readDate(text, time)).toBe(date));
  });
}

const DAY = "2026-10-15";

reads("a day that has no time: only midnight is one", "midnight", [
  [`${DAY} 00:00`, DAY],
  [`${DAY}T00:00:00.000`, DAY],
  ["15/10/2026 0:00:00", DAY],
  [`${DAY} 00:01`, undefined],
  [`${DAY} 00:00:01`, undefined],
  [`${DAY} 00:00:00.5`, undefined],
  [`${DAY} 00:05:05`, undefined],
  [`${DAY} 09:30`, undefined],
  [`${DAY} 23:00`, undefined],
]);

reads("a visit: any time but those that may be midnight of Paris", "any", [
  [`${DAY} 00:00`, DAY],
  [`${DAY} 09:30`, DAY],
  [`${DAY} 21:00`, DAY],
  [`${DAY} 22:00`, undefined],
  [`${DAY} 23:00:00.000`, undefined],
  [`${DAY} 22:01`, DAY],
  [`${DAY} 22:05:05`, DAY],
  [`${DAY} 22:00:05.5`, DAY],
  [`${DAY} 23:59:60`, DAY],
  [`${DAY} 23:59:61`, undefined],
  [`${DAY} 23:60`, undefined],
  [`${DAY} 24:00`, undefined],
  [`${DAY} 24:30`, undefined],
]);

reads("spaces around what parts a day are no matter", "midnight", [
  ["15 / 10 / 2026", DAY],
  ["15  /10/  2026", DAY],
  ["15/10/2026", DAY],
]);

reads("a year alone, also as notebooks write it", "midnight", [
  ["1945", "1945"],
  ["1945.0", "1945"],
  ["1945,00", "1945"],
  ["1945.5", undefined],
]);

reads("a month in words", "midnight", [
  ["1er mai 1945", "1945-05-01"],
  ["1er mai  1945", "1945-05-01"],
  ["13-mars-1971", "1971-03-13"],
  ["mai 1945", "1945-05"],
  ["mai x1945", undefined],
  ["13-mars-x1971", undefined],
  ["13 brumaire 1971", undefined],
]);

reads("the order of the year first", "midnight", [
  ["1945/5/1", "1945-05-01"],
  ["1945-05", "1945-05"],
  ["1945/05", "1945-05"],
  ["11945-05-01", undefined],
  ["1945-05/01", undefined],
  ["1944/15/02", undefined],
  ["1944-15-02", "1944-15-02"],
]);

reads("the American order, where the month is none, is not guessed", "midnight", [
  ["01/13/1944", undefined],
  ["12/19/1944", undefined],
  ["13/15/1944", "1944-15-13"],
  ["00/15/1944", "1944-15-00"],
  ["02/20/1944", "1944-20-02"],
  ["02/12/1944", "1944-12-02"],
]);

reads("eight digits, where they are no day of the other order", "midnight", [
  ["19450501", "1945-05-01"],
  ["19450501.00", "1945-05-01"],
  ["18000101", "1800-01-01"],
  ["21991231", "2199-12-31"],
  ["17991231", undefined],
  ["22000101", undefined],
  ["19450001", undefined],
  ["19451301", undefined],
  ["19450500", undefined],
  ["19450532", undefined],
  ["119450501", undefined],
  ["194505011", undefined],
  ["01051945", undefined],
]);
