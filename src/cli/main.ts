#!/usr/bin/env node
import { nodeIo } from "./node-io.ts";
import { run } from "./run.ts";

const io = nodeIo();
void run(process.argv.slice(2), io).then((code) => {
  process.exitCode = code;
  io.endInput();
});
