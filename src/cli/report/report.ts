import { countsText } from "../../list/counts-text.ts";
import type { Locale } from "../../error.ts";
import type { RowTotals } from "../../list/left-out.ts";
import type { Schedule } from "../../schedule/language.ts";
import { colon, count, counted } from "../../typography.ts";
import { simulationLine } from "../../statement/format/simulation.ts";
import { toldChanges } from "../../statement/places/told-changes.ts";
import { euros } from "../../money/cents.ts";
import { money } from "../../statement/format/locale.ts";
import type { Totals } from "../output/records.ts";
import type { Context } from "../arguments/context.ts";
import type { BatchFromFiles } from "../input/batch.ts";
import { quoted } from "../../printable.ts";
import type { RefusedRow } from "./messages.ts";
import { refusalLines } from "./refusals.ts";

export { reportFiles } from "./files.ts";

/** Lists why rows are rejected, one line for each cause. */
export async function reportRows(
  { io, locale }: Context,
  refused: readonly RefusedRow[],
): Promise<void> {
  for (const line of refusalLines(refused, locale)) await io.err.write(`${line}\n`);
}

/** Most physicians that a line names. */
const NAMED = 20;

/** Lists why rows are rejected, then reports whether the others are computed. */
export async function reportRejected(
  context: Context,
  { refused, counts, accounts }: BatchFromFiles,
  skip: boolean,
): Promise<void> {
  const { io, locale } = context;
  await reportRows(context, refused);
  const patients = refused.filter(({ kind }) => kind === "patient").length;
  const text = skip
    ? skippedText(patients, counts, locale)
    : nothingText(refused.length, patients * 2 > counts.read, locale);
  await io.err.write(`${text}\n`);
  const without = accounts.filter((one) => one.counts.computed === 0 && one.counts.rejected > 0);
  const ids = without.flatMap(({ physician: { id } }) => (id === null ? [] : [quoted(id)]));
  if (skip && counts.computed > 0 && ids.length > 0) {
    const all = ids.slice(0, NAMED).join(", ") + (ids.length > NAMED ? "…" : "");
    const [fr, en] = [
      "pas de relevé, faute d'un patient accepté",
      "no statement, as no patient is",
    ];
    await io.err.write(locale === "fr" ? `${fr} : ${all}\n` : `${en} accepted: ${all}\n`);
  }
}

function skippedText(patients: number, { read, computed }: RowTotals, locale: Locale): string {
  const of = (value: number): string => count(value, locale);
  if (computed === 0)
    return locale === "fr"
      ? `${of(patients)} patients refusés sur ${of(read)} : il n'en reste aucun, pas de relevé`
      : `${of(patients)} of ${of(read)} patients refused: nobody is left, no statement`;
  return locale === "fr"
    ? `patients refusés : ${of(patients)} sur ${of(read)} ; le total porte sur ${of(computed)}`
    : `patients refused: ${of(patients)} of ${of(read)}; the total is of ${of(computed)}`;
}

/** @param isMost whether so many are refused that the rest would say nothing */
function nothingText(rows: number, isMost: boolean, locale: Locale): string {
  const [fr, en] =
    rows === 1
      ? ["1 ligne refusée", "1 row refused"]
      : [`${count(rows, "fr")} lignes refusées`, `${count(rows, "en")} rows refused`];
  const [rest, others] = isMost
    ? ["", ""]
    : [" (--sans-refusés calcule le reste)", " (--skip-invalid computes the rest)"];
  return locale === "fr"
    ? `${fr} : rien n'est calculé${rest}`
    : `${en}: nothing is computed${others}`;
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
export async function reportSimulation(
  { io, locale }: Context,
  schedule: Schedule,
  year: number,
): Promise<void> {
  const line = simulationLine(toldChanges(schedule, year), locale);
  if (line !== undefined) await io.err.write(`${line}\n`);
}

/** What statements add up to, where they are not looked at one by one. */
export async function reportTotal(
  { io, locale }: Context,
  { physicians, patients, cents }: Totals,
): Promise<void> {
  const [one, several] = locale === "fr" ? ["médecin", "médecins"] : ["physician", "physicians"];
  const all = [
    counted(physicians, locale, one, several),
    counted(patients, locale, "patient", "patients"),
  ].join(", ");
  await io.err.write(`${all}${colon(locale)}${money(euros(Number(cents)), locale)}\n`);
}
