import { choiceOf, textOf, type Args } from "./args.ts";
import { fail } from "../report/failure.ts";
import { wordOf } from "./french.ts";

/** How CSV is written: as programs read it, or as a French Excel opens it by a double click. */
export type CsvForm = "standard" | "excel";

/**
 * What `--csv` says; without it, Excel's form where the user writes that French is wanted.
 * @param isWritten whether the command writes any CSV
 * @throws Failure USAGE
 */
export function csvFormOf(args: Args, isWritten: boolean): CsvForm {
  if (!isWritten && textOf(args, "csv") !== undefined)
    fail(
      "USAGE",
      "--csv va avec --format csv, ou avec --refusés FICHIER",
      "--csv goes with --format csv, or with --rejects FILE",
    );
  const locale = textOf(args, "locale");
  const isFrench = locale !== undefined && wordOf("locale", locale) === "fr";
  return choiceOf(args, "csv", ["standard", "excel"], isFrench ? "excel" : "standard");
}
