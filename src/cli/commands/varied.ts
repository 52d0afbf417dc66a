import type { Schedule } from "../../schedule/language.ts";
import { baseOf } from "../../scenario/base.ts";
import { pairsOf, textOf, yearOf } from "../arguments/args.ts";
import type { Context } from "../arguments/context.ts";
import { patchIn, scheduleIn } from "../arguments/options.ts";
import { fail } from "../report/failure.ts";

/** The schedule of `--scenario`, or `--schedule`, under readings and patches; and the year. */
export async function variedIn({
  args,
  io,
}: Context): Promise<{ schedule: Schedule; year: number }> {
  const year = yearOf(args);
  const [scenario, other] = [textOf(args, "scenario"), textOf(args, "schedule")];
  if (scenario !== undefined && other !== undefined)
    fail(
      "USAGE",
      "--scénario et --barème : l'un ou l'autre",
      "--scenario and --schedule: one of them",
    );
  const name = scenario ?? other;
  const patch = await patchIn(args, io);
  const schedule = baseOf(year, {
    ...(name !== undefined && { schedule: await scheduleIn(name, io) }),
    readings: Object.fromEntries(pairsOf(args, "reading")),
    ...(patch && { patch }),
  });
  return { schedule, year };
}
