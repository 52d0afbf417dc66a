#!/usr/bin/env node
import { nodeIo } from "./node-io.ts";
import { run } from "./run.ts";

const io = nodeIo();
process.exitCode = await run(process.argv.slice(2), io);
// What is left of an input that was refused is not waited for.
process.stdin.destroy();
