import type { LocalizedText } from "../../error.ts";
import { textOf, type Args } from "../arguments/args.ts";
import { Failure, fail } from "../report/failure.ts";
import type { Io } from "../io.ts";
import { inputsOf } from "../arguments/options.ts";

/** A file of the command line, with its name in messages. */
interface NamedFile {
  readonly name: LocalizedText;
  readonly identity: string | undefined;
}

/**
 * Refuses a command that would overwrite one of its inputs, or write both outputs to one file.
 * @param out path of the result: `-` for standard output, undefined for none
 */
export function checkOutputs(args: Args, io: Io, out: string | undefined): void {
  const inputs = inputsOf(args, io).map(([option, path]): NamedFile => {
    const name = { fr: `${option || "LISTE"} ${path}`, en: `${option || "LIST"} ${path}` };
    return { name, identity: io.identityOf(path, "read") };
  });
  const outputs = [
    ...namedOutput("--out", out, io),
    ...namedOutput("--rejects", textOf(args, "rejects"), io),
  ];
  for (const [i, output] of outputs.entries()) {
    const same = [...inputs, ...outputs.slice(0, i)].find(
      ({ identity }) => identity !== undefined && identity === output.identity,
    );
    if (same) failSame(output.name, same.name);
  }
}

function namedOutput(option: string, path: string | undefined, io: Io): NamedFile[] {
  if (path === undefined) return [];
  if (path === "") fail("USAGE", `${option} : nom de fichier vide`, `${option}: empty file name`);
  const name =
    path === "-"
      ? { fr: `la sortie standard (${option})`, en: `standard output (${option})` }
      : { fr: `${option} ${path}`, en: `${option} ${path}` };
  return [{ name, identity: io.identityOf(path, "write") }];
}

function failSame(output: LocalizedText, same: LocalizedText): never {
  throw new Failure("OUTPUT_IN_USE", {
    fr: `${output.fr} et ${same.fr} sont un seul fichier : rien n'est écrit ; en donner un autre`,
    en: `${output.en} and ${same.en} are one file: nothing is written; give another`,
  });
}
