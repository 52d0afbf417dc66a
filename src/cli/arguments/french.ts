import leven from "leven";
import type { Locale } from "../../error.ts";
import { bare } from "../../words/plain.ts";
import { commandNames, options, type CommandName, type OptionName } from "./names.ts";

/** Names in French, and those of the code: one is read as the other. */

const commands = namesOf(Object.entries(commandNames));
const optionNames = namesOf(Object.entries(options).map(([name, { fr }]) => [name, fr] as const));

function namesOf(
  entries: readonly (readonly [string, readonly string[]])[],
): ReadonlyMap<string, string> {
  return new Map(
    entries.flatMap(([name, french]) => [name, ...french].map((one) => [bare(one), name] as const)),
  );
}

/** `calculer` → `compute`; a name that is unknown stays as it is. */
export function commandOf(name: string): string {
  return commands.get(bare(name)) ?? name;
}

/** `médecins` → `physicians`. */
export function optionOf(name: string): string {
  return optionNames.get(bare(name)) ?? name;
}

/** `["--année=2026"]` → `["--year=2026"]`. No value of an option begins with two dashes. */
export function inCode(argv: readonly string[]): string[] {
  const end = argv.indexOf("--");
  return argv.map((argument, at) => {
    const parts = /^--([^=]+)(.*)$/s.exec(argument);
    if (!parts || (end >= 0 && at > end)) return argument;
    return `--${optionOf(parts[1] as string)}${parts[2] as string}`;
  });
}

/** `calculer` in French, `compute` in English. */
export function commandName(name: CommandName, locale: Locale): string {
  return locale === "fr" ? commandNames[name][0] : name;
}

/** `--année` in French, `--year` in English. */
export function optionName(name: OptionName, locale: Locale): string {
  return `--${locale === "fr" ? options[name].fr[0] : name}`;
}

/** The words of an option, in French where it has such words. */
export function wordsOf(name: OptionName): Readonly<Record<string, string>> {
  const option = options[name];
  return "words" in option ? option.words : {};
}

/** The word of the code for one in French: `non` → `no`. */
export function wordOf(name: OptionName, word: string): string {
  const key = bare(word);
  const found = Object.entries(wordsOf(name)).find(([, french]) => bare(french) === key);
  return found?.[0] ?? word;
}

/** The option, or the command, that was likely meant, as the language names it. */
export function nearestOption(name: string, locale: Locale): string | undefined {
  const near = nearest(name, optionNames);
  return near === undefined ? undefined : optionName(near as OptionName, locale);
}

export function nearestCommand(name: string, locale: Locale): string | undefined {
  const near = nearest(name, commands);
  return near === undefined ? undefined : commandName(near as CommandName, locale);
}

function nearest(name: string, names: ReadonlyMap<string, string>): string | undefined {
  const key = bare(name);
  if (key.length > LONGEST) return undefined;
  const steps = [...names.keys()].map((known) => {
    const most = Math.min(2, Math.floor(Math.min(key.length, known.length) / 3));
    const distance = leven(key, known, { maxDistance: most + 1 });
    return { known, distance: distance > most ? Infinity : distance };
  });
  const best = steps.reduce((a, b) => (b.distance < a.distance ? b : a));
  return best.distance === Infinity ? undefined : names.get(best.known);
}

/** Text above this length is no misspelt name. */
const LONGEST = 40;
