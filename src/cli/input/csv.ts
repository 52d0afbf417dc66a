import { parse, type CsvError, type Info } from "csv-parse";
import { fail } from "../failure.ts";

/** A record of a CSV file, and the line on which it begins; the header is line 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Bytes that one record may have: beyond, a quote was left open. */
const LONGEST = 1 << 20;

/** Reads CSV separated by comma, semicolon or tab, whichever the first line has most of. */
export async function* readCsv(text: AsyncIterable<string>): AsyncGenerator<CsvRecord> {
  const { start, rest } = await firstLine(text);
  const parser = parse({ delimiter: separatorOf(start), info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, max_record_size: LONGEST });
  const fed = feed(parser, rest);
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      if (record.some((cell) => cell.trim() !== "")) yield { line: info.lines - breaksIn(record), cells: record };
    }
    await fed;
  } catch (error) {
    throwReadable(error as CsvError);
  }
}

/** The text up to the first line break, and the whole text again. */
async function firstLine(text: AsyncIterable<string>): Promise<{ start: string; rest: AsyncIterable<string> }> {
  const iterator = text[Symbol.asyncIterator]();
  let start = "";
  while (!/[\r\n]/.test(start.trimStart()) && start.length < LONGEST) {
    const { done, value } = await iterator.next();
    if (done) break;
    start += value;
  }
  async function* rest(): AsyncGenerator<string> {
    yield start;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { start: start.trimStart().split(/[\r\n]/, 1)[0] as string, rest: rest() };
}

function separatorOf(header: string): string {
  const unquoted = header.replace(/"[^"]*"/g, "");
  const counts = [",", ";", "\t"].map((separator) => ({ separator, count: unquoted.split(separator).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).separator;
}

async function feed(parser: NodeJS.WritableStream & { destroy(error: Error): void }, text: AsyncIterable<string>): Promise<void> {
  try {
    for await (const chunk of text) {
      if (!parser.write(chunk)) await new Promise<void>((drained) => parser.once("drain", drained));
    }
    parser.end();
  } catch (error) {
    parser.destroy(error as Error);
  }
}

function breaksIn(cells: readonly string[]): number {
  return cells.reduce((count, cell) => count + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}

function throwReadable(error: CsvError): never {
  const line = (error as { lines?: number }).lines;
  if (error.code === "CSV_QUOTE_NOT_CLOSED" || error.code === "CSV_MAX_RECORD_SIZE" || error.code === "CSV_INVALID_CLOSING_QUOTE") {
    fail("CSV_QUOTE", `guillemet jamais fermé, ou cellule démesurée (ligne ${line})`, `a quote that is never closed, or a boundless cell (line ${line})`);
  }
  throw error;
}
