import { CsvReader } from "../../src/cli/input/csv.ts";
import type { CsvRecord } from "../../src/cli/input/csv-record.ts";

/** The records of a CSV text, which is given in some pieces. */
export async function recordsOf(pieces: readonly string[]): Promise<CsvRecord[]> {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for (const piece of pieces) yield new TextEncoder().encode(piece);
  }
  const search = { fieldOf: (): undefined => undefined, required: [] };
  const records: CsvRecord[] = [];
  for await (const record of new CsvReader(bytes(), search).records()) records.push(record);
  return records;
}
