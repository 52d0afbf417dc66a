import { DIALECTS } from "../../sql/dialect.ts";
import { toSql } from "../../sql/to-sql.ts";
import { compile } from "../../statement/compile.ts";
import type { Compiled } from "../../statement/compiled.ts";
import { scheduleOf } from "../../statement/schedule-of.ts";
import { choiceOf, textOf } from "../arguments/args.ts";
import type { Context } from "../arguments/context.ts";
import { fail } from "../report/failure.ts";
import { optionsOf } from "../arguments/options.ts";
import { factsRequired, factsText } from "../input/facts-asked.ts";
import { columnsOf } from "./sql-columns.ts";

/** `forfait-mt sql`: the schedule as a SQL query, to run inside a database. */
export async function sql({ args, io }: Context): Promise<number> {
  if (args.operands.length > 0)
    fail(
      "USAGE",
      "npx forfait-medecin-traitant sql ne prend pas de LISTE (voir --aide)",
      "npx forfait-medecin-traitant sql takes no LIST (see --help)",
    );
  const dialect = choiceOf(args, "dialect", DIALECTS, "duckdb");
  const grain = choiceOf(args, "grain", ["physician", "patient"], "physician");
  const [table, physicians] = [textOf(args, "table"), textOf(args, "physicians")];
  const options = await optionsOf(args, io);
  const schedule = scheduleOf(options);
  if (physicians === undefined) checkNoFacts(compile(schedule));
  const target = {
    dialect,
    grain,
    ...(table !== undefined && { table }),
    ...(physicians !== undefined && { physicians }),
    ...(await columnsOf(args, io, Object.keys(schedule.facts ?? {}))),
  };
  const query = toSql(target, options);
  await io.out.write(query.endsWith("\n") ? query : `${query}\n`);
  return 0;
}

/** Facts that a schedule declares are columns of a table of physicians. */
function checkNoFacts(compiled: Compiled): void {
  const facts = factsRequired(compiled);
  if (facts.length === 0) return;
  const { id } = compiled.schedule;
  fail(
    "USAGE",
    `--médecins NOM manque : ${id} lit une table de médecins, avec une colonne par fait : ` +
      factsText(facts, "fr"),
    `--physicians NAME is missing: ${id} reads a table of physicians, with a column per fact: ` +
      factsText(facts, "en"),
  );
}
