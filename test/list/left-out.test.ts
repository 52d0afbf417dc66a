import { expect, test } from "vitest";
import { leftOutTitles } from "../../src/list/left-out.ts";

test("why a row is left out is said in both languages", () => {
  expect(leftOutTitles).toEqual({
    unborn: { fr: "né après le jour", en: "born after the day" },
    dead: { fr: "décédé ce jour ou avant", en: "died on the day or before" },
    "not-yet-registered": { fr: "pas encore inscrit ce jour", en: "not yet registered on the day" },
    gone: { fr: "plus inscrit ce jour", en: "no longer registered on the day" },
  });
});
