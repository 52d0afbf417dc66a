import { run } from "../../src/cli/run.ts";
import type { Io } from "../../src/cli/io.ts";

export interface Told {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a line `npx forfait-mt ...` over files in memory. */
export async function runCommand(line: string, files: ReadonlyMap<string, string>): Promise<Told> {
  const said = { out: "", err: "" };
  const bytesOf = (path: string): Uint8Array | undefined => {
    const text = files.get(path);
    return text === undefined ? undefined : new TextEncoder().encode(text);
  };
  const io: Io = {
    async *open(path) {
      const bytes = bytesOf(path);
      if (!bytes) throw Object.assign(new Error(`no such file: ${path}`), { code: "ENOENT", path });
      yield bytes;
    },
    sizeOf: (path) => bytesOf(path)?.length,
    out: { write: (text) => void (said.out += text) },
    err: { write: (text) => void (said.err += text), isTerminal: false },
    create: () => Promise.reject(new Error("examples write no file")),
    now: () => 0,
  };
  const code = await run(line.trim().split(/\s+/).slice(2), io);
  return { code, ...said };
}
