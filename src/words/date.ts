import { Meanings } from "./meanings.ts";

/** Dates in the orders that have one meaning, as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */

/** Whether the time of a day is read past: of a visit, but not of a birth. */
export type TimeOfDay = "midnight" | "any";

/**
 * A time without an offset says the day that stands beside it. Of a day that has no time, such as a
 * birth, only midnight is one; of a visit, any but 22:00 and 23:00 sharp, which is how programs
 * write midnight of Paris in universal time, and then the day is the next one.
 * @returns undefined for any other text, which the library refuses with the reason
 */
export function readDate(text: string, time: TimeOfDay): string | undefined {
  const day = withoutTime(text, time);
  if (day === undefined) return undefined;
  return inNumbers(day.replace(/\s*([/.-])\s*/g, "$1")) ?? inWords(day);
}

const TIME =
  /^(?<day>.*\d)[ T](?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<part>\d+))?)?$/;

function withoutTime(text: string, time: TimeOfDay): string | undefined {
  const parts = TIME.exec(text)?.groups;
  if (!parts) return text;
  const { day, hour, minute, second = "", part = "" } = parts;
  const [hours, past] = [Number(hour), Number(`${minute}${second}${part}`)];
  if (hours > 23 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const isUniversal = past === 0 && (hours === 22 || hours === 23);
  return (hours === 0 && past === 0) || (time === "any" && !isUniversal) ? day : undefined;
}

function inNumbers(text: string): string | undefined {
  const year = /^(\d{4})(?:[.,]0+)?$/.exec(text);
  if (year) return year[1];
  const yearFirst = /^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})$|^(\d{4})[-/](\d{1,2})$/.exec(text);
  if (yearFirst) {
    const [, y, between, m, d, alone, month] = yearFirst;
    return between !== "-" && isAmerican(d, m) ? undefined : joined(y ?? alone, m ?? month, d);
  }
  const dayFirst = /^(?:(\d{1,2})[-/. ])?(\d{1,2})[-/. ](\d{4})$/.exec(text);
  if (dayFirst) {
    const [, day, month, y] = dayFirst;
    return isAmerican(day, month) ? undefined : joined(y, month, day);
  }
  return inDigits(text);
}

/**
 * Whether what should be a month is a day that no unknown month is written as, which begin at 20:
 * `02/15/1944` is of February, and all of its column is in that order.
 */
function isAmerican(day: string | undefined, month: string | undefined): boolean {
  const [first, second] = [Number(day), Number(month)];
  return first >= 1 && first <= 12 && second >= 13 && second <= 19;
}

/**
 * Eight digits are read as `YYYYMMDD`: `19450501` would be of the year 501 as `DDMMYYYY`. The other
 * order is refused, since `01051945` may be either to another reader.
 */
function inDigits(text: string): string | undefined {
  const digits = /^(\d{8})(?:[.,]0+)?$/.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)];
  const isYear = year >= "1800" && year < "2200";
  const isDay = month >= "01" && month <= "12" && day >= "01" && day <= "31";
  return isYear && isDay ? joined(year, month, day) : undefined;
}

const MONTHS = new Meanings([
  [1, ["janvier", "janv", "jan", "january"]],
  [2, ["février", "févr", "fév", "feb", "february"]],
  [3, ["mars", "mar", "march"]],
  [4, ["avril", "avr", "apr", "april"]],
  [5, ["mai", "may"]],
  [6, ["juin", "jun", "june"]],
  [7, ["juillet", "juil", "jul", "july"]],
  [8, ["août", "aug", "august"]],
  [9, ["septembre", "sept", "sep", "september"]],
  [10, ["octobre", "oct", "october"]],
  [11, ["novembre", "nov", "november"]],
  [12, ["décembre", "déc", "dec", "december"]],
]);

/** `1er mai 1945`, `13-mars-1971`, `01-FEB-1950`, `mai 1945`. */
function inWords(text: string): string | undefined {
  const [, day, name = "", year] =
    /^(?:(\d{1,2})(?:er)?[-/. ]\s?)?([^\s\d/.-]{3,20})\.?[-/. ]\s?(\d{4})$/i.exec(text) ?? [];
  const month = MONTHS.of(name);
  return month === undefined ? undefined : joined(year, String(month), day);
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, "0"))
    .join("-");
}
