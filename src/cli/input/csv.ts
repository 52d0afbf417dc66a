import { parse, type CsvError, type Info } from "csv-parse";
import { fail } from "../report/failure.ts";

/** A CSV record and its first line; the header is on line 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Maximum size of a record, in bytes; a longer one has an unclosed quote. */
const LONGEST = 1 << 20;

/** Reads CSV separated by commas, semicolons or tabs: the most frequent one in the header. */
export async function* readCsv(text: AsyncIterable<string>): AsyncGenerator<CsvRecord> {
  const { header, rest } = await readHeaderLine(withLineFeeds(text));
  let next = 1;
  const trackLine = (record: string[], { lines }: Info): string[] => {
    next = lines + 1;
    return record;
  };
  const options = {
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST,
  };
  const parser = parse({
    ...options,
    delimiter: separatorOf(header),
    record_delimiter: "\n",
    on_record: trackLine,
  });
  const feeding = feed(parser, rest);
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: Info;
    }>) {
      if (record.some((cell) => cell.trim() !== ""))
        yield { line: info.lines - lineBreaksIn(record), cells: record };
    }
    await feeding;
  } catch (error) {
    throwReadable(error as CsvError, next);
  }
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
): Promise<{ header: string; start: string; rest: AsyncIterable<string> }> {
  let start = "";
  let header = { line: "", isWhole: false };
  while (!header.isWhole && start.length < LONGEST) {
    const { done, value } = await text.next();
    if (done) break;
    start += value;
    header = headerIn(start);
  }
  async function* rest(): AsyncGenerator<string> {
    yield start;
    yield* text;
  }
  return { header: header.line, start, rest: rest() };
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

async function feed(
  parser: NodeJS.WritableStream & { destroy(error: Error): void },
  text: AsyncIterable<string>,
): Promise<void> {
  try {
    for await (const chunk of text) {
      if (!parser.write(chunk)) await new Promise<void>((drained) => parser.once("drain", drained));
    }
    parser.end();
  } catch (error) {
    parser.destroy(error as Error);
  }
}

function lineBreaksIn(cells: readonly string[]): number {
  return cells.reduce((count, cell) => count + cell.split("\n").length - 1, 0);
}

function throwReadable(error: CsvError, line: number): never {
  if (error.code === "CSV_QUOTE_NOT_CLOSED" || error.code === "CSV_MAX_RECORD_SIZE") {
    fail(
      "CSV_QUOTE",
      `guillemet jamais fermé, ou cellule démesurée, dans la ligne qui commence en ${line}`,
      `a quote that is never closed, or a boundless cell, in the row that begins on line ${line}`,
    );
  }
  throw error;
}
