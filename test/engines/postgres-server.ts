import { execFileSync, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";

/** The rows of a query, every value as text. */
export type Rows = Record<string, string | null>[];

/** A PostgreSQL server of its own, on loopback, in a temporary folder. */
export interface Postgres {
  /** Runs statements, then gives the rows of each query. Any error ends the run. */
  readonly run: (script: readonly (Statement | Query)[]) => Rows[];
  readonly version: string;
  readonly stop: () => void;
}

export interface Statement {
  readonly statement: string;
}
export interface Query {
  readonly query: string;
}

/** Makes a cluster and starts it, as an unprivileged user where this one is root. */
export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), "forfait-postgres-"));
  const data = join(folder, "data");
  const asUser = userFor(folder);
  const port = String(await freePort());
  const tool = (name: string, args: readonly string[]): void => {
    const [command, ...rest] = [...asUser, join(binaries(), name), ...args] as [
      string,
      ...string[],
    ];
    execFileSync(command, rest, { stdio: ["ignore", "ignore", "inherit"], cwd: folder });
  };
  tool("initdb", ["-D", data, "-U", "forfait", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]);
  const settings = `-p ${port} -h 127.0.0.1 -k ${folder} -c fsync=off -c full_page_writes=off -c jit=off`;
  const log = join(folder, "log");
  tool("pg_ctl", ["-D", data, "-l", log, "-w", "-t", "120", "-o", settings, "start"]);
  const psql = (input: string): string => {
    const args = ["-X", "-q", "-h", "127.0.0.1", "-p", port, "-U", "forfait", "-d", "postgres"];
    const { status, stdout, stderr } = spawnSync(
      "psql",
      [...args, "-v", "ON_ERROR_STOP=1", "--csv", "-f", "-"],
      { input, encoding: "utf8", maxBuffer: 2 ** 30 },
    );
    if (status !== 0) throw new Error(`psql: ${stderr}`);
    return stdout;
  };
  return {
    run: (script) => {
      const lines = script.map((one) =>
        "query" in one ? `\\echo ${MARK}\n${one.query}` : `${one.statement};`,
      );
      const [, ...answers] = psql(`\\pset null '${NULL}'\n${lines.join("\n")}`).split(`${MARK}\n`);
      return answers.map(rowsOf);
    },
    version: psql("SELECT version() AS version;").split("\n")[1] ?? "",
    stop: () => {
      tool("pg_ctl", ["-D", data, "-m", "immediate", "-w", "stop"]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const MARK = "==== next query ====";
const NULL = "==== null ====";

const rowsOf = (csv: string): Rows =>
  parse(csv, { columns: true, cast: (value) => (value === NULL ? null : value) }) as Rows;

/** PostgreSQL does not start as root. */
function userFor(folder: string): readonly string[] {
  if (process.getuid?.() !== 0) return [];
  const [uid, gid] = ["-u", "-g"].map((option) =>
    Number(execFileSync("id", [option, "nobody"], { encoding: "utf8" })),
  ) as [number, number];
  chownSync(folder, uid, gid);
  return ["setpriv", `--reuid=${uid}`, `--regid=${gid}`, "--clear-groups"];
}

/** The folder of `initdb`: of the newest version that Debian has installed, or of the path. */
function binaries(): string {
  const root = "/usr/lib/postgresql";
  if (!existsSync(root))
    return execFileSync("pg_config", ["--bindir"], { encoding: "utf8" }).trim();
  const newest = Math.max(...readdirSync(root).map(Number));
  return join(root, String(newest), "bin");
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
