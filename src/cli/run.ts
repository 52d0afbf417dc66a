import { ForfaitError, type Locale } from "../error.ts";
import { choiceOf, localeIn, readArgs } from "./arguments/args.ts";
import { nearestCommand } from "./arguments/french.ts";
import type { CommandName } from "./arguments/names.ts";
import { checkTaken } from "./arguments/taken.ts";
import { check } from "./commands/check.ts";
import { checkPayment } from "./commands/check-payment.ts";
import { checkPolicy } from "./commands/check-policy.ts";
import { compare } from "./commands/compare.ts";
import { compute } from "./commands/compute.ts";
import { dashboard } from "./commands/dashboard.ts";
import { explain } from "./commands/explain.ts";
import { map } from "./commands/map.ts";
import { population } from "./commands/population.ts";
import { readings } from "./commands/readings.ts";
import { reconcile } from "./commands/reconcile.ts";
import { regimes } from "./commands/regimes.ts";
import { schedule } from "./commands/schedule.ts";
import { schedules } from "./commands/schedules.ts";
import { share } from "./commands/share.ts";
import { solve } from "./commands/solve.ts";
import { sql } from "./commands/sql.ts";
import { sweep } from "./commands/sweep.ts";
import { worklist } from "./commands/worklist.ts";
import type { Command } from "./arguments/context.ts";
import { Failure, fail } from "./report/failure.ts";
import { help } from "./help.ts";
import type { Io } from "./io.ts";
import { printing } from "./output/printing.ts";
import { printable, quoted } from "../printable.ts";
import { version } from "../version.ts";

const commands: Readonly<Record<CommandName, Command>> = {
  check,
  "check-payment": checkPayment,
  "check-policy": checkPolicy,
  compare,
  compute,
  dashboard,
  explain,
  map,
  population,
  readings,
  regimes,
  reconcile,
  schedule,
  schedules,
  share,
  solve,
  sql,
  sweep,
  worklist,
};

/**
 * Runs the command line.
 * @returns exit code: 0 on success, 1 if rows were rejected, 2 on a usage error or unreadable file,
 * 3 for a difference that a command looks for
 */
export async function run(argv: readonly string[], world: Io): Promise<number> {
  const locale = localeIn(argv);
  const io = printing(world, locale);
  try {
    const args = readArgs(argv);
    choiceOf(args, "locale", ["fr", "en"], "fr");
    if (args.values.version) {
      await io.out.write(`${version}\n`);
      return 0;
    }
    if (args.values.help || args.command === undefined) {
      await (args.values.help ? io.out : io.err).write(help(locale));
      return args.values.help ? 0 : 2;
    }
    const command = commandIn(args.command);
    checkTaken(args.command as CommandName, args);
    return await command({ args, io, locale });
  } catch (error) {
    await io.err.write(`forfait-mt: ${printable(sentence(error, locale))}\n`);
    return 2;
  }
}

function commandIn(name: string): Command {
  if (Object.hasOwn(commands, name)) return commands[name as CommandName];
  const near = (["fr", "en"] as const).map((locale) => nearestCommand(name, locale));
  return fail(
    "USAGE",
    `commande inconnue « ${quoted(name)} »${near[0] ? `, ${near[0]} ?` : ""} (voir --aide)`,
    `unknown command "${quoted(name)}"${near[1] ? `, ${near[1]}?` : ""} (see --help)`,
  );
}

/** Error message in one sentence, without a stack trace. */
function sentence(error: unknown, locale: Locale): string {
  if (error instanceof Failure) return error.text[locale];
  if (error instanceof ForfaitError) return `${error.code}: ${error.refusal.message[locale]}`;
  const { code, message, path, syscall } = error as NodeJS.ErrnoException;
  if (code === "ENOENT")
    return locale === "fr" ? `fichier introuvable : ${path}` : `no such file: ${path}`;
  if (syscall !== undefined)
    return locale === "fr"
      ? `fichier illisible ou non inscriptible : ${message}`
      : `file that cannot be read or written: ${message}`;
  return locale === "fr"
    ? `erreur inattendue, à signaler : ${message}`
    : `unexpected error, please report it: ${message}`;
}
