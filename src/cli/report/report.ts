import { countsText } from "../../list/counts-text.ts";
import type { Locale } from "../../error.ts";
import type { RowTotals } from "../../list/left-out.ts";
import { changesOf } from "../../schedule/changes.ts";
import type { Schedule } from "../../schedule/language.ts";
import { count } from "../../typography.ts";
import { simulationLine } from "../../statement/format/simulation.ts";
import { euros } from "../../money/cents.ts";
import { money } from "../../statement/format/locale.ts";
import type { Totals } from "../output/records.ts";
import type { Context } from "../arguments/context.ts";
import type { BatchFromFiles } from "../input/batch.ts";
import { quoted } from "../../printable.ts";
import type { RefusedRow } from "./messages.ts";
import { refusalLines } from "./refusals.ts";

/** Tells how the files were read, and which columns were not. */
export async function reportFiles(
  { io, locale }: Context,
  { notes, notedColumns: columns }: Pick<BatchFromFiles, "notes" | "notedColumns">,
): Promise<void> {
  for (const note of notes) await io.err.write(`${note[locale]}\n`);
  for (const { file, name, nearest, restored } of columns) {
    if (restored !== undefined) {
      await io.err.write(restoredLine(file, name, restored, locale));
      continue;
    }
    const near =
      nearest === undefined
        ? ""
        : locale === "fr"
          ? ` ; la plus proche : ${nearest}`
          : `; the nearest is ${nearest}`;
    await io.err.write(
      locale === "fr"
        ? `${file} : colonne inconnue « ${quoted(name)} », non lue${near}\n`
        : `${file}: unknown column "${quoted(name)}", not read${near}\n`,
    );
  }
}

function restoredLine(file: string, name: string, restored: string, locale: Locale): string {
  const [was, is] = [quoted(name), quoted(restored)];
  return locale === "fr"
    ? `${file} : accents perdus, colonne « ${was} » lue comme « ${is} » ; enregistrer en UTF-8\n`
    : `${file}: accents lost, column "${was}" read as "${is}"; save it as UTF-8\n`;
}

/** Lists why rows are rejected, one line for each cause. */
export async function reportRows(
  { io, locale }: Context,
  refused: readonly RefusedRow[],
): Promise<void> {
  for (const line of refusalLines(refused, locale)) await io.err.write(`${line}\n`);
}

/** Lists why rows are rejected, then reports whether the others are computed. */
export async function reportRejected(
  context: Context,
  { refused, counts }: BatchFromFiles,
  skip: boolean,
): Promise<void> {
  const { io, locale } = context;
  await reportRows(context, refused);
  const patients = refused.filter(({ kind }) => kind === "patient").length;
  const text = (value: number): string => count(value, locale);
  const rows =
    refused.length === 1
      ? ["1 ligne refusée", "1 row refused"]
      : [`${text(refused.length)} lignes refusées`, `${text(refused.length)} rows refused`];
  const [of, all] = [text(patients), text(counts.read)];
  const [fr, en] = skip
    ? [
        `patients refusés : ${of} sur ${all} ; les autres sont calculés`,
        `patients refused: ${of} of ${all}; the others are computed`,
      ]
    : [
        `${rows[0]} : rien n'est calculé (--sans-refusés calcule le reste)`,
        `${rows[1]}: nothing is computed (--skip-invalid computes the rest)`,
      ];
  await io.err.write(`${locale === "fr" ? fr : en}\n`);
}

/** What became of the rows of patients: the last line, whatever else is said. */
export async function reportCounts(
  { io, locale }: Context,
  counts: RowTotals,
  isComputed: boolean,
): Promise<void> {
  await io.err.write(`${countsText(counts, locale, isComputed)}\n`);
}

/**
 * Says of rows, which have no place for it, that they are a simulation: the columns of a schedule
 * are the same whatever its values, and those of every engine.
 */
export async function reportSimulation({ io, locale }: Context, schedule: Schedule): Promise<void> {
  const line = simulationLine(changesOf(schedule), locale);
  if (line !== undefined) await io.err.write(`${line}\n`);
}

/** What statements add up to, where they are not looked at one by one. */
export async function reportTotal(
  { io, locale }: Context,
  { physicians, patients, cents }: Totals,
): Promise<void> {
  const [of, and] = locale === "fr" ? ["médecin", " : "] : ["physician", ": "];
  const many = (count: number, name: string): string => `${count} ${name}${count === 1 ? "" : "s"}`;
  const total = euros(Number(cents));
  await io.err.write(
    `${many(physicians, of)}, ${many(patients, "patient")}${and}${money(total, locale)}\n`,
  );
}
