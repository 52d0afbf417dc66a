import type { AmountCase, PreventionWay, Provenance } from "../language.ts";

/** A way of an indicator in its place. */
export interface WayInPlace {
  /** Patch path: `prevention.flu.eligible.age-65`. */
  readonly path: string;
  readonly name: string;
  readonly way: PreventionWay;
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

/** Of a way: its own; a way of a case of the user is the user's. */
export function provenanceOf(way: PreventionWay, one: Provenance): Provenance {
  return isSaid(way) ? way : one.user ? { user: true } : {};
}

/** Whether anything says where a value comes from. */
export function isSaid({ source, assumed, user }: Provenance): boolean {
  return source !== undefined || assumed !== undefined || user === true;
}
