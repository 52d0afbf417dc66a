import { listSchedules, type ScheduleEntry } from "../../schedule/registry.ts";
import { day } from "../../statement/format/locale.ts";
import { checkOperands } from "../arguments/args.ts";
import type { Context } from "../arguments/context.ts";
import { aligned } from "../output/aligned.ts";
import { pageOf } from "../output/page.ts";

/** `forfait-mt schedules`: one line per bundled schedule. */
export async function schedules({ args, io, locale }: Context): Promise<number> {
  checkOperands(args, 0);
  const entries = listSchedules();
  const period = ({ from = "", to = "", proposed }: ScheduleEntry): string => {
    if (proposed === undefined) return `${day(from, locale)} – ${day(to, locale)}`;
    return locale === "fr"
      ? `proposé le ${day(proposed, locale)}, jamais en vigueur`
      : `proposed on ${proposed}, never in force`;
  };
  const rows = entries.map((entry) => [entry.id, period(entry), entry.scheme, entry[locale]]);
  await io.out.write(pageOf(aligned(rows), locale));
  return 0;
}
