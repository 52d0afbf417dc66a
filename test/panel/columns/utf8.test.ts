import { LargeUtf8, Utf8, Vector, vectorFromArray } from "apache-arrow";
import { expect, test } from "vitest";
import { hashOf, Utf8Table } from "../../../src/panel/columns/utf8.ts";
import { namesOf } from "../../../src/panel/columns/vector.ts";
import { table } from "../../support/table.ts";

/** The key of each text, in pieces; and the texts for which a key was asked, a key being a place among them. */
function keysOf(
  type: Utf8 | LargeUtf8,
  pieces: readonly (readonly string[])[],
): readonly [keys: number[], asked: string[]] {
  const asked: string[] = [];
  const texts = new Utf8Table((text) => asked.push(text) - 1);
  const vector = new Vector(pieces.flatMap((piece) => vectorFromArray(piece, type).data));
  return [
    namesOf(vector, "").pieces.flatMap((piece) =>
      Array.from({ length: piece.length }, (_, at) => texts.key(piece, at)),
    ),
    asked,
  ];
}

for (const type of [new Utf8(), new LargeUtf8()]) {
  table<readonly (readonly string[])[], readonly [number[], string[]]>(
    `a key is asked for once for each text: ${type}`,
    [
      ["that comes again at once", [["a", "a", "a"]], [[0, 0, 0], ["a"]]],
      [
        "that comes again after another",
        [["ab", "cd", "ab", "cd"]],
        [
          [0, 1, 0, 1],
          ["ab", "cd"],
        ],
      ],
      [
        "that comes again before another",
        [["a", "a", "b", "a", "c", "a"]],
        [
          [0, 0, 1, 0, 2, 0],
          ["a", "b", "c"],
        ],
      ],
      [
        "that comes again in another piece",
        [
          ["x", "ab", "cd"],
          ["cd", "ab"],
          ["ab", "yz"],
        ],
        [
          [0, 1, 2, 2, 1, 1, 3],
          ["x", "ab", "cd", "yz"],
        ],
      ],
      [
        "that is the beginning of another",
        [["abc", "ab", "a", "ab", "abc"]],
        [
          [0, 1, 2, 1, 0],
          ["abc", "ab", "a"],
        ],
      ],
      [
        "that is the end of another",
        [["abc", "bc", "c", "bc", "abc"]],
        [
          [0, 1, 2, 1, 0],
          ["abc", "bc", "c"],
        ],
      ],
      [
        "that differs in one byte",
        [["abc", "xbc", "axc", "abx", "abc"]],
        [
          [0, 1, 2, 3, 0],
          ["abc", "xbc", "axc", "abx"],
        ],
      ],
      [
        "that differs in every byte",
        [["ab", "ba", "ab"]],
        [
          [0, 1, 0],
          ["ab", "ba"],
        ],
      ],
      [
        "that is empty",
        [
          ["", "a", "", ""],
          ["", "a"],
        ],
        [
          [0, 1, 0, 0, 0, 1],
          ["", "a"],
        ],
      ],
      [
        "that has accents",
        [["é", "è", "é"]],
        [
          [0, 1, 0],
          ["é", "è"],
        ],
      ],
      [
        "of one hash with another",
        [["dr-179198", "dr-362783", "dr-179198", "dr-362783", "a", "dr-362783"]],
        [
          [0, 1, 0, 1, 2, 1],
          ["dr-179198", "dr-362783", "a"],
        ],
      ],
    ],
    (pieces) => keysOf(type, pieces),
  );
}

test.each([
  ["", 0x811c9dc5],
  ["a", 0xe40c292c],
  ["foobar", 0xbf9cf968],
])("the hash of %j is FNV-1a's", (text, expected) => {
  const bytes = new TextEncoder().encode(`<${text}>`);
  expect(hashOf(bytes, 1, bytes.length - 1) >>> 0).toBe(expected);
});
