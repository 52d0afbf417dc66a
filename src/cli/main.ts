#!/usr/bin/env node
import { nodeIo } from "./node-io.ts";
import { run } from "./run.ts";

void run(process.argv.slice(2), nodeIo()).then((code) => {
  process.exitCode = code;
  // Stops reading the rest of a refused input, which would keep the process alive.
  process.stdin.destroy();
});
