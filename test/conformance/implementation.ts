/** The library as an implementation under test: vectors on standard input, its answers on standard output. */
import { createInterface } from "node:readline";
import { answer } from "./answer.ts";
import type { Vector } from "./vector.ts";

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(answer({ ...(JSON.parse(line) as Vector), shares: true })));
}
