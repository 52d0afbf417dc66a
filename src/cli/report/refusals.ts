import { byKey } from "../../by-key.ts";
import { titles, type ErrorCode } from "../../error-codes.ts";
import type { Locale, LocalizedText, Refusal } from "../../error.ts";
import { printable, quoted } from "../../printable.ts";
import { count } from "../../typography.ts";
import { columnOf, expectedOf, foundOf, texts, type RefusedRow } from "./messages.ts";
import { inExcel } from "./in-excel.ts";
import { Waiting } from "./waiting.ts";

/** Refusals of rows, one line for each cause: file, column, what was found, what is allowed. */

interface Refused {
  readonly row: RefusedRow;
  readonly refusal: Refusal;
}

/** Cells shown of a cause. */
const SHOWN = 3;

export function refusalLines(rows: readonly RefusedRow[], locale: Locale): string[] {
  const waiting = new Waiting(rows);
  const all = rows.flatMap((row) =>
    row.refusals
      .filter((refusal) => !waiting.isTold(row, refusal))
      .map((refusal): Refused => ({ row, refusal })),
  );
  const causes = [...byKey(all, (one) => causeOf(one, locale)).values()];
  const advice = causes.map(adviceOf);
  return causes.flatMap((same, at) => {
    const physicians = same.map(({ row }) => row);
    const line = printable(causeLine(same, locale) + waiting.textOf(physicians, locale));
    const toDo = advice[at];
    return toDo === undefined || toDo.fr === advice[at + 1]?.fr
      ? [line]
      : [line, `  ${toDo[locale]}`];
  });
}

/** What to do in Excel, of a file that it opens. */
function adviceOf([one]: readonly Refused[]): LocalizedText | undefined {
  if (!one?.row.header || one.row.line === undefined) return undefined;
  const { row, refusal } = one;
  return inExcel(refusal, columnOf(row, refusal), foundOf(row, refusal, "en"));
}

/** What is refused for several reasons. */
const HAVE_CAUSES: ReadonlySet<ErrorCode> = new Set(["DATE_INVALID", "PREVENTION_UNKNOWN"]);

/** What is alike of refusals that need one mend. */
function causeOf({ row, refusal }: Refused, locale: Locale): string {
  const { file, kind } = row;
  const why = HAVE_CAUSES.has(refusal.code) ? expectedOf(row, refusal, locale) : "";
  return [file, kind, columnOf(row, refusal), refusal.code, why].join("\n");
}

const places = {
  fr: { line: "ligne", column: "colonne", rows: "lignes" },
  en: { line: "line", column: "column", rows: "rows" },
} as const;

/**
 * `list, ligne 12, colonne âge, AGE_INVALID: âge invalide : trouvé "abc" ; attendu : …`; of several
 * rows `list, colonne âge, AGE_INVALID, 40 lignes: âge invalide : trouvé "abc" (ligne 12), …`
 */
function causeLine(same: readonly Refused[], locale: Locale): string {
  const { colon, stop, ...labels } = texts[locale];
  const { column, rows } = places[locale];
  const [{ row, refusal }] = same as [Refused];
  const isAlone = same.length === 1;
  const header = row.header || row.line !== undefined ? columnOf(row, refusal) : "";
  const expected = expectedOf(row, refusal, locale);
  const areAlike = same.every((one) => expectedOf(one.row, one.refusal, locale) === expected);
  const found = same.slice(0, SHOWN).map((one) => {
    const wanted = areAlike
      ? ""
      : `, ${labels.allowed} ${expectedOf(one.row, one.refusal, locale)}`;
    const value = `${foundOf(one.row, one.refusal, locale)}${wanted}`;
    return isAlone ? value : `${value} (${placeOf(one, locale)})`;
  });
  const place = [
    row.file,
    ...(isAlone ? [placeOf(same[0] as Refused, locale)] : []),
    ...(header === "" ? [] : [`${column} ${quoted(header)}`]),
    refusal.code,
    ...(isAlone ? [] : [`${count(same.length, locale)} ${rows}`]),
  ].join(", ");
  return (
    `${place}: ${titles[refusal.code][locale]}${colon}${labels.found} ${found.join(", ")}` +
    `${same.length > SHOWN ? "…" : ""}` +
    (areAlike ? `${stop}${labels.allowed}${colon}${expected}` : "")
  );
}

function placeOf({ row, refusal }: Refused, locale: Locale): string {
  return row.line === undefined ? refusal.path : `${places[locale].line} ${row.line}`;
}
