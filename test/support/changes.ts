import type { Statement } from "../../src/index.ts";

/** What differs between two statements: amounts of components, components that are paid otherwise, readings. */
export interface Changes {
  readonly components: Readonly<Record<string, string>>;
  readonly paidOtherwise: readonly string[];
  readonly readings: Readonly<Record<string, string>>;
}

export function changes(before: Statement, after: Statement): Changes {
  const components = Object.keys(before.components);
  return {
    components: changed(before.components, after.components),
    paidOtherwise: components.filter(
      (id) => JSON.stringify(paymentsOf(before, id)) !== JSON.stringify(paymentsOf(after, id)),
    ),
    readings: changed(before.readings, after.readings),
  };
}

/** What is paid of one component, by due date. */
export function paymentsOf({ instalments }: Statement, component: string): Record<string, string> {
  return Object.fromEntries(
    instalments.flatMap(({ due, components }) =>
      components[component] === undefined ? [] : [[due, components[component]]],
    ),
  );
}

function changed(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(after).filter(([id, value]) => before[id] !== value));
}
