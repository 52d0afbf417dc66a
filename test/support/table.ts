import { describe, expect, test } from "vitest";

/** What a row is about, what is given, what is expected. */
export type Row<Given, Expected> = readonly [title: string, given: Given, expected: Expected];

/** One test for each row: the answer to what is given is exactly what is expected. */
export function table<Given, Expected>(
  name: string,
  rows: readonly Row<Given, Expected>[],
  answer: (given: Given) => Expected,
): void {
  describe(name, () => {
    for (const [title, given, expected] of rows)
      test(title, () => expect(answer(given)).toStrictEqual(expected));
  });
}

/** A table whose expected values are euros, written as the arithmetic of the text: `100 + 10 + 3 * 5`. */
export function tableOfEuros<Given>(
  name: string,
  rows: readonly Row<Given, number>[],
  answer: (given: Given) => string,
): void {
  table(
    name,
    rows.map(([title, given, expected]) => [title, given, euros(expected)]),
    answer,
  );
}

/** Euros as a statement writes them: 60.5 → `"60.50"`. */
export function euros(amount: number): string {
  return amount.toFixed(2);
}
