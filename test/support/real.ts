import { nodeIo } from "../../src/cli/node-io.ts";
import { run } from "../../src/cli/run.ts";
import { parted, type Called } from "./io.ts";

const io = nodeIo();

/** Runs the command on the files of this machine, without a process of its own; what it says is caught. */
export async function callReal(line: string): Promise<Omit<Called, "files">> {
  const [out, err]: string[][] = [[], []];
  const code = await run(
    line.split(" ").map((word) => (word === "''" ? "" : word)),
    {
      ...io,
      out: { write: (text) => void out?.push(text), isTerminal: false },
      err: { write: (text) => void err?.push(text), isTerminal: false },
    },
  );
  return { code, out: (out ?? []).join(""), ...parted((err ?? []).join("")) };
}
