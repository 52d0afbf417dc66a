import { createReadStream, promises } from "node:fs";
import type { OutputFile } from "../io.ts";
import type { TempFolder } from "../temporary/folder.ts";

/** Has an output written by a writer that opens a file itself. */
export async function copyInto(
  file: OutputFile,
  folder: TempFolder,
  copy: (path: string) => Promise<unknown>,
): Promise<void> {
  if (file.path !== undefined) {
    await copy(file.path);
    return;
  }
  // Standard output may be a socket, which DuckDB cannot open.
  const copied = folder.at("result");
  await (await promises.open(copied, "wx", 0o600)).close();
  await copy(copied);
  for await (const chunk of createReadStream(copied)) await file.write(chunk as Uint8Array);
}
