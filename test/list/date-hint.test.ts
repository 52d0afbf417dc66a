import { expect, test } from "vitest";
import { dateHint } from "../../src/list/date-hint.ts";
import { anAdult, batch, whyRefused } from "../support/rows.ts";

const kinds: Readonly<Record<string, readonly unknown[]>> = {
  "time zone": [new Date(0), new Date(Number.NaN)],
  "an instant with an offset": [
    "1945-12-31T23:00:00.000Z",
    "1945-12-31T23:00Z",
    "1946-01-01 00:00:00+01",
    "1946-01-01 00:00:00+01:00",
    "1946-01-01T00:00:00-0430",
    "1946-01-01 00:00:00 UTC",
    "Tue Jan 01 1946 00:00:00 GMT+0100 (heure normale d'Europe centrale)",
    "01/01/1946 00:00 CET",
  ],
  "this time may be midnight": ["1945-12-31 23:00:00", "31/12/1945 22:00", "1945-12-31T13:45:00.5"],
  "American order": ["02/15/1944", "2-13-1944", "12.31.1944", "02/25/2025", "1944/15/02"],
  "two digits": [
    "01/05/45",
    "1-5-45",
    "45-05-01",
    "01.05.45",
    "01-FEB-50",
    "1 mai 45",
    "mai-45",
    "010545",
  ],
  "Excel keeps": ["16558", "16558.0", "16558,0", "9132", 16558, "16558.5", " 16558 "],
  "eight digits": ["01051945", "20101945", 1051945 + 20000000],
  "since 1970": ["-757382400", "1735689600000", 1735689600],
};

test.each(Object.entries(kinds))("says why it is no date: %s", (words, values) => {
  for (const value of values)
    expect([value, dateHint(value)?.en]).toEqual([value, expect.stringContaining(words)]);
});

test.each(["hier", "", "1945-02-30", null, undefined, true, {}, [], "peut-être 1945"])(
  "says nothing where nothing is known: %s",
  (value) => expect(dateHint(value)).toBeUndefined(),
);

test("stands in the refusal of the library", () => {
  const birthDate = new Date(Date.UTC(1945, 11, 31, 23));
  const [why] = whyRefused(batch([{ ...anAdult, age: undefined, birthDate }]));
  expect(why).toMatchObject({ code: "DATE_INVALID", found: "Date(1945-12-31T23:00:00.000Z)" });
  expect(why?.allowed.fr).toContain("donner le jour en texte");
});

test.each(["birthDate", "activeFrom", "firstInstallation"])("stands in that of %s", (field) => {
  const [why] = whyRefused(batch([anAdult], [{ [field]: "16558" }]));
  expect(why?.allowed.en).toContain("Excel");
});

test("a revoked proxy is refused as no date, without an exception of its own", () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  expect(dateHint(proxy)).toBeUndefined();
});
