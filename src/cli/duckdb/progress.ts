import type { DuckDBConnection } from "@duckdb/node-api";

/** Called while a step runs, with its name and the completed fraction, from 0 to 1. */
export type Progress = (step: "load" | "read" | "compute" | "write", done: number) => void;

const EVERY = 200;

/** Runs a step and reports its progress. */
export async function watch<Value>(
  connection: DuckDBConnection,
  step: Parameters<Progress>[0],
  onProgress: Progress | undefined,
  run: () => Promise<Value>,
): Promise<Value> {
  if (!onProgress) return run();
  const timer = setInterval(
    () => onProgress(step, Math.min(1, Math.max(0, connection.progress.percentage / 100))),
    EVERY,
  );
  try {
    return await run();
  } finally {
    clearInterval(timer);
    onProgress(step, 1);
  }
}
