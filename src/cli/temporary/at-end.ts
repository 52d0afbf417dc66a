import { constants } from "node:os";

const removers = new Set<() => void>();
const SIGNALS = ["SIGHUP", "SIGINT", "SIGTERM"] as const;

/**
 * Runs `remove` when the process ends, by itself, on an error or on a signal, unless it is
 * cancelled before. Register before creating what it removes: a signal in between would leave it.
 * @returns cancels it
 */
export function removeAtEnd(remove: () => void): () => void {
  if (removers.size === 0) listen();
  removers.add(remove);
  return () => {
    removers.delete(remove);
    if (removers.size === 0) stopListening();
  };
}

function listen(): void {
  process.on("exit", removeAll);
  for (const signal of SIGNALS) process.on(signal, endBySignal);
}

function stopListening(): void {
  process.off("exit", removeAll);
  for (const signal of SIGNALS) process.off(signal, endBySignal);
}

function removeAll(): void {
  for (const remove of removers) {
    try {
      remove();
    } catch {
      // A failure must not keep the others from being removed.
    }
  }
  removers.clear();
}

/**
 * Ends the process by the signal itself, which a shell reports as 128 plus its number.
 * process.exit() would wait for the threads of DuckDB, and forever for a thread that opens a pipe
 * without a reader. The init process of a container ignores its own signals, so it does exit.
 */
function endBySignal(signal: (typeof SIGNALS)[number]): void {
  removeAll();
  stopListening();
  process.kill(process.pid, signal);
  process.exit(128 + constants.signals[signal]);
}
