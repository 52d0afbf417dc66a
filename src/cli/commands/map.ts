import { byKey } from "../../by-key.ts";
import type { Locale } from "../../error.ts";
import { printableJson, quoted } from "../../printable.ts";
import { fieldName, inWordsOf } from "../../words/field-names.ts";
import type { MappedHeader } from "../../words/map.ts";
import { textOf } from "../arguments/args.ts";
import type { Context } from "../arguments/context.ts";
import { filesOf, optionsOf, scheduleFor } from "../arguments/options.ts";
import { withTables } from "../duckdb/with-duckdb.ts";
import type { ColumnSurvey } from "../input/column-survey.ts";
import { surveyFiles } from "../input/survey.ts";
import { aligned } from "../output/aligned.ts";
import { checkOutputs } from "../output/check-outputs.ts";
import { writeResult } from "../output/write-result.ts";

/**
 * `forfait-mt map LIST`: the document of `--map`, in which `?` stands where the user has to say; on
 * standard error, what stands in each column.
 */
export async function map(context: Context): Promise<number> {
  const { args, io, locale } = context;
  const out = textOf(args, "out") ?? "-";
  checkOutputs(args, io, out);
  const files = await filesOf(args, io);
  const schedule = scheduleFor(await optionsOf(args, io));
  const columns = await withTables(args, (tables) =>
    surveyFiles(io, schedule, { ...files, ...tables }),
  );
  const document = `${printableJson(mapOf(columns, locale), 2)}\n`;
  await writeResult(context, document);
  for (const line of page(columns, locale)) await io.err.write(`${line}\n`);
  return 0;
}

/** What the user has to replace: the command refuses it as a field and as a word. */
const TO_FILL = "?";

/** One entry for each header, whichever files have it. */
function mapOf(columns: readonly ColumnSurvey[], locale: Locale): Record<string, unknown> {
  return Object.fromEntries(
    [...byKey(columns, ({ name }) => name)].map(([name, same]) => [
      name,
      inWordsOf(locale, entryOf(same, isSecond(same, columns))),
    ]),
  );
}

/** Whether an earlier column of the file is read as the same field. */
function isSecond([one]: readonly ColumnSurvey[], columns: readonly ColumnSurvey[]): boolean {
  const first = columns.find(
    ({ file, column }) =>
      column.field !== undefined && column.field === one?.column.field && file === one.file,
  );
  return first !== undefined && first.name !== one?.name;
}

function entryOf(same: readonly ColumnSurvey[], isTwice: boolean): MappedHeader {
  const [{ column }] = same as [ColumnSurvey];
  const values = Object.fromEntries([
    ...same.flatMap((survey) => Object.entries(survey.column.values ?? {})),
    ...same.flatMap(({ toExplain }) => toExplain.map(({ text }) => [text, TO_FILL] as const)),
  ]);
  const hasValues = Object.keys(values).length > 0;
  const isOne = same.every((survey) => survey.column.field === column.field);
  if (!isOne) return hasValues ? { values } : {};
  if (isTwice) return TO_FILL;
  if (column.field === undefined) return column.nearest === undefined ? null : TO_FILL;
  return hasValues ? { field: column.field, values } : column.field;
}

const words = {
  fr: {
    head: ["fichier", "colonne", "champ", "remplies", "non comprises", "ce qui s'y trouve"],
    leftOut: "laissée",
    unread: "non lue",
    near: (field: string) => `non lue ; ${field} ?`,
  },
  en: {
    head: ["file", "column", "field", "filled", "not understood", "what stands there"],
    leftOut: "left out",
    unread: "not read",
    near: (field: string) => `not read; ${field}?`,
  },
} as const;

function page(columns: readonly ColumnSurvey[], locale: Locale): readonly string[] {
  const { head, leftOut, unread, near } = words[locale];
  return aligned([
    head,
    ...columns.map((survey) => {
      const { field, nearest, isLeftOut } = survey.column;
      const asRead = isLeftOut
        ? leftOut
        : nearest === undefined
          ? unread
          : near(fieldName(nearest, locale));
      const { filled, notUnderstood } = survey;
      return [
        survey.file,
        quoted(survey.name),
        field === undefined ? asRead : fieldName(field, locale),
        String(filled),
        field === undefined ? "" : String(notUnderstood),
        shown(survey),
      ];
    }),
  ]);
}

/** Words that are not understood come first. */
function shown({ toExplain, seen }: ColumnSurvey): string {
  const all = [...toExplain, ...seen];
  const few = all.slice(0, Math.max(FEW, toExplain.length));
  const texts = few.map(({ text, rows }) => `${quoted(text)} (${rows})`);
  return texts.join(", ") + (all.length > few.length ? "…" : "");
}

const FEW = 6;
