import type { Patient } from "../../src/index.ts";

/** So many adults of 40 without ALD, the first of them on the C2S. */
export function adults(
  count: number,
  { onC2s = 0, kind = true }: { onC2s?: number; kind?: Patient["c2s"] } = {},
): Patient[] {
  return Array.from({ length: count }, (_, i) => ({
    age: 40,
    ald: false,
    c2s: i < onC2s ? kind : false,
  }));
}
