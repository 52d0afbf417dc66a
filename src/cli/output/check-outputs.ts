import type { LocalizedText } from "../../error.ts";
import { optionName } from "../arguments/french.ts";
import type { OptionName } from "../arguments/names.ts";
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
  checkUnlike(io, inputsOf(args, io), [
    ["out", out],
    ["rejects", textOf(args, "rejects")],
  ]);
}

/** Refuses files of which one would be written over another; each has its option. */
export function checkUnlike(
  io: Io,
  read: readonly (readonly [OptionName | "list", string])[],
  written: readonly (readonly [OptionName, string | undefined])[],
): void {
  const inputs = read.map(([option, path]): NamedFile => {
    const isList = option === "list";
    const name = {
      fr: `${isList ? "LISTE" : optionName(option, "fr")} ${path}`,
      en: `${isList ? "LIST" : optionName(option, "en")} ${path}`,
    };
    return { name, identity: io.identityOf(path, "read") };
  });
  const outputs = written.flatMap(([option, path]) => namedOutput(option, path, io));
  for (const [i, output] of outputs.entries()) {
    const same = [...inputs, ...outputs.slice(0, i)].find(
      ({ identity }) => identity !== undefined && identity === output.identity,
    );
    if (same) failSame(output.name, same.name);
  }
}

function namedOutput(option: OptionName, path: string | undefined, io: Io): NamedFile[] {
  if (path === undefined) return [];
  const [fr, en] = [optionName(option, "fr"), optionName(option, "en")];
  if (path === "") fail("USAGE", `${fr} : nom de fichier vide`, `${en}: empty file name`);
  const name =
    path === "-"
      ? { fr: `la sortie standard (${fr})`, en: `standard output (${en})` }
      : { fr: `${fr} ${path}`, en: `${en} ${path}` };
  return [{ name, identity: io.identityOf(path, "write") }];
}

function failSame(output: LocalizedText, same: LocalizedText): never {
  throw new Failure("OUTPUT_IN_USE", {
    fr: `${output.fr} et ${same.fr} sont un seul fichier : rien n'est écrit ; en donner un autre`,
    en: `${output.en} and ${same.en} are one file: nothing is written; give another`,
  });
}
