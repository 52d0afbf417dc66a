import { expect, test } from "vitest";
import { daySpan, holdsOn, isBy, isDisordered, isFrom } from "../../src/list/day-span.ts";

test.each([
  ["2025-02-03", "2025-02-03", "2025-02-03"],
  ["2024-02", "2024-02-01", "2024-02-29"],
  ["2025-02", "2025-02-01", "2025-02-28"],
  ["2025-04", "2025-04-01", "2025-04-30"],
  ["2025-12", "2025-12-01", "2025-12-31"],
  ["2025", "2025-01-01", "2025-12-31"],
  ["0000", "0000-01-01", "0000-12-31"],
  ["0000-05-06", "0000-05-06", "0000-05-06"],
  ["9999-12-31", "9999-12-31", "9999-12-31"],
])("%s may be any day from %s to %s", (date, first, last) =>
  expect(daySpan(date)).toEqual({ first, last }),
);

test.each(["2025-00", "0000-00", "0000-13-01", "2025-02-29", "1799", "soon", "", 2025, null])(
  "%j is no date of days",
  (date) => expect(daySpan(date)).toBeUndefined(),
);

/** What is known of a date that may be any of some days, from what is known of each day. */
function agreed(answers: readonly boolean[]): boolean | undefined {
  return answers.every((answer) => answer === answers[0]) ? answers[0] : undefined;
}

const days = ["01", "02", "03", "04"].map((day) => `2025-01-${day}`);
const spans = days.flatMap((first, i) => days.slice(i).map((last) => ({ first, last })));
const daysOf = ({ first, last }: { first: string; last: string }): readonly string[] =>
  days.filter((day) => first <= day && day <= last);

test("a partial date tells what all the days tell that it may mean", () => {
  for (const day of days)
    for (const span of spans)
      expect([day, span, isBy(day, span), isFrom(day, span)]).toEqual([
        day,
        span,
        agreed(daysOf(span).map((one) => one <= day)),
        agreed(daysOf(span).map((one) => one >= day)),
      ]);
});

test("a period holds or not where all the days tell so that its ends may mean", () => {
  const bounds = [undefined, ...spans];
  for (const day of days)
    for (const from of bounds)
      for (const until of bounds)
        expect([day, from, until, holdsOn(day, from, until)]).toEqual([
          day,
          from,
          until,
          agreed(
            (from ? daysOf(from) : [""]).flatMap((first) =>
              (until ? daysOf(until) : ["9"]).map((last) => first <= day && day <= last),
            ),
          ),
        ]);
});

test("a period is disordered where no day that its ends may mean allows it", () => {
  const bounds = [undefined, ...spans];
  for (const from of bounds)
    for (const until of bounds)
      expect([from, until, isDisordered(from, until)]).toEqual([
        from,
        until,
        from !== undefined &&
          until !== undefined &&
          daysOf(from).every((first) => daysOf(until).every((last) => first > last)),
      ]);
});
