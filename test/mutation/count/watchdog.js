/**
 * Ends a process of which no test ends: a change made a loop endless. It counts processor time, for
 * on a busy machine a test may take minutes of the clock.
 */
import { Worker, isMainThread, workerData } from "node:worker_threads";

const MOST_MS = 8_000;
const EVERY_MS = 500;

/** @returns what to call whenever a test or a file begins */
export function watch() {
  const begun = new Int32Array(new SharedArrayBuffer(4));
  new Worker(new URL(import.meta.url), { workerData: begun }).unref();
  return () => {
    begun[0] += 1;
  };
}

/** Milliseconds of processor, which a busy machine does not change. */
export function spent() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

if (!isMainThread) {
  let seen = -1;
  let since = 0;
  setInterval(() => {
    if (workerData[0] !== seen) [seen, since] = [workerData[0], spent()];
    else if (spent() - since > MOST_MS) process.kill(process.pid, "SIGKILL");
  }, EVERY_MS);
}
