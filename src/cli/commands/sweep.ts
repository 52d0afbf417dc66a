import { Decimal } from "decimal.js";
import { quoted } from "../../printable.ts";
import { sensitivity } from "../../scenario/sensitivity.ts";
import { sweepSheet } from "../../scenario/total-sheets.ts";
import { TriedValues } from "../../scenario/tried-values.ts";
import { valueText } from "../../statement/format/simulation.ts";
import { layOut } from "../../statement/layout/lay-out.ts";
import type { Args } from "../arguments/args.ts";
import type { Context } from "../arguments/context.ts";
import { fail } from "../report/failure.ts";
import { panelsIn } from "./panels-in.ts";
import { checkOutput, writeFound } from "./scenario-output.ts";
import { variedIn } from "./varied.ts";

/** `forfait-mt sweep LIST`: the total under many values. */
export async function sweep(context: Context): Promise<number> {
  const { args, locale } = context;
  checkOutput(context);
  const vary = varyIn(args);
  const { schedule, year } = await variedIn(context);
  const read = await panelsIn(context, schedule, year);
  if (read === undefined) return 1;
  const result = sensitivity(read, { year, schedule, ...(vary && { vary }) });
  const tried = new TriedValues(schedule, year);
  const paths = [...new Set(result.results.flatMap(({ values }) => Object.keys(values)))];
  await writeFound(context, {
    schedule: result.schedule,
    text: layOut("result", { locale }, (of) => sweepSheet(result, tried, of)),
    json: result.results,
    columns: [
      ...paths.map((path) => ({ name: path, title: path, holds: "text" as const })),
      { name: "total", title: "total", holds: "euros" },
      { name: "change", title: "écart", holds: "euros" },
    ],
    rows: result.results.map(({ values, total, change }) => [
      ...paths.map((path) => (path in values ? valueText(values[path]) : null)),
      total,
      change,
    ]),
  });
  return 0;
}

/** `PATH=v1,v2` or `PATH=low:high:step`, each of which multiplies the others. */
function varyIn({ values }: Args): Record<string, string[]> | undefined {
  const all = (values.vary ?? []) as readonly string[];
  if (all.length === 0) return undefined;
  return Object.fromEntries(
    all.map((text) => {
      const at = text.indexOf("=");
      if (at < 1) failVary(text);
      const value = text.slice(at + 1);
      return [text.slice(0, at), value.includes(":") ? spanOf(value, text) : value.split(",")];
    }),
  );
}

/** Most values of a span. */
const MOST = 10_000;

/** From the first to the last, both included where the steps meet it; decimal, so exact. */
function spanOf(value: string, text: string): string[] {
  const [, low, high, step, unit] =
    /^(\d+(?:\.\d+)?)%?:(\d+(?:\.\d+)?)%?:(\d+(?:\.\d+)?)(%?)$/.exec(value) ?? failVary(text);
  const [first, last, by] = [low, high, step].map((one) => new Decimal(one as string)) as [
    Decimal,
    Decimal,
    Decimal,
  ];
  if (by.isZero() || last.lessThan(first)) failVary(text);
  const count = last.minus(first).dividedBy(by).floor().toNumber() + 1;
  if (count > MOST) failVary(text);
  return Array.from({ length: count }, (_, i) => `${first.plus(by.times(i)).toFixed()}${unit}`);
}

function failVary(text: string): never {
  fail(
    "USAGE",
    `--varier ${quoted(text)} : attendu CHEMIN=V1,V2 ou CHEMIN=début:fin:pas`,
    `--vary ${quoted(text)}: expected PATH=V1,V2 or PATH=low:high:step`,
  );
}
