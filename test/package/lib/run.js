import { execFile } from "node:child_process";

/** Ends what hangs, not what is slow. */
const TIMEOUT = 3_600_000;

/** Runs a program to its end and gives its standard output; one that fails throws all that it said. */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    execFile(
      program,
      args,
      { timeout: TIMEOUT, maxBuffer: 64 << 20, ...options },
      (error, stdout, stderr) => {
        if (error)
          reject(new Error(`${program} ${args.join(" ")}\n${stdout}${stderr || error.message}`));
        else resolve(stdout);
      },
    );
  });
}
