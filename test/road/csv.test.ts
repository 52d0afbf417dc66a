import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { recordsOf } from "../support/records.ts";
import { parse } from "csv-parse/sync";
import { times } from "../support/runs.ts";
import { fileCases } from "../sql/files.ts";
import { physiciansCsv } from "../sql/compare-file.ts";
import { inMemory } from "./in-memory.ts";
import { outcomeOf } from "./outcome.ts";

/** Quotes some cells that need none, as many programs do. */
const quoted = (text: string, every: number): string => {
  let count = 0;
  return text.replace(/(^|[,;\t])([^,;\t\n"]+)(?=[,;\t\n])/gm, (whole, before, cell) =>
    every > 0 && count++ % every === 0 ? `${before}"${cell}"` : whole,
  );
};

const options = fc.record({
  one: fileCases,
  every: fc.constantFrom(0, 0, 1, 3),
  end: fc.constantFrom("\n", "\r\n", "\r"),
  isCut: fc.boolean(),
  chunk: fc.constantFrom(undefined, 1, 7, 64),
});

describe("the bytes of a CSV file and its rows one by one", () => {
  test("give the same lists and refuse the same rows", async () => {
    await fc.assert(
      fc.asyncProperty(options, async ({ one, every, end, isCut, chunk }) => {
        const lines = quoted(one.text, every).replaceAll("\n", end);
        const text = isCut ? lines.slice(0, -end.length) : lines;
        const io = inMemory({ list: text, physicians: physiciansCsv(one.physicians) }, chunk);
        const files = {
          list: "list",
          physicians: one.physicians && "physicians",
          map: {},
        };
        const byRow = await outcomeOf(io, one, { ...files, keep: true });
        expect(await outcomeOf(io, one, files)).toEqual(byRow);
        expect(withoutIds(await outcomeOf(io, one, { ...files, dropIds: true }))).toEqual(
          withoutIds(byRow),
        );
      }),
      times(8),
    );
  });
});

/** Without the ids and row numbers of who is computed. */
function withoutIds(outcome: unknown): unknown {
  return JSON.parse(
    JSON.stringify(outcome, (key, value) => (key === "ids" || key === "rows" ? undefined : value)),
  );
}

describe("records", () => {
  const piece = fc.constantFrom(
    '"',
    '""',
    ",",
    "\n",
    "\r\n",
    "\r",
    "a",
    "é",
    " ",
    "b c",
    '",',
    '"\n',
    "ab,",
  );

  it("are split as csv-parse splits them", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), fc.nat(5), async (pieces, cut) => {
        const text = `a,b\n${pieces.join("")}`;
        const read = await recordsOf([text.slice(0, cut), text.slice(cut)]).then(
          (records) => records.map(({ cells }) => cells),
          (error: { code: string }) => error.code,
        );
        expect(read).toEqual(byCsvParse(text.replaceAll(/\r\n?/g, "\n")));
      }),
      times(40),
    );
  });
});

function byCsvParse(text: string): string[][] | string {
  try {
    const records: string[][] = parse(text, {
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      delimiter: ",",
      record_delimiter: "\n",
    });
    return records.filter((cells) => cells.some((cell) => cell.trim() !== ""));
  } catch (error) {
    const { code } = error as { code: string };
    return code === "CSV_QUOTE_NOT_CLOSED" ? "CSV_QUOTE" : code;
  }
}
