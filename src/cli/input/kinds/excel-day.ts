const DAY = 86_400_000;
/** 31 December 9999, the last day that Excel knows. */
const LAST = 2_958_465;

/**
 * The day, and the time if there is one, that Excel means by a number.
 *
 * Excel counts from 1 January 1900 and believes that there was a 29 February 1900, number 60; the
 * Macintosh counted from 1 January 1904, which is 0.
 * @returns `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SS`; undefined for a number that is no day
 */
export function excelDay(serial: number, from1904: boolean): string | undefined {
  if (serial < (from1904 ? 0 : 1) || serial >= LAST + 1) return undefined;
  const [whole, seconds] = wholeDay(serial);
  if (!from1904 && whole === 60) return "1900-02-29";
  const first = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30);
  const iso = new Date(first + whole * DAY + seconds * 1000).toISOString();
  return seconds === 0 ? iso.slice(0, 10) : iso.slice(0, 19);
}

/** Days and seconds; a time within half a second of midnight is of the next day. */
function wholeDay(serial: number): readonly [number, number] {
  const whole = Math.floor(serial);
  const seconds = Math.round((serial - whole) * 86_400);
  return seconds === 86_400 ? [whole + 1, 0] : [whole, seconds];
}
