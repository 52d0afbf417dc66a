import type { Condition } from "./language.ts";

/** A case of a component. */
export interface Case<One> {
  /** Patch path without its key: `base.80+`, or `base` for a component without cases. */
  readonly path: string;
  /** Empty for a component without cases. */
  readonly name: string;
  readonly one: One;
}

/** Cases of a component. A component without cases is its own single case. */
export function casesOf<One>(
  id: string,
  component: One & { readonly cases?: Readonly<Record<string, One>> },
): Case<One>[] {
  if (!component.cases) return [{ path: id, name: "", one: component }];
  return Object.entries(component.cases).map(([name, one]) => ({
    path: `${id}.${name}`,
    name,
    one,
  }));
}

/** Conditions of a case after its component's own; a component without cases is its own case. */
export function whensOf(component: Conditional, one: Conditional): (Condition | undefined)[] {
  return component === one ? [one.when] : [component.when, one.when];
}

interface Conditional {
  readonly when?: Condition;
}
