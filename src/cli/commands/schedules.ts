import { listSchedules, type ScheduleEntry } from "../../schedule/registry.ts";
import { checkOperands } from "../arguments/args.ts";
import type { Context } from "../arguments/context.ts";
import { aligned } from "../output/aligned.ts";
import { pageOf } from "../output/page.ts";

/** `forfait-mt schedules`: one line per bundled schedule. */
export async function schedules({ args, io, locale }: Context): Promise<number> {
  checkOperands(args, 0);
  const entries = listSchedules();
  const period = ({ from, to, proposed }: ScheduleEntry): string => {
    if (!proposed) return `${from} – ${to}`;
    return locale === "fr"
      ? `proposé le ${proposed}, jamais en vigueur`
      : `proposed on ${proposed}, never in force`;
  };
  const rows = entries.map((entry) => [entry.id, period(entry), entry.scheme, entry[locale]]);
  await io.out.write(pageOf(aligned(rows)));
  return 0;
}
