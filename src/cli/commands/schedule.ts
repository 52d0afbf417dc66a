import { getSchedule, loadSchedule } from "../../schedule/registry.ts";
import { choiceOf } from "../args.ts";
import type { Context } from "../context.ts";
import { fail } from "../failure.ts";

/** `forfait-mt schedule ID`: what a schedule says. */
export async function schedule({ args, io }: Context): Promise<number> {
  const id = args.operands[0];
  if (id === undefined) fail("USAGE", "attendu l'ID d'un barème (voir forfait-mt schedules)", "expected the ID of a schedule (see forfait-mt schedules)");
  const format = choiceOf(args, "format", ["table", "json"], "table");
  void loadSchedule; void format;
  await io.out.write(`${JSON.stringify(getSchedule(id), null, 2)}\n`);
  return 0;
}
