import { textOf } from "../arguments/args.ts";
import type { Context } from "../arguments/context.ts";
import type { Access } from "../io.ts";
import { writeOutput } from "./write-output.ts";

/** Writes a result that is short to `--out`, or to standard output. */
export async function writeResult(
  { args, io }: Context,
  text: string,
  access: Access = "shared",
): Promise<void> {
  const path = textOf(args, "out");
  if (path === undefined || path === "-") await io.out.write(text);
  else await writeOutput(io, path, access, async (file) => file.write(text));
}
