import { LONGEST, readQuoted, type CsvRecord } from "./csv-quoted.ts";

/** Reads CSV separated by commas, semicolons or tabs: the most frequent one in the header. */
export async function* readCsv(text: AsyncIterable<string>): AsyncGenerator<CsvRecord> {
  const { header, rest } = await readHeaderLine(withLineFeeds(text));
  for await (const record of readRecords(rest, separatorOf(header)))
    if (record.cells.some((cell) => cell.trim() !== "")) yield record;
}

/**
 * Splits lines at separators until a text has a quote: the csv-parse library reads from there on.
 */
async function* readRecords(
  text: AsyncGenerator<string>,
  separator: string,
): AsyncGenerator<CsvRecord> {
  let [line, start] = [1, ""];
  for await (const chunk of text) {
    const combined = start + chunk;
    const lines = combined.split("\n");
    if (combined.includes('"') || lines.some(({ length }) => length > LONGEST_SPLIT)) {
      yield* readQuoted(replayed(combined, text), separator, line);
      return;
    }
    start = lines.pop() as string;
    for (const one of lines) yield { line: line++, cells: one.split(separator) };
  }
  yield { line, cells: start.split(separator) };
}

/** Length below which a line is within `LONGEST`: a character has at most three bytes per unit. */
const LONGEST_SPLIT = LONGEST / 4;

async function* replayed(start: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield start;
  yield* rest;
}

/** Converts every line ending to a line feed, so that CRLF counts as one line. */
async function* withLineFeeds(text: AsyncIterable<string>): AsyncGenerator<string> {
  let pending = "";
  for await (const chunk of text) {
    const combined = pending + chunk;
    pending = combined.endsWith("\r") ? "\r" : "";
    yield combined.slice(0, combined.length - pending.length).replace(/\r\n?/g, "\n");
  }
  if (pending !== "") yield "\n";
}

/**
 * Cells of the first record and their separator; undefined for an empty text. Reads little beyond
 * the first record.
 */
export async function readFirstRecord(
  text: AsyncIterable<string>,
): Promise<{ cells: readonly string[]; separator: string } | undefined> {
  const { header, start } = await readHeaderLine(withLineFeeds(text));
  async function* once(): AsyncGenerator<string> {
    yield start;
  }
  for await (const { cells } of readCsv(once())) return { cells, separator: separatorOf(header) };
  return undefined;
}

/** Header line without quoted cells, the text consumed to find it, and the whole text replayed. */
async function readHeaderLine(
  text: AsyncGenerator<string>,
): Promise<{ header: string; start: string; rest: AsyncGenerator<string> }> {
  let start = "";
  let header = { line: "", isWhole: false };
  while (!header.isWhole && start.length < LONGEST) {
    const { done, value } = await text.next();
    if (done) break;
    start += value;
    header = headerIn(start);
  }
  return { header: header.line, start, rest: replayed(start, text) };
}

function headerIn(text: string): { line: string; isWhole: boolean } {
  const unquoted = text.replace(/^\s*\n/, "").replace(/"[^"]*"/g, "");
  const end = unquoted.indexOf("\n");
  const line = end < 0 ? unquoted : unquoted.slice(0, end);
  return { line, isWhole: end >= 0 && !line.includes('"') };
}

function separatorOf(header: string): string {
  const counts = [",", ";", "\t"].map((separator) => ({
    separator,
    count: header.split(separator).length,
  }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).separator;
}
