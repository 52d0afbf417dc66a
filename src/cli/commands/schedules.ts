import { listSchedules } from "../../schedule/registry.ts";
import type { Context } from "../context.ts";

/** `forfait-mt schedules`: one line for each schedule. */
export async function schedules({ io, locale }: Context): Promise<number> {
  const entries = listSchedules();
  const width = Math.max(...entries.map(({ id }) => id.length));
  for (const { id, from, to, proposed, ...names } of entries) {
    const never = locale === "fr" ? `proposé le ${proposed}, jamais en vigueur` : `proposed on ${proposed}, never in force`;
    await io.out.write(`${id.padEnd(width)}  ${(proposed ? never : `${from} – ${to}`).padEnd(23)}  ${names[locale]}\n`);
  }
  return 0;
}
