/**
 * Writes what is made from the code and the documents: JSON Schemas, a page per schedule, the table of errors,
 * amendments laid over their schedule.
 * `npm run generate` writes them; a test checks that they are current.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { generated } from "./generated.ts";

const root = join(import.meta.dirname, "..");
for (const [path, text] of await generated()) writeFileSync(join(root, path), text);
