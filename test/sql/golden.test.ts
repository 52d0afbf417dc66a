import { expect, test } from "vitest";
import { expectedGolden, GOLDEN, printGolden } from "./golden.ts";

/** The text of some queries, which changes only on purpose; what they give is in amounts.test.ts. */

test.each(Object.keys(GOLDEN))("%s", (name) => {
  expect(printGolden(name)).toBe(expectedGolden(name));
});
