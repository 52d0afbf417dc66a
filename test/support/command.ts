import { parted, type Called } from "./io.ts";
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, type OutputFile } from "esbuild";

const root = join(import.meta.dirname, "../..");

/** The command, bundled into a folder of its own, in which it runs as a process; `tmp` in it is its temporary folder. */
export interface Command {
  readonly folder: string;
  readonly at: (...names: string[]) => string;
  /** Runs a line of bash, in which `forfait-mt` is the command. */
  readonly shell: (
    line: string,
    options?: { readonly input?: string; readonly uid?: number },
  ) => Pick<Called, "out" | "err" | "counts"> & { readonly code: number | null };
  /** Starts the command without waiting for it. */
  readonly start: (line: string) => ChildProcess;
  /** Parts that stand anywhere in the folder, and what stands in its temporary folder. */
  readonly left: () => string[];
  readonly remove: () => void;
}

let bundled: Promise<string> | undefined;

/** The command in one file, with DuckDB's hundred modules, which take longer to open one by one than a short list to compute. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, "src/cli/main.ts")],
    bundle: true,
    platform: "node",
    target: "node20",
    minify: true,
    format: "esm",
    external: ["@duckdb/node-bindings", "apache-arrow"],
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    logLevel: "error",
    write: false,
  });
  return (outputFiles[0] as OutputFile).text;
}

export async function buildCommand(): Promise<Command> {
  const folder = mkdtempSync(join(tmpdir(), "command-"));
  const at = (...names: string[]): string => join(folder, ...names);
  chmodSync(folder, 0o755);
  mkdirSync(at("tmp"), { mode: 0o777 });
  symlinkSync(join(root, "node_modules"), at("node_modules"));
  const cli = at("cli.mjs");
  writeFileSync(cli, await (bundled ??= bundle()));
  const started: ChildProcess[] = [];
  const env = { ...process.env, TMPDIR: at("tmp") };
  return {
    folder,
    at,
    shell: (line, { input, uid } = {}) => {
      const command = line.replaceAll("forfait-mt", `${process.execPath} ${cli}`);
      const { status, stdout, stderr } = spawnSync("bash", ["-c", command], {
        cwd: folder,
        env,
        encoding: "utf8",
        ...(input !== undefined && { input }),
        ...(uid !== undefined && { uid, gid: uid }),
      });
      return { code: status, out: stdout, ...parted(stderr) };
    },
    start: (line) => {
      const options = { cwd: folder, env, stdio: "ignore" } as const;
      const child = spawn(process.execPath, [cli, ...line.split(" ")], options);
      started.push(child);
      return child;
    },
    left: () => [
      ...readdirSync(folder).filter((name) => name.endsWith(".part")),
      ...readdirSync(at("tmp")),
    ],
    remove: () => {
      for (const child of started) child.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
