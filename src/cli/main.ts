#!/usr/bin/env node
import { nodeIo } from "./node-io.ts";
import { run } from "./run.ts";

void run(process.argv.slice(2), nodeIo()).then((code) => {
  process.exitCode = code;
  // What is left of an input that was refused is not waited for.
  process.stdin.destroy();
});
