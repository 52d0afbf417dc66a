import { normalize } from "node:path";
import { run } from "../../src/cli/run.ts";
import type { Counts } from "../../src/list/left-out.ts";
import type { Io } from "../../src/cli/io.ts";

export type Content = string | Uint8Array;

/** What a call of the command did. */
export interface Called {
  readonly code: number;
  readonly out: string;
  /** Standard error, but for the line that counts rows, with ordinary spaces. */
  readonly err: string;
  /** The last line of standard error, if it counts rows. */
  readonly counts: string | undefined;
  /** Every file there is after the call, whole ones and what was left behind. */
  readonly files: ReadonlyMap<string, string>;
}

export interface World {
  /** Files by path; `-` is standard input. */
  readonly files?: Readonly<Record<string, Content>>;
  /** Bytes given at a time; the whole file unless told. */
  readonly chunk?: number;
  readonly isTerminal?: boolean;
  /** A disk that is full: what is written to a file fails. */
  readonly isFull?: boolean;
}

/** Runs the command in memory, on a line that is parted at its spaces. */
export function call(line: string, files: World["files"] = {}, world: World = {}): Promise<Called> {
  return callWith(
    line.split(" ").filter((word) => word !== ""),
    { ...world, files },
  );
}

export async function callWith(argv: readonly string[], world: World): Promise<Called> {
  const { err, ...called } = await printedBy(argv, world);
  return { ...called, ...parted(err) };
}

/** What a call of the command did, with standard error as it is printed. */
export async function printedBy(
  argv: readonly string[],
  { files = {}, chunk, isTerminal = false, isFull = false }: World,
): Promise<Omit<Called, "counts">> {
  const inputs = new Map(Object.entries(files).map(([path, content]) => [path, bytes(content)]));
  const written = new Map(
    [...inputs].map(([path, content]) => [path, new TextDecoder().decode(content)]),
  );
  const out: string[] = [];
  const err: string[] = [];
  let clock = 0;
  const io: Io = {
    open: (path) => chunksOf(path, inputs.get(path), chunk),
    sizeOf: (path) => (path === "-" ? undefined : inputs.get(path)?.length),
    identityOf: (path, use) => (path === "-" ? use : normalize(path)),
    out: { write: (text) => void out.push(text), isTerminal },
    err: { write: (text) => void err.push(text), isTerminal },
    create: async (path) => {
      if (path === "-")
        return {
          isTerminal,
          write: (chunk) => void out.push(textOf(chunk)),
          finish: async () => {},
          discard: async () => {},
        };
      const partial = `${path}.part`;
      const parts: string[] = [];
      written.set(partial, "");
      return {
        write: (chunk) => {
          if (isFull)
            throw Object.assign(new Error("ENOSPC: no space left on device, write"), {
              code: "ENOSPC",
              syscall: "write",
            });
          parts.push(textOf(chunk));
        },
        finish: async () => {
          written.delete(partial);
          written.set(path, parts.join(""));
        },
        discard: async () => void written.delete(partial),
      };
    },
    now: () => (clock += 150),
  };
  const code = await run(argv, io);
  return { code, out: out.join(""), err: err.join(""), files: written };
}

const COUNTS = /([\d\u00a0]+ lues? = |read [\d,]+ = )[^\n]*\n$/;

/** As it is typed in a test: `test/papers` holds how French sets it. */
const typed = (text: string): string => text.replaceAll("\u00a0", " ");

/** Parts the last line off, if it counts rows. */
export function parted(text: string): Pick<Called, "err" | "counts"> {
  const line = COUNTS.exec(text)?.[0];
  return line === undefined
    ? { err: typed(text), counts: undefined }
    : { err: typed(text.slice(0, -line.length)), counts: line.trimEnd() };
}

async function* chunksOf(
  path: string,
  content: Uint8Array | undefined,
  chunk: number | undefined,
): AsyncGenerator<Uint8Array> {
  if (!content)
    throw Object.assign(new Error(`ENOENT: no such file or directory, open '${path}'`), {
      code: "ENOENT",
      syscall: "open",
      path,
    });
  const size = chunk ?? Math.max(1, content.length);
  for (let from = 0; from < content.length; from += size) yield content.subarray(from, from + size);
}

function textOf(chunk: string | Uint8Array): string {
  return typeof chunk === "string" ? chunk : new TextDecoder().decode(chunk);
}

export function bytes(content: Content): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}

/** The one statement, or every one, of a JSON output. */
export interface Output {
  readonly statements: readonly {
    readonly physicianId: string | null;
    readonly patients: number;
    readonly total: string;
    readonly components: Readonly<Record<string, string>>;
    readonly warnings: readonly { readonly code: string }[];
    readonly assumptions: readonly { readonly code: string }[];
  }[];
  readonly leftOut: readonly { readonly kind: string; readonly leftOut: string }[];
  readonly counts: Counts;
  readonly rejected: readonly {
    readonly kind: string;
    readonly index: number;
    readonly line?: number;
    readonly id?: string;
    readonly refusals: readonly {
      readonly code: string;
      readonly path: string;
      readonly found: string;
    }[];
  }[];
}

export function outputOf({ out }: Called): Output {
  return JSON.parse(out) as Output;
}
