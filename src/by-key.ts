/** Groups what has the same key, in order of first appearance. */
export function byKey<One>(
  all: readonly One[],
  keyOf: (one: One, i: number) => string,
): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  all.forEach((one, i) => {
    const key = keyOf(one, i);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  });
  return groups;
}
