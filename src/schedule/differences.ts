import { canonicalJson } from "./canonical.ts";

/** A place at which two documents differ. A value is undefined where one holds nothing. */
export interface Difference {
  /** As a patch writes it: `base.ald-80+.amount`. */
  readonly path: string;
  /** The same place, key by key. */
  readonly keys: readonly string[];
  readonly was: unknown;
  readonly now: unknown;
}

type Node = Readonly<Record<string, unknown>>;

/**
 * Where a document differs from another, in the order of the other. The order of keys is no
 * difference.
 * @param isSkipped whether what stands at these keys is not compared
 */
export function* differences(
  was: unknown,
  now: unknown,
  isSkipped?: (keys: readonly string[]) => boolean,
  keys: readonly string[] = [],
): Generator<Difference> {
  if (was === now || isSkipped?.(keys)) return;
  if (isNode(was) && isNode(now)) {
    const isComponent = keys.length === (keys[0] === "uplifts" ? 3 : 2);
    for (const key of new Set([...Object.keys(was), ...Object.keys(now)])) {
      // A component may have no cases; each one that it gains or loses is a place of its own.
      const isMap = isComponent && key === "cases";
      yield* differences(
        isMap ? (was[key] ?? {}) : was[key],
        isMap ? (now[key] ?? {}) : now[key],
        isSkipped,
        [...keys, key],
      );
    }
  } else if (canonicalJson(was) !== canonicalJson(now)) {
    yield { path: patchPath(keys), keys, was, now };
  }
}

/** The path by which a patch names a place of the document. */
function patchPath(keys: readonly string[]): string {
  const [first, second] = keys;
  const parts = first === "amounts" ? 1 : first === "uplifts" && second === "cases" ? 2 : 0;
  const path = keys.slice(parts);
  return (parts > 0 && path[1] === "cases" ? [path[0], ...path.slice(2)] : path).join(".");
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
