/** A case of a component. */
export interface Case<One> {
  /** The path by which it is patched, without the key: `base.80+`, or `base` where the component has no cases. */
  readonly path: string;
  /** Empty where the component has no cases. */
  readonly name: string;
  readonly one: One;
}

/** The cases of a component; one without cases is its own only case. */
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
