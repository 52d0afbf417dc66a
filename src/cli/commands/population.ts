import { day } from "../../statement/format/locale.ts";
import { counted, semicolon } from "../../typography.ts";
import { lastDay } from "../../day.ts";
import { quoted } from "../../printable.ts";
import type { Margins } from "../../population/margins.ts";
import { population as makePopulation, type Population } from "../../population/population.ts";
import { checkOperands, choiceOf, textOf, yearOf, type Args } from "../arguments/args.ts";
import type { Context } from "../arguments/context.ts";
import { optionName } from "../arguments/french.ts";
import { readJson } from "../arguments/options.ts";
import { writeParquet } from "../duckdb/csv-to-parquet.ts";
import { withDuckdb } from "../duckdb/with-duckdb.ts";
import type { Sink } from "../io.ts";
import { checkUnlike } from "../output/check-outputs.ts";
import { csvOf, populationTables } from "../output/population-rows.ts";
import { writeOutput } from "../output/write-output.ts";
import { fail } from "../report/failure.ts";

/**
 * `forfait-mt population`: the patients of a synthetic population, and its physicians in a file
 * beside theirs.
 */
export async function population(context: Context): Promise<number> {
  const { args, io } = context;
  checkOperands(args, 0);
  const target = targetOf(args);
  const margins = textOf(args, "margins");
  checkUnlike(io, margins === undefined ? [] : [["margins", margins]], [
    ["out", target.out],
    ["out", target.physicians],
  ]);
  checkPhysicians(context, target);
  const made = makePopulation({
    physicians: wholeOf(args, "physicians"),
    seed: wholeOf(args, "seed", 1),
    year: yearOf(args),
    ...(margins !== undefined && { margins: (await readJson(io, margins)) as Partial<Margins> }),
  });
  if (target.format === "parquet") await writeTyped(context, target, made);
  else await writeText(context, target, made);
  await report(context, target, made);
  return 0;
}

interface Target {
  readonly format: "csv" | "parquet";
  readonly detail: "patients" | "physicians";
  /** `-` for standard output. */
  readonly out: string;
  /** The file of physicians, beside that of patients. */
  readonly physicians: string | undefined;
}

const PARQUET = /\.(parquet|pq)$/i;

/** @throws Failure USAGE */
function targetOf(args: Args): Target {
  const out = textOf(args, "out") ?? "-";
  const isNamedParquet = PARQUET.test(out);
  const format = choiceOf(args, "format", ["csv", "parquet"], isNamedParquet ? "parquet" : "csv");
  if ((format === "parquet") !== isNamedParquet)
    fail(
      "USAGE",
      `--format ${format} : attendu --sortie FICHIER${format === "csv" ? ".csv" : ".parquet"}`,
      `--format ${format}: expected --out FILE${format === "csv" ? ".csv" : ".parquet"}`,
    );
  const detail = choiceOf(args, "detail", ["patients", "physicians"], "patients");
  const name = /^(.*[^/\\])(\.(?:csv|parquet|pq))$/i.exec(out);
  const physicians = detail === "patients" && name ? `${name[1]}-physicians${name[2]}` : undefined;
  return { format, detail, out, physicians };
}

/** The user has not named the file of physicians: one that is there may be another. */
function checkPhysicians({ io }: Context, { out, physicians }: Target): void {
  if (physicians === undefined || io.sizeOf(physicians) === undefined) return;
  if (io.sizeOf(out) !== undefined) return;
  fail(
    "OUTPUT_IN_USE",
    `${physicians} : existe déjà, et recevrait les médecins ; l'ôter, ou changer --sortie`,
    `${physicians}: exists already, and would receive the physicians; remove it, or change --out`,
  );
}

function wholeOf(args: Args, option: "physicians" | "seed", otherwise?: number): number {
  const text = textOf(args, option);
  const [fr, en] = [optionName(option, "fr"), optionName(option, "en")];
  if (text === undefined)
    return otherwise ?? fail("USAGE", `${fr} manque : ${fr} 100`, `${en} is missing: ${en} 100`);
  if (!/^\d{1,10}$/.test(text))
    fail(
      "USAGE",
      `${fr} ${quoted(text)} : attendu un nombre entier`,
      `${en} ${quoted(text)}: expected a whole number`,
    );
  return Number(text);
}

async function writeText({ io }: Context, target: Target, made: Population): Promise<void> {
  const write = async (sink: Sink, detail: Target["detail"]): Promise<void> => {
    for (const part of csvOf(populationTables[detail], made)) await sink.write(part);
  };
  const { out, detail, physicians } = target;
  if (out === "-") return write(io.out, detail);
  await writeOutput(io, out, "shared", async (file) => {
    await write(file, detail);
    if (physicians !== undefined)
      await writeOutput(io, physicians, "shared", (other) => write(other, "physicians"));
  });
}

function writeTyped({ io }: Context, target: Target, made: Population): Promise<void> {
  return withDuckdb(async (duckdb) => {
    const engine = await duckdb.engine();
    const write = (path: string, detail: Target["detail"]): Promise<void> => {
      const table = populationTables[detail];
      return writeParquet(engine, io, path, table.columns, csvOf(table, made));
    };
    await write(target.out, target.detail);
    if (target.physicians !== undefined) await write(target.physicians, "physicians");
  });
}

/** Says what was made, and where the physicians are. */
async function report(
  { args, io, locale }: Context,
  { physicians, detail }: Target,
  made: Population,
): Promise<void> {
  const isFrench = locale === "fr";
  const [one, several] = isFrench
    ? ["médecin fictif", "médecins fictifs"]
    : ["synthetic physician", "synthetic physicians"];
  const on = day(lastDay(made.referenceYear), locale);
  const seed = wholeOf(args, "seed", 1);
  const where =
    physicians !== undefined
      ? [isFrench ? `médecins dans ${quoted(physicians)}` : `physicians in ${quoted(physicians)}`]
      : detail === "patients"
        ? [
            isFrench
              ? "les médecins par --détail médecins"
              : "the physicians by --detail physicians",
          ]
        : [];
  const all = counted(made.physicians.length, locale, one as string, several as string);
  const what = isFrench
    ? `${all} et leurs patients au ${on}, graine ${seed}`
    : `${all} and their patients on ${on}, seed ${seed}`;
  await io.err.write(`${[what, ...where].join(semicolon(locale))}\n`);
}
