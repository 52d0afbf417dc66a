import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** How time and memory grow with the list: one process for each size, so that each has its own peak. */
export interface Scale {
  readonly rows: number;
  /** Nanoseconds for each row. */
  readonly onePass: number;
  readonly panels: number;
  /** Bytes for each row: of the columns, and at the most beyond them while panels are made and priced. */
  readonly columnBytes: number;
  readonly peakBytes: number;
}

export function scaleOf(rows: number): Scale {
  const out = execFileSync(
    process.execPath,
    [join(import.meta.dirname, "scale-one.mjs"), String(rows)],
    { encoding: "utf8" },
  );
  return JSON.parse(out) as Scale;
}
