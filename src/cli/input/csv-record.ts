import { fail } from "../report/failure.ts";

/** A CSV record and its first line; the header is on line 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Longest record, in bytes; a longer one has an unclosed quote. */
export const LONGEST = 1 << 20;

export const [LINE_FEED, CARRIAGE_RETURN, QUOTE] = [10, 13, 34] as const;

/** UTF-8 bytes in which a record begins. */
export interface Stretch {
  /** Behind their end stand a line feed and three bytes more, so that four can be read at once. */
  readonly bytes: Buffer;
  readonly end: number;
  /** Nothing follows the end. */
  readonly isLast: boolean;
  readonly separator: number;
}

/** A record, with where the next one begins and how many lines this one has. */
export interface SplitRecord {
  readonly cells: readonly string[];
  readonly next: number;
  readonly lines: number;
}

/**
 * Splits a record into its cells. A cell that begins with a quote ends with the quote before a
 * separator or a line end, and holds what stands between, `""` for a quote; any other quote is
 * text. Lines may end with CR, LF or both.
 * @returns undefined if the record is cut at the end of the bytes
 */
export function splitRecord(stretch: Stretch, from: number): SplitRecord | undefined {
  const { bytes, end, isLast, separator } = stretch;
  const cells: string[] = [];
  let [at, lines] = [from, 1];
  for (;;) {
    let text = "";
    if (at < end && bytes[at] === QUOTE) {
      const quoted = readQuoted(stretch, at);
      if (!quoted) return undefined;
      text = quoted.text;
      at = quoted.next;
      lines += quoted.breaks;
    }
    const rest = at;
    while (at < end && !endsCell(bytes[at] as number, separator)) at += 1;
    cells.push(text + bytes.toString("utf8", rest, at));
    if (at >= end) return isLast ? { cells, next: end, lines } : undefined;
    if (bytes[at] !== separator) break;
    at += 1;
  }
  const isPair = bytes[at] === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED && at + 1 < end;
  if (bytes[at] === CARRIAGE_RETURN && at + 1 >= end && !isLast) return undefined;
  return { cells, next: at + (isPair ? 2 : 1), lines };
}

export function endsCell(byte: number, separator: number): boolean {
  return byte === separator || byte === LINE_FEED || byte === CARRIAGE_RETURN;
}

/** A quoted cell, or the beginning of one that goes on behind its closing quote. */
function readQuoted(
  { bytes, end, isLast, separator }: Stretch,
  at: number,
): { text: string; next: number; breaks: number } | undefined {
  let text = "";
  for (let from = at + 1; ;) {
    const close = bytes.indexOf(QUOTE, from);
    if (close < 0 || close >= end || (close + 1 >= end && !isLast)) return undefined;
    text += bytes.toString("utf8", from, close);
    const after = close + 1 < end ? (bytes[close + 1] as number) : LINE_FEED;
    if (after === QUOTE) {
      text += '"';
      from = close + 2;
      continue;
    }
    text = text.replace(/\r\n?/g, "\n");
    const breaks = text.split("\n").length - 1;
    return {
      text: endsCell(after, separator) ? text : `"${text}"`,
      next: close + 1,
      breaks,
    };
  }
}

/** @param line on which the record begins; @throws Failure CSV_QUOTE */
export function failLong(line: number): never {
  return fail(
    "CSV_QUOTE",
    `un guillemet ouvert à la ligne ${line} n'est jamais fermé (ou une cellule est démesurée)`,
    `a quote opened on line ${line} is never closed (or a cell is boundless)`,
  );
}
