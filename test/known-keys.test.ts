import { closestName } from "../src/known-keys.ts";
import { table } from "./support/table.ts";

table<readonly [text: string, names: readonly string[]], string | undefined>(
  "the name that a misspelt text is closest to",
  [
    ["the nearest of two", ["physicans", ["practices", "physicians"]], "physicians"],
    ["in other letters", ["PATIENTS", ["patients"]], "patients"],
    ["two letters away from a short one", ["ab", ["abcd"]], "abcd"],
    ["three away from a short one", ["ab", ["abcde"]], undefined],
    ["a third of nine letters away", ["abcdefghi", ["abcdef"]], "abcdef"],
    ["more than a third", ["abcdefghi", ["abcde"]], undefined],
    ["a text of sixty letters", ["a".repeat(60), ["a".repeat(50)]], "a".repeat(50)],
    ["a longer text is nobody's", ["a".repeat(61), ["a".repeat(60)]], undefined],
  ],
  ([text, names]) => closestName(text, names),
);
