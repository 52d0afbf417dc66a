import type { AmountCase, PreventionWay, Provenance } from "../language.ts";

/** A way of an indicator in its place. */
export interface WayInPlace {
  /** Patch path: `prevention.flu.eligible.age-65`. */
  readonly path: string;
  readonly name: string;
  readonly way: PreventionWay;
  /** Its own; a way of a case of the user is the user's. */
  readonly provenance: Provenance;
}

/** The ways in which patients are eligible, and those that validate. */
export function waysOf(path: string, one: AmountCase): readonly WayInPlace[] {
  return [...waysIn(path, one, "eligible"), ...waysIn(path, one, "validated")];
}

export function waysIn(
  path: string,
  one: AmountCase,
  part: "eligible" | "validated",
): readonly WayInPlace[] {
  return Object.entries(one[part] ?? {}).map(([name, way]) => ({
    path: `${path}.${part}.${name}`,
    name,
    way,
    provenance: provenanceOf(way, one),
  }));
}

function provenanceOf({ source, assumed, user }: PreventionWay, one: Provenance): Provenance {
  const isSaid = source !== undefined || assumed !== undefined || user !== undefined;
  if (!isSaid) return one.user ? { user: true } : {};
  return {
    ...(source !== undefined && { source }),
    ...(assumed !== undefined && { assumed }),
    ...(user && { user }),
  };
}
