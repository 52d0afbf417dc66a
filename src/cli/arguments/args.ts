import { quoted } from "../../printable.ts";
import { parseArgs } from "node:util";
import type { Locale } from "../../error.ts";
import { fail } from "../report/failure.ts";
import { commandOf, inCode, nearestOption, optionName, wordOf, wordsOf } from "./french.ts";
import { options, type OptionName } from "./names.ts";

/** Command-line arguments, split but not yet validated. */
export interface Args {
  readonly command: string | undefined;
  readonly operands: readonly string[];
  readonly values: Readonly<Partial<Record<OptionName, string | boolean | readonly string[]>>>;
}

/** @throws Failure USAGE for what is no option, or an option without its value */
export function readArgs(argv: readonly string[]): Args {
  const dash = argv.find((argument) => LONG_DASH.test(argument));
  if (dash !== undefined)
    fail(
      "USAGE",
      `${quoted(dash)} : une option commence par deux tirets, « -- »`,
      `${quoted(dash)}: an option begins with two hyphens, "--"`,
    );
  const args = inCode(argv);
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [command, ...operands] = positionals;
    return { command: command === undefined ? command : commandOf(command), operands, values };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const option = /'(-[^'\s]*)/.exec(message)?.[1] ?? "";
    return code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" ? failUnknown(option) : failValue(option);
  }
}

/** What a word processor makes of two hyphens. */
const LONG_DASH = /^[\u2013\u2014][a-zà-ÿ]/i;

function failUnknown(option: string): never {
  const name = option.replace(/^--?/, "").replace(/=.*$/s, "");
  const near = (["fr", "en"] as const).map((locale) => nearestOption(name, locale));
  fail(
    "USAGE",
    `option inconnue ${quoted(option)}${near[0] ? `, ${near[0]} ?` : ""} (voir --aide)`,
    `unknown option ${quoted(option)}${near[1] ? `, ${near[1]}?` : ""} (see --help)`,
  );
}

function failValue(option: string): never {
  const name = option.replace(/^--/, "");
  const takes = Object.hasOwn(options, name) && options[name as OptionName].type === "string";
  const [fr, en] = Object.hasOwn(options, name)
    ? [optionName(name as OptionName, "fr"), optionName(name as OptionName, "en")]
    : [quoted(option), quoted(option)];
  if (takes)
    fail("USAGE", `${fr} demande une valeur (voir --aide)`, `${en} needs a value (see --help)`);
  fail("USAGE", `${fr} ne prend pas de valeur (voir --aide)`, `${en} takes no value (see --help)`);
}

/**
 * Locale of the messages. Read before the arguments are validated, so that errors are localized.
 */
export function localeIn(argv: readonly string[]): Locale {
  const args = inCode(argv);
  const at = args.findIndex(
    (argument) => argument === "--locale" || argument.startsWith("--locale="),
  );
  const value = args[at]?.includes("=") ? args[at]?.split("=")[1] : args[at + 1];
  return at >= 0 && value !== undefined && wordOf("locale", value) === "en" ? "en" : "fr";
}

/** Value of a string option. */
export function textOf({ values }: Args, name: OptionName): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

/** Value of an option with a closed list of choices. */
export function choiceOf<const Choices extends readonly string[]>(
  args: Args,
  name: OptionName,
  choices: Choices,
  otherwise: Choices[number],
): Choices[number] {
  const given = textOf(args, name) ?? otherwise;
  const value = wordOf(name, given);
  if (!choices.includes(value)) {
    const words = wordsOf(name);
    const inFrench = choices.map((choice) => words[choice] ?? choice);
    fail(
      "USAGE",
      `${optionName(name, "fr")} ${quoted(given)} : attendu ${inFrench.join(", ")}`,
      `--${name} ${quoted(given)}: expected ${choices.join(", ")}`,
    );
  }
  return value;
}

/** Refuses more operands than a command takes. */
export function checkOperands({ operands }: Args, most: number): void {
  const more = operands[most];
  if (more !== undefined)
    fail(
      "USAGE",
      `argument de trop : ${quoted(more)} (voir --aide)`,
      `unexpected argument: ${quoted(more)} (see --help)`,
    );
}

/** `key=value` pairs of a repeatable option. */
export function pairsOf(
  { values }: Args,
  name: "reading" | "set" | "add" | "add-new",
): (readonly [string, string])[] {
  return ((values[name] ?? []) as readonly string[]).map((pair) => {
    const at = pair.indexOf("=");
    if (at < 1)
      fail(
        "USAGE",
        `${optionName(name, "fr")} ${quoted(pair)} : attendu nom=valeur`,
        `--${name} ${quoted(pair)}: expected name=value`,
      );
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
}

export function yearOf(args: Args): number {
  const year = textOf(args, "year");
  if (year === undefined)
    fail(
      "USAGE",
      "--année manque : l'année de paiement, par exemple --année 2026",
      "--year is missing: the payment year, for example --year 2026",
    );
  if (!/^\d{4}$/.test(year))
    fail(
      "USAGE",
      `--année ${quoted(year)} : attendu une année, par exemple 2026`,
      `--year ${quoted(year)}: expected a year, for example 2026`,
    );
  return Number(year);
}
