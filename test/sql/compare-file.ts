import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { computeWithDuckdb } from "../../src/cli/duckdb/compute.ts";
import { readFiles } from "../../src/cli/input/batch.ts";
import { readPhysicians } from "../../src/cli/input/list.ts";
import { scheduleFields } from "../../src/cli/input/schedule-fields.ts";
import { nodeIo } from "../../src/cli/node-io.ts";
import { patientRows, statementRow } from "../../src/cli/output/csv.ts";
import type { Physician, Schedule } from "../../src/index.ts";
import type { RowTotals } from "../../src/list/left-out.ts";
import { rules } from "../../src/schedule/rules/rules.ts";
import { compile } from "../../src/statement/compile.ts";
import { scheduleOf } from "../../src/statement/schedule-of.ts";
import { AccountPricer } from "../../src/statement/price-account.ts";
import { sharesOf } from "../../src/statement/shares.ts";
import type { FileCase } from "./files.ts";

const io = nodeIo();

/** What a path makes of a file: what became of its rows, the codes of each refused row, and the lines of its output; or why it stops. */
interface Outcome {
  readonly counts: RowTotals;
  readonly refused: readonly string[];
  readonly lines: readonly string[];
}

/** One file through DuckDB and through the row path, physicians and patients. @returns what differs */
export async function compareFile(
  folder: string,
  one: FileCase,
): Promise<{ rows: number; leftOut: number; refused: number; differences: string[] }> {
  const list = join(folder, "list.csv");
  const physicians = one.physicians && join(folder, "physicians.csv");
  writeFileSync(list, one.text);
  if (physicians) writeFileSync(physicians, physiciansCsv(one.physicians));
  const byRow = await settled(() => rowPath(list, physicians, one));
  const bySql = await settled(() => engine(folder, list, physicians, one));
  const same = JSON.stringify(byRow) === JSON.stringify(bySql);
  const difference = `${one.schedule} ${one.year} ${JSON.stringify(one.readings)} ${JSON.stringify(one.choices)} ${JSON.stringify(one.physicians)}\n${one.text}\nrow path ${JSON.stringify(byRow, null, 1)}\nengine ${JSON.stringify(bySql, null, 1)}`;
  return {
    rows: one.text.split("\n").length - 2,
    leftOut: typeof byRow === "string" ? 0 : byRow.counts.leftOut,
    refused: typeof byRow === "string" ? 0 : byRow.refused.length,
    differences: same ? [] : [difference],
  };
}

/** Why a path may stop at a file; anything else is a fault of the test. */
const STOPS = ["FACT_MISSING", "INPUT_EMPTY"];

async function settled(run: () => Promise<Outcome>): Promise<Outcome | string> {
  try {
    return await run();
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === undefined || !STOPS.includes(code)) throw error;
    return code;
  }
}

async function rowPath(
  list: string,
  physicians: string | undefined,
  one: FileCase,
): Promise<Outcome> {
  const compiled = compile(scheduleIn(one));
  const batch = await readFiles(
    io,
    compiled,
    { year: one.year, ...one.choices },
    { list, physicians, map: {} },
  );
  const patients = batch.refused.filter(({ kind }) => kind === "patient");
  const isTold = batch.rows.physicians !== undefined;
  const pricer = new AccountPricer(compiled, one.year, one.choices);
  const lines = batch.accounts.flatMap((account) => {
    const { statement, evaluation } = pricer.price(account);
    const isOnlyRefused = one.physicians === undefined && !isTold && statement.patients === 0;
    return isOnlyRefused
      ? []
      : [
          statementRow(statement),
          ...(paysLists(one)
            ? []
            : patientRows(statement, sharesOf(compiled, evaluation, account.patients)).split(
                /(?<=\n)/,
              )),
        ];
  });
  const { read, computed, leftOut, rejected } = batch.counts;
  return {
    counts: { read, computed, leftOut, rejected },
    refused: patients.map(({ refusals }) => refusals.map(({ code }) => code).join(" | ")).sort(),
    lines: sorted(lines.join("")),
  };
}

async function engine(
  folder: string,
  input: string,
  physicians: string | undefined,
  one: FileCase,
): Promise<Outcome> {
  const [out, rejects] = [join(folder, "out.csv"), join(folder, "rejects.csv")];
  const given =
    physicians === undefined
      ? undefined
      : (
          await readPhysicians(io, physicians, {
            map: {},
            fields: scheduleFields(scheduleIn(one), false),
          })
        ).physicians;
  const texts: string[] = [];
  let counts: RowTotals | undefined;
  for (const grain of paysLists(one) ? GRAINS.slice(0, 1) : GRAINS) {
    rmSync(out, { force: true });
    ({ counts } = await computeWithDuckdb({
      io,
      input,
      schedule: scheduleIn(one),
      year: one.year,
      choices: one.choices,
      grain,
      out,
      rejects,
      skipInvalid: true,
      ...(given && { physicians: given }),
    }));
    texts.push(readFileSync(out, "utf8").replace(/^.*\n/, ""));
  }
  const refused = parse(readFileSync(rejects, "utf8"), {
    columns: true,
    relax_column_count: true,
  }) as { code: string }[];
  return {
    counts: counts as RowTotals,
    refused: refused.map(({ code }) => code).sort(),
    lines: sorted(texts.join("")),
  };
}

const GRAINS = ["physician", "patient"] as const;

const scheduleIn = ({ year, schedule, readings, patch }: FileCase): Schedule =>
  scheduleOf({ year, schedule, readings, patch });

/** Whether what is paid has no part of each patient, which the engine does not print. */
function paysLists(one: FileCase): boolean {
  return Object.values(scheduleIn(one).amounts).some(({ per }) => rules[per].paysWholeList);
}

/** Cells of a CSV text, a line each, in order. */
function sorted(text: string): string[] {
  return (parse(text) as string[][]).map((cells) => cells.join("\t")).sort();
}

export function physiciansCsv(physicians: readonly Physician[] | undefined): string {
  const fields = [
    "id",
    "zone",
    "birthDate",
    "firstInstallation",
    "sector",
    "activeFrom",
    "activeUntil",
  ] as const;
  const facts = Object.keys(physicians?.[0]?.facts ?? {});
  return [
    [...fields, ...facts].join(";"),
    ...(physicians ?? []).map((one) =>
      [
        ...fields.map((field) => one[field] ?? ""),
        ...facts.map((id) => one.facts?.[id] ?? ""),
      ].join(";"),
    ),
  ].join("\n");
}
