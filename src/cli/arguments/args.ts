import { quoted } from "../../printable.ts";
import { parseArgs } from "node:util";
import type { Locale } from "../../error.ts";
import { fail } from "../report/failure.ts";

const options = {
  physicians: { type: "string" },
  practices: { type: "string" },
  previous: { type: "string" },
  map: { type: "string" },
  ignore: { type: "string", multiple: true },
  blank: { type: "string" },
  sheet: { type: "string", multiple: true },
  schedule: { type: "string" },
  year: { type: "string" },
  reading: { type: "string", multiple: true },
  patch: { type: "string" },
  set: { type: "string", multiple: true },
  format: { type: "string" },
  detail: { type: "string" },
  out: { type: "string" },
  locale: { type: "string" },
  rejects: { type: "string" },
  "skip-invalid": { type: "boolean" },
  "never-seen": { type: "string" },
  "shared-ids": { type: "boolean" },
  patient: { type: "string" },
  physician: { type: "string" },
  counts: { type: "string" },
  raise: { type: "string" },
  engine: { type: "string" },
  dialect: { type: "string" },
  table: { type: "string" },
  grain: { type: "string" },
  dated: { type: "string" },
  without: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "V" },
} as const;

/** Command-line arguments, split but not yet validated. */
export interface Args {
  readonly command: string | undefined;
  readonly operands: readonly string[];
  readonly values: Readonly<
    Partial<Record<keyof typeof options, string | boolean | readonly string[]>>
  >;
}

export function readArgs(argv: readonly string[]): Args {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
    return { command: positionals[0], operands: positionals.slice(1), values };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const option = quoted(/'(-[^'\s]*)/.exec(message)?.[1] ?? "");
    if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION")
      fail(
        "USAGE",
        `option inconnue ${option} (voir --help)`,
        `unknown option ${option} (see --help)`,
      );
    return fail(
      "USAGE",
      `option ${option} sans sa valeur, ou de trop (voir --help)`,
      `option ${option} without its value, or with one too many (see --help)`,
    );
  }
}

/**
 * Locale of the messages. Read before the arguments are validated, so that errors are localized.
 */
export function localeIn(argv: readonly string[]): Locale {
  const at = argv.findIndex(
    (argument) => argument === "--locale" || argument.startsWith("--locale="),
  );
  const value = argv[at]?.includes("=") ? argv[at]?.split("=")[1] : argv[at + 1];
  return at >= 0 && value === "en" ? "en" : "fr";
}

/** Value of a string option. */
export function textOf({ values }: Args, name: keyof typeof options): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

/** Value of an option with a closed list of choices. */
export function choiceOf<const Choices extends readonly string[]>(
  args: Args,
  name: keyof typeof options,
  choices: Choices,
  otherwise: Choices[number],
): Choices[number] {
  const value = textOf(args, name) ?? otherwise;
  if (!choices.includes(value))
    fail(
      "USAGE",
      `--${name} ${quoted(value)} : attendu ${choices.join(", ")}`,
      `--${name} ${quoted(value)}: expected ${choices.join(", ")}`,
    );
  return value;
}

/** Refuses more operands than a command takes. */
export function checkOperands({ operands }: Args, most: number): void {
  const more = operands[most];
  if (more !== undefined)
    fail(
      "USAGE",
      `argument de trop : ${quoted(more)} (voir --help)`,
      `unexpected argument: ${quoted(more)} (see --help)`,
    );
}

/** `key=value` pairs of a repeatable option. */
export function pairsOf({ values }: Args, name: "reading" | "set"): (readonly [string, string])[] {
  return ((values[name] ?? []) as readonly string[]).map((pair) => {
    const at = pair.indexOf("=");
    if (at < 1)
      fail(
        "USAGE",
        `--${name} ${quoted(pair)} : attendu nom=valeur`,
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
      "--year manque : l'année de paiement, par exemple --year 2026",
      "--year is missing: the payment year, for example --year 2026",
    );
  if (!/^\d{4}$/.test(year))
    fail(
      "USAGE",
      `--year ${quoted(year)} : attendu une année, par exemple 2026`,
      `--year ${quoted(year)}: expected a year, for example 2026`,
    );
  return Number(year);
}
