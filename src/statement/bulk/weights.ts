import { kindsOf, type SeenForm } from "../../panel/columns/code.ts";
import { pack, type PackedSums } from "../../panel/scan/packed-sums.ts";
import { weightTable, type Measures } from "./measures.ts";

const known = new WeakMap<Measures, Map<SeenForm, PackedSums>>();

/** Weights of a patient in each measure of a schedule, as one pass over the rows sums them. */
export function weightsOf(measures: Measures, form: SeenForm): PackedSums {
  const memo = known.get(measures) ?? new Map<SeenForm, PackedSums>();
  known.set(measures, memo);
  const packed =
    memo.get(form) ??
    pack(
      measures.all.map((_, measure) => weightTable(measures, measure, form)),
      kindsOf(form).length << 8,
    );
  memo.set(form, packed);
  return packed;
}
