import { expect, test } from "vitest";
import { readKit, statementsOf, type StatementOf } from "./read-kit.ts";

const all = [...readKit().values()].flat();
const cents = (euros: string): number => Math.round(Number(euros) * 100);
const sum = (amounts: readonly string[]): number =>
  amounts.reduce((before, amount) => before + cents(amount), 0);

test("lines sum to components, components to the total, instalments to both", () => {
  for (const one of all)
    for (const statement of statementsOf(one)) expect(unequal(statement), one.id).toEqual([]);
});

/** The places where a statement does not add up. */
function unequal({ lines, components, total, instalments }: StatementOf): string[] {
  const byComponent = Object.entries(components).flatMap(([id, amount]) => {
    const ofLines = sum(
      lines.filter(({ component }) => component === id).map((line) => line.amount),
    );
    const paid = sum(instalments.flatMap((part) => part.components[id] ?? []));
    return ofLines === cents(amount) && paid === cents(amount) ? [] : [id];
  });
  const dues = instalments
    .filter((part) => sum(Object.values(part.components)) !== cents(part.amount))
    .map(({ due }) => due);
  return [
    ...byComponent,
    ...dues,
    ...(sum(Object.values(components)) === cents(total) ? [] : ["total"]),
  ];
}

test("shares sum to components", () => {
  const shared = all.flatMap(({ id, expected }) =>
    "statement" in expected && expected.shares
      ? [{ id, statement: expected.statement, shares: expected.shares }]
      : [],
  );
  for (const { id, statement, shares } of shared) {
    for (const [component, amount] of Object.entries(statement.components)) {
      expect(
        sum(shares.map((share) => share.components[component] as string)),
        `${id} ${component}`,
      ).toBe(cents(amount));
    }
  }
  expect(shared.length).toBeGreaterThan(400);
});

test("a statement says every reading that it rests on", () => {
  for (const one of all) {
    for (const { assumptions, readings } of statementsOf(one)) {
      expect(assumptions["reading"] ?? [], one.id).toEqual(
        Object.keys(readings).map((id) => `readings.${id}`),
      );
    }
  }
});
