import { expect, test } from "vitest";
import { populationFigures } from "../../docs/population/figures.ts";

/** The page on the synthetic country: what it shows as reached is within what it allows. */

const { groups, checks } = populationFigures();
const figures = groups.flatMap((group) => group.figures);

test.each(figures.map((figure) => [figure.label.en, figure] as const))(
  "%s: reached within the tolerance",
  (_, { target, reached, tolerance }) => {
    expect(Math.abs(reached - target)).toBeLessThanOrEqual(tolerance);
    expect(tolerance).toBeLessThanOrEqual(0.07 * target + 0.1);
  },
);

test("every published figure has its row", () => {
  expect(figures.length).toBe(13 + 10 + 7 + 1 + 10 + 8 + 3);
});

test("amounts are shown beside what was published, and are no targets", () => {
  expect(checks.map(({ published }) => published[0])).toEqual([14851, 16000, 17200, 21500, 15]);
  expect(figures.filter(({ unit }) => unit === "euros")).toEqual([]);
});
