import { tagOf } from "../tag.ts";
import { blankOf, cellReader, wordsOf, type CellOptions } from "./cells.ts";
import { readDate } from "./date.ts";
import { indicatorOf } from "./prevention.ts";
import { dateOf } from "./visits.ts";
import { statuses } from "./vocabulary.ts";

/**
 * Reads the values of a field in rows whose values are not all text: those of JSON, of a database,
 * of a program. Text is read as a cell; a value that has no known meaning is passed on.
 */
export function valueReader(field: string, options: CellOptions = {}): (value: unknown) => unknown {
  const [read, words] = [cellReader(field, options), wordsOf(field, options)];
  const blank = blankOf(field, options);
  return (value) => {
    if (value === null || value === undefined) return blank === "" ? value : blank;
    if (typeof value === "string") return read(value);
    if (Array.isArray(value)) return listOf(field, value, read);
    if (field === "preventionStatus") return statusesIn(value);
    if (!words || (typeof value !== "number" && typeof value !== "boolean")) return value;
    const text = String(value);
    const meant = read(text);
    return meant === text && words(text) === undefined ? value : meant;
  };
}

/** The elements of a list, each in the words of its field. */
function listOf(field: string, list: readonly unknown[], read: (cell: string) => unknown): unknown {
  if (field === "visits")
    return list.map((date) => (typeof date === "string" ? dateOf(date) : date));
  if (field === "prevention") return list.map(actionOf);
  if (field === "acts") return list.map(actOf);
  return list.map((period) => periodOf(period, read));
}

function actionOf(action: unknown): unknown {
  if (typeof action === "string") return indicatorOf(action);
  if (!isObject(action)) return action;
  const { id, on } = action;
  return {
    ...action,
    ...(typeof id === "string" && { id: indicatorOf(id) }),
    ...(typeof on === "string" && { on: dateOf(on) }),
  };
}

/** An act, its day as people write it. */
function actOf(act: unknown): unknown {
  if (!isObject(act) || typeof act["date"] !== "string") return act;
  return { ...act, date: readDate(act["date"], "midnight") ?? act["date"] };
}

/** What is said of indicators, in the words of each. */
function statusesIn(value: unknown): unknown {
  if (!isObject(value)) return value;
  const meant = (status: unknown): unknown =>
    (typeof status === "string" && statuses.of(status)) || status;
  return Object.fromEntries(
    Object.entries(value).map(([id, status]) => [indicatorOf(id), meant(status)]),
  );
}

/** A value that holds from one day until another. */
function periodOf(period: unknown, read: (cell: string) => unknown): unknown {
  if (!isObject(period)) return period;
  const { value, from, until } = period;
  const day = (text: unknown): unknown =>
    typeof text === "string" ? (readDate(text, "midnight") ?? text) : text;
  return {
    ...period,
    ...(typeof value === "string" && { value: read(value) }),
    ...(from !== undefined && { from: day(from) }),
    ...(until !== undefined && { until: day(until) }),
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  tagOf(value) === "[object Object]";
