import { format, resolveConfig } from "prettier";
import type { Schedule } from "../src/index.ts";
import { digestOfDocument } from "../src/schedule/digest.ts";

/** Source text of the digests of the shipped schedules, each under the name of its file. */
export async function shippedDigests(
  schedules: readonly (readonly [file: string, Schedule])[],
): Promise<string> {
  const digests = schedules.map(
    ([file, schedule]) =>
      `export const ${nameOf(file)} = ${JSON.stringify(digestOfDocument(schedule))};`,
  );
  const source = [
    "/** Digests of the schedules that the package ships. Written by `npm run generate`; do not edit. */\n",
    ...digests,
  ].join("\n");
  return format(source, { ...(await resolveConfig(import.meta.filename)), parser: "typescript" });
}

/** `fmt-2026.json` → `fmt2026`, as the file is imported. */
function nameOf(file: string): string {
  return file.replace(".json", "").replace(/-(.)/g, (_, next: string) => next.toUpperCase());
}
