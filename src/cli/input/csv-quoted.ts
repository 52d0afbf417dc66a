import { parse, type CsvError, type Info } from "csv-parse";
import { fail } from "../report/failure.ts";

/** A CSV record and its first line; the header is on line 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Maximum size of a record, in bytes; a longer one has an unclosed quote. */
export const LONGEST = 1 << 20;

/**
 * Records that may have quoted cells, with separators and line feeds in them.
 * @param first line on which the text begins
 */
export async function* readQuoted(
  text: AsyncIterable<string>,
  separator: string,
  first: number,
): AsyncGenerator<CsvRecord> {
  let next = first;
  const trackLine = (record: string[], { lines }: Info): string[] => {
    next = first + lines;
    return record;
  };
  const parser = parse({
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST,
    delimiter: separator,
    record_delimiter: "\n",
    on_record: trackLine,
  });
  const feeding = feed(parser, text);
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: Info;
    }>)
      yield { line: first - 1 + info.lines - lineBreaksIn(record), cells: record };
    await feeding;
  } catch (error) {
    throwReadable(error as CsvError, next);
  }
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
