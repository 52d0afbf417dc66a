import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { recordsOf } from "../support/records.ts";
import { parse } from "csv-parse/sync";
import { times } from "../support/runs.ts";
import { fileCases } from "../sql/files.ts";
import { roadsOf } from "./roads.ts";

const written = fc.record({
  quotedEvery: fc.constantFrom(0, 0, 1, 3),
  lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
  isCut: fc.boolean(),
  chunk: fc.constantFrom(undefined, 1, 7, 64),
});

test("a list by its bytes, its rows one by one and its rows as objects: the same is kept of it, the same refused", async () => {
  await fc.assert(
    fc.asyncProperty(fileCases, written, async (one, how) => {
      const { byRow, byBytes, withoutIds, asObjects } = await roadsOf(one, how);
      expect(byBytes).toEqual(byRow);
      expect(withoutIds[1]).toEqual(withoutIds[0]);
      if (asObjects) expect(asObjects[1]).toEqual(asObjects[0]);
    }),
    times(8),
  );
});

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
