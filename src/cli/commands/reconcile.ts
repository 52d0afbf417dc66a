import { reconciliationPage } from "../../audit/format-reconciliation.ts";
import { reconcile as reconcileLists, type Reconciliation } from "../../audit/reconcile.ts";
import type { Locale } from "../../error.ts";
import { printableJson } from "../../printable.ts";
import { layOutTogether } from "../../statement/layout/lay-out.ts";
import { choiceOf, textOf } from "../arguments/args.ts";
import { PRINTED } from "../output/printed.ts";
import type { Context } from "../arguments/context.ts";
import { checkOutputs } from "../output/check-outputs.ts";
import { writeResult } from "../output/write-result.ts";
import { fail } from "../report/failure.ts";
import { listsBesides, type ListPair } from "./reconciled-lists.ts";

/** What two lists of one physician do not have in common. */
interface Found {
  readonly pair: ListPair;
  readonly reconciliation: Reconciliation;
}

/**
 * `forfait-mt reconcile A B`: the list of the practice beside that of the caisse.
 * @returns 0 where they are equal, 3 where they are not
 */
export async function reconcile(context: Context): Promise<number> {
  const { args, io, locale } = context;
  const format = choiceOf(args, "format", ["table", "json", "html", "markdown"], "table");
  const [a, b, ...more] = args.operands;
  if (a === undefined || b === undefined || more.length > 0)
    return fail(
      "USAGE",
      "attendu deux listes : celle du cabinet, puis celle de la caisse",
      "expected two lists: that of the practice, then that of the caisse",
    );
  checkOutputs(args, io, textOf(args, "out") ?? "-");
  const lists = await listsBesides(context, a, b);
  if (!lists) return 1;
  const found: Found[] = [];
  for (const pair of lists.pairs) {
    try {
      const { practice, official } = pair;
      found.push({ pair, reconciliation: reconcileLists(practice, official, lists.options) });
    } catch (error) {
      if (await lists.report(error, pair)) return 1;
      throw error;
    }
  }
  await writeResult(context, laidOut(found, format, locale));
  return found.every(({ reconciliation }) => isEqual(reconciliation)) ? 0 : 3;
}

const isEqual = ({ onlyA, onlyB, differs }: Reconciliation): boolean =>
  onlyA.length + onlyB.length + differs.length === 0;

function laidOut(
  found: readonly Found[],
  format: "table" | "json" | "html" | "markdown",
  locale: Locale,
): string {
  if (format === "json")
    return `${printableJson({ reconciliations: found.map((one) => asData(one)) })}\n`;
  return layOutTogether(
    locale === "fr" ? "Deux listes comparées" : "Two lists compared",
    found.map(
      ({ pair, reconciliation }) =>
        (options) =>
          reconciliationPage(reconciliation, options, pair.lineOf, pair.physicianId),
    ),
    { as: PRINTED[format], locale },
  );
}

/** Rows by the line of their file. */
function asData({ pair, reconciliation }: Found): object {
  const { onlyA, onlyB, differs, ...others } = reconciliation;
  const { lineOf, physicianId } = pair;
  return {
    physicianId: physicianId ?? null,
    onlyA: onlyA.map(({ row, ...one }) => ({ line: lineOf("a", row), ...one })),
    onlyB: onlyB.map(({ row, ...one }) => ({ line: lineOf("b", row), ...one })),
    differs: differs.map(({ a, b, ...one }) => ({
      ...(a !== undefined && { lineA: lineOf("a", a) }),
      ...(b !== undefined && { lineB: lineOf("b", b) }),
      ...one,
    })),
    ...others,
  };
}
