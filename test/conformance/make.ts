/**
 * Writes the conformance kit: vectors, their schema, and copies of the schedules. The same bytes every time.
 * `tsx test/conformance/make.ts`; a test checks that the kit is current.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { kit } from "./kit.ts";

const folder = join(import.meta.dirname, "..", "..", "fixtures", "conformance");
const files = kit();
for (const part of ["vectors", "schedules"]) {
  mkdirSync(join(folder, part), { recursive: true });
  for (const name of readdirSync(join(folder, part)))
    if (!files.has(`${part}/${name}`)) rmSync(join(folder, part, name));
}
for (const [path, text] of files) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
