import { DIALECTS } from "../../sql/dialect.ts";
import { toSql } from "../../sql/to-sql.ts";
import { choiceOf, textOf } from "../arguments/args.ts";
import type { Context } from "../arguments/context.ts";
import { fail } from "../report/failure.ts";
import { optionsOf } from "../arguments/options.ts";

/** `forfait-mt sql`: the schedule as a SQL query, to run inside a database. */
export async function sql({ args, io }: Context): Promise<number> {
  if (args.operands.length > 0)
    fail(
      "USAGE",
      "npx forfait-medecin-traitant sql ne prend pas de LISTE (voir --help)",
      "npx forfait-medecin-traitant sql takes no LIST (see --help)",
    );
  const dialect = choiceOf(args, "dialect", DIALECTS, "duckdb");
  const grain = choiceOf(args, "grain", ["physician", "patient"], "physician");
  const [table, physicians] = [textOf(args, "table"), textOf(args, "physicians")];
  const target = {
    dialect,
    grain,
    ...(table !== undefined && { table }),
    ...(physicians !== undefined && { physicians }),
  };
  const query = toSql(target, await optionsOf(args, io));
  await io.out.write(query.endsWith("\n") ? query : `${query}\n`);
  return 0;
}
