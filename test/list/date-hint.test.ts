import { expect, test } from "vitest";
import { dateHint, hasShortYear, isMonthFirst } from "../../src/list/date-hint.ts";
import { anAdult, batch, whyRefused } from "../support/rows.ts";

const kinds: Readonly<Record<string, readonly unknown[]>> = {
  "time zone": [new Date(0), new Date(Number.NaN)],
  "an instant with an offset": [
    "1945-12-31T23:00:00.000Z",
    "1945-12-31T23:00Z",
    "19451231T2300Z",
    "1946-01-01 00:00:00+01",
    "1946-01-01 00:00:00+01:00",
    "1946-01-01T00:00:00-0430",
    "1946-01-01 00:00:00 UTC",
    "Tue Jan 01 1946 00:00:00 GMT+0100 (heure normale d'Europe centrale)",
    "01/01/1946 00:00 CET",
  ],
  "this time may be midnight": [
    "1945-12-31 23:00:00",
    "31/12/1945 22:00",
    "31/12/1945 9:00",
    "1945-12-31T13:45:00.5",
    "1945-12-31T13:45:00.500",
  ],
  "American order": ["02/15/1944", "2-13-1944", "12.31.1944", "02/25/2025", "1944/15/02"],
  "two digits": [
    "01/05/45",
    "1-5-45",
    "45-05-01",
    "3 12-45",
    "01.05.45",
    "01-FEB-50",
    "1 mai 45",
    "mai-45",
    "010545",
  ],
  "Excel keeps": ["16558", "16558.0", "16558,0", "9132", 16558, "16558.5", "16558.25", " 16558 "],
  "eight digits": ["01051945", "20101945", 1051945 + 20000000],
  "since 1970": ["-757382400", "1735689600000", 1735689600, "1735689600.25"],
};

test.each(Object.entries(kinds))("says why it is no date: %s", (words, values) => {
  for (const value of values)
    expect([value, dateHint(value)?.en]).toEqual([value, expect.stringContaining(words)]);
});

test.each([
  "hier",
  "",
  "1945-02-30",
  null,
  undefined,
  true,
  {},
  [],
  "peut-être 1945",
  "1946-01-01 00:00 Zurich",
  "1945-12-31 23:00 environ",
  "n° 1735689600",
  "1735689600 environ",
  `a text longer than any date, ${"?".repeat(60)} 23:00`,
])("says nothing where nothing is known: %s", (value) => expect(dateHint(value)).toBeUndefined());

test.each<[unknown, string, string]>([
  [
    "1945-12-31T23:00Z",
    "un instant avec un fuseau tombe un jour ou un autre selon le lieu : écrire le jour seul",
    "an instant with an offset is of one day or another by the place: write the day alone",
  ],
  [
    "31/12/1945 22:00",
    "cette heure peut être minuit d'un autre fuseau (22:00, 23:00), et un autre jour : écrire le jour seul",
    "this time may be midnight in another zone (22:00, 23:00), and another day: write the day alone",
  ],
  [
    "01/05/45",
    "année à deux chiffres, de quel siècle ? l'écrire en entier (1945)",
    "a year of two digits, of which century? write all four (1945)",
  ],
  [
    "02/15/1944",
    "un mois après 12 : ordre américain, le mois puis le jour ? alors toute la colonne est dans cet ordre : écrire le jour d'abord",
    "a month above 12: American order, the month then the day? then all of the column is in that order: write the day first",
  ],
  [
    16558,
    "un nombre, sans doute celui qu'Excel garde pour un jour : mettre la colonne au format Date, puis enregistrer de nouveau",
    "a number, likely what Excel keeps for a day: format the column as dates, save again",
  ],
  [
    "01051945",
    "huit chiffres, dans un ordre qui peut être double : séparer jour, mois et année",
    "eight digits, in one order or another: part day, month and year",
  ],
  [
    1735689600,
    "un instant compté en secondes depuis 1970 : écrire le jour",
    "an instant counted in seconds since 1970: write the day",
  ],
])("says what to do in both languages: %j", (value, fr, en) =>
  expect(dateHint(value)).toEqual({ fr, en }),
);

test("spaces around a date do not hide its order, nor a short year", () => {
  const dates = [" 02/15/1944 ", " 01/05/45 ", "15/02/1944"];
  expect(dates.map(isMonthFirst)).toEqual([true, false, false]);
  expect(dates.map(hasShortYear)).toEqual([false, true, false]);
});

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
