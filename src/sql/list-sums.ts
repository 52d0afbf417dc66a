import {
  call,
  choose,
  coalesce,
  compare,
  count,
  countDistinct,
  internal,
  nothing,
  read,
  sum,
  text,
  type Expression,
} from "../formula/expression/expression.ts";
import { nameOf } from "../formula/expression/names.ts";
import type { Cte, Source } from "./query.ts";
import { labelOf } from "./table-values.ts";

export const listSums: Cte = (source) => {
  const { ofPatients, counted } = source.formula;
  return {
    name: "list_sums",
    description: "List of each physician, summed.",
    select: {
      columns: [
        { as: "physician_id", value: internal("physician_id") },
        { as: "patients", value: count() },
        { as: "invalid_list", value: invalidList(source) },
        ...[...ofPatients.keys()].map((component) => ({
          as: nameOf.total(component),
          value: sum(internal(nameOf.cents(component))),
        })),
        ...counted.map(({ as }) => ({ as, value: sum(internal(as)) })),
      ],
      from: "patient_amounts",
      groupBy: [internal("physician_id")],
    },
  };
};

/** Name of a column that is invalid in a row, or of ids where a patient is listed twice. */
function invalidList({ patients }: Source): Expression {
  const invalid = call("MIN", internal("invalid_row"));
  if (!patients.fields["id"]) return invalid;
  const id = read(internal("patient_id"), "text");
  const isTwice = compare(count(id), ">", countDistinct(id));
  const twice = choose(
    [{ when: isTwice, value: text(labelOf(patients, ["id"])) }],
    nothing("text"),
  );
  return coalesce(invalid, twice);
}
